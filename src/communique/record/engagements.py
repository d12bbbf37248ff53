"""Asking for engagements, and for the links between them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select

from communique.errors import NotInRecord
from communique.record import schema
from communique.record.entries import Engagement, EngagementFilter, Link
from communique.record.finding import BODY, PERSON, day_bounds, ids_of, near_ids, suggest, with_words
from communique.record.told import Source, chunks, row_told, sources

ENGAGEMENTS, ACCOUNTS, PARTICIPATIONS = schema.engagements.c, schema.accounts.c, schema.participations.c


def find(connection: Connection, asked: EngagementFilter) -> list[Engagement]:
    """The engagements asked for, by first day, then report; those without a day last."""
    return _filled(connection, _rows().where(*_conditions(connection, asked)).limit(asked.limit))


def get(connection: Connection, id: str) -> Engagement:  # noqa: A002
    """The engagement of this id."""
    found = _filled(connection, _rows().where(ENGAGEMENTS.id == id))
    if not found:
        near = near_ids(connection, ENGAGEMENTS.id, id)
        raise NotInRecord(f"no engagement {id!r} in the record{suggest(near)}")
    return found[0]


def links(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Link, ...]]:
    """The links from and to these engagements and bodies."""
    found: dict[str, list[Link]] = {each: [] for each in ids}
    column = schema.links.c
    asked = select(schema.links, schema.reports.c.id.label("report_id")).join(schema.reports)
    among = or_(column.from_id.in_(found), column.to_id.in_(found))
    for row in connection.execute(asked.where(among).order_by("report_id", column.key)):
        link = Link(from_id=row.from_id, to_id=row.to_id, relation=row.relation, evidence=row_told(row, row.quote))
        for end in {row.from_id, row.to_id} & found.keys():
            found[end].append(link)
    return {each: tuple(told) for each, told in found.items()}


def _rows() -> Select[Any]:
    """Engagements in order, each with the account that tells of it."""
    return (
        select(ENGAGEMENTS.id, ENGAGEMENTS.body, ACCOUNTS.report, ACCOUNTS.nth)
        .join_from(schema.engagements, schema.accounts)
        .join(schema.reports)
        .order_by(ENGAGEMENTS.first_day.is_(None), ENGAGEMENTS.first_day, schema.reports.c.id, ACCOUNTS.nth)
    )


def _conditions(connection: Connection, asked: EngagementFilter) -> Iterable[ColumnElement[bool]]:
    for party in asked.parties:
        yield ENGAGEMENTS.id.in_(select(PARTICIPATIONS.engagement).where(PARTICIPATIONS.party == party))
    if asked.person:
        people = ids_of(connection, PERSON, asked.person)
        yield ENGAGEMENTS.id.in_(select(PARTICIPATIONS.engagement).where(PARTICIPATIONS.person.in_(people)))
    if asked.body:
        yield ENGAGEMENTS.body.in_(ids_of(connection, BODY, asked.body))
    if asked.kind:
        yield ENGAGEMENTS.kind == asked.kind
    if asked.status:
        yield ENGAGEMENTS.status == asked.status
    if asked.from_day:
        yield ENGAGEMENTS.last_day >= day_bounds(asked.from_day)[0]
    if asked.to_day:
        yield ENGAGEMENTS.first_day <= day_bounds(asked.to_day)[1]
    if asked.text:
        yield ACCOUNTS.report.in_(with_words("reports", asked.text))


def _filled(connection: Connection, asked: Select[Any]) -> list[Engagement]:
    """The rows asked for as entries, every value told by the account that tells of the engagement."""
    found = []
    for rows in chunks(connection.execute(asked).all()):
        told_by = sources(connection, (row.report for row in rows))
        people = _people(connection, rows)
        linked = links(connection, (row.id for row in rows))
        found += [_engagement(row, told_by[row.report], people[row.id], linked[row.id]) for row in rows]
    return found


def _people(connection: Connection, rows: Iterable[Row[Any]]) -> dict[str, list[str | None]]:
    """Who took part, in the order of the account's participants; None for an office or delegation."""
    people: dict[str, list[str | None]] = {row.id: [] for row in rows}
    asked = select(PARTICIPATIONS.engagement, PARTICIPATIONS.person).where(PARTICIPATIONS.engagement.in_(people))
    for engagement, person in connection.execute(asked.order_by(PARTICIPATIONS.key)):
        people[engagement].append(person)
    return people


def _engagement(row: Row[Any], told_by: Source, people: list[str | None], linked: tuple[Link, ...]) -> Engagement:
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
        links=linked,
        tellings=(told_by.telling(account),),
    )
