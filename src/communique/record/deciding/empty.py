"""Engagements without a field that rules are known to miss in their kind, and of which nobody said that it is empty."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from communique.errors import RecordError
from communique.record.deciding.misses import FIELDS
from communique.record.store import schema
from communique.record.store.parties import parties_of

ACCOUNTS, ENGAGEMENTS, RULINGS = schema.accounts.c, schema.engagements.c, schema.rulings.c
SAID = ("accept", "unsure")
SIDES, SPANS, RAISED = schema.sides.c, schema.spans.c, schema.raised.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An engagement (`of`) of a kind whose `field` no account tells, as far as was read."""

    of: str
    kind: str
    field: str
    day: str | None
    parties: tuple[str, ...]


def missing(
    connection: Connection, kind: str, field: str, *, party: str | None, limit: int, skip: int, unsure: bool
) -> tuple[Missing, ...]:
    """Those of a kind without a field, the latest first; or those of which somebody said last that they were unsure."""
    if field not in FIELDS:
        raise RecordError(f"{field!r} is no field whose misses are counted; there are {', '.join(FIELDS)}")
    asked = (
        select(ENGAGEMENTS.id, ENGAGEMENTS.first_day)
        .where(ENGAGEMENTS.kind == kind, _empty(field), _said(field, unsure=unsure))
        .order_by(ENGAGEMENTS.first_day.desc(), ENGAGEMENTS.id)
    )
    if party:
        asked = asked.where(ENGAGEMENTS.id.in_(select(SIDES.engagement).where(SIDES.party == party)))
    days: dict[str, str | None] = dict(connection.execute(asked.limit(limit).offset(skip)).all())
    parties = parties_of(connection, days)
    return tuple(
        Missing(of=each, kind=kind, field=field, day=day, parties=parties.get(each, ())) for each, day in days.items()
    )


def _said(field: str, *, unsure: bool) -> ColumnElement[bool]:
    """That nobody said anything of a field, or that what was said last is that somebody was `unsure`."""
    told = (RULINGS.field == field) & RULINGS.verdict.in_(SAID)
    of = ACCOUNTS.id == RULINGS.left
    # not by engagement: what was said of a field is little, and looked up once
    anything = select(ACCOUNTS.engagement).join(schema.rulings, of).where(told)
    if not unsure:
        return ENGAGEMENTS.id.not_in(anything)
    last = select(RULINGS.verdict).join(schema.accounts, of).where(told, ACCOUNTS.engagement == ENGAGEMENTS.id)
    latest = last.order_by(RULINGS.decision.desc()).limit(1).scalar_subquery()
    return ENGAGEMENTS.id.in_(anything.where(RULINGS.verdict == "unsure")) & (latest == "unsure")


def _empty(field: str) -> ColumnElement[bool]:
    """That no account of an engagement tells a field."""
    column: Any = ENGAGEMENTS.get(field)
    if column is not None:
        return column.is_(None)  # type: ignore[no-any-return]
    if field == "topic":
        return ~select(RAISED.engagement).where(RAISED.engagement == ENGAGEMENTS.id).exists()
    told = select(ACCOUNTS.id).where(ACCOUNTS.engagement == ENGAGEMENTS.id)
    if field == "place":
        return ~told.where(ACCOUNTS.place.is_not(None)).exists()
    return ~told.join(schema.spans, (SPANS.account == ACCOUNTS.id) & (SPANS.part == field)).exists()
