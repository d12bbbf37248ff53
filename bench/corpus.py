"""The texts to measure on: long releases or short reports where they are at hand, else the example reports repeated."""

import gzip
import json
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from communique import examples
from communique.report import Report

SHARED = Path(__file__).parents[2] / "shared"
RELEASES = SHARED / "corpus" / "whitehouse-2021-2023.jsonl.gz"
SHORT = SHARED / "gold" / "dev.reports.jsonl"


def reports(number: int, *, short: bool = False) -> Iterator[Report]:
    """So many reports, evenly spread over the releases, or over the examples each made a text of its own.

    `short` takes press reports of a paragraph or two. They come one by one, so that who measures memory does not
    measure the corpus.
    """
    if short and SHORT.exists():
        return islice(_short(), number)
    return _releases(number) if RELEASES.exists() and not short else islice(_examples(), number)


def name(*, short: bool = False) -> str:
    """What `reports` takes them from."""
    path = SHORT if short else RELEASES
    return path.name if path.exists() else "example reports, repeated"


def _short() -> Iterator[Report]:
    with SHORT.open(encoding="utf-8") as lines:
        for line in lines:
            yield _report(json.loads(line))


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
