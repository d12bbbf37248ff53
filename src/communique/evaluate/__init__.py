"""Scoring readings against gold by the codebook's rules.

gold = evaluate.load_gold("gold.jsonl")
scores = evaluate.score(gold, readings, texts)
print(evaluate.table(scores, intervals=scores.bootstrap()))
"""

from collections.abc import Iterable, Mapping

from communique.evaluate.gold import as_json, check_shape, load_gold, load_readings, load_reports, report_id
from communique.evaluate.marking import mark
from communique.evaluate.scores import GROUPS, Counts, Interval, Intervals, Marks, Miss, Scores, Untrue
from communique.evaluate.table import table
from communique.reading import JSON, Reading

__all__ = [
    "GROUPS",
    "Counts",
    "Interval",
    "Intervals",
    "Marks",
    "Miss",
    "Scores",
    "Untrue",
    "load_gold",
    "load_readings",
    "load_reports",
    "score",
    "table",
]


def score(
    gold: Iterable[JSON],
    readings: Iterable[Reading | JSON],
    texts: Mapping[str, str] | None = None,
    *,
    ids: str = "",
) -> Scores:
    """The scores of readings against gold, by report.

    Both are matched by the report's id; a reading without gold is left out, gold without a reading is all missed.
    `texts` holds the reports' texts by id; citations are checked where there is one. Only gold whose id begins with
    `ids` counts. Raises GoldError for what has not the shape of a reading.
    """
    wanted = _by_report(gold, "gold")
    read = _by_report(map(as_json, readings), "readings")
    known = texts or {}
    return Scores(
        tuple(
            mark(row, read.get(key), known.get(key), report=key) for key, row in wanted.items() if key.startswith(ids)
        )
    )


def _by_report(rows: Iterable[JSON], called: str) -> dict[str, JSON]:
    found: dict[str, JSON] = {}
    for k, row in enumerate(rows):
        check_shape(row, f"{called}[{k}]")
        found[report_id(row)] = row
    return found
