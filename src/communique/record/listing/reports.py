"""Reports, a page at a time."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from communique.record.entries import ReportLine
from communique.record.filters import ReportFilter
from communique.record.listing.facets import Conditions, Counting
from communique.record.listing.kind import ListKind
from communique.record.looking import reports
from communique.record.store import schema

REPORTS = schema.reports.c
YEAR: Any = func.substr(REPORTS.day, 1, reports.YEAR)


def _by(value: ColumnElement[Any]) -> Callable[[Conditions], Select[Any]]:
    return lambda under: select(value, func.count()).where(*under).group_by(value)


LIST: ListKind[ReportFilter, ReportLine] = ListKind(
    conditions=lambda _, asked: reports.conditions(asked),
    find=reports.find,
    total=lambda under: select(func.count()).select_from(schema.reports).where(*under),
    countings=(
        Counting(name="outlet", under=_by(REPORTS.publisher)),
        Counting(name="year", under=_by(YEAR), few=True),
    ),
)
