"""A row of the Historian's lists → a report: its fields as lines of `field: value`, always in the same order.

White space in a value is made one space, so that a row is the same text whichever format it came in.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from communique.report import Report
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

FIELDS = ("id", "kind", "role", "name", "visitor", "start", "end", "country", "place", "remarks")
KINDS = {"trip": ("role", "name"), "visit": ("visitor",)}  # what else a row of a kind must have
PREFIX = "history/"
MEND = "mend the row, or leave it out"


def report_of(data: Any, source: Source) -> Iterator[Report | Problem]:
    """The report that a row is, or only the Problem that makes it none."""
    if not isinstance(data, Mapping):
        yield source.problem("is no row: not an object with fields", MEND)
        return
    row = {field: _value(data.get(field)) for field in FIELDS}
    wrong = _wrong(data, row)
    if wrong:
        name = f"row {row['id']!r} " if row["id"] else ""
        yield source.problem(f"{name}{wrong}", MEND)
        return
    lines = (f"{field}: {value}" for field, value in row.items() if value)
    yield Report(f"{PREFIX}{row['id']}", "\n".join(lines) + "\n")


def _value(given: Any) -> str:
    return " ".join(given.split()) if isinstance(given, str) else ""


def _wrong(data: Mapping[Any, Any], row: dict[str, str]) -> str | None:
    """What makes a row none, None where it is one."""
    odd = next((field for field in FIELDS if data.get(field) is not None and not isinstance(data[field], str)), None)
    if odd:
        return f"has a {odd} that is not text"
    if row["kind"] not in KINDS:
        return f"has the kind {row['kind']!r}, not one of {', '.join(KINDS)}" if row["kind"] else "has no kind"
    missing = next((field for field in ("id", *KINDS[row["kind"]], "start", "end") if not row[field]), None)
    if missing:
        return f"has no {missing}"
    for field in ("start", "end"):
        if not _is_day(row[field]):
            return f"has the {field} {row[field]!r}, which is no day such as 1990-01-23"
    if row["start"] > row["end"]:
        return f"ends on {row['end']}, before it starts on {row['start']}"
    return None


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def fields(text: str) -> dict[str, tuple[int, int]]:
    """Where the value of each field stands in the text of a row's report."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for line in text.split("\n"):
        field, colon, _ = line.partition(": ")
        if colon and field in FIELDS:
            found[field] = (at + len(field) + len(colon), at + len(line))
        at += len(line) + 1
    return found


def is_row(report: Report) -> bool:
    """Whether a report was made of a row: its text has the id that it is called by."""
    at = fields(report.text)
    return "id" in at and report.id == PREFIX + report.text[slice(*at["id"])]
