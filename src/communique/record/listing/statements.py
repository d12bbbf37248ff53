"""What was said, a page at a time."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from communique.record.entries import Statement
from communique.record.filters import StatementFilter
from communique.record.listing.facets import Conditions, Counting
from communique.record.listing.kind import ListKind
from communique.record.looking import statements
from communique.record.store import schema

STATEMENTS, REPORTS, FORMS = schema.statements.c, schema.reports.c, schema.person_forms.c
NEAR = 10_000  # 50 ms at most (by hand, a record of 94,199 statements)
YEAR: Any = func.substr(REPORTS.day, 1, 4)


def _parties(under: Conditions) -> Select[Any]:
    return select(STATEMENTS.party, func.count()).where(*under).group_by(STATEMENTS.party)


def _speakers(under: Conditions) -> Select[Any]:
    said = select(FORMS.person, func.count()).join_from(schema.statements, schema.person_forms)
    return said.where(*under).group_by(FORMS.person)


def _told_in(value: ColumnElement[Any]) -> Callable[[Conditions], Select[Any]]:
    """A facet of the reports; the statements of each are counted first, for they are many."""

    def counted(under: Conditions) -> Select[Any]:
        told = select(STATEMENTS.report, func.count().label("number")).where(*under).group_by(STATEMENTS.report)
        of = told.subquery()
        asked = select(value, func.sum(of.c.number)).join_from(of, schema.reports, REPORTS.key == of.c.report)
        return asked.group_by(value)

    return counted


LIST: ListKind[StatementFilter, Statement] = ListKind(
    conditions=statements.conditions,
    find=statements.find,
    total=lambda under: select(func.count()).select_from(schema.statements).where(*under),
    countings=(
        Counting(name="party", under=_parties),
        Counting(name="speaker", under=_speakers, called=schema.persons, most=NEAR, whole=False),
        Counting(name="outlet", under=_told_in(REPORTS.publisher), most=NEAR, whole=False),
        Counting(name="year", under=_told_in(YEAR), most=NEAR, whole=False, few=True),
    ),
)
