"""Time: what one expression of time in a report says, and how much of it the text settles."""

import datetime
from dataclasses import dataclass, replace
from typing import Literal

Precision = Literal["day", "week", "month", "season", "quarter", "half", "year", "decade"]
Sense = Literal["day", "within", "interval", "bound"]
Undated = Literal["ambiguous", "not reported"]
Span = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Time:
    """One expression of time: where it stands, and the days it gives as EDTF level 1.

    `start_offset` and `end_offset` are half-open code points. `start` and `end` are equal for a single day, month or
    year; for an open interval one of them is None (`until the 25th` has only an end).

    `sense`: `day` a day · `within` some time in a month, season or year · `interval` from start to end · `bound` only
    before or after a day, which dates nothing by itself.
    `undated`: why both are None: `ambiguous` (several days fit; `why` says which) or `not reported` (nothing to settle
    it by). Where only the tense of the clause is wanting, `readings` holds the past and the coming reading.
    `relative`: days after (or before) another day of the report, for `the same day` (0) or `a day earlier` (-1).
    """

    start_offset: int
    end_offset: int
    start: str | None
    end: str | None
    precision: Precision
    sense: Sense
    rule: str
    undated: Undated | None = None
    why: str | None = None
    readings: tuple[Span, Span] | None = None
    relative: int | None = None

    def resolved(self, *, future: bool) -> "Time":
        """The same time read in a clause about the past or the future; unchanged where tense makes no difference."""
        if self.readings is None:
            return self
        start, end = self.readings[future]
        if start is None and end is None:
            return self
        return replace(self, start=start, end=end, undated=None, why=None)

    def beside(self, day: datetime.date) -> "Time":
        """A relative time (`the same day`) dated from the day it points back to; any other time unchanged."""
        if self.relative is None:
            return self
        told = (day + datetime.timedelta(days=self.relative)).isoformat()
        return replace(self, start=told, end=told, undated=None, why=None)
