"""Dates, counts and lists in words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.wording import words


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2017-10-24", "24 October 2017"),
        ("2017-05-03", "3 May 2017"),
        ("2017-10", "October 2017"),
        ("2017", "2017"),
        ("2017-XX", "2017-XX"),
        ("2017-21", "spring 2017"),
        ("2017-24", "winter 2017"),
        ("2017-34", "2nd quarter of 2017"),
        ("2017-13", "2017-13"),
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
    assert words.cell_date("2017-10") == "Oct 2017"
    assert words.cell_date("2017-22") == "summer 2017"
    assert words.cell_date("2017") == "2017"


@pytest.mark.parametrize(
    ("earlier", "later", "said"),
    [
        ("2020-02-12", "2021-05-17", "15 months"),
        ("2020-02-12", "2020-03-11", "28 days"),
        ("2020-02-12", "2020-02-13", "1 day"),
        ("2020-02", "2021-02-12", "12 months"),
        ("2020-02-12", "2023", "3 years"),
        ("2019", "2020", "1 year"),
        ("2020-02-12", "2020-02-12", ""),
        ("2021-02-12", "2020-02-12", ""),
        ("2020", "2020-05", ""),
        ("XXXX", "2020", ""),
    ],
)
def test_between(earlier: str, later: str, said: str) -> None:
    assert words.between(earlier, later) == said


def test_reports_cannot_steer_the_terminal() -> None:
    text = "a\x1b[31m\x00\r\n\tb\x9b\u200f😀"
    assert words.visible(text) == "a\u241b[31m\u2400 \n\tb\ufffd\u200f😀"
    assert len(words.visible(text)) == len(text)
    assert words.line(" a\n\tb  c\r\n") == "a b c"


def test_short_cuts_between_words() -> None:
    assert words.short("Gaborone", 8) == "Gaborone"
    assert words.short("on board, at anchor", 12) == "on board…"
    assert words.short("Gaborone", 5) == "Gabo…"


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_short_is_short(text: str, length: int) -> None:
    assert len(words.short(text, length)) <= length


@given(st.text())
def test_visible_keeps_offsets(text: str) -> None:
    shown = words.visible(text)
    assert len(shown) == len(text)
    assert words.visible(shown) == shown
    assert all(one == other or not one.isprintable() for one, other in zip(text, shown, strict=True))


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
