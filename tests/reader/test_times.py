"""Expressions of time: what each rule reads, what must stay unsettled, what is no time, and the laws of all."""

import datetime
import time as clock
from functools import cache
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from communique.reader.times import RULES, Time, find_times

# A Thursday.
ANCHOR = datetime.date(2017, 10, 26)
LONG_AGO = datetime.date(1999, 1, 1)


def only(text: str, anchor: datetime.date | None = ANCHOR, *, future: bool | None = None) -> Time:
    """The one time of a text."""
    times = find_times(text, anchor=anchor, future=future)
    assert len(times) == 1, times
    return times[0]


def words(text: str, time: Time) -> str:
    return text[time.start_offset : time.end_offset]


def phrases(table: str) -> list[str]:
    """The phrases of a table, divided by bars and lines."""
    return [phrase.strip() for line in table.strip().splitlines() for phrase in line.split("|")]


# text, the expression in it, start, end, rule
SETTLED = [
    ("On October 24, the Minister met", "October 24", "2017-10-24", "2017-10-24", "date"),
    ("Baku. 24 October. AGENCY/ The Minister", "24 October", "2017-10-24", "2017-10-24", "date"),
    ("it was signed on the 24th of October", "the 24th of October", "2017-10-24", "2017-10-24", "date"),
    ("on 29<sup>th</sup> September 2017.", "29<sup>th</sup> September 2017", "2017-09-29", "2017-09-29", "date"),
    ("Posted On: 07 JUL 2021 6:12PM", "07 JUL 2021", "2021-07-07", "2021-07-07", "date"),
    ("SEOUL, Oct. 24 (Agency)", "Oct. 24", "2017-10-24", "2017-10-24", "date"),
    ("Lagos, Sept. 5, 2016 (Agency)", "Sept. 5, 2016", "2016-09-05", "2016-09-05", "date"),
    ("Addis Ababa August 3/2019 (Agency)", "August 3/2019", "2019-08-03", "2019-08-03", "date"),
    ("the fourth of July 1995", "the fourth of July 1995", "1995-07-04", "1995-07-04", "date"),
    ("Published 6.3.2018 13.05", "6.3.2018", "2018-03-06", "2018-03-06", "date"),
    ("Published 24/10/2017", "24/10/2017", "2017-10-24", "2017-10-24", "date"),
    ("Published 10/24/2017", "10/24/2017", "2017-10-24", "2017-10-24", "date"),
    ("date 2017-10-24 (c) Press", "2017-10-24", "2017-10-24", "2017-10-24", "date"),
    ("2017-10-24T12:00:00Z", "2017-10-24", "2017-10-24", "2017-10-24", "date"),
    ("05-Aug-2016", "05-Aug-2016", "2016-08-05", "2016-08-05", "date"),
    ("met on Tuesday, October 24, 2017 in Baku", "Tuesday, October 24, 2017", "2017-10-24", "2017-10-24", "date"),
    ("met on Tuesday (October 24) in Baku", "Tuesday (October 24)", "2017-10-24", "2017-10-24", "date"),
    ("this Saturday (October 28), he", "this Saturday (October 28)", "2017-10-28", "2017-10-28", "date"),
    ("on 4 May last year", "4 May last year", "2016-05-04", "2016-05-04", "date"),
    ("on October 24-25 in Doha", "October 24-25", "2017-10-24", "2017-10-25", "month_days"),
    ("from October 28 to 30", "from October 28 to 30", "2017-10-28", "2017-10-30", "month_days"),
    ("on 24–25 October", "24–25 October", "2017-10-24", "2017-10-25", "days"),
    ("on 24th-25th October", "24th-25th October", "2017-10-24", "2017-10-25", "days"),
    ("the week of 6 to 10 May 2019", "6 to 10 May 2019", "2019-05-06", "2019-05-10", "days"),
    ("between 3 and 12 of September 2017", "between 3 and 12 of September 2017", "2017-09-03", "2017-09-12", "days"),
    ("held 22-24.10.2017 in Vaduz", "22-24.10.2017", "2017-10-22", "2017-10-24", "days"),
    ("from Monday 9 to Friday 13 October", "from Monday 9 to Friday 13 October", "2017-10-09", "2017-10-13", "days"),
    ("on 24 and 25 October", "24 and 25 October", "2017-10-24", "2017-10-25", "day_list"),
    ("on June 2, 3 and 4, 2018", "June 2, 3 and 4, 2018", "2018-06-02", "2018-06-04", "day_list"),
    (
        "from 28 September to 2 October 2019",
        "from 28 September to 2 October 2019",
        "2019-09-28",
        "2019-10-02",
        "date_range",
    ),
    ("from October 20 till November 3", "from October 20 till November 3", "2017-10-20", "2017-11-03", "date_range"),
    ("28 December 2017 - 3 January", "28 December 2017 - 3 January", "2017-12-28", "2018-01-03", "date_range"),
    ("28 December – 3 January 2018", "28 December – 3 January 2018", "2017-12-28", "2018-01-03", "date_range"),
    ("in Nov-Dec 2021", "Nov-Dec 2021", "2021-11", "2021-12", "months"),
    ("from May to the end of October 2020", "from May to the end of October 2020", "2020-05", "2020-10", "months"),
    ("the plan for 2017-2022", "2017-2022", "2017", "2022", "years"),
    ("between 2014 and the end of 2018", "between 2014 and the end of 2018", "2014", "2018", "years"),
    ("it will last until the 25th of October.", "until the 25th of October", None, "2017-10-25", "until"),
    ("runs until 2 November", "until 2 November", None, "2017-11-02", "until"),
    ("through the end of the year", "through the end of the year", None, "2017", "until"),
    ("since April 20", "since April 20", "2017-04-20", None, "since"),
    ("since late July", "since late July", "2017-07", None, "since"),
    ("since Friday", "since Friday", "2017-10-20", None, "since"),
    ("from 2014", "from 2014", "2014", None, "since"),
    ("during the week of October 9", "the week of October 9", "2017-10", "2017-10", "week_of"),
    ("on Thursday of next week", "Thursday of next week", "2017-11-02", "2017-11-02", "weekday_week"),
    ("next week on Tuesday", "next week on Tuesday", "2017-10-31", "2017-10-31", "weekday_week"),
    ("on Sunday (29) at the lake", "Sunday (29)", "2017-10-29", "2017-10-29", "weekday_number"),
    ("in the first half of next year", "the first half of next year", "2018-01", "2018-06", "half"),
    ("the second half of 2018", "the second half of 2018", "2018-07", "2018-12", "half"),
    ("in Q3 2021", "Q3 2021", "2021-07", "2021-09", "quarter"),
    ("in the last quarter of the year", "the last quarter of the year", "2017-10", "2017-12", "quarter"),
    ("in the third quarter", "the third quarter", "2017-07", "2017-09", "quarter"),
    ("next quarter", "next quarter", "2018-01", "2018-03", "quarter"),
    ("the first nine months of 2021", "the first nine months of 2021", "2021-01", "2021-09", "first_months"),
    ("in the last two months of the year", "the last two months of the year", "2017-11", "2017-12", "first_months"),
    ("in early October", "early October", "2017-10", "2017-10", "part"),
    ("mid-November 2017", "mid-November 2017", "2017-11", "2017-11", "part"),
    ("the end of next August", "end of next August", "2018-08", "2018-08", "part"),
    ("in the second week of September 2017", "the second week of September 2017", "2017-09", "2017-09", "part"),
    ("the last week of October", "the last week of October", "2017-10", "2017-10", "part"),
    ("towards the end of 2018", "end of 2018", "2018", "2018", "part"),
    ("in spring 2020", "spring 2020", "2020-21", "2020-21", "season"),
    ("this autumn", "this autumn", "2017-23", "2017-23", "season"),
    ("last spring's floods", "last spring", "2017-21", "2017-21", "season"),
    ("in September 2016", "September 2016", "2016-09", "2016-09", "month"),
    ("in May last year", "May last year", "2016-05", "2016-05", "month"),
    ("in Riga last May", "last May", "2017-05", "2017-05", "month"),
    ("next January", "next January", "2018-01", "2018-01", "month"),
    ("this December", "this December", "2017-12", "2017-12", "month"),
    ("between August and December", "between August and December", "2017-08", "2017-12", "months"),
    ("since then, in October", "October", "2017-10", "2017-10", "bare_month"),
    ("after a March meeting", "March", "2017-03", "2017-03", "bare_month"),
    ("at their September meeting", "September", "2017-09", "2017-09", "bare_month"),
    ("met today with", "today", "2017-10-26", "2017-10-26", "today"),
    ("received today, Thursday, the", "today, Thursday", "2017-10-26", "2017-10-26", "today"),
    ("spoke yesterday evening", "yesterday evening", "2017-10-25", "2017-10-25", "today"),
    ("Tomorrow the delegation", "Tomorrow", "2017-10-27", "2017-10-27", "today"),
    ("flies home tonight", "tonight", "2017-10-26", "2017-10-26", "today"),
    ("earlier today", "earlier today", "2017-10-26", "2017-10-26", "today"),
    ("this morning", "this morning", "2017-10-26", "2017-10-26", "today"),
    ("last night", "last night", "2017-10-25", "2017-10-25", "today"),
    ("the day before yesterday", "the day before yesterday", "2017-10-24", "2017-10-24", "today"),
    ("two years ago", "two years ago", "2015", "2015", "ago"),
    ("two months ago", "two months ago", "2017-08", "2017-08", "ago"),
    ("three days ago", "three days ago", "2017-10-23", "2017-10-23", "ago"),
    ("two weeks ago", "two weeks ago", "2017-10", "2017-10", "ago"),
    ("three days from today", "three days from today", "2017-10-29", "2017-10-29", "ahead"),
    ("last week", "last week", "2017-10", "2017-10", "unit"),
    ("earlier this week", "earlier this week", "2017-10", "2017-10", "unit"),
    ("last month", "last month", "2017-09", "2017-09", "unit"),
    ("later this year", "later this year", "2017", "2017", "unit"),
    ("next year", "next year", "2018", "2018", "unit"),
    ("this Saturday", "this Saturday", "2017-10-28", "2017-10-28", "weekday"),
    ("this past Monday", "this past Monday", "2017-10-23", "2017-10-23", "weekday"),
    ("this coming Friday", "this coming Friday", "2017-10-27", "2017-10-27", "weekday"),
    ("next Tuesday", "next Tuesday", "2017-10-31", "2017-10-31", "weekday"),
    ("on Thursday", "Thursday", "2017-10-26", "2017-10-26", "weekday"),
    ("in the 1990s", "the 1990s", "1990", "1999", "decade"),
    ("the visit to Azerbaijan in 2015.", "2015", "2015", "2015", "bare_year"),
    ("the 1999 Protocol", "1999", "1999", "1999", "bare_year"),
    ("on the 5th of last month", "the 5th of last month", "2017-09-05", "2017-09-05", "near_month"),
    (
        "on the 5th and 6th of the current month",
        "the 5th and 6th of the current month",
        "2017-10-05",
        "2017-10-06",
        "near_days",
    ),
    ("in Lima on 14 Mar 79", "14 Mar 79", "1979-03-14", "1979-03-14", "date"),
    ("the 15th day of the month", "the 15th day of the month", "2017-10-15", "2017-10-15", "near_month"),
    ("signed on the 25th in Baku", "the 25th", "2017-10-25", "2017-10-25", "day_of_month"),
]


