import io
import json
from collections.abc import Iterator
from pathlib import Path

import icalendar
import networkx
import openpyxl
import pandas
import pyarrow.parquet
import pytest

from communique.cli import main
from communique.cli.export import FILES
from communique.export.forms import DYADS, FORMS
from communique.export.tables import TABLES
from communique.export.tables.folder import FORMATS
from communique.reading import Reading
from communique.record import Record
from communique.report import Report


@pytest.fixture
def record(tmp_path: Path, pairs: list[tuple[Report, Reading]]) -> Iterator[Record]:
    with Record(tmp_path / "a.db") as made:
        made.add_all(pairs)
        yield made


def written(record: Record, form: str) -> bytes:
    return b"".join(each if isinstance(each, bytes) else each.encode() for each in FORMS[form](record))


def test_the_command_knows_every_form() -> None:
    assert set(FILES) == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_record_is_the_same_file(record: Record, form: str) -> None:
    assert written(record, form) == written(record, form) != b""


@pytest.mark.parametrize("of", FORMATS)
def test_tables_are_the_same_files_again(record: Record, tmp_path: Path, of: str) -> None:
    for name in ("one", "two"):
        assert main(["export", "tables", "--as", of, "--record", str(record.path), "-o", str(tmp_path / name)]) == 0
    one, two = ({each.name: each.read_bytes() for each in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert {"README.md", "codebook.csv"} <= one.keys()


def test_tables_are_read_back(record: Record, tmp_path: Path) -> None:
    for of in FORMATS:
        main(["export", "tables", "--as", of, "--record", str(record.path), "-o", str(tmp_path / of)])
    rows = list(TABLES["engagements"].rows(record))
    table = pyarrow.parquet.read_table(tmp_path / "parquet" / "engagements.parquet")
    assert [tuple(row.values()) for row in table.to_pylist()] == rows
    assert table.schema.field("kind").metadata[b"description"]
    frame = pandas.read_stata(tmp_path / "dta" / "engagements.dta")
    assert list(frame["engagement"]) == [row[0] for row in rows]
    sheet = openpyxl.load_workbook(tmp_path / "xlsx" / "tables.xlsx")["engagements"]
    formula = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=Sum"))
    assert (formula.data_type, formula.quotePrefix) == ("s", True) or formula.quotePrefix
    assert sheet["B1"].comment is not None


def test_event_codes_tell_their_rule(record: Record) -> None:
    text = written(record, "events").decode()
    assert "041,CONSULT,phone,,call,true," in text
    assert "057,SUPPORT,,diplomatic,document.signed,true," in text
    assert len(list(DYADS(record))) > text.count("\r\n")


def test_the_calendar_ends_the_day_after_and_invents_no_day(record: Record) -> None:
    read = icalendar.Calendar.from_ical(written(record, "calendar"))
    ends = {str(each["UID"]): each.decoded("DTEND").isoformat() for each in read.walk("VEVENT")}
    assert sorted(ends.values()) == ["2019-03-05", "2021-06-04"]
    assert str(read["X-COMMUNIQUE-LEFT-OUT"]) == "2"


def test_graphs_are_read_back(record: Record) -> None:
    one = networkx.read_graphml(io.BytesIO(written(record, "graphml")))
    two = networkx.read_gexf(io.BytesIO(written(record, "gexf")))
    assert set(one) == set(two)
    assert {each.id for each in record.engagements()} <= set(one)
    assert b"lastmodified" not in written(record, "gexf")


def test_json_forms_have_what_the_record_has(record: Record) -> None:
    popolo, linked = json.loads(written(record, "popolo")), json.loads(written(record, "json-ld"))
    ids = [each.id for each in record.engagements()]
    assert [each["id"] for each in popolo["events"]] == [each["identifier"] for each in linked["@graph"]] == ids
    posts = {each["id"] for each in popolo["posts"]}
    assert {each["post_id"] for each in popolo["memberships"]} == posts
