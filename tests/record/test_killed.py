"""A process that reads, re-reads, decides and rebuilds is killed at any point: nothing it said it did is lost."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from communique.reading import Reading
from communique.record import Record
from communique.report import Report

Exports = Callable[[Record], list[str]]
Variant = Callable[[int, int], tuple[Report, Reading]]

ROUNDS = int(os.environ.get("COMMUNIQUE_KILLS", "4"))
REPORTS, SEEDS = 8, 6
MOST = 8  # things that a process says it has done, at least one, before it is killed
LONGEST = 0.3  # seconds thereafter: somewhere in the midst of what it does next

BUSY = """
import json, random, sys
from contextlib import suppress
from communique.errors import CommuniqueError
from communique.reading import Reading
from communique.record import Record
from communique.report import Report

path, told, chance = sys.argv[1], json.load(open(sys.argv[2])), random.Random(sys.argv[3])
with Record(path) as record:
    first = Report(told[0]["id"], told[0]["text"], published=told[0]["published"])
    record.add(first, Reading.from_json(told[0]["readings"][0], first.text))  # what is loaded is loaded by now
    print("report", first.id, flush=True)
    while True:
        n, seed = chance.randrange(len(told)), chance.randrange(len(told[0]["readings"]))
        report = Report(told[n]["id"], told[n]["text"], published=told[n]["published"])
        reading = Reading.from_json(told[n]["readings"][seed], report.text)
        what = chance.choice(["read", "read", "reread", "reread", "decide", "undo", "rebuild"])
        with suppress(CommuniqueError):
            if what == "read":
                record.add(report, reading)
                print("report", report.id, flush=True)
            elif what == "reread":
                record.reread(report.id, reading)
                print("reading", report.id, reading.reader, flush=True)
            elif what == "decide":
                ids = [each.id for each in record.mentions() if each.kind == "person"]
                made = record.decide(chance.choice(["same", "different"]), *chance.sample(ids or [""] * 2, 2))
                print("decision", made.id, flush=True)
            elif what == "undo" and record.decisions():
                print("decision", record.undo(chance.choice(record.decisions()).id).id, flush=True)
            elif what == "rebuild":
                record.rebuild()
"""


def test_killed_at_any_point_nothing_that_was_said_done_is_lost(
    tmp_path: Path, exports: Exports, variant: Variant
) -> None:
    path, told = tmp_path / "a.db", tmp_path / "told.json"
    told.write_text(json.dumps([_told(variant, n) for n in range(REPORTS)]), encoding="utf-8")
    chance = random.Random(ROUNDS)
    read: set[tuple[str, str]] = set()
    known: set[str] = set()
    for nth in range(ROUNDS):
        command = [sys.executable, "-c", BUSY, str(path), str(told), str(nth)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout
        assert process.stdout.readline() == "report r0\n"
        told_done = [process.stdout.readline() for _ in range(chance.randint(1, MOST))]
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(process.pid, signal.SIGKILL)
        for line in (*told_done, *process.stdout.read().splitlines()):
            what, *words = line.split()
            known.add(words[0])
            if what == "reading":
                read.add((words[0], words[1]))
        process.stdout.close()
        assert process.wait() == -signal.SIGKILL
        _whole(path, known, read, exports)
    assert len(known) > 1


def _told(variant: Variant, n: int) -> dict[str, object]:
    report, _ = variant(n, 0)
    readings = [variant(n, seed)[1].to_json() for seed in range(SEEDS)]
    return {"id": report.id, "text": report.text, "published": report.published, "readings": readings}


def _whole(path: Path, known: set[str], read: set[tuple[str, str]], exports: Exports) -> None:
    """All that was said done is there, the file is sound, and what is derived is what it would be if made anew."""
    with Record(path) as record:
        assert known <= {each.id for each in record.reports()} | {each.id for each in record.decisions()}
        before = exports(record)
        record.rebuild()
        assert exports(record) == before
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    held = connection.execute("SELECT id, reader FROM readings JOIN reports ON report = key").fetchall()
    assert read <= set(held)
    (unread,) = connection.execute(
        "SELECT count(*) FROM reports LEFT JOIN readings ON report = key AND nth = reading WHERE json IS NULL"
    ).fetchone()
    assert unread == 0
    connection.close()