@pytest.mark.parametrize(("text", "expression", "start", "end", "rule"), SETTLED)
def test_settled(text: str, expression: str, start: str | None, end: str | None, rule: str) -> None:
    tense = False if rule in ("bare_month", "day_of_month") else None
    time = only(text, future=tense)
    assert (words(text, time), time.start, time.end, time.rule) == (expression, start, end, f"times.{rule}")
    assert time.undated is None
    assert time.why is None


# text, past, coming: what only the tense of the clause can settle
BY_TENSE = [
    ("on Tuesday", "2017-10-24", "2017-10-31"),
    ("late Sunday", "2017-10-22", "2017-10-29"),
    ("in February", "2017-02", "2018-02"),
    ("on April 12", "2017-04-12", "2018-04-12"),
    ("in the summer", "2017-22", "2018-22"),
    ("in early March", "2017-03", "2018-03"),
]


@pytest.mark.parametrize(("text", "past", "coming"), BY_TENSE)
def test_read_by_tense(text: str, past: str, coming: str) -> None:
    time = only(text)
    assert time.resolved(future=False).start == past
    assert time.resolved(future=True).start == coming
    assert only(text, future=True) == time.resolved(future=True)
    assert time.resolved(future=True).why is None


def test_a_date_of_these_weeks_is_of_this_year_whatever_the_tense() -> None:
    # "will open on October 24", printed two days late, is not of next year
    assert only("on October 24", future=True).start == "2017-10-24"
    assert only("on November 2", future=False).start == "2017-11-02"


