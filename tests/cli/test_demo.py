from collections.abc import Callable
from pathlib import Path

import pytest

from communique import examples
from communique.cli import main
from communique.reader import Reader
from communique.record import Record
from communique.report import Report


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_RECORD", "untouched.db")
    return tmp_path


@pytest.fixture
def demo(here: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def run(*arguments: str) -> str:
        assert main(["demo", *arguments]) == 0
        return capsys.readouterr().out

    return run


def ids(record: Path) -> set[str]:
    with Record(record, read_only=True) as kept:
        return {each.id for each in kept.reports()}


def test_it_reads_every_example_and_shows_each_part_under_its_command(here: Path, demo: Callable[..., str]) -> None:
    shown = demo()
    assert ids(here / "demo.db") == {each.id for each in examples.reports()}
    lines = [line.removeprefix("$ communique ") for line in shown.splitlines() if line.startswith("$ communique ")]
    asked = ["read", "engagements", "show", "show", "show", "engagements", "statements", "read"]
    assert [line.split()[0] for line in lines] == asked
    assert [line.split()[1][:2] for line in lines[2:5]] == ["B-", "P-", "20"]
    assert not (here / "untouched.db").exists(), "the demo has a record of its own"


def test_it_begins_afresh_each_time(here: Path, demo: Callable[..., str]) -> None:
    first = demo("--record", "again.db")
    assert demo("--record", "again.db") == first
    assert [each.name for each in here.glob("*.db")] == ["again.db"]


def test_it_leaves_a_record_of_other_reports_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = Report("mine", "TBILISI, May 17. The ministers met.", published="2023-05-17")
    with Record("demo.db") as record:
        record.add(mine, Reader().read(mine))
    assert main(["demo"]) == 1
    assert "another file" in capsys.readouterr().err
    assert ids(here / "demo.db") == {"mine"}


def test_it_leaves_a_file_that_is_no_record_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "demo.db").write_text("a diary", encoding="utf-8")
    assert main(["demo"]) == 1
    assert "demo.db" in capsys.readouterr().err
    assert (here / "demo.db").read_text(encoding="utf-8") == "a diary"
