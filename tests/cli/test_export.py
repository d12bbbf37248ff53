"""The record written out: every form, whole or not at all."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique.cli import main
from communique.export.tables import TABLES
from communique.reading import Reading
from communique.record import Record
from communique.report import Report


@pytest.fixture
def record(tmp_path: Path, pairs: list[tuple[Report, Reading]]) -> str:
    path = tmp_path / "kept.db"
    with Record(path) as made:
        made.add_all(pairs)
    return str(path)


@pytest.mark.parametrize(("form", "lines"), [("readings", 3), ("engagements", 4)])
def test_json_lines(record: str, tmp_path: Path, form: str, lines: int) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["export", form, "--record", record, "-o", str(out)]) == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == lines


def test_mentions_are_words_of_the_reports(record: str, pairs: list[tuple[Report, Reading]], tmp_path: Path) -> None:
    out = tmp_path / "mentions.jsonl"
    main(["export", "mentions", "--record", record, "-o", str(out)])
    texts = {report.id: report.text for report, _ in pairs}
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row["kind"] for row in rows} == {"account", "person", "body"}
    for row in rows:
        assert texts[row["report"]][row["start"] : row["end"]] == row["quote"]


def test_csv_is_a_folder_of_tables(record: str, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    assert main(["export", "csv", "--record", record, "-o", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {f"{name}.csv" for name in TABLES}
    with (folder / "people.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["name"] for row in csv.DictReader(stream)} >= {"Levan Abashvili", "Jânis Ozols"}


def test_to_stdout(record: str) -> None:
    script = str(Path(sys.executable).with_name("communique"))
    arguments = [script, "export", "csv", "--table", "sessions", "--record", record]
    done = subprocess.run(arguments, capture_output=True, check=True, timeout=60)
    assert done.stdout.startswith(b"body,name,session_number,")
    assert done.stderr == b""


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "csv"],
        ["export", "csv", "--table", "zebras"],
        ["export", "readings", "--table", "people"],
        ["export", "zebras"],
    ],
)
def test_wrong_use(record: str, arguments: list[str]) -> None:
    assert main([*arguments, "--record", record]) == 2


def test_the_record_is_not_overwritten(record: str) -> None:
    before = Path(record).read_bytes()
    assert main(["export", "readings", "--record", record, "-o", record]) == 2
    assert main(["export", "csv", "--table", "people", "--record", record, "-o", record]) == 2
    assert Path(record).read_bytes() == before


def test_without_a_record_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, folder = tmp_path / "out.jsonl", tmp_path / "tables"
    nowhere = str(tmp_path / "nowhere.db")
    assert main(["export", "readings", "--record", nowhere, "-o", str(out)]) == 1
    assert main(["export", "csv", "--record", nowhere, "-o", str(folder)]) == 1
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().err.count("\n") == 2


def test_a_folder_that_cannot_be_made_is_one_line(
    record: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["export", "csv", "--record", record, "-o", str(tmp_path / "file")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
