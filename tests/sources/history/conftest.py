import json
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.reading import Reading
from communique.report import Report
from communique.sources import Problem, take
from communique.sources.history import FORMATS, read

VISIT = {
    "id": "visit-1",
    "kind": "visit",
    "visitor": "President Ana Ruiz",
    "start": "1990-05-01",
    "end": "1990-05-03",
    "country": "Peru",
}
TRIP = {
    "id": "trip-secretary-2",
    "kind": "trip",
    "role": "secretary",
    "name": "Ann Example Porter",
    "start": "1990-06-10",
    "end": "1990-06-12",
    "country": "Norway",
    "place": "Oslo",
}

Taken = tuple[list[Report], list[Problem]]
ReadRow = Callable[..., Reading]


@pytest.fixture
def take_rows(tmp_path: Path) -> Callable[[str, bytes], Taken]:
    """Writes bytes to a file of this name and takes it in as the Historian's rows: reports and problems."""

    def taken(name: str, content: bytes) -> Taken:
        path = tmp_path / name
        path.write_bytes(content)
        items = list(take([str(path)], formats=FORMATS))
        reports = [each for each in items if isinstance(each, Report)]
        return reports, [each for each in items if isinstance(each, Problem)]

    return taken


@pytest.fixture
def read_visit(take_rows: Callable[[str, bytes], Taken]) -> ReadRow:
    """The reading of a visit with these fields in place of its own."""
    return lambda **given: _read(take_rows, {**VISIT, **given})


@pytest.fixture
def read_trip(take_rows: Callable[[str, bytes], Taken]) -> ReadRow:
    """The reading of a secretary's trip with these fields in place of its own."""
    return lambda **given: _read(take_rows, {**TRIP, **given})


def _read(take_rows: Callable[[str, bytes], Taken], row: dict[str, str]) -> Reading:
    (report,), problems = take_rows("rows.jsonl", json.dumps(row).encode())
    assert not problems
    return read(report)
