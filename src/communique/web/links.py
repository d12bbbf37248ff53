"""The addresses of pages: one place that knows them, for templates and redirects."""

from typing import Any
from urllib.parse import quote, urlencode

from communique.record.entries import Told

FORMATS = (".json", ".csv", ".html")

# The first letter of an id says what it stands for, and so which page shows it.
_PAGES = {"E": "engagements", "P": "people", "B": "bodies"}


def entry(id: str) -> str:  # noqa: A002
    """The page of an engagement, person or body, by its id (`E-…`, `P-…`, `B-…`)."""
    return f"/{_PAGES[id[0]]}/{_segment(id)}"


def report(id: str, *, start: int | None = None, end: int | None = None) -> str:  # noqa: A002
    """The page of a report; with offsets, the one where the words between them are lit."""
    lit = "" if start is None else f"?at={start}-{end}#at"
    return f"/reports/{_segment(id)}{lit}"


def cited(told: Told[Any]) -> str:
    """Where the words stand that a value is cited to."""
    return report(told.report, start=told.start, end=told.end)


def party(code: str) -> str:
    """The page of a party, by its code."""
    return f"/parties/{_segment(code)}"


def pair(one: str, other: str) -> str:
    """The page of two parties, the same whichever is named first."""
    first, second = sorted((one, other))
    return f"/parties/{_segment(first)}/{_segment(second)}"


def brief(one: str, other: str, *, form: str | None = None, on: str | None = None) -> str:
    """The brief on two parties, as a page or in the form of a file, as of a day (else today)."""
    ending = f".{form}" if form else ""
    return f"{pair(one, other).removesuffix('.html')}/brief{ending}" + (f"?{urlencode({'on': on})}" if on else "")


def listed(page: str, **asked: Any) -> str:
    """A list of that name with what is asked of it; what is None or empty is left out."""
    given = [(name, each) for name, value in asked.items() for each in _each(value)]
    return f"/{page}" + (f"?{urlencode(given)}" if given else "")


def calendar(*parties: str) -> str:
    """The calendar to subscribe to of what all these parties have in common; of everything, where none is named."""
    return listed("calendar.ics", party=parties)


def twin(path: str, query: str, format: str) -> str:  # noqa: A002
    """The address of a page in another format: `.json` or `.csv`."""
    return f"{path.removesuffix('.html').rstrip('/') or '/index'}{format}" + (f"?{query}" if query else "")


def _each(value: Any) -> list[Any]:
    if value is None or value is False or value == "":
        return []
    if value is True:
        return ["true"]
    return list(value) if isinstance(value, list | tuple) else [value]


def _segment(id: str) -> str:  # noqa: A002
    """An id as one part of an address. What could be taken for a format is followed by the page's own."""
    return quote(id, safe="") + (".html" if id.endswith(FORMATS) else "")
