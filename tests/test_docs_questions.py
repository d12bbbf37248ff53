"""The page of the ten questions holds: its commands and calls answer on the record of the example reports."""

import ast
import re
from pathlib import Path

import pytest
from bench.samples import CUT, PAGE, SAMPLE, answer, make, renewed

from communique.record import EngagementFilter, Record

PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RENEW = "write the page anew with `python -m bench samples`"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("questions") / "examples.db")


@pytest.fixture(scope="module")
def page(path: Path) -> str:
    return renewed(PAGE.read_text(encoding="utf-8"), path)


def questions() -> list[str]:
    return re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def test_there_are_ten_questions_each_with_a_command_and_a_call() -> None:
    assert [each.split(".")[0] for each in questions()] == [f"{nth}" for nth in range(1, 11)]
    for each in questions():
        assert SAMPLE.search(each)
        assert PYTHON.search(each)


@pytest.mark.parametrize("nth", range(10))
def test_a_sample_is_what_the_command_answers(nth: int, page: str, path: Path) -> None:
    command, told = SAMPLE.findall(page)[nth]
    answered = [line.rstrip() for line in answer(command, path).splitlines()]
    assert len(answered) > 2
    shown = SAMPLE.findall(PAGE.read_text(encoding="utf-8"))[nth][1].splitlines()
    still = [line for line in shown if line in answered or line == CUT]
    assert told
    assert len(still) * 2 >= len(shown), f"{command}: most of its sample is no longer answered; {RENEW}"


@pytest.mark.parametrize("nth", range(10))
def test_a_call_answers(nth: int, page: str, path: Path) -> None:
    (expression,) = ast.parse(PYTHON.findall(page)[nth]).body
    assert isinstance(expression, ast.Expr)
    with Record(path, read_only=True) as record:
        names = {"record": record, "EngagementFilter": EngagementFilter}
        answered = eval(compile(ast.Expression(expression.value), PAGE.name, "eval"), names)
    assert answered
