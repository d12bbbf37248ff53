"""Every form, read by the tool of its own standard: nothing is lost on the way, and nothing is there that it has not."""

import csv
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import networkx
import openpyxl
import pandas
import pyarrow.parquet
import pytest
from pyld import jsonld

from communique.export.events import DYADS, EVENTS
from communique.export.events.actors import actor
from communique.export.forms import FORMS
from communique.export.graphs.network import network
from communique.export.tables import TABLES, Table
from communique.export.tables.files.stata import NAMES
from communique.export.tables.folder import write_tables
from communique.reading import Reading
from communique.record import Record
from communique.report import Report

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCHEMA_ORG = "https://schema.org/"
# https://schema.org/Event, /Person, /Place, /NewsArticle, /Organization: the properties that are written
OF_EVENTS = {"name", "identifier", "startDate", "endDate", "eventStatus", "eventAttendanceMode", "keywords", "location"}
OF_EVENTS |= {"organizer", "attendee", "about", "superEvent", "subjectOf"}
OF_OTHERS = {"name", "identifier", "address", "addressCountry", "honorificPrefix", "jobTitle", "affiliation", "url"}
OF_OTHERS |= {"datePublished", "publisher"}
CLASSES = {"Event", "Person", "Country", "Organization", "Place", "PostalAddress", "NewsArticle"}