def test_weekdays_of_an_interval_follow_each_other() -> None:
    time = only("from Monday to Wednesday")
    assert (time.start, time.undated) == (None, "ambiguous")
    assert time.readings == (("2017-10-23", "2017-10-25"), ("2017-10-30", "2017-11-01"))


def test_weeks_to_come_are_no_time_of_the_past() -> None:
    time = only("will meet in two weeks")
    assert time.resolved(future=True).start == "2017-11"
    assert time.resolved(future=False).start is None
    assert find_times("the first visit in ten months", anchor=ANCHOR) == []


# text, undated, a word of why: a day that the text does not settle is no day, least of all the day of publication
UNSETTLED = [
    ("on Tuesday", "ambiguous", "tense"),
    ("Published 05/06/2017", "ambiguous", "either way"),
    ("this week, from 27 to 2 of something; next week", "ambiguous", "two months"),
    ("in the last quarter", "ambiguous", "the year's last"),
    ("last Monday", "ambiguous", "week"),
    ("this winter", "ambiguous", "two years"),
    ("on April 12", "ambiguous", "tense"),
    ("in 2011-12", "ambiguous", "two years"),
    ("on the same day", "ambiguous", "another day"),
    ("a day earlier", "ambiguous", "another day"),
    ("the following Monday", "ambiguous", "another day"),
    ("the previous year", "ambiguous", "another day"),
    ("before the end of the year", "not reported", "before or after"),
    ("by 2028", "not reported", "before or after"),
    ("after March 2018", "not reported", "before or after"),
]


