"""Adding a report with its reading: what must be true first, and what is then written, all in one transaction."""

import json

from sqlalchemy import Connection, Insert, Table, insert, select
from sqlalchemy.dialects import sqlite

from communique.errors import RecordError
from communique.reading import Reading, citations
from communique.record import schema
from communique.record.deriving import derive
from communique.report import Citation, Report
from communique.resolve import day_of

SHOWN_DIGEST = 12  # hexadecimal digits of a text's digest that an error message shows


def known(connection: Connection, report: Report) -> int | None:
    """The key under which this text is in the record, whatever its id; None where it is new.

    Raises RecordError where the report's id stands for another text.
    """
    for table, key in ((schema.reports, schema.reports.c.key), (schema.aliases, schema.aliases.c.report)):
        named = select(schema.reports.c.digest).where(schema.reports.c.key == key, table.c.id == report.id)
        digest = connection.execute(named).scalar()
        if digest is not None and digest != report.digest:
            raise RecordError(
                f"report {report.id!r}: the record has another text under this id ({digest[:SHOWN_DIGEST]}, "
                f"not {report.digest[:SHOWN_DIGEST]}); give one of them another id"
            )
    found = connection.execute(select(schema.reports.c.key).where(schema.reports.c.digest == report.digest)).scalar()
    return None if found is None else int(found)


def has_id(connection: Connection, id: str) -> bool:  # noqa: A002
    """Whether a report or an alias has this id."""
    return any(
        connection.execute(select(table.c.id).where(table.c.id == id)).first()
        for table in (schema.reports, schema.aliases)
    )


def add(connection: Connection, report: Report, reading: Reading) -> bool:
    """Write a new report and all that follows from it; a known text under a new id becomes an alias, and False."""
    key = known(connection, report)
    if key is not None:
        if not has_id(connection, report.id):
            source = {"id": report.id, "url": report.url, "published": report.published, "title": report.title}
            connection.execute(insert(schema.aliases), {**source, "report": key})
        return False
    check(report, reading)
    key = _insert_report(connection, report, reading)
    for table, rows in derive(report, reading, key).items():
        connection.execute(_INSERTS[table], rows)
    return True


def check(report: Report, reading: Reading) -> None:
    """Hold every citation of the reading against the text again; raises FalseCitation."""
    for each in citations(reading):
        Citation(report.text, each.start, each.end, each.quote)


def _insert_report(connection: Connection, report: Report, reading: Reading) -> int:
    publisher = reading.report.publisher
    row = {
        "id": report.id,
        "digest": report.digest,
        "url": report.url,
        "published": report.published,
        "title": report.title,
        "text": report.text,
        "day": report.published or day_of(reading),
        "publisher": publisher.value if publisher else None,
    }
    key = connection.execute(insert(schema.reports).returning(schema.reports.c.key), row).scalar_one()
    # ASCII: escapes whatever a database does not take, and every program reads it
    told = json.dumps(reading.to_json(), ensure_ascii=True, separators=(",", ":"))
    connection.execute(insert(schema.readings), {"report": key, "reader": reading.reader, "json": told})
    return int(key)


def _plain_or_once(table: Table) -> Insert:
    """Persons and bodies are told of by many reports and have one row; everything else is written once anyway."""
    if table in (schema.persons, schema.bodies):
        return sqlite.insert(table).on_conflict_do_nothing()
    return insert(table)


_INSERTS = {table: _plain_or_once(table) for table in schema.metadata.sorted_tables}
