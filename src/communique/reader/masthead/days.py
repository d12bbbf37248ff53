"""The days of datelines: a date at one place of a text, and the year it is of."""

import datetime
import re
from dataclasses import dataclass, replace
from functools import cache

from communique.reader.times.words import calendar

NEAR = 180  # days; a day without a year is of the year that brings it this near to the day of publication
CLOSE = 10  # days; of two readings of `03/04/2021` the one this close to the day of publication is meant
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written: half-open offsets, and its parts.

    `year` is 0 where it is unsaid; `either` where `03/04/2021` or `(3/4)` may have the month first or the day.
    """

    start: int
    end: int
    year: int
    month: int
    day: int
    either: bool = False

    def settled(self, published: datetime.date | None) -> datetime.date | None:
        """The day with its year, said or nearest to the day of publication; None where neither settles it."""
        if self.either:
            day_first, month_first = replace(self, either=False), replace(self, month=self.day, day=self.month)
            both = (day_first, replace(month_first, either=False))
            dates = [date for day in both if (date := day.settled(published)) is not None]
            close = [date for date in dates if published and abs((date - published).days) <= CLOSE]
            return close[0] if len(close) == 1 else None
        if self.year:
            return _date(self.year, self.month, self.day)
        if published is None:
            return None
        years = (published.year, published.year - 1, published.year + 1)
        told = [found for year in years if (found := _date(year, self.month, self.day)) is not None]
        nearest = min(told, key=lambda date: abs((date - published).days), default=None)
        return nearest if nearest and abs((nearest - published).days) <= NEAR else None


def day_at(text: str, start: int) -> Day | None:
    """The date that begins at an offset of a plain text, with its weekday."""
    match = _pattern().match(text, start)
    return _read(match) if match else None


def days_in(text: str, start: int, end: int) -> list[Day]:
    """Every date between two offsets."""
    return [day for match in _pattern().finditer(text, start, end) if (day := _read(match))]


def opens_date(word: str) -> bool:
    """Whether a word is a month, a weekday or `today`, and so no name of a place."""
    return bool(re.fullmatch(_names("AMm") + "|" + _names("WwT"), word.strip(".,"), re.IGNORECASE))


def iso_date(text: str | None) -> datetime.date | None:
    """The date that an ISO 8601 date or date-time begins with; None for anything else."""
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


@cache
def _names(codes: str) -> str:
    """The words of the calendar that have one of these codes, as alternatives, longest first."""
    forms = (re.escape(form) for form, (code, _) in calendar().items() if code in codes and form == form.capitalize())
    return "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")"


@cache
def _pattern() -> re.Pattern[str]:
    month, weekday = _names("AMm"), _names("Ww")
    number, year = r"\d{1,2}", r"[12]\d{3}"
    return re.compile(
        rf"(?<![\w/])(?<!\d[-–])(?:{weekday}\b\.?[,،]?[ ]+)?(?>"
        rf"(?P<d1>{number})(?:[snrt][tdh])?(?:[ ]of)?(?:[ -]{{1,2}}|/)(?P<m1>{month})\b\.?"
        rf"(?:(?:[ ,-]{{1,2}}|/)(?P<y1>{year})\b)?"
        rf"|(?P<m2>{month})\b[.,]?[ ]{{1,2}}(?P<d2>{number})(?:[snrt][tdh])?\b(?!:\d)"
        rf"(?:(?:,?[ ]|/)(?P<y2>{year})\b)?"
        rf"|(?P<d3>{number})(?P<sign>[./-])(?P<m3>{number})(?P=sign)(?P<y3>{year})\b"
        rf"|(?P<y4>{year})(?P<dash>[./-])(?P<m4>\d{{2}})(?P=dash)(?P<d4>\d{{2}})\b"
        rf"|(?<=\()(?P<d5>{number})(?P<slash>[./])(?P<m5>{number})(?:(?P=slash)(?P<y5>{year}))?(?=\))"
        rf")(?!\s?[-–]\s?\d(?!\d?:\d))(?:,?[ ]\(?{weekday}\b\)?)?",
        re.IGNORECASE,
    )


def _read(match: re.Match[str]) -> Day | None:
    form = next(form for form in "12345" if match[f"d{form}"])
    day, year = int(match[f"d{form}"]), int(match[f"y{form}"] or 0)
    written = match[f"m{form}"]
    month = int(written) if written.isdigit() else calendar()[written.capitalize()][1]
    either = False
    if match["sign"] and match["sign"] != ".":  # only with dots is the day always first
        if min(day, month) <= MONTHS and month > MONTHS:
            day, month = month, day
        either = max(day, month) <= MONTHS and day != month
    # a leap year stands in for the unsaid one
    end = match.end() - match.group().endswith(".")
    return Day(match.start(), end, year, month, day, either) if _date(year or 2000, month, day) else None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
