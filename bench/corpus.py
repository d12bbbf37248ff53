"""The texts to measure on: real releases where they are at hand, else the example reports repeated."""

import gzip
import json
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from communique import examples
from communique.report import Report

RELEASES = Path(__file__).parents[2] / "shared" / "corpus" / "whitehouse-2021-2023.jsonl.gz"


def reports(number: int) -> Iterator[Report]:
    """So many reports, evenly spread over the releases, or over the examples each made a text of its own.

    They come one by one, so that who measures memory does not measure the corpus.
    """
    return _releases(number) if RELEASES.exists() else islice(_examples(), number)


def name() -> str:
    """What `reports` takes them from."""
    return RELEASES.name if RELEASES.exists() else "example reports, repeated"


def _releases(number: int) -> Iterator[Report]:
    with gzip.open(RELEASES) as lines:
        there = sum(1 for _ in lines)
    chosen = {k * there // number for k in range(number)}  # fewer where more are asked for than there are
    with gzip.open(RELEASES, mode="rt", encoding="utf-8") as lines:
        for k, line in enumerate(lines):
            if k in chosen:
                yield _report(json.loads(line))


def _report(row: dict[str, str]) -> Report:
    return Report(row["id"], row["text"], published=row.get("published"), url=row.get("url"))


def _examples() -> Iterator[Report]:
    for turn in count(1):
        for report in examples.reports():
            yield Report(f"{report.id}-{turn}", f"{report.text}\n\n({turn})", published=report.published)
