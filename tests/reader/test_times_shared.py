"""How well times are read in texts not written for it: a foreign set of dates, and the development gold.

The foreign set (Microsoft Recognizers-Text, MIT) is made of things said to an assistant. `PRESS` names the forms that
press reports use too; whatever is none of them has its reason in `LEFT_OUT`. `pytest -rP` prints the figures.
"""

import calendar
import datetime
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from communique.reader.times import Time, find_times

SHARED = Path(__file__).parents[2].parent / "shared"
DATES = SHARED / "external" / "dates.jsonl"
GOLD = SHARED / "gold"

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ORDINAL = r"(?:first|second|third|fourth|fifth|ninth|eleventh|seventeenth|twenty-\w+|thirty-first)"
_DAY = rf"(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|{_ORDINAL})"
_YEAR = r"(?: ?,? ?(?:of |in )?(?:19|20)\d\d)"
_DATE = rf"(?:(?:{_WEEKDAY},? )?(?:{_DAY} (?:of )?{_MONTH}{_YEAR}?|{_MONTH} {_DAY}{_YEAR}?))"
_FIGURES = r"(?:\d{1,2}/\d{1,2}/(?:19|20)\d\d|\d{4}-\d{1,2}-\d{1,2})"
_NEAR = r"(?:this|last|next|past|previous|coming|current|upcoming)"
_PERIOD = rf"(?:(?:{_NEAR} )?{_MONTH}{_YEAR}?|(?:(?:the )?year )?(?:19|20)\d\d)"
_PART = r"(?:early |mid[ -]|late |(?:the )?(?:beginning|start|middle|end) of )"
_TODAY = r"(?:today|yesterday|tomorrow)"
_POINT = rf"(?:{_DATE}|{_FIGURES}|{_PART}?{_PERIOD}|{_TODAY})"
_TO = r"(?: ?- ?| to | till | until | through | and )"

# The forms of the press, by what they are called.
PRESS = {
    "a date": rf"{_DATE}|{_FIGURES}",
    "an interval of dates": rf"(?:from |between |on )?(?:{_DATE}|{_FIGURES}|{_DAY}|{_TODAY}){_TO}"
    rf"(?:{_DATE}|{_FIGURES}|{_DAY}|{_TODAY})",
    "an interval of months or years": rf"(?:from |between |in )?{_PART}?{_PERIOD}{_TO}{_PART}?{_PERIOD}",
    "a weekday": rf"(?:{_NEAR} |this (?:past|coming|upcoming) )?{_WEEKDAY}|(?:on )?{_WEEKDAY} of (?:last|next) week"
    rf"|next week (?:on )?{_WEEKDAY}|{_WEEKDAY} the {_ORDINAL}",
    "a month or year": _PERIOD,
    "part of a month or year": rf"{_PART}(?:{_PERIOD}|(?:the|this|last|next) (?:month|year))"
    rf"|(?:the )?(?:first|second|last|\dst|\drd) week of (?:{_PERIOD}|(?:this|last|next) (?:month|year))"
    rf"|(?:the )?week of {_DATE}",
    "a time near today": rf"{_TODAY}|(?:the |earlier |later )?(?:{_NEAR}) (?:week|month|year|quarter)"
    r"|(?:earlier|later) in the (?:week|month|year)|(?:\d+|\w+) (?:days?|weeks?|months?|years?) ago",
    "a quarter or season": rf"(?:the )?(?:first|last|\dst|\drd) quarter of (?:the year|\d{{4}})|q\d{_YEAR}?"
    rf"|{_NEAR} (?:spring|summer|autumn|winter)",
    "an open interval": rf"(?:since|until) {_POINT}",
    "a decade": r"(?:the )?(?:19|20)\d0s",
}

# What looks like one of these forms, and by what the text of the row it is left out all the same.
LEFT_OUT_OF_FORM = {
    r"\b(?:0?\d|1[0-2])/(?:0?\d|1[0-2])/\d{4}": "figures whose order nothing settles: they stay ambiguous",
    r"(?i)feb 30|2/29/2019": "days that are not there",
    r"\b(?:nov|dec)\b": "shortened months in lower case",
    r"_|www\.": "names of files",
    r"previous|earlier previous": "told from another day of the text",
}

