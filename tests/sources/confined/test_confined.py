"""Whatever a parser is led to do, only its own process ends, and the next file is read."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.sources.confined import Confined, Extract, Refused
from communique.sources.confined.child import answers_to
from communique.sources.markup.feed import read_feed
from communique.sources.markup.page import read_page

PAGE = b"<html><p>The minister met the envoy.</p><p>They talked at length about training.</p>"


def test_a_parser_answers_as_if_it_were_here() -> None:
    with Confined() as confined:
        assert confined.call(read_page, PAGE) == read_page(PAGE)
        with pytest.raises(Refused) as refused:
            confined.call(read_page, b"<p>x" * 50_000)
        assert confined.call(read_page, PAGE) == read_page(PAGE)
    assert "more than 20,000 tags" in refused.value.said[0]


def test_what_takes_too_long_is_ended_and_the_next_is_read() -> None:
    with Confined(seconds=0.001) as hasty:
        start = time.monotonic()
        with pytest.raises(Refused, match="takes longer than") as refused:
            hasty.call(read_page, PAGE)
        assert time.monotonic() - start < 10
    assert refused.value.said[1]
    with Confined() as confined:
        assert confined.call(read_page, PAGE).text


def test_closing_twice_or_unused_is_well() -> None:
    confined = Confined()
    confined.close()
    confined.close()


def test_a_parser_that_falls_over_is_one_line() -> None:
    (answer,) = answers_to("communique.sources.markup.page:read_page", b"x", {"no_such": 1})
    assert answer
    assert "cannot be read (TypeError" in answer["refused"][0]
    assert isinstance(Extract("x").notes, tuple)


FEED = b"<rss><channel>" + b"<item><guid>%d</guid><description>They met.</description></item>" * 3 % (1, 2, 3)


def test_a_file_of_many_reports_is_answered_one_by_one() -> None:
    with Confined() as confined:
        assert list(confined.each(read_feed, FEED, name="f")) == list(read_feed(FEED, name="f"))
        first = confined.each(read_feed, FEED, name="f")
        assert next(first).wrong  # the feed ends too early
        second = list(confined.each(read_feed, FEED, name="f"))  # while the first is not at its end
        assert [each.data.get("id") for each in (*first, *second[1:])] == ["1", "2", "3"] * 2
        next(confined.each(read_feed, FEED, name="f"))
        assert confined.call(read_page, PAGE) == read_page(PAGE)
        with pytest.raises(Refused, match="cannot be read"):
            list(confined.each(read_feed, FEED, no_such=1))


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('written', 'w')",
    ],
)
def test_a_parser_neither_connects_nor_runs_nor_writes(deed: str, tmp_path: Path) -> None:
    script = f"from communique.sources.confined.child import confine; confine(10**10)\n{deed}"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "PermissionError" in done.stderr
    assert list(tmp_path.iterdir()) == []
