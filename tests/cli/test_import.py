import json
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.cli import main
from communique.record import Record

ROWS = [
    {
        "id": "visit-1",
        "kind": "visit",
        "visitor": "President Ana Ruiz",
        "start": "1990-05-01",
        "end": "1990-05-03",
        "country": "Peru",
        "remarks": "Met with President Stone May 2.",
    },
    {"id": "visit-2", "kind": "visit", "visitor": "", "start": "1990-05-01", "end": "1990-05-03"},
    {
        "id": "trip-president-3",
        "kind": "trip",
        "role": "president",
        "name": "Pat Stone",
        "start": "1990-06-01",
        "end": "1990-06-01",
        "country": "Norway",
        "place": "Oslo",
        "remarks": "Official visit.",
    },
]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))

    def imported(*arguments: str) -> tuple[int, str, str]:
        status = main(["import", "history", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return imported


def test_rows_are_kept_and_a_bad_one_is_told(run: Run) -> None:
    status, out, err = run("rows.jsonl", "--record", "my.db")
    assert (status, out) == (1, "")
    told, summary = err.splitlines()
    assert told == "rows.jsonl:2: row 'visit-2' has no visitor; mend the row, or leave it out"
    assert summary.startswith("2 reports, 2 new, 0 already in my.db; 2 of the new with an engagement")
    with Record("my.db", read_only=True) as record:
        assert [each.report.id for each in record.readings()] == ["history/trip-president-3", "history/visit-1"]
        assert {each.reading.reader for each in record.readings()} == {"history 1"}
        assert len(record.engagements()) == 3


def test_importing_again_adds_nothing(run: Run) -> None:
    run("rows.jsonl")
    before = len(_engagements())
    _, _, err = run("rows.jsonl")
    assert "2 reports, 0 new, 2 already in communique.db" in err
    assert len(_engagements()) == before


def _engagements() -> list[str]:
    with Record("communique.db", read_only=True) as record:
        return [each.id for each in record.engagements()]


def test_readings_without_a_record(run: Run) -> None:
    status, out, _ = run("rows.jsonl", "--no-record", "--readings", "-")
    assert status == 1
    assert [json.loads(line)["report"]["id"] for line in out.splitlines()] == [
        "history/visit-1",
        "history/trip-president-3",
    ]
    assert not Path("communique.db").exists()


def test_the_input_is_not_overwritten(run: Run) -> None:
    status, _, err = run("rows.jsonl", "--readings", "rows.jsonl")
    assert status == 2
    assert "--readings would overwrite rows.jsonl" in err


def test_a_file_that_is_not_there(run: Run) -> None:
    status, _, err = run("none.xml")
    assert status == 1
    assert "none.xml: there is no such file or folder" in err


def test_rows_are_read_again_by_their_own_reader(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("rows.jsonl")
    Path("report.txt").write_text("OSLO, May 3. The Minister of Defence of Norway met her counterpart.")
    main(["read", "report.txt"])
    capsys.readouterr()
    assert main(["reread"]) == 0
    assert "0 reports read again" in capsys.readouterr().err
    assert main(["reread", "--all"]) == 0
    assert "3 reports read again, 0 with a new reading" in capsys.readouterr().err
    with Record("communique.db", read_only=True) as record:
        readers = {each.report.id: each.reading.reader for each in record.readings()}
    assert readers.pop("report") != "history 1"
    assert set(readers.values()) == {"history 1"}
