"""Asking for reports with their readings, for every mention, and for how much there is."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, literal, select, union

from communique.errors import NotInRecord
from communique.reading import Reading
from communique.record.entries import Counts, Mention, ReportLine, StoredReport
from communique.record.filters import ReportFilter
from communique.record.store import schema
from communique.record.store.finding import day_bounds, near_ids, suggest, with_words
from communique.record.store.told import as_taken
from communique.report import Report

REPORTS, ALIASES = schema.reports.c, schema.aliases.c

YEAR = 4  # characters of an ISO day that name its year; a report may be dated to the year or month alone
STREAMED = 50  # reports fetched at once


def find(connection: Connection, asked: ReportFilter) -> list[ReportLine]:
    """The reports asked for, by day and id."""
    return _lines(connection, conditions(asked), asked.limit, after=asked.after)


def of_ids(connection: Connection, ids: Collection[str]) -> list[ReportLine]:
    """The reports of these ids, by day and id."""
    return _lines(connection, [REPORTS.id.in_(ids)], len(ids))


def _lines(
    connection: Connection, under: Iterable[ColumnElement[bool]], limit: int | None, *, after: int = 0
) -> list[ReportLine]:
    lines = select(REPORTS.key, REPORTS.id, REPORTS.day, REPORTS.publisher, REPORTS.title, REPORTS.url)
    ordered = lines.where(*under).order_by(REPORTS.day.nulls_last(), REPORTS.id)
    rows = connection.execute(ordered.limit(limit).offset(after)).all()
    if not rows:
        return []
    only = [] if limit is None else [row.key for row in rows]
    engagements, statements = (_per_report(connection, each, *only) for each in (schema.accounts, schema.statements))
    aliases = _aliases(connection, *only)
    return [
        ReportLine(
            id=row.id,
            day=row.day,
            publisher=row.publisher,
            title=row.title,
            url=row.url,
            engagements=engagements.get(row.key, 0),
            statements=statements.get(row.key, 0),
            aliases=aliases.get(row.key, ()),
        )
        for row in rows
    ]


def conditions(asked: ReportFilter) -> list[ColumnElement[bool]]:
    """What reports must fulfil that are asked for."""
    found: list[ColumnElement[bool]] = []
    if asked.text:
        found.append(REPORTS.key.in_(with_words("reports", asked.text)))
    if asked.outlet:
        found.append(REPORTS.publisher == asked.outlet)
    if asked.year:
        first, last = day_bounds(asked.year)
        found.append(REPORTS.day.between(first[:YEAR], last))
    if asked.month:
        found.append(REPORTS.day.startswith(asked.month, autoescape=True))
    if asked.silent:
        found += [counting(), REPORTS.key.not_in(select(schema.accounts.c.report))]
    return found


def counting() -> ColumnElement[bool]:
    """That a report counts: it was read, and is neither a copy of another nor corrected by one."""
    return REPORTS.language.is_(None) & REPORTS.key.not_in(select(schema.copies.c.report))


def get(connection: Connection, id: str) -> StoredReport:  # noqa: A002
    """The report of this id or alias with its reading."""
    row = connection.execute(_stored().where(REPORTS.key == key_of(connection, id))).one()
    stored = _report(row, _aliases(connection, row.key)[row.key])
    return replace(stored, ids=_ids(connection, row.key, stored.reading), **_repeats(connection, row.key))


def text(connection: Connection, id: str) -> Report:  # noqa: A002
    """The report of this id or alias without its reading."""
    row = connection.execute(select(schema.reports).where(REPORTS.key == key_of(connection, id))).one()
    return as_taken(row)


def key_of(connection: Connection, id: str) -> int:  # noqa: A002
    """The key of the report of this id or alias."""
    aliased = select(ALIASES.report).where(ALIASES.id == id)
    key = connection.execute(select(REPORTS.key).where((REPORTS.id == id) | REPORTS.key.in_(aliased))).scalar()
    if key is None:
        raise NotInRecord(f"no report {id!r} in the record{suggest(near_ids(connection, REPORTS.id, id))}")
    return int(key)


def stream(connection: Connection) -> Iterator[StoredReport]:
    """Every report with its reading, in order of id, a few in memory at a time."""
    aliases = _aliases(connection)
    rows = connection.execution_options(yield_per=STREAMED).execute(_stored().order_by(REPORTS.id))
    return (_report(row, aliases.get(row.key, ())) for row in rows)


def mentions(connection: Connection) -> Iterator[Mention]:
    """Every mention by kind, report and place in the report; each once, with the id of the whole it stands for."""
    told = union(
        _mentioned("account", schema.accounts, schema.accounts, schema.accounts.c.engagement),
        _mentioned("account", schema.spans, schema.accounts, schema.accounts.c.engagement).where(
            schema.spans.c.part == "telling"
        ),
        _mentioned("body", schema.body_names, schema.body_forms, schema.body_forms.c.body),
        _mentioned("person", schema.names, schema.person_forms, schema.person_forms.c.person),
    ).order_by("kind", "report", "start", "end", "id")
    for row in connection.execute(told):
        yield Mention(kind=row.kind, report=row.report, quote=row.quote, start=row.start, end=row.end, id=row.id)


def counts(connection: Connection) -> Counts:
    """How much the record holds, and from which day to which."""

    def rows(table: Table) -> int:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()

    first, last = connection.execute(select(func.min(REPORTS.day), func.max(REPORTS.day))).one()
    return Counts(
        reports=rows(schema.reports),
        engagements=rows(schema.engagements),
        people=rows(schema.persons),
        bodies=rows(schema.bodies),
        statements=rows(schema.statements),
        documents=rows(schema.documents),
        first_day=first,
        last_day=last,
    )


def digest(connection: Connection) -> str:
    """SHA-256 of all that was taken in: reports, current readings and decisions."""
    readings = schema.readings.c
    current = (readings.report == REPORTS.key) & (readings.nth == REPORTS.reading)
    taken_in = select(REPORTS.id, REPORTS.digest, readings.json).join(schema.readings, current).order_by(REPORTS.id)
    made = hashlib.sha256()
    for asked in (taken_in, select(schema.decisions.c.id).order_by(schema.decisions.c.id)):
        for row in connection.execution_options(yield_per=STREAMED).execute(asked):
            made.update(json.dumps(list(row)).encode())
    return made.hexdigest()


def _mentioned(kind: str, cited: Table, nodes: Table, whole: Any) -> Select[Any]:
    place = (REPORTS.id.label("report"), cited.c.quote, cited.c.start, cited.c.end)
    asked = select(literal(kind).label("kind"), *place, whole.label("id"))
    told = cited if cited is nodes else cited.join(nodes)
    return asked.select_from(told.join(schema.reports, cited.c.report == REPORTS.key))


def _stored() -> Select[Any]:
    readings = schema.readings.c
    current = (readings.report == REPORTS.key) & (readings.nth == REPORTS.reading)
    return select(schema.reports, readings.json).join(schema.readings, current)


def _ids(connection: Connection, key: int, reading: Reading) -> dict[str, str]:
    """The ids of the record for those of a report's reading (`E1`, `P1`, `B1`)."""
    ids: dict[str, str] = {}
    accounts, names, bodies = schema.accounts.c, schema.names, schema.body_names
    for nth, engagement in connection.execute(select(accounts.nth, accounts.engagement).where(accounts.report == key)):
        ids[reading.engagements[nth].id] = engagement
    named = select(names.c.start, names.c.end, schema.person_forms.c.person).join(schema.person_forms)
    people = {(start, end): who for start, end, who in connection.execute(named.where(names.c.report == key))}
    for person in reading.people:
        ids[person.id] = people[person.name.start, person.name.end]
    called = select(bodies.c.nth, schema.body_forms.c.body).join(schema.body_forms)
    for nth, body in connection.execute(called.where(bodies.c.report == key, bodies.c.nth.is_not(None))):
        ids[reading.bodies[nth].id] = body
    return ids


