"""Asking for what was said."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select

from communique.errors import NotInRecord
from communique.record.entries import Statement
from communique.record.store import schema
from communique.record.store.finding import PERSON, holds, ids_of, with_words
from communique.record.store.told import Source, chunks, sources
from communique.resolve import fold

STATEMENTS, FORMS = schema.statements.c, schema.person_forms.c


def find(
    connection: Connection,
    *,
    speaker: str | None = None,
    party: str | None = None,
    text: str | None = None,
    verb: str | None = None,
    limit: int | None = None,
) -> list[Statement]:
    """The statements asked for, by the day of their report, then as it tells them."""
    return list(_filled(connection, _conditions(connection, speaker, party, text, verb), limit))


def how_many(
    connection: Connection,
    *,
    speaker: str | None = None,
    party: str | None = None,
    text: str | None = None,
    verb: str | None = None,
) -> int:
    """How many statements are asked for."""
    asked = select(func.count()).select_from(schema.statements).outerjoin(schema.person_forms)
    return connection.execute(asked.where(*_conditions(connection, speaker, party, text, verb))).scalar_one()


def _conditions(
    connection: Connection, speaker: str | None, party: str | None, text: str | None, verb: str | None
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if speaker:
        conditions.append(_said_by(connection, speaker))
    if party:
        conditions.append(STATEMENTS.party == party)
    if text:
        conditions.append(STATEMENTS.key.in_(with_words("statements", text)))
    if verb:
        conditions.append(STATEMENTS.verb.startswith(fold(verb), autoescape=True))
    return conditions


def stream(connection: Connection) -> Iterator[Statement]:
    """All statements as `find` orders them, a few in memory at a time."""
    return _filled(connection, [])


def of_person(connection: Connection, person: str) -> list[Statement]:
    """The statements of the person of this id."""
    return list(_filled(connection, [FORMS.person == person]))


def of_reports(connection: Connection, keys: Sequence[int]) -> list[Statement]:
    """The statements of the reports of these keys."""
    return list(_filled(connection, [STATEMENTS.report.in_(keys)]))


def of_keys(connection: Connection, keys: Sequence[int]) -> list[Statement]:
    """The statements of these keys, in their order."""
    nth = {key: place for place, key in enumerate(keys)}
    order = {
        id: nth[key]
        for some in chunks(keys)
        for id, key in connection.execute(select(STATEMENTS.id, STATEMENTS.key).where(STATEMENTS.key.in_(some)))  # noqa: A001
    }
    found = (each for some in chunks(keys) for each in _filled(connection, [STATEMENTS.key.in_(some)]))
    return sorted(found, key=lambda each: order[each.id])


def _said_by(connection: Connection, speaker: str) -> ColumnElement[bool]:
    """Said by a person of this id or name, or by whoever is called something with these words in it."""
    called = holds(STATEMENTS.speaker, speaker)
    try:
        return or_(FORMS.person.in_(ids_of(connection, PERSON, speaker)), called)
    except NotInRecord:
        return called


def _filled(
    connection: Connection, conditions: Iterable[ColumnElement[bool]], limit: int | None = None
) -> Iterator[Statement]:
    reports = schema.reports.c
    asked: Select[Any] = (
        select(STATEMENTS.id, STATEMENTS.report, STATEMENTS.nth, FORMS.person, STATEMENTS.party)
        .join(schema.reports)
        .outerjoin(schema.person_forms)
        .where(*conditions)
        .order_by(reports.day.nulls_last(), reports.id, STATEMENTS.nth)
    )
    for rows in chunks(connection.execute(asked.limit(limit)).all()):
        told_by = sources(connection, (row.report for row in rows))
        yield from (_statement(row, told_by[row.report]) for row in rows)


def _statement(row: Row[Any], told_by: Source) -> Statement:
    part = told_by.reading["statements"][row.nth]
    return Statement(
        id=row.id,
        speaker=told_by.told(part["speaker"]),
        verb=told_by.told(part["verb"]),
        content=told_by.told(part["content"]),
        person=row.person,
        party=row.party,
        addressee=told_by.one(part["addressee"]),
        direct=part["direct"],
        about=told_by.many(part["about"]),
    )
