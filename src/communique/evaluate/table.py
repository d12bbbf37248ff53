"""Scores as a table of plain text."""

from collections.abc import Iterator

from communique.evaluate.scores import Counts, Interval, Intervals, Scores

_NAME_WIDTH = 15


def table(scores: Scores, *, intervals: Intervals | None = None) -> str:
    """The figures of each group and of all, a line each, then what is not a group; `intervals` adds a column."""
    return "\n".join(_lines(scores, intervals))


def _lines(scores: Scores, intervals: Intervals | None) -> Iterator[str]:
    yield f"{'':{_NAME_WIDTH}}{'gold':>6}{'read':>6}{'P':>7}{'R':>7}{'F1':>7}{'  95 %' if intervals else ''}"
    for group, counts in scores.groups.items():
        yield _line(group, counts, intervals.groups.get(group) if intervals else None)
    yield _line("ALL (micro)", scores.micro, intervals.micro if intervals else None)
    macro = f"macro F1 {scores.macro:.3f}{_range(intervals.macro) if intervals else ''}"
    yield f"{macro} · {len(scores.marks)} reports, {scores.missing} not read"
    yield (
        f"{scores.false_alarms} of {scores.negatives} reports without an engagement got one · "
        f"{len(scores.false_citations)} of {scores.citations} citations false"
    )
    for untrue in scores.false_citations:
        yield f"{untrue.report}{untrue.path}: {untrue.quote!r} does not stand at {untrue.start}:{untrue.end}"


def _line(name: str, counts: Counts, interval: Interval | None) -> str:
    figures = "".join(f"{figure:7.3f}" for figure in (counts.precision, counts.recall, counts.f1))
    return f"{name:{_NAME_WIDTH}}{counts.gold:6}{counts.read:6}{figures}{_range(interval) if interval else ''}"


def _range(interval: Interval) -> str:
    return f"  {interval.low:.3f}–{interval.high:.3f}"
