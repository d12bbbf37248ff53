"""Instruments, a page at a time."""

from typing import Any

from sqlalchemy import Select, func, select

from communique.record.filters import DocumentFilter
from communique.record.listing.facets import Conditions, Counting
from communique.record.listing.kind import ListKind
from communique.record.questions.coverage import of_reports, telling_of
from communique.record.questions.documents import DocumentLine, conditions, lines, of_encounters
from communique.record.store import schema

DOCUMENTS, ENGAGEMENTS, SIDES = schema.documents.c, schema.engagements.c, schema.sides.c
YEAR: Any = func.substr(ENGAGEMENTS.first_day, 1, 4)


def _instruments(asked: Select[Any], under: Conditions) -> Select[Any]:
    """What is asked of instruments alone, where nothing restricts their encounters."""
    return of_encounters(asked).where(*under) if under else asked.select_from(schema.documents)


def _statuses(under: Conditions) -> Select[Any]:
    return _instruments(select(DOCUMENTS.status, func.count()), under).group_by(DOCUMENTS.status)


def _years(under: Conditions) -> Select[Any]:
    return of_encounters(select(YEAR, func.count())).where(*under).group_by(YEAR)


def _parties(under: Conditions) -> Select[Any]:
    """The parties of the encounters, of each of which the instruments are counted first."""
    told = of_encounters(select(ENGAGEMENTS.id, func.count().label("number"))).where(*under).group_by(ENGAGEMENTS.id)
    of = told.subquery()
    asked = select(SIDES.party, func.sum(of.c.number)).join_from(of, schema.sides, SIDES.engagement == of.c.id)
    return asked.group_by(SIDES.party)


LIST: ListKind[DocumentFilter, DocumentLine] = ListKind(
    conditions=lambda _, asked: conditions(asked),
    find=lambda connection, asked: lines(connection, asked, conditions(asked)),
    total=lambda under: _instruments(select(func.count()), under),
    countings=(
        Counting(name="status", under=_statuses, few=True),
        Counting(name="parties", under=_parties),
        Counting(name="year", under=_years, few=True),
    ),
    rests_on=lambda connection, asked: of_reports(connection, telling_of(asked.parties)),
)