Cells = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of the example reports, as they are read."""
    from communique import Reader, examples

    reports = list(examples.reports())
    with Record(tmp_path_factory.mktemp("standards") / "a.db") as made:
        made.add_all(zip(reports, Reader().read_many(reports), strict=True))
        yield made


def written(record: Record, form: str) -> bytes:
    return b"".join(each if isinstance(each, bytes) else each.encode() for each in FORMS[form](record))


def _csv(folder: Path, table: Table) -> Cells:
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream, strict=True)
    assert tuple(header) == table.header
    return [tuple(cell or None for cell in row) for row in rows]


def _parquet(folder: Path, table: Table) -> Cells:
    read = pyarrow.parquet.read_table(folder / f"{table.name}.parquet")
    assert tuple(read.column_names) == table.header
    return [tuple(row.values()) for row in read.to_pylist()]


def _xlsx(folder: Path, table: Table) -> Cells:
    rows = openpyxl.load_workbook(folder / "tables.xlsx", read_only=True)[table.name].iter_rows(values_only=True)
    assert next(rows) == table.header
    return [(*row, *(None,) * (len(table.header) - len(row))) for row in rows]


def _dta(folder: Path, table: Table) -> Cells:
    frame = pandas.read_stata(folder / f"{table.name}.dta")
    assert list(frame.columns) == [NAMES.get(each, each) for each in table.header]
    cells = frame.astype(object).itertuples(index=False, name=None)
    return [tuple(None if cell == "" or pandas.isna(cell) else cell for cell in row) for row in cells]


BACK: dict[str, Callable[[Path, Table], Cells]] = {"csv": _csv, "parquet": _parquet, "xlsx": _xlsx, "dta": _dta}


@pytest.mark.parametrize("of", BACK)
def test_every_table_is_read_back_cell_by_cell(record: Record, tmp_path: Path, of: Any) -> None:
    write_tables(record, tmp_path, of=of)
    for table in TABLES.values():
        rows, back = list(table.rows(record)), BACK[of](tmp_path, table)
        assert len(rows) == len(back)
        for row, read in zip(rows, back, strict=True):
            assert [_plain(cell) for cell in row] == [_plain(cell) for cell in read], table.name


def _plain(cell: Any) -> str | None:
    """A cell as all of the formats can say it; a workbook ends lines its own way."""
    if cell is None or cell == "":
        return None
    told = {"True": "true", "False": "false"}.get(str(cell), str(cell))
    told = str(int(cell)) if isinstance(cell, float) else told
    return {"1": "true", "0": "false"}.get(told, told).removeprefix("'").replace("\r\n", "\n").replace("_x000D_", "")


def test_popolo_is_what_its_classes_say(record: Record) -> None:
    told = json.loads(written(record, "popolo"))
    schema = json.loads((HERE / "popolo.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(told)
    known = {name: {each["id"] for each in told[name]} for name in ("persons", "organizations", "posts")}
    for each in told["memberships"]:
        assert each["person_id"] in known["persons"]
        assert each["post_id"] in known["posts"]
        assert each.get("organization_id", next(iter(known["organizations"]))) in known["organizations"]
    assert {who["id"] for each in told["events"] for who in each.get("attendees", ())} <= known["persons"]
    assert [each["id"] for each in told["events"]] == [each.id for each in record.each_engagement()]


def test_json_ld_says_in_schema_org_what_it_says(record: Record) -> None:
    told = json.loads(written(record, "json-ld"))
    expanded = jsonld.expand(told)
    events = [each for each in expanded if each["@type"] == [f"{SCHEMA_ORG}Event"]]
    assert [each["@id"].removeprefix("urn:communique:") for each in events] == [
        each.id for each in record.each_engagement()
    ]
    for node in _nodes(expanded):
        classes = {each.removeprefix(SCHEMA_ORG) for each in node.get("@type", ())}
        terms = {each.removeprefix(SCHEMA_ORG) for each in node if not each.startswith("@")}
        assert classes <= CLASSES
        assert terms <= (OF_EVENTS if "Event" in classes else OF_OTHERS)
    for event, given in zip(events, record.each_engagement(), strict=True):
        starts = [each["@value"] for each in event.get(f"{SCHEMA_ORG}startDate", ())]
        assert starts == ([given.start.value] if given.start else [])
    # nothing was dropped for want of a meaning: compacted, it is what was written
    compacted = jsonld.compact(expanded, told["@context"], {"graph": True})
    assert len(json.dumps(compacted)) == pytest.approx(len(json.dumps(told)), rel=0.05)


def _nodes(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for each in part:
            yield from _nodes(each)
    elif isinstance(part, dict) and "@value" not in part:
        yield part
        yield from (node for value in part.values() for node in _nodes(value))


@pytest.mark.parametrize(("form", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_graphs_come_back_whole(record: Record, form: str, read: Callable[[Any], Any]) -> None:
    graph, back = network(record), read(io.BytesIO(written(record, form)))
    assert set(graph) == set(back)
    for node, told in graph.nodes(data=True):
        assert {name: str(value) for name, value in told.items()} == {
            name: str(back.nodes[node][name]) for name in told
        }
    assert sorted((one, other, told["kind"]) for one, other, told in graph.edges(data=True)) == sorted(
        (one, other, told["kind"]) for one, other, told in back.edges(data=True)
    )


def test_a_calendar_comes_back_event_by_event(record: Record) -> None:
    read = icalendar.Calendar.from_ical(written(record, "calendar"))
    assert not read.errors
    found = {str(each["UID"]): each for each in read.walk("VEVENT")}
    exact = [each for each in record.each_engagement() if each.start and len(each.start.value) == len("2019-03-04")]
    assert set(found) == {f"{each.id}@communique" for each in exact} != set()
    for told in exact:
        event = found[f"{told.id}@communique"]
        assert not event.errors
        assert told.start
        assert event.decoded("DTSTART") == date.fromisoformat(told.start.value)
        assert event.decoded("DTEND") - event.decoded("DTSTART") >= timedelta(days=1)
        assert str(event["STATUS"]) in {"CONFIRMED", "TENTATIVE", "CANCELLED"}


def test_event_codes_are_read_back_and_their_actors_are_states_or_organisations(record: Record) -> None:
    for form, table in (("events", EVENTS), ("", DYADS)):
        text = written(record, form).decode() if form else "".join(_lines(table, record))
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        given = [dict(zip(table.header, row, strict=True)) for row in table.rows(record)]
        assert [row["cameo"] for row in rows] == [row["cameo"] for row in given] != []
        for row in rows:
            sides = (row.get("source_actors") or row["source_actor"]).split(" | ")
            assert all(len(each) == len("GEO") and each.isupper() for each in sides)
            assert row["plover"] in {"AGREE", "CONSULT", "SUPPORT", "COOPERATE"}
            assert row["cameo"][:2] in {"03", "04", "05", "06"}
    assert actor("GE") == "GEO"


def _lines(table: Table, record: Record) -> Iterator[str]:
    from communique.export import csv_lines

    return csv_lines(table(record))


def test_the_tool_of_followthemoney_takes_the_entities_as_they_are(record: Record, tmp_path: Path) -> None:
    ftm = os.environ.get("FTM") or shutil.which("ftm") or shutil.which("ftm", path=ROOT / ".venv-standards" / "bin")
    if not ftm:
        pytest.skip("followthemoney is not installed: `make standards`, or put the path of `ftm` into FTM")
    given, taken = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    given.write_bytes(written(record, "followthemoney"))
    subprocess.run([ftm, "validate", "-i", str(given), "-o", str(taken)], check=True)
    for one, two in zip(*(map(json.loads, each.read_text().splitlines()) for each in (given, taken)), strict=True):
        assert {k: set(v) for k, v in one["properties"].items()} == {k: set(v) for k, v in two["properties"].items()}


def test_every_form_is_among_those_read_here_or_beside() -> None:
    here = {"popolo", "json-ld", "graphml", "gexf", "calendar", "events", "followthemoney", "readings"}
    assert set(FORMS) == here | {"engagements", "mentions", "history-visits", "history-trips"}


def test_readings_come_back_as_they_were(record: Record, tmp_path: Path) -> None:
    texts = {each.report.id: each.report for each in record.readings()}
    with Record(tmp_path / "b.db") as other:
        for line in written(record, "readings").decode().splitlines():
            told = json.loads(line)
            report: Report = texts[told["report"]["id"]]
            other.add(report, Reading.from_json(told, report.text))
        assert other.digest() == record.digest()
