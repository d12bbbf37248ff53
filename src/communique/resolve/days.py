"""Days in EDTF level 1 as the calendar days they may be, for ordering and overlap."""

import calendar
import re

from communique.reading import Reading

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?[?~%]?")
SEASONS = ("21", "22", "23", "24")  # EDTF's; which months they are depends on where, so they may be the whole year


def bounds(edtf: str) -> tuple[str, str] | None:
    """First and last ISO day that a day, month, year or `start/end` interval covers; None for any other words.

    `2017-02` gives `2017-02-01` and `2017-02-28`; an open end of an interval (`2017-02/..`) is its one known part.
    """
    parts = [_part(each) for each in edtf.split("/") if each not in ("", "..")]
    known = [each for each in parts if each]
    if not known or len(known) < len(parts) or len(parts) > 2:
        return None
    return known[0][0], known[-1][1]


def span(start: str | None, end: str | None) -> tuple[str, str] | None:
    """First and last ISO day that something told to begin and end so may cover; of an end alone, that end."""
    first, last = (bounds(each) if each else None for each in (start, end))
    if first is None or last is None:
        return first or last
    return min(first[0], last[0]), max(first[1], last[1])


def _part(edtf: str) -> tuple[str, str] | None:
    found = _PART.fullmatch(edtf)
    if not found:
        return None
    year, month, day = found.groups()
    if int(year) == 0:
        return None
    if month in (None, "XX", *SEASONS):
        return (f"{year}-01-01", f"{year}-12-31") if day in (None, "XX") else None
    if not 1 <= int(month) <= 12:
        return None
    length = calendar.monthrange(int(year), int(month))[1]
    if day in (None, "XX"):
        return f"{year}-{month}-01", f"{year}-{month}-{length}"
    return (edtf[:10], edtf[:10]) if 1 <= int(day) <= length else None


def day_of(reading: Reading) -> str | None:
    """The day a report is from, as EDTF: its publication, else its dateline; never the day of what it tells of."""
    masthead = reading.report
    if masthead.published:
        return masthead.published
    return masthead.dateline_date.value if masthead.dateline_date else None