@pytest.mark.parametrize(("text", "undated", "why"), UNSETTLED)
def test_stays_unsettled(text: str, undated: str, why: str) -> None:
    time = find_times(text, anchor=ANCHOR)[-1]
    assert (time.start, time.end) == (None, None)
    assert time.undated == undated
    assert why in (time.why or "")


FROM_PUBLICATION = """
today | on Tuesday | October 24 | in February | last week | two years ago | this autumn | the third quarter
24-25 October | 24 and 25 October | until the 25th of October | next year | the first half of next year
in May last year | last May | from Monday to Wednesday | on Thursday of next week | in two weeks
"""


@pytest.mark.parametrize("text", phrases(FROM_PUBLICATION))
def test_without_a_date_of_publication_nothing_is_told_from_it(text: str) -> None:
    time = only(text, None)
    assert (time.start, time.end, time.undated) == (None, None, "not reported")
    assert "no date of publication" in (time.why or "")
    assert time.resolved(future=True) == time


@pytest.mark.parametrize("text", ["", "The ministers met and talked.", "Held over three days in Doha, it ended."])
def test_a_text_without_times_has_none(text: str) -> None:
    assert find_times(text, anchor=ANCHOR) == []


def test_full_dates_of_the_text_lend_their_year_where_there_is_no_date_of_publication() -> None:
    text = "They met on 14th June 2018 and parted on 16 June. They met again in March. Today he left."
    assert [time.start for time in find_times(text, anchor=None, future=False)] == [
        "2018-06-14",
        "2018-06-16",
        "2018-03",
        None,
    ]


def test_full_dates_years_apart_lend_nothing() -> None:
    times = find_times("The treaty of 4 May 1999 and the protocol of 5 June 2012; they met in March.", anchor=None)
    assert times[-1].start is None


def test_a_day_told_in_full_elsewhere_keeps_its_year() -> None:
    text = "The treaty of 4 May 1999 was kept. On 4 May they danced."
    assert [time.start for time in find_times(text, anchor=ANCHOR)] == ["1999-05-04", "1999-05-04"]


