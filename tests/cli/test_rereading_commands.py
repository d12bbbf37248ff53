"""Making a record anew, and reading its reports again."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from communique.cli import main
from communique.reader import Reader
from communique.reading import Masthead, Reading
from communique.record import Record
from communique.report import Report

Pairs = list[tuple[Report, Reading]]

OLD = "an older reader"


@pytest.fixture
def record(tmp_path: Path, pairs: Pairs) -> Path:
    """A record of the shared pairs, and of a report in which an older reader found nothing."""
    path = tmp_path / "a.db"
    text = "Riga, 3 May 2021. Defence Minister Artis Pabriks met Estonian Defence Minister Kalle Laanet in Riga."
    with Record(path) as made:
        made.add_all(pairs)
        made.add(Report("riga", text, published="2021-05-04"), Reading(report=Masthead(id="riga"), reader=OLD))
    return path


def test_rebuilding_says_from_how_many_reports(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rebuild", "--record", str(record)]) == 0
    assert capsys.readouterr().err == f"{record}: made anew from 4 reports\n"


@pytest.mark.parametrize("command", ["rebuild", "reread"])
def test_a_record_that_is_not_there_is_not_made(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--record", str(tmp_path / "none.db")]) == 1
    assert "there is no record here" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_read_again_by_the_reader_at_hand(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reread", "riga", "--record", str(record)]) == 0
    assert "1 report read again, 1 with a new reading" in capsys.readouterr().err
    with Record(record) as read:
        assert read.report("riga").reading.reader == Reader.version
        assert [each.day for each in read.reports() if each.engagements] != []
        assert "riga" not in read.read_otherwise(Reader.version)
    assert main(["reread", "riga", "--record", str(record)]) == 0
    assert "0 reports read again" in capsys.readouterr().err
    assert main(["reread", "riga", "--all", "--record", str(record)]) == 0
    assert "1 report read again, 0 with a new reading" in capsys.readouterr().err


def test_a_report_that_is_not_there_is_said(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reread", "rigga", "--record", str(record)]) == 1
    assert "did you mean riga" in capsys.readouterr().err


def test_decisions_that_no_longer_fit_are_listed(
    record: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record(record) as made:
        first, second = (each.id for each in made.people(party="GE"))
        decided = made.decide("different", first, second, by="somebody")

    def blank(reports: Iterable[Report], *, jobs: int | None) -> Iterator[tuple[Report, Reading]]:
        """Reads nothing."""
        assert jobs is None
        for report in reports:
            yield report, Reading(report=Masthead(id=report.id), reader="blank")

    monkeypatch.setattr("communique.reader.many.read_many", blank)
    assert main(["reread", "--record", str(record)]) == 0
    assert f"{decided.id} no longer fits" in capsys.readouterr().out
    with Record(record) as asked:
        assert [each.id for each in asked.unfit()] == [decided.id]
