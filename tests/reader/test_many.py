import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import ReaderError
from communique.reader.many import CHUNK_CHARACTERS, CHUNK_REPORTS, FEW_CHUNKS, read_many
from communique.reading import Masthead, Reading
from communique.report import Report


class Careful:
    """A reader that fails at some texts, and reads others without finding anything."""

    def read(self, report: Report) -> Reading:
        if report.text.startswith("bad"):
            raise ValueError("no sense in it")
        return Reading(report=Masthead(id=report.id), reader="careful")

    def read_many(self, reports: object) -> Iterator[Reading]:
        assert isinstance(reports, list)
        for report in reports:
            yield self.read(report)


class Batching(Careful):
    """One that gives nothing of a batch with a bad report in it."""

    def read_many(self, reports: object) -> Iterator[Reading]:
        return iter(list(super().read_many(reports)))


class Telling(Careful):
    """One that tells in which process it reads."""

    def read(self, report: Report) -> Reading:
        return Reading(report=Masthead(id=report.id), reader=str(os.getpid()))


class Miscounting(Careful):
    """One whose batches come back short."""

    def read_many(self, reports: object) -> Iterator[Reading]:
        return iter(list(super().read_many(reports))[:-1])


def reports(*texts: str) -> list[Report]:
    return [Report(f"r{number}", text) for number, text in enumerate(texts)]


@pytest.mark.parametrize("make", [Careful, Batching, Miscounting])
def test_one_bad_report_is_named_and_the_others_are_read_in_order(make: type[Careful]) -> None:
    given = reports(*["good"] * 20, "bad", *["good"] * 20)
    pairs = list(read_many(given, make=make))
    assert [report for report, _ in pairs] == given
    errors = [(report.id, result) for report, result in pairs if isinstance(result, ReaderError)]
    assert [name for name, _ in errors] == ["r20"]
    assert "'r20'" in str(errors[0][1])
    assert "no sense in it" in str(errors[0][1])
    assert [result.report.id for _, result in pairs if isinstance(result, Reading)] == [
        each.id for each in given if each.text == "good"
    ]


def test_nothing_given_nothing_made() -> None:
    def never() -> Careful:
        raise AssertionError("a reader was made for nothing")

    assert list(read_many([], make=never)) == []


def test_reports_are_taken_in_as_they_are_read() -> None:
    taken = 0

    def endless() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield Report(f"r{taken}", "good")

    results = read_many(endless(), make=Careful)
    for _ in range(100):
        next(results)
    assert taken <= 100 + CHUNK_REPORTS


def test_long_reports_are_not_gathered() -> None:
    taken = 0

    def long() -> Iterator[Report]:
        nonlocal taken
        while True:
            taken += 1
            yield Report(f"r{taken}", "good " * CHUNK_CHARACTERS)

    next(read_many(long(), make=Careful))
    assert taken == 1


def test_the_readings_are_those_of_the_reader() -> None:
    from communique.reader import Reader

    given = reports("The Minister of Defence of Norway met his counterpart of Chile in Oslo on 3 May 2019.", "?!")
    assert [result for _, result in read_many(given)] == [Reader().read(report) for report in given]


# Several processes: in a script of its own, as a user would have it, since workers import the script.

SCRIPT = """
import os, sys, time
from communique.errors import ReaderError
from communique.reader.many import read_many
from communique.reading import Masthead, Reading
from communique.report import Report

class Mortal:
    def read(self, report):
        if report.text == "die":
            os._exit(9)
        if report.text == "bad":
            raise ValueError("no sense in it")
        if report.text == "slow":
            time.sleep(60)
        return Reading(report=Masthead(id=report.id), reader=str(os.getpid()))

    def read_many(self, reports):
        return map(self.read, reports)

taken = 0

def reports():
    global taken
    for number, text in enumerate(sys.argv[1].split(",")):
        taken += 1
        yield Report(f"r{number}", text)

if __name__ == "__main__":
    for report, result in read_many(reports(), jobs=2, make=Mortal):
        if isinstance(result, ReaderError):
            print(report.id, taken, "error", result, flush=True)
        else:
            print(report.id, taken, result.reader, flush=True)
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.py"
    path.write_text(textwrap.dedent(SCRIPT))
    return path


def lines_of(script: Path, *texts: str) -> list[list[str]]:
    done = subprocess.run(
        [sys.executable, script, ",".join(texts)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    return [line.split(maxsplit=2) for line in done.stdout.splitlines()]


def test_several_processes_keep_the_order_and_a_bounded_window(script: Path) -> None:
    texts = ["good"] * 300
    texts[100] = "bad"
    found = lines_of(script, *texts)
    assert [name for name, _, _ in found] == [f"r{number}" for number in range(300)]
    assert [name for name, _, result in found if "no sense in it" in result] == ["r100"]
    assert int(found[0][1]) <= 5 * CHUNK_REPORTS
    processes = {result for _, _, result in found if result.isdigit()}
    assert 1 <= len(processes) <= 2
    assert str(os.getpid()) not in processes


def test_a_worker_that_dies_loses_only_the_report_that_kills_it(script: Path) -> None:
    texts = ["good"] * 120
    texts[3] = texts[70] = "die"
    found = lines_of(script, *texts)
    assert [name for name, _, _ in found] == [f"r{number}" for number in range(120)]
    assert [name for name, _, result in found if "error" in result] == ["r3", "r70"]


def test_ctrl_c_ends_it_promptly_and_leaves_no_process(script: Path) -> None:
    texts = ",".join(["good"] * 64 + ["slow"] * 64)
    running = subprocess.Popen(
        [sys.executable, script, texts], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0
    )
    assert running.stdout
    workers = {running.stdout.readline().split()[2] for _ in range(32)}
    os.killpg(running.pid, signal.SIGINT)
    began = time.monotonic()
    running.communicate(timeout=20)
    assert time.monotonic() - began < 10
    assert running.returncode != 0
    deadline = time.monotonic() + 10
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(alive, workers))


def alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    return True


def test_as_many_processes_as_cores_only_where_there_is_more_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.reader.many.cores", lambda: 2)
    few = reports(*["good"] * CHUNK_REPORTS * FEW_CHUNKS)
    assert _readers(few) == {str(os.getpid())}
    assert _readers([*few, *reports(*["good"] * 3)]) - {str(os.getpid())}


def test_what_has_come_is_read_before_more_comes() -> None:
    asked = []

    def slowly() -> Iterator[Report]:
        for report in reports(*["good"] * CHUNK_REPORTS * 2):
            asked.append(report)
            yield report

    assert next(read_many(slowly(), jobs=None, make=Telling))
    assert len(asked) == CHUNK_REPORTS


def _readers(given: list[Report]) -> set[str]:
    """The processes that read these reports, each of which comes out once and in order."""
    pairs = list(read_many(given, jobs=None, make=Telling))
    assert [report for report, _ in pairs] == given
    return {result.reader for _, result in pairs if isinstance(result, Reading)}
