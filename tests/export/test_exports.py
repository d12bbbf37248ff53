import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import export
from communique.export.csv_lines import Cell, csv_lines
from communique.reading import JSON, Account, Body, Masthead, Person, Reading
from communique.record import Record
from communique.report import Cited, Report

Pairs = list[tuple[Report, Reading]]

SHARED = Path(__file__).parents[2].parent / "shared"
TRUTH = SHARED / "gold" / "accounts.truth.json"
NEEDS_SHARED = pytest.mark.skipif(not TRUTH.exists(), reason="the gold of joined accounts is not beside this checkout")


@pytest.fixture
def record(tmp_path: Path, pairs: Pairs) -> Iterator[Record]:
    """A record with the shared pairs."""
    with Record(tmp_path / "a.db") as opened:
        opened.add_all(pairs)
        yield opened


def everything(record: Record) -> list[str]:
    """All exports of a record, as written."""
    return [
        *export.json_lines(export.readings(record)),
        *export.json_lines(export.engagements(record)),
        *export.json_lines(export.mentions(record)),
        *(line for table in export.tables.TABLES.values() for line in export.csv_lines(table(record))),
    ]


def rows(record: Record, table: str) -> list[dict[str, str]]:
    """A table as a CSV reader reads it."""
    written = "".join(export.csv_lines(export.tables.TABLES[table](record)))
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_the_same_record_gives_the_same_bytes_whatever_the_order(tmp_path: Path, record: Record, pairs: Pairs) -> None:
    assert everything(record) == everything(record)
    with Record(tmp_path / "b.db") as other:
        other.add_all(reversed(pairs))
        assert everything(other) == everything(record)


def test_readings_are_exported_as_stored(record: Record, pairs: Pairs) -> None:
    lines = list(export.json_lines(export.readings(record)))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    texts = {report.id: report.text for report, _ in pairs}
    found = [Reading.from_json(told, texts[told["report"]["id"]]) for told in map(json.loads, lines)]
    assert found == sorted((reading for _, reading in pairs), key=lambda each: each.report.id)


def test_engagements_are_exported_with_their_citations(record: Record, pairs: Pairs) -> None:
    found = [json.loads(line) for line in export.json_lines(export.engagements(record))]
    assert [each["id"] for each in found] == [each.id for each in record.engagements()]
    texts = {report.id: report.text for report, _ in pairs}
    for told in (each["trigger"] for each in found):
        assert texts[told["report"]][told["start"] : told["end"]] == told["quote"]


def test_lone_surrogates_are_written_as_escapes() -> None:
    (line,) = export.json_lines([{"quote": "a\ud800b — é"}])
    assert line == '{"quote":"a\\ud800b — é"}\n'
    assert json.loads(line) == {"quote": "a\ud800b — é"}


def test_mentions_have_their_kinds_and_ids(record: Record) -> None:
    found = list(export.mentions(record))
    assert {each["kind"] for each in found} == {"account", "person", "body"}
    assert all(set(each) == {"kind", "report", "quote", "start", "end", "id"} for each in found)
    assert {each["id"] for each in found if each["quote"] == "Levan Abashvili"} == {record.person("Levan Abashvili").id}


@pytest.mark.parametrize("table", export.tables.TABLES)
def test_every_row_has_every_column_and_a_true_citation(record: Record, pairs: Pairs, table: str) -> None:
    texts = {report.id: report.text for report, _ in pairs}
    header, *cells = export.tables.TABLES[table](record)
    assert cells
    assert all(len(row) == len(header) for row in cells)
    if "report" in header and "quote" in header:
        for row in cells:
            told = dict(zip(header, row, strict=True))
            assert texts[str(told["report"])][int(told["start"] or 0) : int(told["end"] or 0)] == told["quote"]


def test_the_tables_say_what_the_record_says(record: Record) -> None:
    session = next(each for each in rows(record, "engagements") if each["session_number"] == "2")
    assert (session["kind"], session["parties"], session["end_day"]) == ("session", "GE | AM", "2021-06-03")
    assert session["outcomes"] == "'=Sum of the talks: a plan was agreed"
    host = next(each for each in rows(record, "participations") if each["role"] == "host")
    assert (host["name"], host["rank"], host["party"], host["leads"]) == (
        "Levan Abashvili",
        "Major General",
        "GE",
        "false",
    )
    assert [(each["document"], each["status"]) for each in rows(record, "documents")] == [
        ("Protocol on Training", "signed")
    ]
    assert [each["content"] for each in rows(record, "statements")] == ["trade routes must stay open", "nothing new"]
    assert [(each["name"], each["office"]) for each in rows(record, "people")] == [
        ("Aram Petrosyan", "Deputy Defence Minister"),
        ("Jânis Ozols", ""),
        ("Levan Abashvili", "Chief of General Staff"),
        ("Nino Beridze", "Minister of Defence of Georgia"),
    ]
    assert [each["office"] for each in rows(record, "postings") if each["name"] == "Levan Abashvili"] == [
        "Defence Minister",
        "Chief of General Staff",
    ]
    assert [each["sessions"] for each in rows(record, "bodies")] == ["2"]
    assert [(each["session_number"], each["start_day"]) for each in rows(record, "sessions")] == [
        ("1", "2019-03"),
        ("2", "2021-06-02"),
    ]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"])