# What is none of these forms, and why it is no matter of press reports; searched in this order.
LEFT_OUT = {
    r"easter|christmas|thanksgiving|halloween|labor day|earth day|black friday|independence|patrick|eid al|new year|"
    r"workers": "feasts",
    r"fiscal|school|calendar|\b[cs]y ?\d\d|work(ing )?week|business|year to date|\bweek \d|w/c|\bh[12]\b":
        "office calendars",
    r"weekend|fortnight": "weekends and fortnights",
    r"[~=<>]|greater|as (early|late) as|later than|no later|or later|and (later|after)|(more|less) than": "comparisons",
    r"\bnow\b|to date|till date|current date|otd|eoy": "the moment of speaking",
    r"century|thousand|hundred|nineteen|eighteen|twenty (one|two|three|five|nine|second|third)|thirty first|nineties|"
    r"\bof \d\d$|^\d+ s$|\d{4} s$|first 12$": "numbers in words, years of two digits",
    r"^(before|after|by|around) |\b(before|after) ": "bounds, and days counted from another",
    r"\d (days|weeks|months) from|weeks? from|months? from|days? from|year from|\d days on|since (the year )?2011":
        "counted from another day",
    r"\d[/.]\d|\d-\d+(?!\d)(?=$|-| )|[a-z]/\d|\d/[a-z]|[a-z]-\d|\d-[a-z]|\d{8}|\d{4} \d\d \d\d|[a-z]{3}\d|\d{4} q\d":
        "figures or letters between slashes and hyphens, without a year or run together",
    r"\b(days|weeks|months|years|quarters|decades|decade)\b|^in (a|two|\d) ": "lengths of time",
    r"^(same|that|the following|following)|of the following|previous week -|day (before|after)$|later$":
        "told from another day of the text",
    r"^the (day|week|month|year|quarter)|^end of (week|year|month)$|end of the week|week after next|remaining":
        "the running day, week or year",
    r"^(starting|beginning|for|from) |week (beginning|starting|commencing)": "a start told by another verb",
    r"day of|of oct\. on friday|month of|from this|next 6th|the \d\w\w this|week of the|^the \d+th$|first week$":
        "doubled pointers, days without a month",
    r"^(mon|tue|wed|thu|fri|sat|sun)\b|next week (mon|tue)|^\w+day \d|\d{4} april|^2150$|^winter$|^\d\d?$":
        "clipped notes",
    r"through|and to(day|morrow)|, 1st|nov-feb|week monday": "uneven pairs",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    reference: datetime.date
    expected: dict[str, Any]

    @property
    def quote(self) -> str:
        return str(self.expected["quote"])

    @property
    def printed(self) -> str:
        return self.text[self.expected["start"] : self.expected["end"]]


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def rows() -> Iterator[Row]:
    for data in lines_of(DATES):
        for expected in data["dates"]:
            yield Row(data["text"], datetime.date.fromisoformat(data["reference"]), expected)


def form(row: Row) -> str | None:
    if any(re.search(pattern, row.text) for pattern in LEFT_OUT_OF_FORM):
        return None
    return next((name for name, pattern in PRESS.items() if re.fullmatch(pattern, row.quote)), None)


def reason(row: Row) -> str | None:
    named = ((why, re.search(pattern, row.text)) for pattern, why in LEFT_OUT_OF_FORM.items())
    named_by_quote = ((why, re.search(pattern, row.quote)) for pattern, why in LEFT_OUT.items())
    return next((why for why, found in (*named, *named_by_quote) if found), None)


def readings(time: Time) -> set[tuple[str | None, str | None]]:
    """All that a time may be read as, whatever the tense."""
    told = (time, time.resolved(future=True), time.resolved(future=False))
    return {(each.start, each.end) for each in told if not each.undated}


def first_day(edtf: str) -> datetime.date:
    return datetime.date.fromisoformat(f"{edtf}-01-01"[:10])


def last_day(edtf: str) -> datetime.date:
    first = first_day(edtf)
    if len(edtf) == len("2017"):
        return first.replace(month=12, day=31)
    if len(edtf) == len("2017-10"):
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first


def is_right(time: Time, expected: dict[str, Any]) -> bool:
    """Whether every reading of a time is one of the expected ones, as exactly as EDTF level 1 can say it.

    A day counted in months is right as its month, a week or part as the month or year its middle lies in, a week in two
    months as nothing. The set counts the last day of an interval out, press reports count it in.
    """
    told = readings(time)
    if expected.get("values"):
        days = [(value, value) for value in expected["values"]]
    else:
        days = [(first, last) for first, last in expected.get("ranges", [])]
    if days and not told:
        return time.precision == "week" and time.why is not None and "two months" in time.why
    if days:
        return all(any(_same(time, each, first, last) for first, last in days) for each in told)
    pattern = expected["timex"].replace("XXXX", r"\d{4}").replace("SU", "22")
    return bool(told) and all(re.fullmatch(pattern, start or end or "") for start, end in told)


def _same(time: Time, days: tuple[str | None, str | None], first: str, last: str) -> bool:
    start, end = days
    if start is None or end is None:
        return False
    begins, ends = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    if time.sense != "interval":
        return start == end and first_day(start) <= begins + (ends - begins) / 2 <= last_day(start)
    day = datetime.timedelta(days=1)
    return first_day(start) <= begins <= last_day(start) + day and first_day(end) - day <= ends <= last_day(end)


def show(lines: Iterable[tuple[object, ...]]) -> None:
    sys.stdout.writelines(" · ".join(map(str, line)) + "\n" for line in lines)


@pytest.mark.skipif(not DATES.exists(), reason="needs ../shared/external/dates.jsonl")
def test_foreign_dates() -> None:
    counts: Counter[str] = Counter()
    misses: list[tuple[object, ...]] = []
    for row in rows():
        name = form(row)
        if name is None:
            counts[f"left out: {reason(row)}"] += 1
            continue
        counts["press"] += 1
        times = find_times(row.text, anchor=row.reference)
        met = [t for t in times if t.start_offset < row.expected["end"] and row.expected["start"] < t.end_offset]
        exact = any((t.start_offset, t.end_offset) == (row.expected["start"], row.expected["end"]) for t in met)
        right = any(is_right(time, row.expected) for time in met)
        counts["exact span"] += exact
        counts["right value"] += right
        if not (exact and right):
            read = [(row.text[time.start_offset : time.end_offset], readings(time)) for time in met]
            misses.append((name, "span" if right else "value", row.quote, row.expected["timex"], read))
    show([*counts.most_common(), *misses])
    assert counts["left out: None"] == 0
    assert counts["right value"] / counts["press"] >= 0.92
    assert counts["exact span"] / counts["press"] >= 0.90


@pytest.mark.skipif(not DATES.exists(), reason="needs ../shared/external/dates.jsonl")
def test_nothing_is_found_where_the_foreign_set_has_nothing() -> None:
    empty = [data for data in lines_of(DATES) if not data["dates"]]
    assert len(empty) > 50
    for data in empty:
        assert find_times(data["text"], anchor=datetime.date.fromisoformat(data["reference"])) == [], data["text"]


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


# Measured when this was written: 0.961 and 0.900. What is left takes its start and its end from two expressions, or
# counts from another engagement's day; both are for whoever reads the clause.
STARTS_FLOOR, PAIRS_FLOOR = 0.955, 0.89


@pytest.mark.skipif(not GOLD.exists(), reason="needs ../shared/gold/dev.*.jsonl")
def test_the_days_of_the_development_gold_are_among_the_times() -> None:
    """For how many dated engagements does a time of the text give the days, in the tense of the engagement's status?"""
    reports = {data["id"]: data for data in lines_of(GOLD / "dev.reports.jsonl")}
    counts: Counter[str] = Counter()
    misses: list[tuple[object, ...]] = []
    for gold in lines_of(GOLD / "dev.gold.jsonl"):
        report = reports[gold["id"]]
        anchor = day(report.get("published") or gold["report"].get("dateline_date"))
        times = find_times(report["text"], anchor=anchor)
        for engagement in gold["engagements"]:
            dates = (engagement["start"], engagement["end"])
            if dates == (None, None):
                continue
            future = engagement["status"] in ("planned", "proposed")
            told = [(each.start, each.end) for each in (time.resolved(future=future) for time in times)]
            counts["dated"] += 1
            counts["start"] += dates[0] in {start for start, _ in told}
            counts["start and end"] += dates in told
            if dates not in told:
                misses.append((gold["id"], engagement["trigger"], *dates))
    show([*counts.items(), *misses])
    assert counts["start"] / counts["dated"] >= STARTS_FLOOR
    assert counts["start and end"] / counts["dated"] >= PAIRS_FLOOR
