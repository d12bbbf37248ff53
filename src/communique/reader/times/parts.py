"""Parts of a date as they are written, and the days they may stand for.

A date in the press is rarely whole: the year is left to the date of publication, the day to the weekday, past or
coming to the tense of the verb. `Parts` holds what is written, `Frame` what the report settles around it, and
`choose` gives the one day that fits both, or None. It never falls back on the date of publication.
"""

import calendar
import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.reader.times.words import Token

# A date without a year this near the anchor is meant, whatever the tense (a report of the day after still says
# "will"); set on the development gold.
SLACK_DAYS = 45
# Without a tense the nearest year is taken only when it is this near, for then the other is more than half a year off.
NEAR_DAYS = 150


@dataclass(frozen=True, slots=True)
class Frame:
    """What settles the dates of one report.

    `anchor` is the date it was published, `own` a full date of its own text for want of one; `day_first` how it orders
    day and month in figures; `told` the years of the months and days that it also gives in full.
    """

    anchor: datetime.date | None
    own: datetime.date | None = None
    day_first: bool | None = None
    told: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @property
    def base(self) -> datetime.date | None:
        """The day that dates without a year are read against."""
        return self.anchor or self.own


@dataclass(frozen=True, slots=True)
class Parts:
    """What is written of one date; a shift is -1 for last, 0 for this, 1 for next, ±2 for the nearest."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    dates: tuple[datetime.date, ...] = ()


_FIELDS = {"M": "month", "A": "month", "m": "month", "d": "day", "o": "day", "Y": "year", "W": "weekday",
           "w": "weekday", "T": "offset"}  # fmt: skip


_UNITS = {"R": "year_shift", "N": "month_shift"}


def sign(direction: int) -> int:
    """-1, 0 or 1."""
    return max(-1, min(1, direction))


def read_parts(tokens: Sequence[Token]) -> Parts:
    """The parts that a run of tokens writes."""
    written: dict[str, Any] = {}
    for place, token in enumerate(tokens):
        if token.code in _FIELDS:
            written[_FIELDS[token.code]] = token.value
        elif token.code in "IJ":
            written["dates"] = token.dates
        elif token.code in "LCX":
            unit = _UNITS.get(tokens[place + 1].code) if place + 1 < len(tokens) else None
            written[unit or "shift"] = sign(token.value) if unit else token.value
        elif token.code in _UNITS:  # the end of the year
            written.setdefault(_UNITS[token.code], 0)
    return Parts(**written)


def choose(parts: Parts, frame: Frame, future: bool | None) -> str | None:
    """The one day, month or year (EDTF) that fits; `future` is the tense of the clause, None where it is not known."""
    if parts.dates:
        return _written(parts.dates, frame)
    if parts.offset is not None:
        return (frame.anchor + datetime.timedelta(days=parts.offset)).isoformat() if frame.anchor else None
    if parts.month_shift is not None:
        return _of_near_month(parts.day, parts.month_shift, frame.anchor)
    year = _year(parts, frame)
    if parts.year_shift is not None and year is None:
        return None
    if year is not None:
        return whole(year, parts)
    if frame.base is None or (parts.shift is not None and frame.anchor is None):
        return None
    return _nearest(parts, frame.base, future)


def _written(dates: tuple[datetime.date, ...], frame: Frame) -> str | None:
    """A date in figures; where day and month may be either way round, as the rest of the report settles it."""
    if len(dates) == 1:
        return dates[0].isoformat()
    if frame.anchor in dates:
        return frame.anchor.isoformat() if frame.anchor else None
    return None if frame.day_first is None else dates[0 if frame.day_first else 1].isoformat()


def _year(parts: Parts, frame: Frame) -> int | None:
    if parts.year is not None:
        return parts.year
    if parts.year_shift is not None:
        return frame.anchor.year + parts.year_shift if frame.anchor else None
    return frame.told.get((parts.month or 0, parts.day or 0))


def whole(year: int, parts: Parts) -> str | None:
    """EDTF of a year with the month and day of the parts; None where there is no such day."""
    if parts.month is None:
        return f"{year:04}"
    if parts.day is None:
        return f"{year:04}-{parts.month:02}"
    if not 1 <= parts.day <= calendar.monthrange(year, parts.month)[1]:
        return None
    return f"{year:04}-{parts.month:02}-{parts.day:02}"


def month_from(anchor: datetime.date, count: int) -> str:
    """The month so many months after (or before) a day's."""
    total = anchor.year * 12 + anchor.month - 1 + count
    return f"{total // 12:04}-{total % 12 + 1:02}"


