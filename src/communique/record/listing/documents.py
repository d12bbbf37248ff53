"""Instruments, a page at a time."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from communique.record.filters import DocumentFilter
from communique.record.listing.facets import Conditions, Counting
from communique.record.listing.kind import ListKind
from communique.record.questions.coverage import of_reports, telling_of
from communique.record.questions.documents import DocumentLine, conditions, lines, of_encounters
from communique.record.store import schema

DOCUMENTS, ENGAGEMENTS, SIDES = schema.documents.c, schema.engagements.c, schema.sides.c
YEAR: Any = func.substr(ENGAGEMENTS.first_day, 1, 4)


def _by(value: ColumnElement[Any]) -> Callable[[Conditions], Select[Any]]:
    return lambda under: of_encounters(select(value, func.count())).where(*under).group_by(value)


def _parties(under: Conditions) -> Select[Any]:
    """The parties of the encounters, of each of which the instruments are counted first."""
    told = of_encounters(select(ENGAGEMENTS.id, func.count().label("number"))).where(*under).group_by(ENGAGEMENTS.id)
    of = told.subquery()
    asked = select(SIDES.party, func.sum(of.c.number)).join_from(of, schema.sides, SIDES.engagement == of.c.id)
    return asked.group_by(SIDES.party)


LIST: ListKind[DocumentFilter, DocumentLine] = ListKind(
    conditions=lambda _, asked: conditions(asked),
    find=lambda connection, asked: lines(connection, asked, conditions(asked)),
    total=lambda under: of_encounters(select(func.count())).where(*under),
    countings=(
        Counting(name="status", under=_by(DOCUMENTS.status), few=True),
        Counting(name="parties", under=_parties),
        Counting(name="year", under=_by(YEAR), few=True),
    ),
    rests_on=lambda connection, asked: of_reports(connection, telling_of(asked.parties)),
)
