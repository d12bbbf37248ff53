"""JSON lines: one object a line, UTF-8."""

import json
from collections.abc import Iterable, Iterator

from communique.reading import JSON
from communique.record import Record
from communique.record.entries import to_json


def json_lines(rows: Iterable[JSON]) -> Iterator[str]:
    """Each row as one line with its line feed; keys in the order given, other scripts as they are.

    Lone surrogates, which UTF-8 cannot hold, are written as JSON's own escapes.
    """
    for row in rows:
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        yield line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def readings(record: Record) -> Iterator[JSON]:
    """The readings as stored, in order of report id; `communique schema` prints their shape."""
    return (stored.reading.to_json() for stored in record.readings())


def engagements(record: Record) -> Iterator[JSON]:
    """The engagements by day, each value with its citation; the fields are those of `record.entries.Engagement`."""
    return (to_json(each) for each in record.engagements())
