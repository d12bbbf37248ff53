"""Standing bodies, a page at a time."""

from typing import Any

from sqlalchemy import Select, func, select

from communique.record.entries import BodyLine
from communique.record.filters import BodyFilter
from communique.record.listing.facets import Conditions, Counting
from communique.record.listing.kind import ListKind
from communique.record.looking import bodies
from communique.record.store import schema
from communique.record.store.parties import parties_of_bodies

BODIES, ENGAGEMENTS = schema.bodies.c, schema.engagements.c
YEAR: Any = func.substr(ENGAGEMENTS.first_day, 1, 4)


def _parties(under: Conditions) -> Select[Any]:
    return select(BODIES.parties, func.count()).where(*under).group_by(BODIES.parties)


def _years(under: Conditions) -> Select[Any]:
    met = select(YEAR, func.count(ENGAGEMENTS.body.distinct())).where(ENGAGEMENTS.body.is_not(None))
    return (met.where(ENGAGEMENTS.body.in_(select(BODIES.id).where(*under))) if under else met).group_by(YEAR)


LIST: ListKind[BodyFilter, BodyLine] = ListKind(
    conditions=lambda _, asked: bodies.conditions(asked),
    find=bodies.find,
    total=lambda under: select(func.count()).select_from(schema.bodies).where(*under),
    countings=(
        Counting(name="parties", under=_parties, parted=parties_of_bodies),
        Counting(name="year", under=_years, few=True),
    ),
)
