"""What a record of many reports costs: adding one more to it, and each of the ten questions.

The record is filled with perturbed copies of the readings (`perturbed`). The small one is a tenth of the large, so
that what grows with the record shows as a ratio.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.perturbed import Pair, perturbed
from bench.rows import Failed, Row, seconds
from communique.reader import Reader
from communique.record import EngagementFilter, Record
from communique.report import Report

COPIES = 100  # of each report in the large record
SMALLER = 10  # times
ADDED = 20  # reports added one by one, of which the mean is taken

Ask = Callable[[Record], Any]


def asking(reports: list[Report], runs: int, *, record: Path | None = None) -> Iterator[Row]:
    """Milliseconds of adding a report to a small and a large record, their ratio, and those of every question.

    Of a `record` that is there only the questions.
    """
    if record is not None:
        with Record(record, read_only=True) as there:
            yield from _asked(there, runs)
        return
    pairs = list(zip(reports, Reader().read_many(reports), strict=True))
    most = len(pairs) * COPIES
    filling, further = perturbed(pairs, most), perturbed(pairs, 2 * runs * ADDED, seed=1)
    with TemporaryDirectory() as folder, Record(Path(folder) / "bench.db") as made:
        made.add_all(islice(filling, most // SMALLER))
        small = _adding(made, islice(further, runs * ADDED))
        made.add_all(filling)
        large = _adding(made, further)
        yield Row(f"add to a record of {most // SMALLER:,} reports", "ms", small)
        yield Row(f"add to a record of {most:,} reports", "ms", large)
        yield Row("add to a record: large to small", "×", tuple(b / a for a, b in zip(small, large, strict=True)))
        yield from _asked(made, runs)


def _asked(record: Record, runs: int) -> Iterator[Row]:
    """Milliseconds of every question to a record."""
    count = record.counts().reports
    for name, ask in _questions(record).items():
        taken = tuple(1000 * seconds(lambda ask=ask: ask(record)) for _ in range(runs))  # type: ignore[misc]
        yield Row(f"ask a record of {count:,} reports: {name}", "ms", taken)


def _adding(record: Record, more: Iterable[Pair]) -> tuple[float, ...]:
    """Milliseconds for each of these reports, added one by one: the mean of every ADDED of them."""
    waiting = list(more)
    return tuple(
        1000 * seconds(lambda some=waiting[at : at + ADDED]: [record.add(*each) for each in some]) / ADDED  # type: ignore[misc]
        for at in range(0, len(waiting), ADDED)
    )


def _questions(record: Record) -> dict[str, Ask]:
    """The ten questions, about the two parties that met most."""
    some = next(iter(record.engagements(EngagementFilter(limit=1))), None)
    if some is None:
        raise Failed("none of these reports tells of an engagement; measure more of them")
    pair = some.parties[:2]
    return {
        "engagements": lambda asked: asked.engagements(EngagementFilter(parties=pair, level="minister", limit=50)),
        "bodies": lambda asked: asked.bodies(parties=pair),
        "documents": lambda asked: asked.documents(status="signed", limit=50),
        "engagements by office": lambda asked: asked.engagements(EngagementFilter(office="minister", limit=50)),
        "contact": lambda asked: asked.contact(),
        "topics": lambda asked: asked.topics(limit=50),
        "compare": lambda asked: asked.compare(some.id),
        "pending": lambda asked: asked.pending(on="2020-01-01", limit=50),
        "postings": lambda asked: asked.holders(on="2000-01-01", level="minister", limit=50),
        "coverage": lambda asked: asked.coverage(),
    }
