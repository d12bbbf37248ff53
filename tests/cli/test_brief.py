"""The brief at the command line: a file in the form its name says, whole or not at all."""

import json
from pathlib import Path

import pytest

from communique.cli import brief as command
from communique.cli import main
from communique.export.brief import FORMS
from communique.reading import Reading
from communique.record import Record
from communique.report import Report

STARTS = {"docx": b"PK\x03\x04", "pdf": b"%PDF-", "html": b"<!doctype html>", "md": b"# Georgia"}


@pytest.fixture
def record(tmp_path: Path, pairs: list[tuple[Report, Reading]]) -> str:
    path = tmp_path / "kept.db"
    with Record(path) as made:
        made.add_all(pairs)
    return str(path)


def test_the_command_knows_the_forms_of_the_brief() -> None:
    assert set(command.FORMS) == set(FORMS) == set(STARTS)


@pytest.mark.parametrize("form", FORMS)
def test_the_name_of_the_file_says_the_form(record: str, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"brief.{form.upper()}"
    assert main(["brief", "Georgia", "AM", "--on", "2022-01-01", "-o", str(out), "--record", record]) == 0
    assert out.read_bytes().startswith(STARTS[form])
    other = tmp_path / "other.txt"
    assert (
        main(["brief", "GE", "armenia", "--on", "2022-01-01", "-o", str(other), "--as", form, "--record", record]) == 0
    )
    assert other.read_bytes() == out.read_bytes()


def test_without_a_file_it_is_markdown_on_stdout(record: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["brief", "GE", "AM", "--on", "2022", "--record", record]) == 0
    assert capfdbinary.readouterr().out.decode().startswith("# Georgia – Armenia\n\nAs of 31 December 2022:")


def test_what_it_says_is_there_as_json(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "GE", "AM", "--on", "2022-01-01", "--json", "--record", record]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["names"] == ["Georgia", "Armenia"]
    (line, *_) = said["sections"][0]["parts"][0]["lines"]
    assert line["cited"][0]["mark"] == "1a"


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        (("GE", "AM", "-o", "brief.odt"), 2, "Let the name end in one of .docx, .pdf, .html, .md"),
        (("GE", "AM", "--as", "pdf", "--json"), 2, "give one of them"),
        (("GE", "Georgia"), 1, "name another"),
        (("GE", "Atlantis"), 1, "no party 'Atlantis' in the record"),
        (("GE", "AM", "--on", "soon"), 2, "is not a day, month or year"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_written(
    record: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    asked: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert main(["brief", *asked, "--record", record]) == status
    assert said in " ".join(capsys.readouterr().err.split())
    assert sorted(tmp_path.iterdir()) == before


def test_it_does_not_overwrite_the_record(record: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "GE", "AM", "-o", record, "--as", "pdf", "--record", record]) == 2
    assert "would overwrite the record" in capsys.readouterr().err
