"""The day of publication that a page says: in a field, or in a line that is only a date. Nothing is inferred.

A day with two readings (`03/04/2019`) is none, and so is the day of an update.
"""

import re
from datetime import date, datetime

from communique.sources.fields import day_of

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EARLIEST = 1980  # before, a field holds a default (1970-01-01, 0001-01-01) and not a day

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = (
    rf"(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)?[ .-]{{1,2}}{_MONTH}\.?,?[ -]{_YEAR}",
    rf"{_MONTH}\.? (?P<day>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}",
    rf"{_YEAR}(?P<sign>[-./])(?P<number>\d\d?)(?P=sign)(?P<day>\d\d?)",
    rf"(?P<day>\d\d?)\. ?(?P<number>\d\d?)\. ?{_YEAR}",
    rf"(?P<one>\d\d?)(?P<sign>[-/])(?P<two>\d\d?)(?P=sign){_YEAR}",
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_LABEL = (
    r"(?:(?:first |date )?(?:posted|published|issued|released|publication|release|created|date|news|press release)"
    r"(?: (?:on|date))?\s*[:|–-]?\s*){0,2}"
)
_CLOCK = r"(?:,? ?(?:at |[|–-] ?)?\d\d?[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}(?:[+-]\d+)?\)?)?)?"
_TAIL = (
    r"(?:\s*$|\s*[|•·/–—,-]|\s+(?:by|read|views?|viewed|hits|visits|updated|modified|last|photo|share|print|source)\b)"
)
_LINES = tuple(
    re.compile(rf"[\W_]*{_LABEL}\[?{_WEEKDAY}{each}(?![\d]){_CLOCK}\]?{_TAIL}", re.IGNORECASE) for each in _DATES
)
_LONGEST = 120  # characters of a line that is only a date, with views and shares


def day_in_field(value: str | None) -> str | None:
    """The day of a field of metadata: ISO 8601, or a date as people write it; None where it has no one reading."""
    if not value:
        return None
    value = " ".join(value.split())
    day = day_of(value) or day_of(value[:10]) or day_in_line(value) or _weekday_and_clock(value)
    return day if day and int(day[:4]) >= EARLIEST else None


def day_in_line(line: str) -> str | None:
    """The day of a line that is nothing but a date with its label, clock time and views; else None."""
    if len(line) > _LONGEST:
        return None
    for pattern in _LINES:
        match = pattern.match(line)
        if match:
            return _day(match.groupdict())
    return None


def _weekday_and_clock(value: str) -> str | None:
    for form in ("%a %b %d %H:%M:%S %Y", "%a, %d %b %Y %H:%M:%S %z", "%a, %d %b %Y %H:%M:%S GMT", "%Y%m%d"):
        try:
            return datetime.strptime(value, form).date().isoformat()
        except ValueError:
            continue
    return None


def _day(parts: dict[str, str | None]) -> str | None:
    year, month, day = parts["year"], parts.get("number"), parts.get("day")
    if parts.get("month"):
        month = str(MONTHS.index(str(parts["month"])[:3].lower()) + 1)
    elif parts.get("one"):
        one, two = int(str(parts["one"])), int(str(parts["two"]))
        if one <= 12 and two <= 12 and one != two:
            return None  # in one country the day comes first, in another the month
        month, day = (str(two), str(one)) if two <= 12 else (str(one), str(two))
    try:
        return date(int(str(year)), int(str(month)), int(str(day))).isoformat()
    except ValueError:
        return None
