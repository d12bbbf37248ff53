"""Engagements, a page at a time."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from communique.record.entries import Engagement
from communique.record.filters import EngagementFilter
from communique.record.listing.facets import Conditions, Counting
from communique.record.listing.kind import ListKind
from communique.record.looking import engagements
from communique.record.store import schema

ENGAGEMENTS, SIDES, ACCOUNTS, RAISED = schema.engagements.c, schema.sides.c, schema.accounts.c, schema.raised.c
FORMS, REPORTS = schema.person_forms.c, schema.reports.c
YEAR: Any = func.substr(ENGAGEMENTS.first_day, 1, 4)
# 50 ms each at most (by hand, a record of 97,482 engagements)
NEAR, FAR = 10_000, 2_500

EACH = func.count(ACCOUNTS.engagement.distinct())


def _by(value: ColumnElement[Any]) -> Callable[[Conditions], Select[Any]]:
    """A facet that a row of an engagement tells itself."""
    return lambda under: select(value, func.count()).where(*under).group_by(value)


def _ids(under: Conditions) -> Select[Any]:
    return select(ENGAGEMENTS.id).where(*under)


def _parties(under: Conditions) -> Select[Any]:
    asked = select(SIDES.party, func.count()).group_by(SIDES.party)
    return asked.where(SIDES.engagement.in_(_ids(under))) if under else asked


def _topics(under: Conditions) -> Select[Any]:
    asked = select(RAISED.topic, func.count()).group_by(RAISED.topic)
    return asked.where(RAISED.engagement.in_(_ids(under))) if under else asked


def _people(under: Conditions) -> Select[Any]:
    told = select(FORMS.person, EACH).join_from(schema.participations, schema.accounts).join(schema.person_forms)
    return told.where(ACCOUNTS.engagement.in_(_ids(under))).group_by(FORMS.person)


def _outlets(under: Conditions) -> Select[Any]:
    told = select(REPORTS.publisher, EACH).join_from(schema.accounts, schema.reports)
    return told.where(ACCOUNTS.engagement.in_(_ids(under))).group_by(REPORTS.publisher)


LIST: ListKind[EngagementFilter, Engagement] = ListKind(
    conditions=lambda connection, asked: list(engagements.conditions(connection, asked)),
    find=engagements.find,
    total=lambda under: select(func.count()).select_from(schema.engagements).where(*under),
    countings=(
        Counting(name="parties", under=_parties, most=NEAR),
        Counting(name="kind", under=_by(ENGAGEMENTS.kind), few=True),
        Counting(name="status", under=_by(ENGAGEMENTS.status), few=True),
        Counting(name="level", under=_by(ENGAGEMENTS.level), few=True),
        Counting(name="year", under=_by(YEAR), few=True),
        Counting(name="topic", under=_topics, most=NEAR),
        Counting(name="body", under=_by(ENGAGEMENTS.body), called=schema.bodies),
        Counting(name="person", under=_people, called=schema.persons, most=FAR, whole=False),
        Counting(name="outlet", under=_outlets, most=FAR, whole=False),
    ),
)
