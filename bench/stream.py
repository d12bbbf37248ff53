"""Reading at scale: on several processes, and from a stream of pages of which few tell of an encounter."""

from collections import deque
from collections.abc import Iterable, Iterator

import spacy

from bench.rows import Failed, Row, by_run
from communique.reader import Reader
from communique.reader.many import read_many
from communique.reader.parser import MODEL
from communique.report import Report

JOBS = 2
TELLING = 50  # one page in so many tells of an encounter: 2 %


def jobs(reports: list[Report], runs: int) -> Iterator[Row]:
    """The rates of one process, of two, and of spaCy's full pipeline on two; then the ratios by run."""
    full, texts = spacy.load(MODEL), [report.text for report in reports]
    taken = by_run(
        runs,
        {
            "1 process": lambda: _drain(read_many(reports, jobs=1)),
            f"{JOBS} processes": lambda: _drain(read_many(reports, jobs=JOBS)),
            f"spaCy, full, {JOBS} processes": lambda: _drain(full.pipe(texts, n_process=JOBS)),
        },
    )
    rates = {name: tuple(len(reports) / each for each in seconds) for name, seconds in taken.items()}
    for name, values in rates.items():
        yield Row(f"jobs: {name}", "reports/s", values)
    one, many, whole = rates.values()
    yield Row(f"jobs: {JOBS} processes to one", "×", _ratios(many, one))
    yield Row(f"jobs: {JOBS} processes to spaCy on as many", "×", _ratios(many, whole))


def stream(reports: list[Report], runs: int) -> Iterator[Row]:
    """The rates, with the gate and without it, of a stream in which one page in fifty tells of an encounter."""
    whole, gated = Reader(gated=False), Reader()
    readings = list(whole.read_many(reports))
    telling = [report for report, each in zip(reports, readings, strict=True) if each.engagements]
    quiet = [report for report, each in zip(reports, readings, strict=True) if not each.engagements]
    if not telling or not quiet:
        raise Failed("of these reports all or none tell of an encounter; measure more of them")
    pages = [each for k, report in enumerate(quiet) for each in _with(report, telling, k)]
    taken = by_run(
        runs,
        {"gated": lambda: _drain(gated.read_many(pages)), "all parsed": lambda: _drain(whole.read_many(pages))},
    )
    rates = {name: tuple(len(pages) / each for each in seconds) for name, seconds in taken.items()}
    for name, values in rates.items():
        yield Row(f"stream of {len(pages)} pages: {name}", "pages/s", values)
    yield Row("stream: gated to all parsed", "×", _ratios(*rates.values()))


def _with(quiet: Report, telling: list[Report], k: int) -> Iterator[Report]:
    """A page that tells of nothing, and after every so many one that does."""
    yield quiet
    if k % (TELLING - 1) == TELLING - 2:
        yield telling[k // (TELLING - 1) % len(telling)]


def _ratios(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(a / b for a, b in zip(one, other, strict=True))


def _drain(many: Iterable[object]) -> None:
    deque(many, maxlen=0)
