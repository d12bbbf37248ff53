"""What `import communique` offers, and that it costs nothing until used."""

import inspect
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import communique

HEAVY = {"alembic", "click", "feedparser", "numpy", "pydantic", "rich", "spacy", "sqlalchemy", "thinc"}


def modules_after(code: str) -> set[str]:
    """The modules a new process has loaded once it has run the code."""
    script = f"{code}\nimport sys\nsys.stdout.write('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_all_is_exactly_this() -> None:
    assert communique.__all__ == [
        "Citation",
        "Cited",
        "CommuniqueError",
        "Reader",
        "Reading",
        "Record",
        "Report",
        "__version__",
        "read",
    ]
    assert communique.__all__ == sorted(communique.__all__) == dir(communique)


@pytest.mark.parametrize("name", communique.__all__)
def test_every_public_name_is_there_and_explained(name: str) -> None:
    found = getattr(communique, name)
    assert found is getattr(communique, name)
    assert name == "__version__" or inspect.getdoc(found)


def test_star_import_gives_them_all() -> None:
    names: dict[str, object] = {}
    exec("from communique import *", names)  # the statement under test
    assert set(communique.__all__) <= names.keys()


def test_another_name_is_an_attribute_error() -> None:
    assert not hasattr(communique, "Reeding")
    with pytest.raises(AttributeError, match="no attribute 'Reeding'"):
        communique.Reeding  # noqa: B018 - the access is the test


def test_the_version_is_the_packages() -> None:
    assert communique.__version__ == version("communique")


def test_the_package_is_typed() -> None:
    assert Path(communique.__file__).with_name("py.typed").exists()


def test_importing_loads_nothing_else() -> None:
    loaded = modules_after("import communique")
    assert "communique" in loaded
    assert {name for name in loaded if name.startswith("communique.")} == set()
    assert loaded & HEAVY == set()


@pytest.mark.parametrize("name", ["Citation", "Cited", "CommuniqueError", "Report", "Reading"])
def test_the_data_model_loads_nothing_heavy(name: str) -> None:
    assert modules_after(f"from communique import {name}") & HEAVY == set()


def test_the_heavy_ones_would_be_seen() -> None:
    assert "sqlalchemy" in modules_after("import communique, sqlalchemy") & HEAVY


def test_read_reads() -> None:
    text = "OSLO, 3 May. Nothing else was reported."
    reading = communique.read(text, published="2021-05-03", id="n1")
    assert isinstance(reading, communique.Reading)
    assert (reading.report.id, reading.report.published) == ("n1", "2021-05-03")
    assert reading.reader
    assert communique.Reading.from_json(reading.to_json(), text) == reading
