"""What would move between two things if they were made one, or two: the encounters and statements told of either."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from communique.record.deciding import sides
from communique.record.entries import Told
from communique.record.looking import engagements
from communique.record.store import schema
from communique.record.store.kinds import ACCOUNT, PERSON, Kind, joined_rows
from communique.record.store.parties import parties_of

ACCOUNTS, ENGAGEMENTS, REPORTS = schema.accounts.c, schema.engagements.c, schema.reports.c
PARTICIPATIONS, STATEMENTS = schema.participations.c, schema.statements.c

SHOWN = 20  # of each sort and side: more than anybody looks at before they decide


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """An encounter in which one side is told of, and the words of a report that tell of it."""

    id: str
    kind: str
    day: str | None
    parties: tuple[str, ...]
    report: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement of one side, as its report has it."""

    id: str
    content: str
    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What is told of one side: the first encounters and statements, and how many of each there are in all."""

    encounters: tuple[Encounter, ...]
    statements: tuple[Said, ...]
    all_encounters: int
    all_statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """What stands on either side, and whether the two are one thing now, so that to decide `different` parts them."""

    kind: str
    one_now: bool
    left: Moved
    right: Moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A name or an account that something is joined of: its id, and what it is called (an account: `REPORT#E1`).

    `told` has the words by which an account tells of its engagement.
    """

    id: str
    name: str
    told: Told[str] | None = None


def moving(connection: Connection, left: str, right: str) -> Moving:
    """What is told of two things; of two that are one now, of the two names or accounts alone."""
    both = sides.meant(connection, left), sides.meant(connection, right)
    one_now = both[0].kind is both[1].kind and both[0].whole == both[1].whole
    nodes = [[each.node] if one_now else sorted(joined_rows(connection, each.kind, [each.node])) for each in both]
    moved = [_moved(connection, each.kind, some) for each, some in zip(both, nodes, strict=True)]
    return Moving(kind=both[0].kind.name, one_now=one_now, left=moved[0], right=moved[1])


def parts(connection: Connection, id: str) -> tuple[Part, ...]:  # noqa: A002
    """What a thing is joined of, in the order told."""
    of = sides.meant(connection, id)
    if of.kind is ACCOUNT:
        told = [each.tellings[0] for each in engagements.accounts(connection, of.whole)]
        return tuple(Part(id=each.id, name=f"{each.report}#{each.account}", told=each.trigger) for each in told)
    rows = sorted(joined_rows(connection, of.kind, [of.node]).values(), key=lambda row: json.loads(row.first))
    return tuple(Part(id=row.id, name=_called(of.kind, row)) for row in rows)


def _called(kind: Kind[Any], row: Any) -> str:
    form = kind.load(row.compared)
    names: tuple[str, ...] = form.written or getattr(form, "others", ())
    return min(names, key=lambda name: (-len(name), name), default=str(row.id))


def _moved(connection: Connection, kind: Kind[Any], nodes: Sequence[str]) -> Moved:
    told, said = _told_of(kind, nodes), STATEMENTS.form.in_(nodes)
    speaks = kind is PERSON
    return Moved(
        encounters=_encounters(connection, told),
        statements=_statements(connection, said) if speaks else (),
        all_encounters=_count(connection, select(ACCOUNTS.engagement).where(told).distinct()),
        all_statements=_count(connection, select(STATEMENTS.key).where(said)) if speaks else 0,
    )


def _told_of(kind: Kind[Any], nodes: Sequence[str]) -> ColumnElement[bool]:
    """That an account tells of these nodes, or is one of them."""
    if kind is ACCOUNT:
        return ACCOUNTS.id.in_(nodes)
    if kind is PERSON:
        return ACCOUNTS.id.in_(select(PARTICIPATIONS.account).where(PARTICIPATIONS.form.in_(nodes)))
    return ACCOUNTS.body_form.in_(nodes)


def _encounters(connection: Connection, told: ColumnElement[bool]) -> tuple[Encounter, ...]:
    asked = (
        select(ENGAGEMENTS.id, ENGAGEMENTS.kind, ENGAGEMENTS.first_day.label("day"))
        .add_columns(REPORTS.id.label("report"), ACCOUNTS.start, ACCOUNTS.end, ACCOUNTS.quote)
        .join_from(schema.accounts, schema.engagements, ACCOUNTS.engagement == ENGAGEMENTS.id)
        .join(schema.reports, ACCOUNTS.report == REPORTS.key)
        .where(told)
        .order_by(ENGAGEMENTS.first_day.is_(None), ENGAGEMENTS.first_day, ENGAGEMENTS.id, REPORTS.day, REPORTS.id)
        .limit(SHOWN)
    )
    rows = connection.execute(asked).all()
    parties = parties_of(connection, {row.id for row in rows})
    return tuple(Encounter(**row._mapping, parties=parties.get(row.id, ())) for row in rows)


def _statements(connection: Connection, said: ColumnElement[bool]) -> tuple[Said, ...]:
    asked = (
        select(STATEMENTS.id, STATEMENTS.content, REPORTS.id.label("report"), STATEMENTS.start, STATEMENTS.end)
        .join(schema.reports, STATEMENTS.report == REPORTS.key)
        .where(said)
        .order_by(REPORTS.day.is_(None), REPORTS.day, REPORTS.id, STATEMENTS.start)
        .limit(SHOWN)
    )
    rows = connection.execute(asked).all()
    return tuple(Said(**row._mapping) for row in rows)


def _count(connection: Connection, asked: Select[Any]) -> int:
    return int(connection.execute(select(func.count()).select_from(asked.subquery())).scalar_one())