def test_dates_in_figures_follow_the_order_the_text_shows() -> None:
    assert [time.start for time in find_times("24/10/2017 05/06/2017", anchor=ANCHOR)] == ["2017-10-24", "2017-06-05"]
    assert [time.start for time in find_times("10/24/2017 05/06/2017", anchor=ANCHOR)] == ["2017-10-24", "2017-05-06"]
    assert only("05/06/2017", datetime.date(2017, 6, 5)).start == "2017-06-05"


def test_relative_days_are_dated_beside_another() -> None:
    day = datetime.date(2017, 3, 1)
    told = {"the same day": 0, "later that day": 0, "earlier in the day": 0, "the next day": 1, "the previous day": -1,
            "the day before": -1, "a day earlier": -1, "two days later": 2}  # fmt: skip
    for text, step in told.items():
        time = only(text)
        assert (time.relative, time.rule) == (step, "times.relative")
        assert time.beside(day).start == (day + datetime.timedelta(days=step)).isoformat()
    assert only("October 24").beside(day).start == "2017-10-24"


def test_days_apart_are_a_time_each() -> None:
    text = "on 2, 5 and 7 June 2018"
    assert [(words(text, time), time.start) for time in find_times(text, anchor=ANCHOR)] == [
        ("2", "2018-06-02"),
        ("5", "2018-06-05"),
        ("7 June 2018", "2018-06-07"),
    ]


# What looks like a time and is none
NO_TIMES = """
a three-day visit | for two weeks | the 45-year-old | aged 44 | the 25th session | the Third Committee
the first round | on the second day | his 37-year career | 24/7 | version 3.11.2 | tel. +994 12 493 24 10
(206) 555-1212 | at 13.05 | 12h00 | 6:12PM | Resolution 1325 (2000) | UNSCR 1701 | Agenda 2063 | Vision 2030
the 2030 Agenda | the 2030 Vision | G20 | the G-7 | COVID-19 | Article 5 | No. 188/23 | No PR-412/2020 | $12
USD 2015 | 2,000 soldiers | of 2000 soldiers | 47% | Exercise-2019 | MiG-29 | the 14th Meeting
This may or may not be right. | May I ask? | May the spirit last | the March on the capital | they march on
a second thought | for the second time | the fall of the city | sat in the sun | the past year | recent months
over the last 18 months | the coming weeks | every Friday | Ash Wednesday | year after year | the last day
on 30 February | on 31 June 2018 | 19-10 at half-time | 70<sup>th</sup> anniversary | the 21<sup>st</sup> century
https://example.org/2023/07/11/ | 1925 hours | room 2014 | at age 2 | 10 October-class boats | President Jan
"""


@pytest.mark.parametrize("text", phrases(NO_TIMES))
def test_is_no_time(text: str) -> None:
    times = [time for time in find_times(text, anchor=ANCHOR) if time.start or time.end or time.readings]
    assert times == []


def test_every_rule_is_described_and_exercised() -> None:
    exercised = {f"times.{rule}" for *_, rule in SETTLED} | {"times.bound", "times.relative"}
    assert exercised == set(RULES)
    assert all(len(reads) > 10 for reads in RULES.values())


def test_offsets_count_code_points() -> None:
    text = "🕊️ Zürich, 24 October: the 25th October"
    assert [words(text, time) for time in find_times(text, anchor=ANCHOR)] == ["24 October", "the 25th October"]


def test_long_inputs_take_time_in_proportion() -> None:
    def once(text: str) -> float:
        begun = clock.process_time()
        find_times(text, anchor=ANCHOR)
        return clock.process_time() - begun

    def seconds(text: str) -> float:
        return min(once(text) for _ in range(3))  # the least, lest a busy machine be taken for a slow grammar

    for piece in ("1, ", "1-", "1.", "Monday ", "May", "24 October to ", "of the "):
        short, long = seconds(piece * 600), seconds(piece * 6_000)
        assert long < 50 * max(short, 0.005), piece  # with the square of the length it would be 100 times


@cache
def is_edtf(value: str) -> bool:
    return parse_edtf(value) is not None


