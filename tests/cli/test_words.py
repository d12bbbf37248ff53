"""Dates, counts and lists in words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.cli import words


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2017-10-24", "24 October 2017"),
        ("2017-05-03", "3 May 2017"),
        ("2017-10", "October 2017"),
        ("2017", "2017"),
        ("2017-XX", "2017-XX"),
        ("2017-21", "2017-21"),
        ("201X", "201X"),
    ],
)
def test_date(edtf: str, said: str) -> None:
    assert words.date(edtf) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2017-10-24", None, "24 October 2017"),
        ("2017-10-24", "2017-10-24", "24 October 2017"),
        ("2017-10-24", "2017-10-25", "24–25 October 2017"),
        ("2017-10-30", "2017-11-02", "30 October – 2 November 2017"),
        ("2017-12-30", "2018-01-02", "30 December 2017 – 2 January 2018"),
        ("2017-10-30", "2017-11-30", "30 October – 30 November 2017"),
        ("2017-10", "2017-11", "October–November 2017"),
        ("2017", "2018", "2017–2018"),
        ("2016-10", "2017-10", "October 2016 – October 2017"),
        ("2017", "2017-10", "2017 – October 2017"),
    ],
)
def test_dates(start: str, end: str | None, said: str) -> None:
    assert words.dates(start, end) == said


def test_a_missing_date_says_why() -> None:
    assert words.dates(None, None) == "not reported"
    assert words.dates(None, None, undated="ambiguous") == "ambiguous"
    assert words.cell_date(None) == words.EMPTY
    assert words.cell_date(None, undated="ambiguous") == "ambiguous"


def test_a_table_keeps_days_as_iso() -> None:
    assert words.cell_date("2017-10-24") == "2017-10-24"
    assert words.cell_date("2017-10") == "October 2017"


@given(st.dates(min_value=datetime.date(1000, 1, 1)), st.dates(min_value=datetime.date(1000, 1, 1)))
def test_no_day_is_lost(start: datetime.date, end: datetime.date) -> None:
    said = words.dates(start.isoformat(), end.isoformat())
    assert said.endswith(words.date(end.isoformat()))
    assert said.startswith(str(start.day))
    assert str(start.year) in said
    assert words.MONTHS[start.month - 1] in said


@pytest.mark.parametrize(("number", "said"), [(0, "0 reports"), (1, "1 report"), (1204, "1,204 reports")])
def test_count(number: int, said: str) -> None:
    assert words.count(number, "report") == said


def test_count_of_an_irregular_noun() -> None:
    assert words.count(2, "body", "bodies") == "2 bodies"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (112, "112th"),
    ],
)
def test_ordinal(number: int, said: str) -> None:
    assert words.ordinal(number) == said


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_listed(items: list[str], said: str) -> None:
    assert words.listed(items) == said
