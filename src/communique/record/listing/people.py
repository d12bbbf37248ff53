"""People, a page at a time."""

from typing import Any

from sqlalchemy import Select, func, select

from communique.record.entries import PersonLine
from communique.record.filters import PersonFilter
from communique.record.listing.facets import Conditions, Counting
from communique.record.listing.kind import ListKind
from communique.record.looking import people
from communique.record.store import schema

NEAR = 10_000  # 60 ms at most (by hand, a record of 110,363 people)
PERSONS, POSTINGS = schema.persons.c, schema.postings.c


def _parties(under: Conditions) -> Select[Any]:
    return select(PERSONS.party, func.count()).where(*under).group_by(PERSONS.party)


def _levels(under: Conditions) -> Select[Any]:
    told = select(POSTINGS.level, func.count(POSTINGS.person.distinct())).where(POSTINGS.level.is_not(None))
    return (told.where(POSTINGS.person.in_(select(PERSONS.id).where(*under))) if under else told).group_by(
        POSTINGS.level
    )


LIST: ListKind[PersonFilter, PersonLine] = ListKind(
    conditions=lambda _, asked: people.conditions(asked),
    find=people.find,
    total=lambda under: select(func.count()).select_from(schema.persons).where(*under),
    countings=(
        Counting(name="party", under=_parties, most=NEAR),
        Counting(name="level", under=_levels, most=NEAR, few=True),
    ),
)
