"""Dyad-years: how often two parties met in a year, by level and kind, with zero, unknown and not covered told apart.

A year counts as read for a dyad when outlets of either side have reports in the record in each of its months; then no
encounter is zero. When they have reports in some months only, what is found is a least number and no encounter is
unknown (empty). When they have none, the year is out of coverage: others may still tell of an encounter.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal, get_args

from communique.export.csv_lines import Cell
from communique.export.tables.column import Column, Rows, Table
from communique.reading import Kind
from communique.record import Record
from communique.record.questions import Encounter
from communique.resolve.levels import LEVELS
from communique.resolve.outlets import home_of

Coverage = Literal["read", "gaps", "out of coverage"]
Dyad = tuple[str, str]

MONTHS = 12  # in a year that is read without a gap
BOTH = 2  # sides of a bilateral encounter


@dataclass(slots=True)
class _Year:
    """What was found of one dyad in one year."""

    engagements: int = 0
    bilateral: int = 0
    levels: Counter[str | None] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, encounter: Encounter) -> None:
        self.engagements += 1
        self.bilateral += len(encounter.parties) == BOTH
        self.levels[encounter.level] += 1
        self.kinds[encounter.kind] += 1

    def counts(self) -> tuple[int, ...]:
        """In the order of the columns."""
        return (
            *(self.engagements, self.bilateral),
            *(self.levels[level] for level in (*LEVELS, None)),
            *(self.kinds[kind] for kind in get_args(Kind)),
        )


def _dyad_years(record: Record) -> Rows:
    months = _months_read(record)
    years = sorted({year for read in months.values() for year in read})
    span = range(years[0], years[-1] + 1) if years else range(0)
    for (one, other), found in sorted(_found(record.encounters()).items()):
        for year in sorted({*span, *found}):
            covered = _covered(months, (one, other), year)
            yield one, other, year, covered, *_cells(found.get(year, _Year()), covered)


def _found(encounters: Iterable[Encounter]) -> dict[Dyad, dict[int, _Year]]:
    found: dict[Dyad, dict[int, _Year]] = defaultdict(lambda: defaultdict(_Year))
    for each in encounters:
        if each.first_day:
            for one, other in combinations(sorted(each.parties), BOTH):
                found[one, other][int(each.first_day[:4])].add(each)
    return found


def _months_read(record: Record) -> Mapping[str | None, Mapping[int, set[str]]]:
    """Of each state (None: of no state that is known) the months of each year in which its outlets have reports."""
    months: dict[str | None, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for outlet in record.coverage().outlets:
        for month, _ in outlet.months:
            if month:
                months[home_of(outlet.name)][int(month[:4])].add(month)
    return months


def _covered(months: Mapping[str | None, Mapping[int, set[str]]], dyad: Dyad, year: int) -> Coverage:
    sides: Iterator[set[str]] = (months[side].get(year, set()) for side in dyad if side in months)
    read = {month for side in sides for month in side if month.count("-")}
    if not read:
        return "out of coverage"
    return "read" if len(read) == MONTHS else "gaps"


def _cells(found: _Year, covered: Coverage) -> Iterator[Cell]:
    """The counts; where the year was not read, no encounter is not zero but unknown."""
    return (count if count or covered == "read" else None for count in found.counts())


def _named(value: str) -> str:
    return value.replace(" ", "_")


DYAD_YEARS = Table(
    "dyad_years",
    "two parties in a year: each two that ever met, in each year of the reports",
    (
        Column("party_a", "the one party, the first by name"),
        Column("party_b", "the other"),
        Column("year", "the year", "number"),
        Column(
            "coverage",
            "whether outlets of either side were read: in every month of the year (no encounter is 0), in some "
            "(counts are least numbers, no encounter is empty: unknown), in none (empty: not covered)",
            values=get_args(Coverage),
        ),
        Column("engagements", "encounters held that began in the year", "number"),
        Column("bilateral", "those of them in which nobody else took part", "number"),
        *(
            Column(f"level_{_named(level)}", f"encounters whose lower side was of the level: {level}", "number")
            for level in LEVELS
        ),
        Column("level_not_told", "encounters whose level no report tells", "number"),
        *(Column(f"kind_{kind}", f"encounters of the kind: {kind}", "number") for kind in get_args(Kind)),
    ),
    _dyad_years,
)
