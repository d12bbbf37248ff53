"""Fields that rules are known to miss: how often, in a kind of encounter, one that is empty was told all the same.

Counted on annotated reports by `python -m bench misses`, which writes the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from communique.lexicon.tables import Column, table

MISSES = Path(__file__).with_name("data") / "misses.tsv"
COLUMNS = (Column("of"), Column("missed", number=True), Column("empty", number=True))

SEEN = 20  # empty fields below which a share says little: at 20, one miss more or less moves it by a twentieth
OFTEN = 0.1  # below it, nine looks of ten find nothing

FIELDS = {
    "start": "start",
    "place": "place",
    "country": "country",
    "body": "body",
    "session_number": "session_number",
    "topic": "topics",
    "outcome": "outcomes",
}
"""The fields that are counted, as people decide on them, each with its key in a reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A field and a kind of encounter: of `empty` such fields, `missed` were told by the report."""

    kind: str
    field: str
    missed: int
    empty: int

    @property
    def share(self) -> float:
        """How often the field was told although it is empty, from 0 to 1."""
        return self.missed / self.empty


@cache
def known_misses() -> tuple[Miss, ...]:
    """The fields missed often enough to be worth a look, the most often missed first."""
    found = [each for each in _measured() if each.empty >= SEEN and each.share >= OFTEN]
    return tuple(sorted(found, key=lambda each: (-each.share, each.kind, each.field)))


def _measured() -> Iterator[Miss]:
    for row in table(MISSES, COLUMNS):
        kind, _, field = row["of"].partition(" ")
        missed, empty = int(row["missed"]), int(row["empty"])
        if field not in FIELDS:
            raise row.error(f"{field!r} is no field that is counted", f"use one of: {', '.join(FIELDS)}")
        if not 0 <= missed <= empty or not empty:
            raise row.error(f"{missed} of {empty} cannot be missed", "count the misses anew")
        yield Miss(kind=kind, field=field, missed=missed, empty=empty)