DAYS = st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2049, 12, 31))
FULL_FORMS = ("{d} {B} {Y}", "{B} {d}, {Y}", "the {d}th of {B} {Y}", "{d} {b} {Y}", "{b}. {d}, {Y}", "{d}.{m}.{Y}",
              "{Y}-{mm}-{dd}", "{A}, {d} {B} {Y}", "{A} ({B} {d}, {Y})", "{B} {d}/{Y}")  # fmt: skip
SHORT_FORMS = ("{d} {B}", "{B} {d}", "the {d}th of {B}", "{b}. {d}", "{A}, {B} {d}", "{A} ({d} {B})")


def written(form: str, day: datetime.date) -> str:
    if day.month == 5:  # May is never shortened
        form = form.replace("{b}.", "{b}")
    return form.format(
        d=day.day, dd=f"{day.day:02}", m=day.month, mm=f"{day.month:02}", Y=day.year,
        B=f"{day:%B}", b=f"{day:%b}", A=f"{day:%A}",
    )  # fmt: skip


@given(DAYS, st.sampled_from(FULL_FORMS))
def test_a_full_date_is_read_back(day: datetime.date, form: str) -> None:
    text = f"They met on {written(form, day)}, it was said."
    time = only(text, LONG_AGO)
    assert time.start == time.end == day.isoformat()
    assert words(text, time) == written(form, day)


@given(DAYS, st.integers(-140, 140), st.sampled_from(SHORT_FORMS))
def test_a_date_without_a_year_is_read_back_by_its_anchor(day: datetime.date, away: int, form: str) -> None:
    assume((day.month, day.day) != (2, 29))
    time = only(f"They met on {written(form, day)}.", day + datetime.timedelta(days=away))
    assert time.start == time.end == day.isoformat()


RANGES = ("from {} to {}", "{} - {}", "{} – {}", "between {} and {}", "from {} until {}")


@given(DAYS, st.integers(1, 400), st.sampled_from(RANGES), st.sampled_from(FULL_FORMS[:4]))
def test_an_interval_of_full_dates_is_read_back(day: datetime.date, length: int, span: str, form: str) -> None:
    last = day + datetime.timedelta(days=length)
    text = span.format(written(form, day), written(form, last))
    time = only(f"It runs {text}.", LONG_AGO)
    assert (time.start, time.end) == (day.isoformat(), last.isoformat())


@given(DAYS, st.integers(1, 60), st.sampled_from(RANGES[:4]))
def test_an_interval_within_two_months_shares_what_is_written_once(day: datetime.date, length: int, span: str) -> None:
    last = day + datetime.timedelta(days=length)
    first = f"{day.day}" if (day.year, day.month) == (last.year, last.month) else f"{day.day} {day:%B}"
    time = only(f"It runs {span.format(first, f'{last.day} {last:%B} {last.year}')}.", LONG_AGO)
    assert (time.start, time.end) == (day.isoformat(), last.isoformat())


VOCABULARY = """
on in from to until since between and the of a by before after early late mid - – , ( ) / . this last next same day
days week weeks month year years quarter half ago later earlier spring autumn October May Oct. Sept Tuesday Sun today
tomorrow morning second 25th 24 3 31 7 2017 2015 1990s 2017-10-24 05/06/2017 24.10.2017 Q3 met 🕊 é
"""
SENTENCES = st.lists(st.sampled_from([*VOCABULARY.split(), "\n\n"]), max_size=25).map(" ".join)


@settings(deadline=None)  # the parser of EDTF is slow
@given(SENTENCES | st.text(max_size=80), st.none() | DAYS)
def test_laws(text: str, anchor: datetime.date | None) -> None:
    times = find_times(text, anchor=anchor)
    for one, two in pairwise(times):
        assert one.end_offset <= two.start_offset
    for time in times:
        assert 0 <= time.start_offset < time.end_offset <= len(text)
        assert words(text, time) == words(text, time).strip()
        assert time.rule in RULES
        for read in (time, time.resolved(future=True), time.resolved(future=False)):
            dated = read.start is not None or read.end is not None
            assert dated == (read.undated is None) == (read.why is None)
            for value in (read.start, read.end):
                assert value is None or is_edtf(value)
            if read.start and read.end:
                assert read.start <= read.end
