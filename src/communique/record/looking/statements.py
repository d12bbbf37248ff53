"""Asking for what was said."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select

from communique.errors import NotInRecord
from communique.record.entries import Statement
from communique.record.filters import ReportFilter, StatementFilter
from communique.record.looking import reports
from communique.record.store import schema
from communique.record.store.finding import PERSON, holds, ids_of, with_words
from communique.record.store.told import Source, chunks, sources
from communique.resolve import fold

STATEMENTS, FORMS = schema.statements.c, schema.person_forms.c


def find(connection: Connection, asked: StatementFilter) -> list[Statement]:
    """The statements asked for, by the day of their report, then as it tells them."""
    return list(_filled(connection, conditions(connection, asked), asked.limit, after=asked.after))


def conditions(connection: Connection, asked: StatementFilter) -> list[ColumnElement[bool]]:
    """What statements must fulfil that are asked for."""
    found: list[ColumnElement[bool]] = []
    if asked.speaker:
        found.append(_said_by(connection, asked.speaker))
    if asked.party:
        found.append(STATEMENTS.party == asked.party)
    if asked.text:
        found.append(STATEMENTS.key.in_(with_words("statements", asked.text)))
    if asked.verb:
        found.append(STATEMENTS.verb.startswith(fold(asked.verb), autoescape=True))
    if asked.year or asked.outlet:
        told = reports.conditions(ReportFilter(year=asked.year, outlet=asked.outlet))
        found.append(STATEMENTS.report.in_(select(schema.reports.c.key).where(*told)))
    return found


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
        forms = select(FORMS.id).where(FORMS.person.in_(ids_of(connection, PERSON, speaker)))
        return or_(STATEMENTS.form.in_(forms), called)
    except NotInRecord:
        return called


def _filled(
    connection: Connection, under: Iterable[ColumnElement[bool]], limit: int | None = None, *, after: int = 0
) -> Iterator[Statement]:
    told_in = schema.reports.c
    under = list(under)
    # Of all statements the first are those of the first reports: joined by an expression, SQLite begins with these.
    here = told_in.key == STATEMENTS.report if under else told_in.key + 0 == STATEMENTS.report
    asked: Select[Any] = (
        select(STATEMENTS.id, STATEMENTS.report, STATEMENTS.nth, FORMS.person, STATEMENTS.party)
        .join(schema.reports, here)
        .outerjoin(schema.person_forms)
        .where(*under)
        .order_by(told_in.day.nulls_last(), told_in.id, STATEMENTS.nth)
    )
    for rows in chunks(connection.execute(asked.limit(limit).offset(after)).all()):
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
