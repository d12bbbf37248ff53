"""Values in words, as people read them: dates, counts, lists."""

import datetime
from collections.abc import Sequence

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}  # codespell:ignore nd

# ISO 8601-2 numbers seasons from 21 and quarters from 33.
_PARTS_OF_YEAR = {
    **dict(enumerate(MONTHS, start=1)),
    **dict(enumerate(("spring", "summer", "autumn", "winter"), start=21)),
    **dict(enumerate(("1st quarter of", "2nd quarter of", "3rd quarter of", "4th quarter of"), start=33)),
}

# Control characters as pictures of themselves: a report must not steer the terminal, and offsets must hold.
_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"},
    ord("\r"): ord(" "),
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}

EMPTY = "–"  # what a table shows where nothing is reported


def visible(text: str) -> str:
    """The text safe to print, as long as it was: control characters but tabs and line ends are shown as pictures."""
    return text.translate(_PICTURES)


def line(text: object) -> str:
    """A value safe to print on one line."""
    return " ".join(visible(str(text)).split())


def short(text: str, length: int) -> str:
    """A value on one line, cut between words where it is longer than `length`."""
    shown = line(text)
    if len(shown) <= length:
        return shown
    cut = shown[:length].rpartition(" ")[0] or shown[: length - 1]
    return cut.rstrip(",;:") + "…"


def date(edtf: str) -> str:
    """An EDTF day, month, season or year in words: `24 October 2017`, `October 2017`, `spring 2017`, `2017`."""
    year, *rest = edtf.split("-")
    if not rest or not all(part.isdigit() for part in (year, *rest)):
        return edtf
    month = _PARTS_OF_YEAR.get(int(rest[0]))
    if month is None:
        return edtf
    return f"{month} {year}" if len(rest) == 1 else f"{int(rest[1])} {month} {year}"


def dates(start: str | None, end: str | None, *, undated: str | None = None) -> str:
    """From start to end in words: `24–25 October 2017`; where there is no start, why not."""
    if start is None:
        return undated or "not reported"
    if end is None or end == start:
        return date(start)
    first, last = date(start).split(" "), date(end).split(" ")
    shared = 0  # words both share at the end: the year, then the month with it
    while shared < min(len(first), len(last)) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    kept = first[: len(first) - shared]
    dash = "–" if len(kept) == len(last) - shared == 1 else " – "
    return f"{' '.join(kept)}{dash}{' '.join(last)}"


def cell_date(edtf: str | None, *, undated: str | None = None) -> str:
    """A date for a table: a day as ISO 8601 prints it, a month or a year in short words (`Oct 2017`)."""
    if edtf is None:
        return "ambiguous" if undated == "ambiguous" else EMPTY
    if edtf.count("-") == len(("month", "day")):
        return edtf
    first, space, year = date(edtf).partition(" ")
    return f"{first[:3] if first in MONTHS else first}{space}{year}"


def between(earlier: str, later: str) -> str:
    """How long from one EDTF day, month or year to another: `13 months`, `12 days`, `2 years`; "" where unknown."""
    parts = [[int(part) for part in edtf.split("-") if part.isdigit()] for edtf in (earlier, later)]
    shared = min(len(each) for each in parts)
    if shared == 0:
        return ""
    if shared == 1:
        years = parts[1][0] - parts[0][0]
        return count(years, "year") if years > 0 else ""
    months = (parts[1][0] - parts[0][0]) * len(MONTHS) + parts[1][1] - parts[0][1]
    if shared > len(("year", "month")):
        months -= parts[1][2] < parts[0][2]
        if months < 1:
            days = (datetime.date(*parts[1]) - datetime.date(*parts[0])).days
            return count(days, "day") if days > 0 else ""
    return count(months, "month") if months > 0 else ""


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number of things: `1 report`, `1,204 reports`, `3 bodies`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {plural or noun + 's'}"


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, `11th`."""
    teens = range(10, 20)
    suffix = "th" if number % 100 in teens else _SUFFIXES.get(number % 10, "th")
    return f"{number}{suffix}"


def listed(items: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""
