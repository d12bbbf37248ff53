"""Lengths: for how many days an encounter lasts, as its own words say: `a three-day visit`, `over two days`."""

import datetime
import re
from dataclasses import replace

from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.page import Page
from communique.reader.times import Time

NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
LASTING = frozenset({"visit", "session", "conference", "exercise", "meeting"})
_COUNT = rf"(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})"
_LONG = re.compile(rf"\b(?:{_COUNT}[- ]days?(?:[- ]long)?|(?P<week>week-long|one-week|weeklong))\b", re.IGNORECASE)
_FOR = re.compile(
    rf"\b(?:for|over|after|during|lasts?|lasted|lasting|of|spanning)\s+(?:the\s+)?{_COUNT}\s+days\b", re.IGNORECASE
)
# An encounter of so many days that has been told of before.
_KNOWN = re.compile(
    rf"\b(?:the|this|that|his|her|their|its)\s+(?:\w+\s+)?{_LONG.pattern.removeprefix(chr(92) + 'b')}\s+"
    r"(?:[\w-]+\s+){0,2}?"
    r"(?:visit|trip|tour|stay|meeting|talks|session|conference|summit|exercise|drill|consultations|dialogue|event|mission)\b",
    re.IGNORECASE,
)
_STAY = re.compile(r"[^.;,]{0,60}?\b(?:visit|trip|tour|stay|journey|voyage|mission)\b", re.IGNORECASE)
# How far before an encounter's noun the word of its length may stand: `a three-day official working visit`.
BEFORE_NOUN = 45
WEEK = 7


def length_of(page: Page, trigger: Trigger) -> int | None:
    """The days a trigger's encounter lasts, or None where its words do not say."""
    if trigger.kind not in LASTING:
        return None
    sentence = page.sentence_at(trigger.start)
    start, end = sentence.start_char, sentence.end_char
    for found in _LONG.finditer(page.marks.text, start, end):
        if _of_trigger(page, trigger, found.end(), end):
            return _days(found)
    return days_told(page.marks.text, trigger.end, end) if trigger.form != "noun" else None


def days_told(text: str, start: int, end: int) -> int | None:
    """The days that `for four days`, `over two days` in a stretch of text say."""
    found = _FOR.search(text, start, end)
    return _days(found) if found is not None else None


def days_long(text: str, start: int, end: int) -> int | None:
    """The days that `during the three-day visit`, `her two-day stay` in a stretch of text say of an encounter known."""
    found = _KNOWN.search(text, start, end)
    return _days(found) if found is not None else None


def _of_trigger(page: Page, trigger: Trigger, at: int, end: int) -> bool:
    noun = trigger.noun.idx if trigger.noun is not None else None
    if noun is not None and at <= noun <= at + BEFORE_NOUN and not re.search(r"[.,;]", page.marks.text[at:noun]):
        return True
    if trigger.start <= at <= trigger.end:
        return True
    return (
        trigger.kind == "visit"
        and trigger.form == "verb"
        and at >= trigger.start
        and bool(_STAY.match(page.marks.text, at, end))
    )


def _days(found: re.Match[str]) -> int:
    if "week" in found.groupdict() and found["week"]:
        return WEEK
    told = found["n"].lower()
    return int(told) if told.isdigit() else NUMBERS.index(told) + 1


def stretched(time: Time, days: int, *, back: bool) -> Time:
    """A time of one day made an interval of so many, from it or up to it; any other time unchanged."""
    known = time.end if back else time.start
    if known is None or len(known) != len("2017-10-24") or (time.start and time.end and time.start != time.end):
        return time
    day = datetime.date.fromisoformat(known)
    other = (day + datetime.timedelta(days=(1 - days) if back else days - 1)).isoformat()
    return replace(time, start=other, end=known) if back else replace(time, start=known, end=other)
