"""What scoring found: counts, the figures made of them, and how sure the figures are.

Counts are kept by report, so that any choice of reports can be summed again without scoring again.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from communique.reading import JSON

GROUPS = (
    "report",
    "engagement",
    "kind",
    "status",
    "when",
    "where",
    "body",
    "participant",
    "rank",
    "office",
    "party",
    "role",
    "leads",
    "topic",
    "outcome",
    "document",
    "standing body",
    "statement",
    "link",
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values the gold has, how many were read, and how many of those read are true."""

    gold: int = 0
    read: int = 0
    true: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.gold + other.gold, self.read + other.read, self.true + other.true)

    @property
    def precision(self) -> float:
        """The share of what was read that is true; 0 where nothing was read."""
        return self.true / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was read; 0 where the gold has nothing."""
        return self.true / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A value that is missed (`read` is None), spurious (`gold` is None) or read differently."""

    group: str
    where: str  # report id, engagement id, who
    gold: Any
    read: Any


@dataclass(frozen=True, slots=True)
class Untrue:
    """A citation in a reading that is not true of its report's text."""

    report: str
    path: str  # where in the reading, e.g. `.engagements[0].trigger`
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What scoring found in one report."""

    report: str  # its id
    counts: Mapping[str, Counts]  # by group; every group of GROUPS
    misses: tuple[Miss, ...]
    missing: bool  # there is no reading of it
    negative: bool  # its gold has no engagement
    alarmed: bool  # its reading has one
    citations: int
    untrue: tuple[Untrue, ...]


@dataclass(frozen=True, slots=True)
class Interval:
    """The range in which a figure lies in 95 of 100 resamplings of the reports."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """95 % intervals of F1; a group that neither gold nor readings have is left out."""

    micro: Interval
    macro: Interval
    groups: Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class Scores:
    """How readings score against gold: `marks` by report in gold's order, everything else summed from them."""

    marks: tuple[Marks, ...]

    @property
    def groups(self) -> dict[str, Counts]:
        """The counts of each group, in the order of GROUPS."""
        return {group: sum((each.counts[group] for each in self.marks), Counts()) for group in GROUPS}

    @property
    def micro(self) -> Counts:
        """The counts of all groups together."""
        return sum(self.groups.values(), Counts())

    @property
    def macro(self) -> float:
        """The mean F1 of the groups that the gold has."""
        return _macro(self.groups.values())

    @property
    def missing(self) -> int:
        """Reports of the gold without a reading."""
        return sum(each.missing for each in self.marks)

    @property
    def negatives(self) -> int:
        """Reports whose gold has no engagement."""
        return sum(each.negative for each in self.marks)

    @property
    def false_alarms(self) -> int:
        """Reports without an engagement that were given one."""
        return sum(each.negative and each.alarmed for each in self.marks)

    @property
    def citations(self) -> int:
        """Citations in readings whose text was given."""
        return sum(each.citations for each in self.marks)

    @property
    def false_citations(self) -> tuple[Untrue, ...]:
        """Those of the citations that are not true."""
        return tuple(untrue for each in self.marks for untrue in each.untrue)

    @property
    def misses(self) -> tuple[Miss, ...]:
        """Every value missed, spurious or read differently."""
        return tuple(miss for each in self.marks for miss in each.misses)

    def bootstrap(self, n: int = 1000, *, seed: int = 2017) -> Intervals:
        """95 % intervals of F1 from `n` draws of as many reports with replacement; the same seed, the same intervals.

        Raises ValueError where there are no reports or `n` is below 1.
        """
        if n < 1 or not self.marks:
            raise ValueError(f"nothing to draw from: {n} draws of {len(self.marks)} reports")
        columns = {group: _columns([each.counts[group] for each in self.marks]) for group in GROUPS}
        groups: dict[str, list[float]] = {group: [] for group in GROUPS}
        micro: list[float] = []
        macro: list[float] = []
        chance = random.Random(seed)
        for _ in range(n):
            drawn = chance.choices(range(len(self.marks)), k=len(self.marks))
            counts = {group: _summed(columns[group], drawn) for group in GROUPS}
            micro.append(sum(counts.values(), Counts()).f1)
            macro.append(_macro(counts.values()))
            for group, count in counts.items():
                if count.gold or count.read:
                    groups[group].append(count.f1)
        spread = {group: _interval(figures) for group, figures in groups.items() if figures}
        return Intervals(micro=_interval(micro), macro=_interval(macro), groups=spread)

    def to_json(self) -> JSON:
        """The figures as JSON-ready dicts; misses are left out, false citations counted."""
        return {
            "reports": len(self.marks),
            "missing": self.missing,
            "micro": _figures(self.micro),
            "macro_f1": self.macro,
            "groups": {group: _figures(counts) for group, counts in self.groups.items()},
            "negatives": self.negatives,
            "false_alarms": self.false_alarms,
            "citations": self.citations,
            "false_citations": len(self.false_citations),
        }


def _macro(groups: Iterable[Counts]) -> float:
    figures = [counts.f1 for counts in groups if counts.gold]
    return sum(figures) / max(1, len(figures))


# One list a count rather than one Counts a report: summing a draw is then three calls a group, ten times as fast.
_Columns: TypeAlias = tuple[list[int], list[int], list[int]]


def _columns(counts: Sequence[Counts]) -> _Columns:
    return [each.gold for each in counts], [each.read for each in counts], [each.true for each in counts]


def _summed(columns: _Columns, drawn: Sequence[int]) -> Counts:
    gold, read, true = (sum(map(column.__getitem__, drawn)) for column in columns)
    return Counts(gold, read, true)


def _interval(figures: Sequence[float]) -> Interval:
    ordered = sorted(figures)
    outside = int(0.025 * len(ordered))  # figures left out at either end
    return Interval(ordered[outside], ordered[-1 - outside])


def _figures(counts: Counts) -> JSON:
    return {
        "gold": counts.gold,
        "read": counts.read,
        "true": counts.true,
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
    }
