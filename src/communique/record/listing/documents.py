"""Instruments, a page at a time."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from communique.record.filters import DocumentFilter
from communique.record.listing.facets import Conditions, Counting
from communique.record.listing.kind import ListKind
from communique.record.questions.coverage import of_reports, telling_of
from communique.record.questions.documents import DocumentLine, conditions, lines
from communique.record.store import schema

DOCUMENTS, SIDES = schema.documents.c, schema.sides.c
YEAR: Any = func.substr(DOCUMENTS.first_day, 1, 4)


def _by(value: ColumnElement[Any]) -> Callable[[Conditions], Select[Any]]:
    return lambda under: select(value, func.count()).select_from(schema.documents).where(*under).group_by(value)


def _parties(under: Conditions) -> Select[Any]:
    """The parties of the encounters, of each of which the instruments are counted first."""
    met = DOCUMENTS.engagement
    of = select(met, func.count().label("number")).where(*under).group_by(met).subquery()
    asked = select(SIDES.party, func.sum(of.c.number)).join_from(of, schema.sides, SIDES.engagement == of.c.engagement)
    return asked.group_by(SIDES.party)


LIST: ListKind[DocumentFilter, DocumentLine] = ListKind(
    conditions=lambda _, asked: conditions(asked),
    find=lambda connection, asked: lines(connection, asked, conditions(asked)),
    total=lambda under: select(func.count()).select_from(schema.documents).where(*under),
    countings=(
        Counting(name="status", under=_by(DOCUMENTS.status), few=True),
        Counting(name="parties", under=_parties),
        Counting(name="year", under=_by(YEAR), few=True),
    ),
    rests_on=lambda connection, asked: of_reports(connection, telling_of(asked.parties)),
)
