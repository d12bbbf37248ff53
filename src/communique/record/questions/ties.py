"""Who met whom: parties, or the people of one with those of others, by how many encounters they have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, select

from communique.record.entries import Coverage
from communique.record.filters import EngagementFilter
from communique.record.looking.engagements import conditions
from communique.record.questions.coverage import of_reports, only_in_copies, telling_of
from communique.record.store import schema
from communique.resolve.statuses import HAPPENED

Among = Literal["parties", "people"]

ENGAGEMENTS, SIDES, ACCOUNTS = schema.engagements.c, schema.sides.c, schema.accounts.c
_others = schema.sides.alias().c
_own, _met = schema.participations.alias(), schema.participations.alias()
_own_form, _met_form = schema.person_forms.alias(), schema.person_forms.alias()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """One who met others: a party by its code, or a person by id, name and party."""

    id: str
    name: str | None
    party: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two who met, by id: in how many encounters, and the first and last day of these (ISO)."""

    one: str
    other: str
    encounters: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """The strongest ties first, and all who are in one of them; `total` is how many ties there are.

    Only what was held counts. Among parties a tie is between any two that took part; among people between somebody of
    the party asked for and somebody of another.
    """

    among: Among
    nodes: tuple[Tied, ...]
    ties: tuple[Tie, ...]
    total: int
    coverage: Coverage


def ties(
    connection: Connection,
    *,
    among: Among = "parties",
    parties: Sequence[str] = (),
    kind: str | None = None,
    from_day: str | None = None,
    to_day: str | None = None,
    limit: int | None = None,
    most: int | None = None,
) -> Ties:
    """Who met whom in encounters of all these parties; `among` people those of the first with those of others.

    The strongest ties, `limit` of them at most, and no more than `most` that are tied.
    """
    # Who takes part for the first party of people is asked of them; asked twice, SQLite looks for each among all.
    rest = parties[1:] if among == "people" else parties
    restricted = EngagementFilter(parties=tuple(rest), kind=kind, from_day=from_day, to_day=to_day)
    asked = [
        *conditions(connection, restricted),
        ENGAGEMENTS.status.in_(HAPPENED),
        ENGAGEMENTS.id.not_in(only_in_copies()),
    ]
    if among == "people" and not parties:
        counted = None  # of everybody there would be no end
    else:
        counted = _parties().where(*asked) if among == "parties" else _people(parties[0]).where(*asked)
    rows = connection.execute(counted.limit(limit)).all() if counted is not None else []
    every = [
        Tie(one=row.one, other=row.other, encounters=row.encounters, first=row.first, last=row.last) for row in rows
    ]
    found = _within(every, most)
    ids = list(dict.fromkeys(end for each in found for end in (each.one, each.other)))
    return Ties(
        among=among,
        nodes=_tied(connection, ids)
        if among == "people"
        else tuple(Tied(id=each, name=None, party=each) for each in ids),
        ties=found,
        total=rows[0].total if rows else 0,
        coverage=of_reports(connection, telling_of(parties)),
    )


def _within(found: Sequence[Tie], most: int | None) -> tuple[Tie, ...]:
    """The first of these ties that tie no more than `most`."""
    ids: set[str] = set()
    for nth, each in enumerate(found):
        ids |= {each.one, each.other}
        if most is not None and len(ids) > most:
            return tuple(found[:nth])
    return tuple(found)


def _parties() -> Select[Any]:
    # two sides of one encounter are one row, so that rows can be counted, which is quicker
    return _counted(SIDES.party, _others.party, func.count()).select_from(
        schema.engagements.join(schema.sides, SIDES.engagement == ENGAGEMENTS.id).join(
            _others.party.table, (_others.engagement == SIDES.engagement) & (_others.party > SIDES.party)
        )
    )


def _people(party: str) -> Select[Any]:
    one, other = _own_form.c.person, _met_form.c.person
    joined = (
        schema.engagements.join(schema.accounts, ACCOUNTS.engagement == ENGAGEMENTS.id)
        .join(_own, _own.c.account == ACCOUNTS.id)
        .join(_met, _met.c.account == ACCOUNTS.id)
        .join(_own_form, _own_form.c.id == _own.c.form)
        .join(_met_form, _met_form.c.id == _met.c.form)
    )
    encounters = func.count(ENGAGEMENTS.id.distinct())
    return (
        _counted(one, other, encounters)
        .select_from(joined)
        .where(_own.c.party == party, _met.c.party != party, one != other)
    )


def _counted(one: Any, other: Any, encounters: Any) -> Select[Any]:
    return (
        select(
            one.label("one"),
            other.label("other"),
            encounters.label("encounters"),
            func.min(ENGAGEMENTS.first_day).label("first"),
            func.max(ENGAGEMENTS.last_day).label("last"),
            func.count().over().label("total"),
        )
        .group_by(one, other)
        .order_by(encounters.desc(), one, other)
    )


def _tied(connection: Connection, ids: Sequence[str]) -> tuple[Tied, ...]:
    column = schema.persons.c
    rows = connection.execute(select(column.id, column.name, column.party).where(column.id.in_(ids)))
    known = {row.id: Tied(id=row.id, name=row.name, party=row.party) for row in rows}
    return tuple(known[each] for each in ids)