def test_formulas_are_neutralised(formula: str) -> None:
    (line,) = csv_lines([(formula,)])
    ((cell,),) = csv.reader(io.StringIO(line, newline=""))
    assert cell == f"'{formula}"


CELLS: st.SearchStrategy[Cell] = (
    st.none() | st.booleans() | st.integers() | st.text(alphabet=st.characters(exclude_categories=()))
)


@given(st.lists(CELLS, min_size=2))
def test_any_row_is_one_row_without_a_formula(row: list[Cell]) -> None:
    (line,) = csv_lines([row])
    line.encode("utf-8")
    (found,) = csv.reader(io.StringIO(line, newline=""))
    assert len(found) == len(row)
    for cell, value in zip(found, row, strict=True):
        assert isinstance(value, int) or not re.match(r"[=+\-@\t\r]", cell)
        if isinstance(value, str) and not re.search("[\0\ud800-\udfff]", value):
            assert cell.removeprefix("'") == value.removeprefix("'")


@NEEDS_SHARED
def test_the_scorer_of_joined_accounts_takes_the_mentions(tmp_path: Path) -> None:
    """Readings made of the truth's own quotes: all mentions are found in the export, whatever they are joined to."""
    with Record(tmp_path / "a.db") as record:
        record.add_all(_told_by_truth())
        mentions_file = tmp_path / "mentions.jsonl"
        mentions_file.write_text("".join(export.json_lines(export.mentions(record))), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score_accounts.py"), str(TRUTH), str(mentions_file)]
    scored = subprocess.run(command, capture_output=True, text=True)
    assert scored.returncode == 0, scored.stderr
    found = re.findall(r"(\w+) +(\d+) mentions, +(\d+) not read · B3 P ([\d.]+)", scored.stdout)
    assert [kind for kind, *_ in found] == ["account", "person", "body"]
    for _, mentions, missed, precision in found:
        assert int(missed) <= 0.02 * int(mentions)
        assert float(precision) > 0.95  # equal names are rarely two people; the rest is the resolver's to find


def _told_by_truth() -> Iterator[tuple[Report, Reading]]:
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))
    quotes: dict[str, dict[str, list[str]]] = {}
    for kind, owners, mentions, key in (
        ("account", "engagements", "accounts", "trigger"),
        ("person", "persons", "mentions", "name"),
        ("body", "bodies", "mentions", "name"),
    ):
        for owner in truth[owners]:
            for each in owner[mentions]:
                quotes.setdefault(each["report"], {}).setdefault(kind, []).append(each[key])
    for line in (SHARED / "gold" / "accounts.reports.jsonl").read_text(encoding="utf-8").splitlines():
        row: JSON = json.loads(line)
        report = Report(row["id"], row["text"], url=row["url"], published=row["published"])
        yield report, _reading(report, quotes.get(report.id, {}))


def _reading(report: Report, quotes: dict[str, list[str]]) -> Reading:
    def cite(words: str) -> Cited[str]:
        start = report.text.index(words)
        return Cited(report.text, start, start + len(words), value=words, rule="test.truth")

    def accounts() -> Iterator[Account]:
        for n, words in enumerate(quotes.get("account", [])):
            told = cite(words)
            kind: Cited[str] = Cited(report.text, told.start, told.end, value="meeting", rule="test.truth")
            status: Cited[str] = Cited(report.text, told.start, told.end, value="held", rule="test.truth")
            yield Account(id=f"E{n}", kind=kind, status=status, trigger=told)  # type: ignore[arg-type]

    return Reading(
        report=Masthead(id=report.id),
        reader="truth",
        engagements=tuple(accounts()),
        people=tuple(Person(id=f"P{n}", name=cite(each)) for n, each in enumerate(quotes.get("person", []))),
        bodies=tuple(Body(id=f"B{n}", name=cite(each)) for n, each in enumerate(quotes.get("body", []))),
    )