def _of_near_month(day: int | None, shift: int, anchor: datetime.date | None) -> str | None:
    """`last month`, `the 5th of this month`."""
    if anchor is None:
        return None
    year, month = map(int, month_from(anchor, shift).split("-"))
    return whole(year, Parts(month=month, day=day))


def first_day(edtf: str) -> datetime.date:
    """The first day of an EDTF day, month or year."""
    return datetime.date.fromisoformat(f"{edtf}-01-01"[:10])


def candidates(parts: Parts, base: datetime.date) -> list[str]:
    """What the parts may stand for about a day, in order: some years of a month, some weeks of a weekday."""
    if parts.month is not None:
        reach = 4 if (parts.month, parts.day) == (2, 29) else 1
        around = [whole(base.year + step, parts) for step in range(-reach, reach + 1)]
        told = [text for text in around if text]
        if parts.weekday is not None and parts.day is not None:
            agreeing = [text for text in told if first_day(text).isoweekday() == parts.weekday]
            # Years that agree with the weekday; a mistaken weekday settles nothing.
            near = [text for text in agreeing if abs((first_day(text) - base).days) < 366]
            told = near or told
        return told
    if parts.day is None and parts.weekday is not None:
        nearest = base + datetime.timedelta(days=parts.weekday - base.isoweekday())
        return [(nearest + datetime.timedelta(days=step)).isoformat() for step in (-14, -7, 0, 7, 14)]
    days = (base + datetime.timedelta(days=step) for step in range(-62, 63))
    return [day.isoformat() for day in days if day.day == parts.day and parts.weekday in (None, day.isoweekday())]


def _nearest(parts: Parts, base: datetime.date, future: bool | None) -> str | None:
    told = candidates(parts, base)
    here = base.isoformat()
    if not told:
        return None
    width = len(told[0])
    past = [text for text in told if text <= here[:width]]
    coming = [text for text in told if text >= here[:width]]
    if parts.shift is not None:
        return _shifted(parts, parts.shift, base, past, coming, future)
    pair = (past[-1] if past else None, coming[0] if coming else None)
    if parts.month is None and (parts.day is None or parts.weekday is None):
        if pair[0] == pair[1]:
            return pair[0]
        return None if future is None else pair[future]
    return _in_some_year(parts, base, pair, future)


def _in_some_year(
    parts: Parts, base: datetime.date, pair: tuple[str | None, str | None], future: bool | None
) -> str | None:
    """A month or day without a year: by tense, unless it is too near to be anything else."""
    by_distance = sorted((_distance(text, base), text) for text in pair if text)
    if not by_distance:
        return None
    distance, nearest = by_distance[0]
    if distance <= SLACK_DAYS and parts.day is not None:
        return nearest
    if future is not None:
        return pair[future]
    return nearest if distance <= NEAR_DAYS else None


def _distance(text: str, base: datetime.date) -> int:
    day = first_day(text)
    if len(text) == len("2017-10"):
        return abs((day.year - base.year) * 12 + day.month - base.month) * 30
    return abs((day - base).days)


def _beyond(past: list[str], coming: list[str], here: str, shift: int) -> str:
    """The last before here or the first after it."""
    return [text for text in past if text < here][-1] if shift < 0 else next(text for text in coming if text > here)


def _shifted(
    parts: Parts, shift: int, base: datetime.date, past: list[str], coming: list[str], future: bool | None
) -> str | None:
    """`last May`, `this Saturday`, `next Tuesday`."""
    here = base.isoformat()
    if parts.month is not None:
        if shift == 0:
            return whole(base.year, parts)
        here = here[: len(past[-1])]
        return _beyond(past, coming, here, shift)
    monday = base - datetime.timedelta(days=base.isoweekday() - 1)
    week = (monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat())
    if shift == 0:
        if future is None or past[-1] == coming[0]:
            return next((text for text in [*past, *coming] if week[0] <= text <= week[1]), None)
        # "held this Saturday", told on a Thursday, is the tense of another verb
        return coming[0] if future else min(past[-1], coming[0], key=lambda text: _distance(text, base))
    nearest = _beyond(past, coming, here, shift)
    if abs(shift) == 2 or not week[0] <= nearest <= week[1]:
        return nearest
    # In the running week `next Friday` may be this one or the week after; nobody calls tomorrow next Friday.
    if abs((first_day(nearest) - base).days) <= 2:
        return (first_day(nearest) + datetime.timedelta(days=7 * shift)).isoformat()
    return None
