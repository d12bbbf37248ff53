"""What was known by a day is what a record that was never given later reports knows."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from communique.reading import Reading
from communique.record import Record
from communique.report import Report

Pairs = list[tuple[Report, Reading]]


def made(path: Path, pairs: Sequence[tuple[Report, Reading]]) -> Record:
    record = Record(path)
    record.add_all(pairs)
    return record


@pytest.mark.parametrize("day", ["2019-03-04", "2019-03-05", "2021-06-01", "2021-06-02", "2030-01-01"])
def test_what_was_known_by_a_day_is_what_its_reports_tell(tmp_path: Path, pairs: Pairs, day: str) -> None:
    until = [each for each in pairs if (each[0].published or "2021-06-02") <= day]
    parties = ("AM", "GE")
    with made(tmp_path / "all.db", pairs) as every, made(tmp_path / "until.db", until) as some:
        known, had = (each.engagements_by(day, parties=parties) for each in (every, some))
        assert known == had
        assert known.total == sum(len(reading.engagements) for report, reading in until if report.id != "lv-3")
        assert every.contact_by(day, parties=parties) == some.contact_by(day, parties=parties)
        assert every.coverage_by(day) == some.coverage_by(day)
        for party in parties:
            asked = [each.statements_by(day, party=party, between=parties) for each in (every, some)]
            assert asked[0] == asked[1]


def test_of_one_encounter_only_what_was_told_by_then(tmp_path: Path, told_twice: Pairs) -> None:
    with made(tmp_path / "record.db", told_twice) as record:
        (both,) = record.engagements()
        first, _ = sorted(record.accounts(both.id), key=lambda each: each.tellings[0].day or "")
        (known,) = record.engagements_by("2031-05-12", parties=("GE", "EE")).entries
        assert [each.report for each in known.tellings] == ["kura"]
        assert (known.id, known.place, known.start) == (both.id, first.place, first.start)
        (later,) = record.engagements_by("2031-05-13", parties=("GE", "EE")).entries
        assert later.tellings == both.tellings
        assert record.engagements_by("2031-05-11", parties=("GE", "EE")).entries == ()


def test_statements_are_of_one_side_and_the_latest_come_first(tmp_path: Path, told_twice: Pairs) -> None:
    with made(tmp_path / "record.db", told_twice) as record:
        said = record.statements_by("2031-12-31", party="EE", between=("GE", "EE"))
        assert [each.content.value for each in said.entries] == ["a plan is ready", "the visit was overdue"]
        one = record.statements_by("2031-12-31", party="EE", between=("GE", "EE"), limit=1)
        assert (one.entries, one.total) == (said.entries[:1], 2)
        assert record.statements_by("2031-12-31", party="EE", between=("EE", "LV")).total == 0


def test_a_report_without_a_day_counts_on_no_day(tmp_path: Path, told_twice: Pairs) -> None:
    (report, reading), other = told_twice
    undated = Report(report.id, report.text)
    with made(
        tmp_path / "record.db",
        [(undated, Reading.from_json(reading.to_json() | {"report": {"id": "kura"}}, report.text)), other],
    ) as record:
        assert record.undated_reports(parties=("GE", "EE")) == 1
        (known,) = record.engagements_by("2099-01-01", parties=("GE", "EE")).entries
        assert [each.report for each in known.tellings] == ["baltic"]


def test_lines_of_reports_come_by_id(tmp_path: Path, pairs: Pairs) -> None:
    with made(tmp_path / "record.db", pairs) as record:
        lines = record.report_lines(["am-7", "ge-1", "am-7"])
        assert lines == {each.id: each for each in record.reports() if each.id in ("am-7", "ge-1")}


def test_of_each_office_the_last_that_told_it_by_the_day(tmp_path: Path, pairs: Pairs) -> None:
    with made(tmp_path / "record.db", pairs) as record:
        asked = ("minister", "chief of defence", "deputy")
        georgia = [
            record.holders_by(day, party="GE", levels=asked, limit=5)
            for day in ("2019-01-01", "2020-12-31", "2021-12-31")
        ]
        assert georgia[0] == []
        assert [(each.name, each.office.value, each.day) for each in georgia[1]] == [
            ("Nino Beridze", "Minister of Defence of Georgia", "2020-01-15"),
            ("Levan Abashvili", "Defence Minister", "2019-03-05"),
        ]
        assert [each.level for each in georgia[2]] == ["minister", "minister", "chief of defence"]
        assert record.holders_by("2020-12-31", party="GE", levels=asked, limit=1) == georgia[1][:1]
        for each in georgia[2]:
            text = record.text(each.office.report).text
            assert text[each.office.start : each.office.end] == each.office.quote
