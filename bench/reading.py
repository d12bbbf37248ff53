"""How many reports a second are read, beside what spaCy alone does with the same texts in the same run."""

from collections import deque
from collections.abc import Iterator

import spacy

from bench.rows import Row, by_run
from communique.reader import Reader
from communique.reader.parser import MODEL, parser
from communique.report import Report


def reading(reports: list[Report], runs: int) -> Iterator[Row]:
    """The rates of the whole reader, of its parser alone, and of spaCy's full pipeline; then the ratios by run."""
    full, parse, reader = spacy.load(MODEL), parser(), Reader()
    texts = [report.text for report in reports]
    for warm in (full, parse):
        warm(texts[0])
    reader.read(reports[0])
    taken = by_run(
        runs,
        {
            "communique": lambda: _drain(reader.read_many(reports)),
            "its parser alone": lambda: _drain(parse.pipe(texts)),
            "spaCy, full pipeline": lambda: _drain(full.pipe(texts)),
        },
    )
    rates = {name: tuple(len(reports) / each for each in seconds) for name, seconds in taken.items()}
    for name, values in rates.items():
        yield Row(f"reading: {name}", "reports/s", values)
    own, whole = rates["communique"], rates["spaCy, full pipeline"]
    yield Row("reading: communique to spaCy", "×", tuple(a / b for a, b in zip(own, whole, strict=True)))


def _drain(many: Iterator[object]) -> None:
    deque(many, maxlen=0)
