"""Each room imports only rooms above it, wherever in a module the import stands, and heavy things load late."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import communique

PACKAGE = Path(communique.__file__).parent
PROJECT = Path(__file__).parents[1]

ROOMS = (  # from the one that imports nothing to the one that may import all
    "errors",
    "report",
    "reading",
    "lexicon",
    "reader",
    "sources",
    "resolve",
    "record",
    "wording",
    "export",
    "evaluate",
    "web",
    "cli",
)
FREE = {"__init__", "examples"}  # the package itself names all lazily; the examples are data
MODULES = sorted(PACKAGE.rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(name: str) -> str:
    """`reader` for `communique.reader.times`, `__init__` for `communique` itself."""
    return name.split(".")[1] if "." in name else "__init__"


def imported(source: str, name: str, *, package: bool) -> Iterator[str]:
    """The modules of communique that a source imports anywhere: at its top, in a function, for types only."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "communique")
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = name.split(".")[: len(name.split(".")) - node.level + package]
                base = ".".join([*above, *([base] if base else [])])
            if base == "communique":  # from communique import reader
                yield from (f"communique.{alias.name}" for alias in node.names)
            elif base.startswith("communique."):
                yield base


def wrong_imports(source: str, name: str, *, package: bool = False) -> list[str]:
    """Imports of a room that stands below the module's own."""
    own = room(name)
    rank = ROOMS.index(own)
    found = (each for each in imported(source, name, package=package) if room(each) in ROOMS)
    return [each for each in found if ROOMS.index(room(each)) > rank]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: module_name(path))
def test_a_module_imports_only_rooms_above_its_own(path: Path) -> None:
    name = module_name(path)
    if room(name) in FREE:
        return
    assert room(name) in ROOMS, f"{name} stands in no room; put it into one of {', '.join(ROOMS)}"
    wrong = wrong_imports(path.read_text(encoding="utf-8"), name, package=path.stem == "__init__")
    assert not wrong, f"{name} imports {', '.join(wrong)}, which stands in a room below its own"


@pytest.mark.parametrize(
    "source",
    [
        "import communique.record",
        "from communique.record import Record",
        "from communique import record",
        "def late():\n    from communique.record.entries import Person",
        "if TYPE_CHECKING:\n    from communique.record import Record",
        "from ..record import Record",
        "from .. import record",
    ],
)
def test_a_wrong_import_would_be_seen(source: str) -> None:
    assert wrong_imports(source, "communique.reader.times")
    assert not wrong_imports(source, "communique.cli.times")


def test_a_package_counts_its_dots_from_itself() -> None:
    assert list(imported("from . import times", "communique.reader", package=True)) == ["communique.reader"]
    assert list(imported("from . import words", "communique.reader.times", package=False)) == ["communique.reader"]
    assert wrong_imports("from ..record import x", "communique.reader", package=True)


def test_the_linter_checks_the_same_rooms() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    there = [each for each in ROOMS if (PACKAGE / each).is_dir() or (PACKAGE / f"{each}.py").exists()]
    layers = [part for layer in contract["layers"] for part in layer.split(" | ") if room(part) not in FREE]
    assert layers == [f"communique.{each}" for each in reversed(there)]


HEAVY = {"alembic", "feedparser", "numpy", "pydantic", "rich", "spacy", "sqlalchemy", "thinc"}
LIGHT_ROOMS = {"errors", "report", "reading", "evaluate", "__init__"}  # the data model, and what only counts


def loaded_at_import(source: str) -> set[str]:
    """The top-level packages that a source imports as soon as it is imported itself."""
    found: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize(
    "path", [each for each in MODULES if room(module_name(each)) in LIGHT_ROOMS], ids=lambda path: module_name(path)
)
def test_light_rooms_load_heavy_things_when_they_need_them(path: Path) -> None:
    assert loaded_at_import(path.read_text(encoding="utf-8")) & HEAVY == set()


def test_only_imports_at_the_top_are_early() -> None:
    assert loaded_at_import("import spacy.tokens\ndef late():\n    import numpy") == {"spacy"}
