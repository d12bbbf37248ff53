"""What each step of the reader costs: milliseconds a report, the parser's among them."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from time import perf_counter
from typing import Any

from bench.rows import Row
from communique.reader import Reader
from communique.reader import reader as room
from communique.report import Report

# The functions that the reader calls one after the other, by what they are told as.
STEPS = {
    "foreign_parts": "language",
    "mark": "words and names of the lexicon",
    "may_tell": "gate",
    "find_offices": "offices",
    "find_names": "names",
    "find_masthead": "masthead",
    "find_times": "times",
    "find_people": "people",
    "settle_parties": "parties",
    "find_mentions": "who is meant",
    "find_bodies": "bodies",
    "find_sittings": "sittings",
    "find_engagements": "engagements",
    "settle_bodies": "bodies that stand",
    "close": "citing",
    "find_statements": "statements",
    "find_links": "links",
}

# What of a reader works by rules: before the parser, after it, and on pages that are not parsed.
RULES = ("_look", "_read", "_closed")


def steps(reports: list[Report], runs: int) -> Iterator[Row]:
    """Milliseconds a report of the parser and of every step of the rules, in the order of the reader."""
    reader = Reader()
    reader.read(reports[0])
    found = [_one_run(reader, reports) for _ in range(runs)]
    for name in found[0]:
        yield Row(f"steps: {name}", "ms/report", tuple(each[name] * 1000 / len(reports) for each in found))


def _one_run(reader: Reader, reports: list[Report]) -> dict[str, float]:
    taken: dict[str, float] = defaultdict(float)
    begun = perf_counter()
    with _timed(taken):
        deque(reader.read_many(reports), maxlen=0)
    whole = perf_counter() - begun
    rules = sum(taken.pop(each, 0.0) for each in RULES)
    told = {what: taken[name] for name, what in STEPS.items()}
    return {"parser": whole - rules, **told, "the rest": rules - sum(told.values()), "all rules": rules}


@contextmanager
def _timed(taken: dict[str, float]) -> Iterator[None]:
    """Let the reader's steps add up their seconds while it reads."""
    own = {name: getattr(room, name) for name in (*STEPS, *RULES)}
    for name, step in own.items():
        setattr(room, name, _adding_up(step, name, taken))
    try:
        yield
    finally:
        for name, step in own.items():
            setattr(room, name, step)


def _adding_up(step: Callable[..., Any], name: str, taken: dict[str, float]) -> Callable[..., Any]:
    @wraps(step)
    def timed(*arguments: Any, **named: Any) -> Any:
        begun = perf_counter()
        try:
            return step(*arguments, **named)
        finally:
            taken[name] += perf_counter() - begun

    return timed
