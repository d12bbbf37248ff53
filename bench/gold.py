"""Gold that lies at hand, and the reader's readings of its reports."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from communique.cli.evaluate import beside
from communique.errors import GoldError
from communique.evaluate import load_gold, load_reports
from communique.evaluate.gold import report_id
from communique.reader import Reader
from communique.reading import JSON

PROJECT = Path(__file__).parents[1]
FOLDERS: Sequence[Path] = (PROJECT / "tests" / "accuracy", PROJECT.parent / "shared" / "gold")
WRITTEN_ON = ("dev.gold.jsonl", "own.gold.jsonl")  # what the rules were written on
SET_ASIDE = "check.gold.jsonl"  # only figures of it are to be seen
OWN_ASIDE = "aside.gold.jsonl"  # written for this project, and trained on by no model


class Read(NamedTuple):
    """A gold reading with the reader's own reading of its report, and the report's text."""

    gold: JSON
    reading: JSON
    text: str


def read(gold: Path) -> Iterator[Read]:
    """Every report of a gold file, read now; raises GoldError where its reports do not lie beside it."""
    lying = beside(gold)
    if lying is None:
        raise GoldError(f"{gold}: no reports beside it; put X.reports.jsonl beside X.gold.jsonl")
    wanted = {report_id(row): row for row in load_gold(gold)}
    reports = [report for report in load_reports(lying) if report.id in wanted]
    for report, reading in zip(reports, Reader().read_many(reports), strict=True):
        yield Read(wanted[report.id], reading.to_json(), report.text)
