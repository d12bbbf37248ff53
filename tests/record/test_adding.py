import dataclasses
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.errors import FalseCitation, RecordError
from communique.reading import Account, Masthead, Person, Reading, citations
from communique.record import Record
from communique.record.store.schema import DERIVED
from communique.report import Cited, Report

Pairs = list[tuple[Report, Reading]]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A new record."""
    with Record(tmp_path / "a.db") as opened:
        yield opened


def plain(id: str, text: str) -> tuple[Report, Reading]:  # noqa: A002
    """A report and a reading in which nothing was found."""
    return Report(id, text), Reading(report=Masthead(id=id), reader="test-1")


def rows(record: Record, query: str) -> list[Any]:
    connection = sqlite3.connect(record.path)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_a_report_and_its_reading_come_back_as_they_went_in(record: Record, pairs: Pairs) -> None:
    for report, reading in pairs:
        assert record.add(report, reading)
        stored = record.report(report.id)
        assert (stored.report, stored.reading) == (report, reading)


def test_the_same_text_twice_is_one_report(record: Record, pairs: Pairs) -> None:
    (report, reading), *_ = pairs
    assert record.add(report, reading)
    before = record.counts()
    assert not record.add(report, reading)
    assert record.counts() == before


def test_the_same_text_under_another_id_becomes_an_alias(record: Record, pairs: Pairs) -> None:
    (report, reading), *_ = pairs
    record.add(report, reading)
    again = dataclasses.replace(report, id="copy", url="https://agency.example/2")
    assert not record.knows(again)
    assert not record.add(again, reading)
    assert record.knows(again)
    assert not record.add(again, reading)
    assert record.report("copy").report == report
    assert record.report(report.id).aliases == ("copy",)
    assert record.counts().reports == 1


@pytest.mark.parametrize("taken", ["ge-1", "copy"])
def test_an_id_that_stands_for_another_text_is_refused(record: Record, pairs: Pairs, taken: str) -> None:
    (report, reading), *_ = pairs
    record.add(report, reading)
    record.add(dataclasses.replace(report, id="copy"), reading)
    other, empty = plain(taken, "Another text.")
    before = record.path.with_name(record.path.name + "-wal").read_bytes()
    with pytest.raises(RecordError, match=f"{taken}.*another text.*another id"):
        record.knows(other)
    with pytest.raises(RecordError, match=f"{taken}.*another text.*another id"):
        record.add(other, empty)
    assert record.path.with_name(record.path.name + "-wal").read_bytes() == before


def test_a_false_citation_is_not_stored(record: Record, pairs: Pairs) -> None:
    (report, _), (_, reading), *_ = pairs
    with pytest.raises(FalseCitation):
        record.add(report, reading)
    assert record.counts().reports == record.counts().engagements == 0
    assert not record.knows(report)


def test_every_row_is_true_of_its_text(record: Record, pairs: Pairs) -> None:
    record.add_all(pairs)
    for table in (each.name for each in DERIVED if "quote" in each.columns):
        cited = rows(
            record, f'SELECT text, start, "end", quote, rule FROM {table} JOIN reports ON report = reports.key'
        )
        assert cited, table
        assert all(text[start:end] == quote and rule for text, start, end, quote, rule in cited)


def test_every_citation_of_the_reading_is_kept(record: Record, pairs: Pairs) -> None:
    record.add_all(pairs)
    for report, reading in pairs:
        assert citations(record.report(report.id).reading) == citations(reading)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing\0here \ud800 and \x1a0000 — 🎖️ ‮abc‬\r\nend",
        "\0",
        "\ud83d\ude00 split in halves",
        "…!?",
        "\x1a",
    ],
)
def test_odd_texts_are_kept_exactly(record: Record, text: str) -> None:
    report = Report("odd \udfff\0", text, title="t\ud800", url="u\0")
    told = Cited(text, 0, len(text), value=text, rule="test.hand")
    kind: Any = Cited(text, 0, 1, value="meeting", rule="test.hand")
    status: Any = Cited(text, 0, 1, value="held", rule="test.hand")
    account = Account(id="E1", kind=kind, status=status, trigger=told, place=told, body=told, topics=(told,))
    reading = Reading(
        report=Masthead(id=report.id, publisher=told),
        reader="test-1",
        engagements=(account,),
        people=(Person(id="P1", name=told, rank=told, office=(told,)),),
    )
    assert record.add(report, reading)
    assert record.knows(report)
    stored = record.report(report.id)
    assert (stored.report, stored.reading) == (report, reading)
    engagement = record.engagements()[0]
    assert engagement.place is not None
    assert engagement.place.value == text
    person = record.person(record.people()[0].id)
    assert person.name == text
    assert [(each.rank, each.office) for each in person.postings] == [(text, text)]
    assert record.bodies()[0].name == text
    assert {each.quote for each in record.mentions()} == {text}


def test_add_all_keeps_what_came_with_a_report_that_is_refused(record: Record, pairs: Pairs) -> None:
    record.add(*plain("taken", "The first text."))
    refused = plain("taken", "Another text.")
    with pytest.raises(RecordError, match="another text"):
        record.add_all([*pairs, refused, plain("after", "In the same group.")])
    assert record.counts().reports == 1 + len(pairs) + 1
    assert record.add_all([*pairs, plain("later", "Reached now.")]) == 1


def test_add_all_counts_what_is_new(record: Record) -> None:
    many = [plain(f"r{n}", f"Text {n}.") for n in range(45)]
    assert record.add_all(iter(many)) == 45
    assert record.add_all(many) == 0


def test_a_reading_of_a_text_without_a_name_gets_the_reports_id(record: Record) -> None:
    _, reading = plain("report", "A text.")
    record.add(Report("mine", "A text."), reading)
    assert record.report("mine").reading.report.id == "mine"


def test_the_reader_of_a_reading_is_kept(record: Record, pairs: Pairs) -> None:
    record.add_all(pairs)
    assert set(rows(record, "SELECT reader FROM readings")) == {("test-1",)}
    stored = [json.loads(told) for (told,) in rows(record, "SELECT json FROM readings ORDER BY report")]
    assert stored == [reading.to_json() for _, reading in pairs]


ADDING = """
import sys
from communique.reading import Masthead, Reading
from communique.record import Record
from communique.record.store.schema import DERIVED
from communique.report import Report

