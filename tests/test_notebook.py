"""The notebook runs from its first cell to its last, and ends with a figure."""

import os
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"


def kept() -> nbformat.NotebookNode:
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]


@pytest.fixture
def ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> nbformat.NotebookNode:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(str(Path(each).resolve()) for each in sys.path if each))
    client = NotebookClient(kept(), timeout=300, resources={"metadata": {"path": str(tmp_path)}})
    return client.execute()


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning:zmq")
def test_the_notebook_runs_and_draws(ran: nbformat.NotebookNode) -> None:
    outputs = [each for cell in ran.cells if cell.cell_type == "code" for each in cell.outputs]
    assert not [each for each in outputs if each.output_type == "error" or each.get("name") == "stderr"]
    assert [each for each in outputs if "image/png" in each.get("data", {})]
    told = "".join(each["data"]["text/plain"] for each in outputs if "data" in each)
    assert "Counts(reports=26" in told
    assert "engagements.parquet" in told


def test_it_is_kept_without_what_it_gave() -> None:
    for cell in kept().cells:
        assert not cell.get("outputs")
