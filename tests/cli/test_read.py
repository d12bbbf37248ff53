import json
import os
import pty
import signal
import sqlite3
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from communique.cli import main
from communique.cli.files import written_whole
from communique.cli.printing.progress import Progress, as_time
from communique.cli.read import Desk, Tally, summary
from communique.reader.many import read_many
from communique.reading import Masthead, Reading
from communique.record import Record
from communique.report import Report
from communique.sources import Meter, take

COMMUNIQUE = str(Path(sys.executable).with_name("communique"))

TEXTS = {
    "a": "OSLO, May 3. The Minister of Defence of Norway, Kari Nygaard, met her Chilean counterpart on 3 May 2019.",
    "b": "They talked about the weather.",
    "c": "SANTIAGO, June 4. The Minister of Defence of Chile received the Ambassador of Norway on 4 June 2019.",
}

Run = Callable[..., tuple[int, str, str]]


def lines(texts: dict[str, str]) -> str:
    objects = ({"id": name, "text": text, "published": "2019-06-05"} for name, text in texts.items())
    return "".join(json.dumps(each) + "\n" for each in objects)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    (tmp_path / "all.jsonl").write_text(lines(TEXTS))
    return tmp_path


@pytest.fixture
def run(here: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def read(*arguments: str) -> tuple[int, str, str]:
        status = main(["read", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return read


def ids(readings: str | bytes) -> list[str]:
    return [json.loads(each)["report"]["id"] for each in readings.splitlines()]


def kept(record: Path) -> list[str]:
    with Record(record, read_only=True) as opened:
        return sorted(each.report.id for each in opened.readings())


# The record


def test_reports_are_read_once(run: Run, here: Path) -> None:
    status, out, err = run("all.jsonl")
    assert (status, out) == (0, "")
    assert err.startswith("3 reports, 3 new, 0 already in communique.db; ")
    assert run("all.jsonl") == (0, "", "3 reports, 0 new, 3 already in communique.db\n")
    assert kept(here / "communique.db") == ["a", "b", "c"]


def test_what_the_record_knows_is_not_read_again(run: Run) -> None:
    run("all.jsonl")
    script = (
        "import sys\nfrom communique.cli import main\n"
        "assert main(['read', 'all.jsonl', '--readings', 'r.jsonl']) == 0\nprint('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stderr == "3 reports, 0 new, 3 already in communique.db\n"
    assert done.stdout == "False\n"


def test_the_record_is_named_by_option_or_environment(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_RECORD", "other.db")
    assert "already in other.db" in run("all.jsonl")[2]
    assert "already in third.db" in run("all.jsonl", "--record", "third.db")[2]
    assert not (here / "communique.db").exists()


def test_no_record_keeps_nothing(run: Run, here: Path) -> None:
    status, _, err = run("all.jsonl", "--no-record")
    assert status == 0
    assert err.startswith("3 reports read; ")
    assert [path.name for path in here.iterdir()] == ["all.jsonl"]


def test_the_same_text_under_another_id_is_one_report(run: Run, here: Path) -> None:
    run("all.jsonl")
    (here / "again.jsonl").write_text(lines({"copy": TEXTS["a"]}))
    for _ in range(2):
        status, _, err = run("again.jsonl", "--readings", "r.jsonl")
        assert status == 0
        assert err.startswith("1 report, 0 new, 1 already in communique.db")
        assert ids((here / "r.jsonl").read_text()) == ["copy"]
    assert kept(here / "communique.db") == ["a", "b", "c"]


def test_an_id_the_record_has_for_another_text_is_passed_over(run: Run, here: Path) -> None:
    run("all.jsonl")
    (here / "more.jsonl").write_text(lines({"b": "Something else.", "d": "They met."}))
    status, _, err = run("more.jsonl")
    assert status == 1
    problem, told = err.splitlines()
    assert "'b'" in problem
    assert told.startswith("1 report, 1 new, 0 already in communique.db; ")
    assert told.endswith("; 1 problem")
    assert kept(here / "communique.db") == ["a", "b", "c", "d"]


def test_the_record_in_the_folder_that_is_read_is_no_report(run: Run, here: Path) -> None:
    assert run(".", "--readings", "readings.jsonl")[0] == 0
    status, _, err = run(".", "--readings", "readings.jsonl")
    assert (status, err) == (0, "3 reports, 0 new, 3 already in communique.db\n")


def test_a_file_that_is_no_record_is_left_alone(run: Run, here: Path) -> None:
    (here / "notes.txt").write_text("Not a record.")
    status, out, err = run("all.jsonl", "--record", "notes.txt")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "notes.txt" in err
    assert (here / "notes.txt").read_text() == "Not a record."


def test_the_same_fault_on_every_line_does_not_fill_the_screen(run: Run, here: Path) -> None:
    (here / "shape.jsonl").write_text('{"body": "They met."}\n' * 1006 + "[]\n" + '{"body": "They met."}\n' * 6)
    status, _, err = run("shape.jsonl", "all.jsonl", "--no-record")
    assert status == 1
    *problems, told = err.splitlines()
    assert [each.partition(";")[0].partition(" ")[0] for each in problems] == [
        *(f"shape.jsonl:{number}:" for number in range(1, 6)),
        "shape.jsonl:",
        "shape.jsonl:1007:",
        *(f"shape.jsonl:{number}:" for number in range(1008, 1013)),
        "shape.jsonl:",
    ]
    assert problems[5] == "shape.jsonl: 1,001 more lines with the same fault"
    assert problems[-1] == "shape.jsonl: 1 more line with the same fault"
    assert told.endswith("; 1,013 problems")


# Readings


def test_readings_are_written_in_the_order_of_the_input(run: Run, here: Path) -> None:
    run("all.jsonl", "--readings", "first.jsonl")
    assert ids((here / "first.jsonl").read_text()) == ["a", "b", "c"]
    more = {"new1": "One.", "a": TEXTS["a"], "new2": "Two.", "c": TEXTS["c"], "b": TEXTS["b"], "new3": "Three."}
    (here / "more.jsonl").write_text(lines(more))
    status, _, err = run("more.jsonl", "--readings", "more.out")
    assert status == 0
    assert err.startswith("6 reports, 3 new, 3 already in communique.db")
    assert ids((here / "more.out").read_text()) == list(more)
    assert sorted(path.name for path in here.glob("*.part")) == []


def test_readings_from_the_record_are_those_first_read(run: Run, here: Path) -> None:
    run("all.jsonl", "--readings", "fresh.jsonl", "--no-record")
    run("all.jsonl")
    run("all.jsonl", "--readings", "known.jsonl")
    assert (here / "known.jsonl").read_bytes() == (here / "fresh.jsonl").read_bytes()
    for each in (here / "known.jsonl").read_text().splitlines():
        reading = json.loads(each)
        Reading.from_json(reading, TEXTS[reading["report"]["id"]])  # each citation held against the text
        assert reading["report"]["published"] == "2019-06-05"


def test_several_processes_give_the_same(run: Run, here: Path) -> None:
    run("all.jsonl", "--readings", "one.jsonl", "--no-record")
    done = subprocess.run(
        [COMMUNIQUE, "read", "all.jsonl", "--readings", "two.jsonl", "--jobs", "2"],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert (here / "one.jsonl").read_bytes() == (here / "two.jsonl").read_bytes()
    assert kept(here / "communique.db") == ["a", "b", "c"]


def test_from_stdin_to_stdout(here: Path) -> None:
    done = subprocess.run(
        [COMMUNIQUE, "read", "-", "--readings", "-"], input=lines(TEXTS).encode(), capture_output=True, timeout=60
    )
    assert done.returncode == 0
    assert ids(done.stdout) == ["a", "b", "c"]
    assert b"3 new" in done.stderr
    assert sorted(path.name for path in here.iterdir() if ".db" not in path.name) == ["all.jsonl"]


def test_readings_that_cannot_be_written(run: Run, here: Path) -> None:
    status, _, err = run("all.jsonl", "--readings", "none/readings.jsonl")
    assert status == 1
    assert err.count("\n") == 1
    assert "none/readings.jsonl" in err


def test_a_file_is_written_whole_or_not_at_all(here: Path) -> None:
    with written_whole("a.txt") as stream:
        stream.write(b"first")
        assert not (here / "a.txt").exists()
    for stopped in (ValueError, KeyboardInterrupt):
        with pytest.raises(stopped):
            write_half("a.txt", stopped)
    assert (here / "a.txt").read_bytes() == b"first"
    with written_whole("/dev/null") as stream:
        stream.write(b"third")
    assert sorted(path.name for path in here.iterdir()) == ["a.txt", "all.jsonl"]


def write_half(name: str, stopped: type[BaseException]) -> None:
    with written_whole(name) as stream:
        stream.write(b"second")
        raise stopped


# Stopped


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_at_any_point_nothing_is_lost_and_a_rerun_completes_it(here: Path, how: signal.Signals) -> None:
    texts = {f"r{number}": f"{TEXTS['a']} That was report {number}." + "\n" * 2000 for number in range(24)}
    (here / "many.jsonl").write_text(lines(texts))
    running = subprocess.Popen(
        [COMMUNIQUE, "read", "-", "--readings", "r.jsonl"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdin
    running.stdin.write((here / "many.jsonl").read_bytes())
    running.stdin.flush()  # and no end of it: it is stopped while it waits for more
    deadline = time.monotonic() + 60
    while not stored(here / "communique.db") and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(how)
    _, err = running.communicate(timeout=30)
    assert running.returncode == (130 if how == signal.SIGINT else -signal.SIGKILL)
    assert len(err.strip().splitlines()) == (1 if how == signal.SIGINT else 0)
    assert not (here / "r.jsonl").exists()
    before = stored(here / "communique.db")
    assert before
    again = subprocess.run(
        [COMMUNIQUE, "read", "many.jsonl", "--readings", "r.jsonl"], capture_output=True, text=True, timeout=60
    )
    assert again.returncode == 0
    assert again.stderr.startswith(f"24 reports, {24 - before} new, {before} already in communique.db")
    assert ids((here / "r.jsonl").read_text()) == list(texts)
    assert not list(here.glob("*.part"))


def stored(record: Path) -> int:
    try:
        with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        if "connection" in locals():
            connection.close()


# Wrong use


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "INPUT"),
        (["all.jsonl", "--jobs", "0"], "--jobs"),
        (["all.jsonl", "--jobs", "many"], "--jobs"),
        (["all.jsonl", "--nonsense"], "--nonsense"),
        (["all.jsonl", "--readings", "./communique.db"], "would overwrite communique.db"),
        (["all.jsonl", "--readings", "./all.jsonl"], "would overwrite all.jsonl"),
    ],
)
def test_wrong_use(run: Run, here: Path, arguments: list[str], word: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert word in err
    assert [path.name for path in here.iterdir()] == ["all.jsonl"]


# Progress and memory


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_plain_progress_is_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with Progress(10_000, clock=clock) as progress:
        for number in range(1, 61):
            clock.now += 0.5
            progress.done(number, read=number, taken=100 * number)
    assert capsys.readouterr().err.splitlines() == [
        "20 reports, 2.0 reports a second, about 40 s left",
        "40 reports, 2.0 reports a second, about 30 s left",
        "60 reports, 2.0 reports a second, about 20 s left",
    ]


def test_progress_of_unknown_length_says_no_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with Progress(None, clock=clock) as progress:
        clock.now = 10.0
        progress.done(1000, read=0, taken=5)
    assert capsys.readouterr().err == "1,000 reports\n"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.4, "0 s"), (59, "59 s"), (90, "2 min"), (3599, "1 h 0 min"), (7500, "2 h 5 min")]
)
def test_time_is_told_roughly(seconds: float, shown: str) -> None:
    assert as_time(seconds) == shown


def test_a_terminal_shows_a_bar_and_problems_above_it(here: Path) -> None:
    (here / "bad.txt").write_text("")
    terminal, end = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    running = subprocess.Popen([COMMUNIQUE, "read", "bad.txt", "all.jsonl"], stdout=end, stderr=end, env=environment)
    os.close(end)
    shown = b""
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
    except OSError:  # how a terminal ends on Linux
        pass
    os.close(terminal)
    assert running.wait(timeout=60) == 1
    assert b"bad.txt: is empty; give a text, or leave it out" in shown
    assert "━".encode() in shown
    assert b"left" in shown
    assert b"3 reports, 3 new, 0 already in communique.db" in shown


@pytest.mark.parametrize(
    ("tally", "record", "told"),
    [
        (Tally(known=4804), "communique.db", "4,804 reports, 0 new, 4,804 already in communique.db"),
        (
            Tally(new=20, known=1, engaged=7, problems=2),
            "x.db",
            "21 reports, 20 new, 1 already in x.db; 7 of the new with an engagement; 2.0 a second; 2 problems",
        ),
        (Tally(new=1, engaged=1, problems=1), None, "1 report read; 1 with an engagement; 0.1 a second; 1 problem"),
        (Tally(), None, "0 reports read"),
    ],
)
def test_the_summary(tally: Tally, record: str | None, told: str) -> None:
    assert summary(tally, record, 10.0) == told


class Idle:
    """A reader that finds nothing, fast."""

    def read(self, report: Report) -> Reading:
        return Reading(report=Masthead(id=report.id), reader="idle")

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        return map(self.read, reports)


def test_a_hundred_reports_are_not_held(here: Path) -> None:
    size = 200_000
    with (here / "large.jsonl").open("w") as file:
        for number in range(100):
            file.write(json.dumps({"id": str(number), "text": f"{number} " + "met " * (size // 4)}) + "\n")
    meter, out = Meter(), BytesIO()
    with Progress(None) as progress:
        desk = Desk(None, out, progress, meter)
        tracemalloc.start()
        for report, result in read_many(desk.unread(take(["large.jsonl"], meter=meter)), make=Idle):
            desk.keep(report, result)
        desk.finish()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert ids(out.getvalue()) == [str(number) for number in range(100)]
    assert meter.taken == (here / "large.jsonl").stat().st_size > 100 * size
    assert peak < 20 * size  # a few copies of one report, never the hundred


def test_a_reader_that_fails_is_told_of_and_the_rest_is_kept(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Failing(Idle):
        def read(self, report: Report) -> Reading:
            if report.id == "b":
                raise RuntimeError("lost\nthe thread")
            return super().read(report)

    items: Any = [Report(name, text) for name, text in TEXTS.items()]
    with Record(here / "r.db") as record, Progress(None) as progress:
        desk = Desk(record, None, progress, Meter())
        for report, result in read_many(desk.unread(items), make=Failing):
            desk.keep(report, result)
        desk.finish()
    assert desk.tally == Tally(new=2, problems=1)
    assert "report 'b' could not be read (RuntimeError: lost the thread)" in capsys.readouterr().err
    assert kept(here / "r.db") == ["a", "c"]
