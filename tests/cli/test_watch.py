"""Watching: what is new is read once, errors are said and gone over, the record is all that is remembered."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.cli import main, watch
from communique.cli.read import Tally
from communique.record import Record

COMMUNIQUE = str(Path(sys.executable).with_name("communique"))

OSLO = "OSLO, May 3. The Minister of Defence of Norway, Kari Nygaard, met with her Chilean counterpart on 3 May 2019."
WEATHER = "They talked about the weather."
LONG_AGO = 1_500_000_000
FEED = """<rss version='2.0'><channel><item><guid>f1</guid><description>It rained in the harbour of Arica.
</description></item></channel></rss>"""

Once = Callable[..., tuple[int, list[str], list[str]]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    (tmp_path / "in").mkdir()
    return tmp_path


@pytest.fixture
def once(here: Path, capsys: pytest.CaptureFixture[str]) -> Once:
    """One look: the exit status, the lines on stdout, and those on stderr."""

    def look(*inputs: str) -> tuple[int, list[str], list[str]]:
        assert here == Path.cwd()
        status = main(["watch", *inputs, "--once"])
        out, err = capsys.readouterr()
        return status, out.splitlines(), err.splitlines()

    return look


def test_what_is_new_is_one_line_and_the_record_remembers_it(here: Path, once: Once) -> None:
    (here / "in" / "oslo.txt").write_text(OSLO)
    (here / "in" / "weather.txt").write_text(WEATHER)
    status, told, (summary,) = once("in")
    assert status == 0
    assert told == ["oslo: 1 engagement: meeting held", "weather: no engagement"]
    assert summary.startswith("2 reports, 2 new, 0 already in communique.db")
    (here / "feed.xml").write_text(FEED)
    status, told, (summary,) = once("in", "feed.xml")
    assert (status, told) == (0, ["f1: no engagement"])
    assert summary.startswith("3 reports, 1 new, 2 already")


def test_an_error_is_one_line_and_the_rest_is_read(here: Path, once: Once) -> None:
    (here / "in" / "a.txt").write_bytes(b"")
    (here / "in" / "b.txt").write_text(WEATHER)
    status, told, (problem, missing, _) = once("in", "none.xml")
    assert status == 1
    assert told == ["b: no engagement"]
    assert problem == "in/a.txt: is empty; give a text, or leave it out"
    assert missing.startswith("none.xml: there is no such file")


def test_an_empty_folder_is_nothing_wrong(once: Once) -> None:
    status, told, (summary,) = once("in")
    assert (status, told) == (0, [])
    assert summary == "0 reports, 0 new, 0 already in communique.db"


def test_a_file_is_taken_once_until_it_changes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = here / "in" / "a.txt"
    path.write_bytes(b"")
    os.utime(path, (LONG_AGO, LONG_AGO))
    with Record("communique.db") as record:
        watching = watch.Watch(["in", "none"], "communique.db", record, Tally())
        watching.look(settled=True)
        assert len(capsys.readouterr().err.splitlines()) == 2
        watching.look(settled=True)
        assert capsys.readouterr() == ("", "")
        path.write_text(WEATHER)
        watching.look(settled=True)
        assert capsys.readouterr() == ("", "")  # it may not be whole yet
        os.utime(path, (LONG_AGO + 1, LONG_AGO + 1))
        watching.look(settled=True)
        assert capsys.readouterr() == ("a: no engagement\n", "")


def test_what_stops_a_look_is_said_and_tried_again(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "in" / "a.txt").write_text(WEATHER)
    tally = Tally()
    with Record("communique.db") as record:
        watching = watch.Watch(["in"], "communique.db", record, tally)

        def full(_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr(watching, "_read", full)
            watching.look(settled=False)
        assert "No space left on device" in capsys.readouterr().err
        assert tally.problems == 1
        watching.look(settled=False)
    assert capsys.readouterr().out == "a: no engagement\n"


def test_ctrl_c_ends_it_cleanly(here: Path) -> None:
    path = here / "in" / "a.txt"
    path.write_text(WEATHER)
    os.utime(path, (LONG_AGO, LONG_AGO))
    running = subprocess.Popen(
        [COMMUNIQUE, "watch", "in", "--every", "0.1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout
    assert running.stdout.readline() == "a: no engagement\n"
    path.with_name("b.txt").write_text("It rained in the harbour of Arica.")
    os.utime(path.with_name("b.txt"), (LONG_AGO, LONG_AGO))
    assert running.stdout.readline() == "b: no engagement\n"
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (0, "")
    assert err.startswith("2 reports, 2 new, 0 already in communique.db")
    assert len(err.splitlines()) == 1


def test_standard_input_is_not_watched(once: Once) -> None:
    status, _, lines = once("-")
    assert status == 2
    assert "standard input cannot be watched" in lines[-1]
