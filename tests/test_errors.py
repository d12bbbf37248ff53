import inspect
import re

import pytest

from communique import errors

TREE = re.compile(r"^ {4}(?P<indent>[│ ]*)(?:[├└]── )?(?P<name>[A-Z]\w+)(?: {2,}(?P<says>\S.*))?$", re.M)


def tree() -> dict[str, str | None]:
    """Each class of the module's docstring with the class it hangs under."""
    parents: dict[str, str | None] = {}
    path: list[str] = []
    for found in TREE.finditer(errors.__doc__ or ""):
        line = found.group()
        depth = (line.index(found["name"]) - 4) // 4
        path[depth:] = [found["name"]]
        parents[found["name"]] = path[depth - 1] if depth else None
    return parents


CLASSES = {name: each for name, each in vars(errors).items() if inspect.isclass(each)}


def test_the_tree_holds_every_exception_under_its_base() -> None:
    bases = {name: each.__mro__[1].__name__ for name, each in CLASSES.items()}
    assert tree() == {name: None if base == "Exception" else base for name, base in bases.items()}
    assert [name for name, base in bases.items() if base == "Exception"] == ["CommuniqueError"]


@pytest.mark.parametrize("error", CLASSES.values(), ids=CLASSES.keys())
def test_every_exception_shows_its_message_as_it_is(error: type[Exception]) -> None:
    assert error.__doc__
    assert str(error("r.jsonl:3: not JSON; mend the line")) == "r.jsonl:3: not JSON; mend the line"


def test_the_tree_can_be_read() -> None:
    assert tree()["NewerRecord"] == "RecordError"
    assert tree()["RecordError"] == "CommuniqueError"
    assert tree()["CommuniqueError"] is None