def _repeats(connection: Connection, key: int) -> dict[str, Any]:
    """What a report is a copy of or was corrected by, and what it counts in the place of."""
    copies = schema.copies.c
    mine = select(copies.how, REPORTS.id).join(schema.reports, REPORTS.key == copies.of).where(copies.report == key)
    others = select(copies.how, REPORTS.id).join(schema.reports, REPORTS.key == copies.report).where(copies.of == key)
    counts = {how: id for how, id in connection.execute(mine)}  # noqa: A001, C416
    held = connection.execute(others.order_by(REPORTS.id)).all()
    return {
        "copy_of": counts.get("copy"),
        "corrected_by": counts.get("corrected"),
        "copies": tuple(id for how, id in held if how == "copy"),  # noqa: A001
        "corrects": tuple(id for how, id in held if how == "corrected"),  # noqa: A001
    }


def _report(row: Row[Any], aliases: tuple[str, ...]) -> StoredReport:
    report = as_taken(row)
    return StoredReport(report=report, reading=Reading.from_json(json.loads(row.json), row.text), aliases=aliases)


def _aliases(connection: Connection, *only: int) -> dict[int, tuple[str, ...]]:
    """The aliases of every report that has some, or of these only."""
    asked = select(ALIASES.id, ALIASES.report).order_by(ALIASES.id)
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for id, key in connection.execute(asked.where(ALIASES.report.in_(only)) if only else asked):  # noqa: A001
        found[key] += (id,)
    return found


def _per_report(connection: Connection, table: Table, *only: int) -> dict[int, int]:
    """How many rows each report has in a table, or each of these only."""
    asked = select(table.c.report, func.count()).group_by(table.c.report)
    return dict(connection.execute(asked.where(table.c.report.in_(only)) if only else asked).all())
