"""Communique beside what else reads such reports: rate, peak memory and F1 of each, in processes of their own.

What does not read encounters has a rate and no F1. Of the event coders none can be had from the Python Package Index.
"""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import corpus
from bench.gold import FOLDERS, WRITTEN_ON
from bench.keeping import peak
from bench.rows import Failed, Row
from communique import evaluate
from communique.cli.evaluate import beside
from communique.evaluate.floors import find_file
from communique.report import Report

Many = Callable[[Iterable[Report]], Iterator[Any]]

COMMUNIQUE, UNGATED, AFTERNOON = "communique", "communique, all parsed", "an afternoon's script"
FULL, PARSE = "spaCy, full", "spaCy, parse only"
PEERS = (COMMUNIQUE, UNGATED, FULL, PARSE, AFTERNOON)
WARM = 2  # reports read before the clock starts


def peers(reports: list[Report], runs: int) -> Iterator[Row]:
    """Of each peer the reports a second, the peak of memory and, where it reads encounters, F1 on the gold."""
    found = {name: [_apart(name, len(reports)) for _ in range(runs)] for name in PEERS}
    for name, each in found.items():
        yield Row(f"peers: {name}", "reports/s", tuple(one["rate"] for one in each))
    for name, each in found.items():
        yield Row(f"peers: {name}: peak memory", "MB", tuple(one["peak_mb"] for one in each))
    for name in (COMMUNIQUE, UNGATED, AFTERNOON):
        for figure, value in _f1(_many(name)).items():
            yield Row(f"peers: {name}: F1, {figure}", "", (value,))


def _many(name: str) -> Many:
    """How a peer reads many reports."""
    if name in (COMMUNIQUE, UNGATED):
        from communique.reader import Reader

        return Reader(gated=name == COMMUNIQUE).read_many
    if name == AFTERNOON:
        from bench.afternoon import Afternoon

        return Afternoon().read_many
    import spacy

    from communique.reader.parser import MODEL

    nlp = spacy.load(MODEL, exclude=["ner"] if name == PARSE else [])
    return lambda reports: nlp.pipe(report.text for report in reports)


def _f1(many: Many) -> dict[str, float]:
    """F1 over all groups, and of engagements, on the gold that everybody may see; none where it is not at hand."""
    path = find_file(WRITTEN_ON[0], FOLDERS)
    lying = beside(path) if path.exists() else None
    if lying is None:
        return {}
    reports = list(evaluate.load_reports(lying))
    texts = {report.id: report.text for report in reports}
    scores = evaluate.score(evaluate.load_gold(path), many(reports), texts)
    return {
        "all": scores.micro.f1,
        **{group: scores.groups[group].f1 for group in ("engagement", "when", "participant")},
    }


def _apart(name: str, number: int) -> dict[str, float]:
    arguments = [sys.executable, "-m", "bench.peers", name, str(number)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    if done.returncode:
        raise Failed(f"{name} ended with {done.returncode}: {done.stderr.strip()[-200:]}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _read(name: str, number: int) -> dict[str, float]:
    """Read so many reports with a peer, in this process."""
    many = _many(name)
    deque(many(corpus.reports(WARM)), maxlen=0)
    begun = perf_counter()
    deque(many(corpus.reports(number)), maxlen=0)
    return {"rate": number / (perf_counter() - begun), "peak_mb": peak() / 1e6}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_read(sys.argv[1], int(sys.argv[2]))))
