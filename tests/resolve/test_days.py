from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading import Masthead, Reading
from communique.report import Cited
from communique.resolve import bounds, day_of


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2017-10-24", "2017-10-24", "2017-10-24"),
        ("2017-10", "2017-10-01", "2017-10-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-10-24/2017-10-25", "2017-10-24", "2017-10-25"),
        ("2017-02/..", "2017-02-01", "2017-02-28"),
        ("2017-10-XX", "2017-10-01", "2017-10-31"),
        ("2017-XX-XX", "2017-01-01", "2017-12-31"),
        ("2017-22", "2017-01-01", "2017-12-31"),
        ("2017-10~", "2017-10-01", "2017-10-31"),
        ("2017-10-24?", "2017-10-24", "2017-10-24"),
    ],
)
def test_days_months_years_and_intervals(edtf: str, first: str, last: str) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "..",
        "/",
        "tomorrow",
        "2017-13",
        "2017-02-30",
        "2017-10-00",
        "0000",
        "17-10",
        "2017/x",
        "2017-31-05",
        "2017-21-05",
        "２０１７",
    ],
)
def test_other_words_are_no_day(edtf: str) -> None:
    assert bounds(edtf) is None


@given(st.dates())
def test_every_day_is_its_own_bounds(day: date) -> None:
    assert bounds(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(st.text(alphabet="0123456789-/.X?~%"))
def test_no_text_is_a_crash_and_bounds_are_days_in_order(text: str) -> None:
    found = bounds(text)
    assert found is None or all(date.fromisoformat(each) for each in found)


def test_a_report_is_from_its_publication_else_its_dateline() -> None:
    dateline = Cited("4 March", 0, 7, value="2019-03-04", rule="test.hand")
    assert day_of(Reading(report=Masthead(id="a", published="2019-03-05", dateline_date=dateline), reader="r")) == (
        "2019-03-05"
    )
    assert day_of(Reading(report=Masthead(id="a", dateline_date=dateline), reader="r")) == "2019-03-04"
    assert day_of(Reading(report=Masthead(id="a"), reader="r")) is None
