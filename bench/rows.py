"""What a benchmark found: a figure measured several times."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, TypeAlias


class Failed(Exception):
    """What was to be measured did not run; the message says how it ended."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what it is of, its unit, and its value in each run."""

    what: str
    unit: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle value."""
        return median(self.values)

    def to_json(self) -> dict[str, Any]:
        """The row as a JSON-ready dict."""
        return {
            "what": self.what,
            "unit": self.unit,
            "median": self.median,
            "least": min(self.values),
            "greatest": max(self.values),
            "values": list(self.values),
        }


Benchmark: TypeAlias = Callable[..., Iterator[Row]]


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def by_run(runs: int, works: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Seconds of each work in each run; every run does all works, so that a busy spell hits all of them alike."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            taken[name].append(seconds(work))
    return taken


def table(rows: list[Row]) -> str:
    """Rows as a table of plain text: median, then the least and greatest of the runs."""
    width = max(len(row.what) for row in rows)
    head = f"{'':{width}}  {'median':>9} {'least':>9} {'greatest':>9}"
    lines = (
        f"{row.what:{width}}  {row.median:9.2f} {min(row.values):9.2f} {max(row.values):9.2f}  {row.unit}"
        for row in rows
    )
    return "\n".join([head, *lines])
