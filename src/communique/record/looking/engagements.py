"""Asking for engagements, and for the links between them."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select

from communique.errors import NotInRecord
from communique.record.entries import Engagement, Link
from communique.record.filters import EngagementFilter
from communique.record.looking.merging import together
from communique.record.rulings.ruling import values_decided
from communique.record.store import schema
from communique.record.store.finding import (
    BODY,
    PERSON,
    day_bounds,
    holds,
    ids_of,
    near_ids,
    suggest,
    whole_of,
    with_words,
)
from communique.record.store.told import Source, chunks, row_told, sources
from communique.resolve import fold
from communique.resolve.decisions import Decision

ENGAGEMENTS, ACCOUNTS, PARTICIPATIONS = schema.engagements.c, schema.accounts.c, schema.participations.c
SIDES, FORMS, POSTINGS = schema.sides.c, schema.body_forms.c, schema.postings.c
REPORTS, RAISED = schema.reports.c, schema.raised.c
OFTEN = 2000  # words told oftener are not gathered first where only some engagements are asked for
LINKED = ((schema.accounts, "engagement"), (schema.body_forms, "body"))


def find(connection: Connection, asked: EngagementFilter) -> list[Engagement]:
    """The engagements asked for, by first day, then first report; those without a day last."""
    return list(stream(connection, asked))


def stream(connection: Connection, asked: EngagementFilter) -> Iterator[Engagement]:
    """As `find`, a few in memory at a time."""
    rows = _rows(latest=asked.latest).where(*conditions(connection, asked))
    return _filled(connection, rows.limit(asked.limit).offset(asked.after))


def get(connection: Connection, id: str) -> Engagement:  # noqa: A002
    """The engagement that this id, or that of any account of it, leads to."""
    whole = whole_of(connection, schema.accounts, "engagement", id)
    if whole is None:
        near = near_ids(connection, ACCOUNTS.id, id)
        raise NotInRecord(f"no engagement {id!r} in the record{suggest(near)}")
    return next(_filled(connection, _rows().where(ENGAGEMENTS.id == whole)))


def accounts(connection: Connection, id: str) -> list[Engagement]:  # noqa: A002
    """The accounts of the engagement of this id, each as if it were the only one, in the order of their reports."""
    whole = get(connection, id).id
    return accounts_of(connection, [whole])[whole]


def sessions_of(connection: Connection, bodies: Collection[str]) -> dict[str, list[Engagement]]:
    """The engagements in which each of these bodies met, in the order of `find`."""
    asked = select(ENGAGEMENTS.id, ENGAGEMENTS.body).where(ENGAGEMENTS.body.in_(bodies))
    body = dict(connection.execute(asked).all())
    found: dict[str, list[Engagement]] = {each: [] for each in bodies}
    for each in _filled(connection, _rows().where(ENGAGEMENTS.body.in_(bodies))):
        found[body[each.id]].append(each)
    return found


def accounts_of(connection: Connection, wholes: Collection[str]) -> dict[str, list[Engagement]]:
    """The accounts of each of these engagements, each as an engagement of its own, in the order of their reports."""
    asked = select(ACCOUNTS.id, ACCOUNTS.engagement).where(ACCOUNTS.engagement.in_(wholes))
    whole = dict(connection.execute(asked).all())
    found: dict[str, list[Engagement]] = {each: [] for each in wholes}
    for each in single(connection, whole):
        found[whole[each.id]].append(each)
    return found


def single(connection: Connection, accounts: Collection[str]) -> list[Engagement]:
    """These accounts, each as an engagement of its own, in the order of their reports."""
    asked: Select[Any] = (
        select(ACCOUNTS.id, ACCOUNTS.report, ACCOUNTS.nth, ACCOUNTS.first, FORMS.body)
        .outerjoin(schema.body_forms)
        .where(ACCOUNTS.id.in_(accounts))
    )
    rows = sorted(connection.execute(asked).all(), key=lambda row: json.loads(row.first))
    told_by = sources(connection, (row.report for row in rows))
    people = _people(connection, rows)
    return [_account(row, told_by[row.report], people[row.id]) for row in rows]


def together_of(connection: Connection, groups: Mapping[str, Sequence[str]]) -> dict[str, Engagement]:
    """What the accounts of each of these engagements tell together, as people ruled on it."""
    told: dict[str, Engagement] = {}
    decided: dict[tuple[str, str, int, int], Decision] = {}
    for some in chunks(account for accounts in groups.values() for account in accounts):
        told |= {each.id: each for each in single(connection, some)}
        decided |= values_decided(connection, some)
    return {whole: together([told[each] for each in accounts], decided) for whole, accounts in groups.items()}


def links(connection: Connection, ids: Collection[str]) -> dict[str, tuple[Link, ...]]:
    """The links from and to these engagements and bodies; both ends are told by what their nodes are now one of."""
    found: dict[str, list[Link]] = {each: [] for each in ids}
    column, nodes = schema.links.c, _nodes_of(connection, ids)
    asked = select(schema.links, schema.reports.c.id.label("report_id")).join(schema.reports)
    rows = connection.execute(
        asked.where(or_(column.from_id.in_(nodes), column.to_id.in_(nodes))).order_by("report_id", column.key)
    ).all()
    ends = nodes | _wholes(connection, {end for row in rows for end in (row.from_id, row.to_id)} - nodes.keys())
    for row in rows:
        start, end = ends[row.from_id], ends[row.to_id]
        if start == end:
            continue  # two accounts of one report, judged to tell of one engagement after all
        link = Link(from_id=start, to_id=end, relation=row.relation, evidence=row_told(row, row.quote))
        for each in {start, end} & found.keys():
            found[each].append(link)
    return {each: tuple(told) for each, told in found.items()}


def _nodes_of(connection: Connection, wholes: Collection[str]) -> dict[str, str]:
    """The accounts and forms of bodies that are of these wholes, each with its whole."""
    accounts_, forms = (
        connection.execute(select(nodes.c.id, nodes.c[whole]).where(nodes.c[whole].in_(wholes))).all()
        for nodes, whole in LINKED
    )
    return {id: whole for id, whole in (*accounts_, *forms)}  # noqa: A001, C416


def _wholes(connection: Connection, nodes: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for table, whole in LINKED:
        found.update(connection.execute(select(table.c.id, table.c[whole]).where(table.c.id.in_(nodes))).all())
    return found


def _rows(*, latest: bool = False) -> Select[Any]:
    """Engagements in order; the id of each is that of its first account."""
    day = ENGAGEMENTS.last_day.desc() if latest else ENGAGEMENTS.first_day
    return (
        select(ENGAGEMENTS.id)
        .join_from(schema.engagements, schema.accounts, ACCOUNTS.id == ENGAGEMENTS.id)
        .join(schema.reports)
        .order_by(day.nulls_last(), schema.reports.c.id, ACCOUNTS.nth)
    )


def conditions(connection: Connection, asked: EngagementFilter) -> Iterable[ColumnElement[bool]]:
    """What engagements must fulfil that are asked for."""
    for party in asked.parties:
        yield ENGAGEMENTS.id.in_(select(SIDES.engagement).where(SIDES.party == party))
    yield from _told_with(asked)
    if asked.person:
        people = ids_of(connection, PERSON, asked.person)
        taking_part = (
            select(ACCOUNTS.engagement)
            .join_from(schema.person_forms, schema.participations)
            .join(schema.accounts)
            .where(schema.person_forms.c.person.in_(people))
        )
        yield ENGAGEMENTS.id.in_(taking_part)
    if asked.body:
        yield ENGAGEMENTS.body.in_(ids_of(connection, BODY, asked.body))
    if asked.office:
        told = _with_office(asked.office, asked.office_party)
        held = select(POSTINGS.key).where(holds(POSTINGS.folded, asked.office))
        held = held.where(POSTINGS.party == asked.office_party) if asked.office_party else held
        yield _one_of(told, often=_often(connection, held, asked.limit))
    for column in ("level", "kind", "status"):
        if value := getattr(asked, column):
            yield ENGAGEMENTS[column] == value
    if asked.conflicts:
        yield ENGAGEMENTS.conflicts > 0
    yield from in_days(asked.from_day, asked.to_day)
    if asked.text:
        words = with_words("reports", asked.text)
        told = select(ACCOUNTS.engagement).where(ACCOUNTS.report.in_(words))
        yield _one_of(told, often=_often(connection, select(REPORTS.key).where(REPORTS.key.in_(words)), asked.limit))


def _told_with(asked: EngagementFilter) -> Iterable[ColumnElement[bool]]:
    """The year or exact day in which they begin, and the topic, place and outlet that any of their accounts has."""
    if asked.year:
        yield ENGAGEMENTS.first_day.between(*day_bounds(asked.year))
    if asked.exact:
        yield ENGAGEMENTS.start == ENGAGEMENTS.first_day
    if asked.topic:
        yield ENGAGEMENTS.id.in_(select(RAISED.engagement).where(RAISED.topic == fold(asked.topic)))
    if asked.places:
        yield ENGAGEMENTS.id.in_(select(ACCOUNTS.engagement).where(ACCOUNTS.place.in_(asked.places)))
    if asked.outlet:
        told = select(ACCOUNTS.engagement).join_from(schema.accounts, schema.reports)
        yield ENGAGEMENTS.id.in_(told.where(REPORTS.publisher == asked.outlet))


def _one_of(told: Select[Any], *, often: bool) -> ColumnElement[bool]:
    """Whether an engagement is one of those told of: what is told often is sooner met with in the order of days."""
    if often:
        return told.where(ACCOUNTS.engagement == ENGAGEMENTS.id).correlate(schema.engagements).exists()
    return ENGAGEMENTS.id.in_(told)


def _often(connection: Connection, told: Select[Any], limit: int | None) -> bool:
    """Whether there are so many of these that some of the first engagements are sure to be among them."""
    return limit is not None and len(connection.execute(told.limit(OFTEN)).all()) == OFTEN


def in_days(from_day: str | None, to_day: str | None, *, of: Any = ENGAGEMENTS) -> Iterable[ColumnElement[bool]]:
    """Whether engagements overlap the time between two days, each open if None; `of` the columns with their days."""
    if from_day:
        yield of.last_day >= day_bounds(from_day)[0]
    if to_day:
        yield of.first_day <= day_bounds(to_day)[1]


def _with_office(office: str, party: str | None) -> Select[Any]:
    """The engagements in which somebody takes part whom the same report gives an office with these words."""
    told = (
        select(ACCOUNTS.engagement)
        .join_from(schema.postings, schema.participations, POSTINGS.form == PARTICIPATIONS.form)
        .join(schema.accounts, ACCOUNTS.id == PARTICIPATIONS.account)
        .where(holds(POSTINGS.folded, office), POSTINGS.report == PARTICIPATIONS.report)
    )
    return told.where(POSTINGS.party == party) if party else told


def _filled(connection: Connection, asked: Select[Any]) -> Iterator[Engagement]:
    """The engagements asked for as entries."""
    for ids in chunks(connection.execute(asked).scalars().all()):
        told, linked = accounts_of(connection, ids), links(connection, ids)
        decided = values_decided(connection, (each.id for whole in ids for each in told[whole]))
        yield from (replace(together(told[id], decided), id=id, links=linked[id]) for id in ids)  # noqa: A001


def _people(connection: Connection, rows: Iterable[Row[Any]]) -> dict[str, list[str | None]]:
    """Who takes part, in the order of the account's participants; None for an office or delegation."""
    people: dict[str, list[str | None]] = {row.id: [] for row in rows}
    asked = select(PARTICIPATIONS.account, schema.person_forms.c.person).outerjoin(schema.person_forms)
    taking_part = asked.where(PARTICIPATIONS.account.in_(people)).order_by(PARTICIPATIONS.nth)
    for account, person in connection.execute(taking_part):
        people[account].append(person)
    return people


def _account(row: Row[Any], told_by: Source, people: list[str | None]) -> Engagement:
    account = told_by.reading["engagements"][row.nth]
    parts = zip(account["participants"], people, strict=True)
    return Engagement(
        id=row.id,
        kind=told_by.told(account["kind"]),
        status=told_by.told(account["status"]),
        trigger=told_by.told(account["trigger"]),
        start=told_by.one(account["start"]),
        end=told_by.one(account["end"]),
        undated=account["undated"],
        place=told_by.one(account["place"]),
        country=told_by.one(account["country"]),
        body=told_by.one(account["body"]),
        body_id=row.body,
        session_number=told_by.one(account["session_number"]),
        participants=tuple(told_by.participant(part, person) for part, person in parts),
        topics=told_by.many(account["topics"]),
        outcomes=told_by.many(account["outcomes"]),
        documents=tuple(told_by.document(each) for each in account["documents"]),
        tellings=(told_by.telling(account, row.id),),
    )
