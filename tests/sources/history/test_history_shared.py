"""What holds for every row of the Office of the Historian's lists (CC0)."""

import json
from pathlib import Path

import pytest

from communique.reading import Reading
from communique.report import Report
from communique.sources import take
from communique.sources.history import FORMATS, read

EXTERNAL = Path(__file__).parents[3].parent / "shared" / "external"
ROWS = EXTERNAL / "history.jsonl"

pytestmark = pytest.mark.skipif(not ROWS.exists(), reason="the Historian's rows are not beside the project")


def taken(*names: str) -> list[Report]:
    items = list(take([str(EXTERNAL / name) for name in names], formats=FORMATS))
    assert [each for each in items if not isinstance(each, Report)] == []
    return [each for each in items if isinstance(each, Report)]


def test_every_row_is_read_and_every_citation_true() -> None:
    rows = [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]
    reports = taken("history.jsonl")
    assert [each.id for each in reports] == [f"history/{row['id']}" for row in rows]
    for row, report in zip(rows, reports, strict=True):
        reading = read(report)
        assert Reading.from_json(reading.to_json(), report.text) == reading  # each citation checked again
        visit, *meetings = reading.engagements
        assert visit.kind.value == "visit"
        assert visit.participants
        assert (visit.start and visit.start.value, visit.end and visit.end.value) == (row["start"], row["end"])
        assert all(each.kind.value == "meeting" and len(each.participants) > 1 for each in meetings)
        assert len(reading.links) == len(meetings)
        if row["kind"] == "visit":
            assert visit.country is not None
            assert visit.country.value == "US"
            names = [each.name.value for each in visit.participants if each.name]
            assert names
            assert all(name in " ".join(row["visitor"].split()) for name in names)


def test_rows_in_their_own_format_are_the_same_reports() -> None:
    by_id = {each.id: each for each in taken("history.jsonl")}
    reports = taken("history-visits-sample.xml", "history-travels-sample.xml")
    assert len(reports) > 900
    assert all(by_id[each.id] == each for each in reports)