path, prefix, count, way = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
pairs = [
    (Report(f"{prefix}{n}", f"Text {n} of {prefix}. " * 50), Reading(report=Masthead(id=f"{prefix}{n}"), reader="t"))
    for n in range(count)
]
with Record(path) as record:
    print("open", flush=True)
    if way == "all":
        record.add_all(pairs)
    else:
        for report, reading in pairs:
            record.add(report, reading)
            print(report.id, flush=True)
"""


def adding(path: Path, prefix: str, count: int, way: str = "one") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ADDING, str(path), prefix, str(count), way]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("way", ["one", "all"])
def test_killed_at_any_point_and_run_again_it_is_complete(tmp_path: Path, way: str) -> None:
    path, count, rounds = tmp_path / "a.db", 1500, 6
    chance = random.Random(way)
    acknowledged: set[str] = set()
    killed = 0
    for _ in range(rounds):
        process = adding(path, "r", count, way)
        assert process.stdout
        time.sleep(chance.uniform(0.2, 1.2))
        os.kill(process.pid, signal.SIGKILL)
        acknowledged |= set(process.stdout.read().split()) - {"open"}
        process.stdout.close()
        killed += process.wait() == -signal.SIGKILL
        if path.exists() and path.stat().st_size:
            whole(path, acknowledged)
    assert killed
    process = adding(path, "r", count, way)
    process.communicate()
    assert process.returncode == 0
    whole(path, {f"r{n}" for n in range(count)})


def whole(path: Path, acknowledged: set[str]) -> None:
    """The record opens, is sound, has all that was acknowledged, and no report without its reading."""
    with Record(path) as record:
        stored = {each.id for each in record.reports()}
        assert acknowledged <= stored
        assert rows(record, "SELECT count(*) FROM readings") == [(len(stored),)]
        assert rows(record, "PRAGMA integrity_check") == [("ok",)]
        assert rows(record, "PRAGMA foreign_key_check") == []
        found = {each.id for each in record.reports(text="text")}
        assert found == stored  # the full-text index is written with the report


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    both = [adding(path, "a", 200), adding(path, "b", 200, "all"), adding(path, "a", 200)]
    for process in both:
        process.communicate()
    assert [process.returncode for process in both] == [0, 0, 0]
    whole(path, {f"{prefix}{n}" for prefix in "ab" for n in range(200)})
    with Record(path) as record:
        assert record.counts().reports == 400


def test_the_outlet_is_whom_the_words_name_and_else_whom_the_source_says(record: Record) -> None:
    text = "Kura News. They met."
    named = Masthead(id="a", publisher=Cited(text, 0, 9, value="Kura News", rule="test.hand"))
    record.add(Report("a", text, publisher="A site"), Reading(report=named, reader="test-1"))
    record.add(Report("b", "They met.", publisher="A site"), Reading(report=Masthead(id="b"), reader="test-1"))
    record.add(Report("c", "They parted."), Reading(report=Masthead(id="c"), reader="test-1"))
    assert [each.publisher for each in record.reports()] == ["Kura News", "A site", None]
    assert record.report("a").report.publisher == "A site"
    record.reread("a", Reading(report=Masthead(id="a"), reader="test-2"))
    assert [each.id for each in record.reports(publisher="A site")] == ["a", "b"]
    record.rebuild()
    assert [each.publisher for each in record.reports()] == ["A site", "A site", None]
