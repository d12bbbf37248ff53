"""Zero, unknown and not covered: each state of a dyad's year, and what is counted in it."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from communique.export.csv_lines import csv_lines
from communique.export.tables import TABLES
from communique.reading import Account, Masthead, Participant, Reading
from communique.record import Record
from communique.report import Cited, Report

OURS, THEIRS = "Ministry of Defence of Georgia", "Ministry of Defence of Latvia"
NOBODYS = "The Daily Herald"


def silent(publisher: str, months: Iterable[str]) -> Iterator[tuple[Report, Reading]]:
    """A report a month that tells of no encounter."""
    for month in months:
        id = f"{publisher} {month}"  # noqa: A001
        report = Report(id, f"Nothing happened in {id}.", published=f"{month}-10", publisher=publisher)
        yield report, Reading(report=Masthead(id=id, published=report.published), reader="test")


def met(publisher: str, day: str, *others: str, status: str = "held", kind: str = "meeting") -> tuple[Report, Reading]:
    """A report, of the day itself, of an encounter of Georgia and Latvia, and of others beside them."""
    text = f"{day}: GE LV {' '.join(others)} met."

    def cite(value: str, words: str) -> Cited[str]:
        start = text.index(words)
        return Cited(text, start, start + len(words), value=value, rule="test.hand")

    account = Account(
        id="E1",
        kind=cite(kind, "met"),  # type: ignore[arg-type]
        status=cite(status, "met"),  # type: ignore[arg-type]
        trigger=cite("met", "met"),
        start=cite(day, day),
        participants=tuple(Participant(party=cite(each, each)) for each in ("GE", "LV", *others)),
    )
    report = Report(f"met {day}", text, published=day, publisher=publisher)
    head = Masthead(id=report.id, published=day)
    return report, Reading(report=head, reader="test", engagements=(account,))


def months(year: int, *which: int) -> list[str]:
    return [f"{year}-{month:02}" for month in which or range(1, 13)]


@pytest.fixture
def years(tmp_path: Path) -> dict[int, dict[str, str]]:
    """The years of Georgia and Latvia, as a reader of CSV sees them."""
    with Record(tmp_path / "a.db") as record:
        record.add_all(
            [
                *silent(OURS, months(2017)),  # read, and they did not meet
                *silent(OURS, months(2018, 1, 2, 3, 4, 5, 6)),  # the two sides together: read
                *silent(THEIRS, months(2018, 7, 8, 9, 10, 11, 12)),
                met(THEIRS, "2018-08-01"),
                met(THEIRS, "2018-09-03", "EE", kind="conference"),
                met(THEIRS, "2018-10-03", status="planned"),
                *silent(THEIRS, months(2019, 2, 3)),  # some months only: unknown
                *silent(OURS, months(2020, 5)),  # some months, in which they met
                met(OURS, "2020-06-01"),
                *silent(NOBODYS, months(2021)),  # read, but by nobody of theirs: not covered
                *silent(NOBODYS, months(2022, 1)),
                met(NOBODYS, "2022-02-02"),  # not covered, and told of all the same
            ]
        )
        text = "".join(csv_lines(TABLES["dyad_years"](record)))
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return {int(row["year"]): row for row in rows if (row["party_a"], row["party_b"]) == ("GE", "LV")}


@pytest.mark.parametrize(
    ("year", "coverage", "engagements", "bilateral", "calls"),
    [
        (2017, "read", "0", "0", "0"),
        (2018, "read", "2", "1", "0"),
        (2019, "gaps", "", "", ""),
        (2020, "gaps", "1", "1", ""),
        (2021, "out of coverage", "", "", ""),
        (2022, "out of coverage", "1", "1", ""),
    ],
)
def test_zero_unknown_and_not_covered_are_three(
    years: dict[int, dict[str, str]], year: int, coverage: str, engagements: str, bilateral: str, calls: str
) -> None:
    row = years[year]
    found = (row["coverage"], row["engagements"], row["bilateral"], row["kind_call"])
    assert found == (coverage, engagements, bilateral, calls)


def test_there_is_a_row_for_each_year_of_the_reports_and_no_other(years: dict[int, dict[str, str]]) -> None:
    assert list(years) == list(range(2017, 2023))
    assert years[2018]["kind_conference"] == "1"
    assert years[2018]["level_not_told"] == "2"


def test_two_that_met_only_beside_others_have_their_years_too(tmp_path: Path) -> None:
    with Record(tmp_path / "a.db") as record:
        record.add_all([met(THEIRS, "2018-09-03", "EE")])
        rows = [row[:6] for row in TABLES["dyad_years"].rows(record)]
    assert rows == [
        ("EE", "GE", 2018, "out of coverage", 1, None),
        ("EE", "LV", 2018, "gaps", 1, None),
        ("GE", "LV", 2018, "gaps", 1, None),
    ]
