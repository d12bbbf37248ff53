"""Taking in the current reading of a report that is in the record, as people ruled on it; and anew, where they did."""

import json
from typing import Any

from sqlalchemy import Connection, Row, select, update

from communique.reading import Reading
from communique.record.joining import wholes
from communique.record.joining.copying import compare_anew
from communique.record.joining.deriving import derive
from communique.record.joining.grouping import join
from communique.record.joining.nodes import Touched, let_go, take_in
from communique.record.joining.redirecting import Once, redirect
from communique.record.rulings import ruling
from communique.record.store import schema
from communique.record.store.told import as_taken
from communique.report import Report
from communique.resolve import day_of

REPORTS, READINGS, RULED = schema.reports.c, schema.readings.c, schema.ruled_readings.c


def current(connection: Connection, key: int) -> tuple[Report, Reading, Row[Any]]:
    """The report of this key with its current reading, as it was read, and its row."""
    asked = select(schema.reports, READINGS.json, READINGS.reader).where(
        REPORTS.key == key, READINGS.report == key, READINGS.nth == REPORTS.reading
    )
    row = connection.execute(asked).one()
    report = as_taken(row)
    return report, Reading.from_json(json.loads(row.json), row.text), row


def take_reading(connection: Connection, key: int) -> Touched:
    """Write the nodes and rows that follow from the current reading of the report of this key, as ruled on."""
    report, reading, row = current(connection, key)
    found = ruling.ruled_reading(connection, key, json.loads(row.json), digest=report.digest, text=report.text)
    ruled = Reading.from_json(found.reading, report.text) if found else reading
    derived = derive(report, ruled, key)
    day = report.published or day_of(reading)
    if day != row.day:
        connection.execute(update(schema.reports).where(REPORTS.key == key).values(day=day))
    touched = take_in(connection, derived, key, report_id=report.id, day=day)
    once = _once(connection, report, key, ruled)
    redirect(connection, report, key, current=derived, reading=ruled, once=once)
    ruling.write_values(connection, key, found)
    return touched


def _once(connection: Connection, report: Report, key: int, now: Reading) -> list[Once]:
    """The readings of a report that may once have been shown, but for what is shown now."""
    asked = select(READINGS.nth, READINGS.json, REPORTS.reading).join(schema.reports).where(READINGS.report == key)
    once = []
    for nth, told, current_nth in connection.execute(asked.order_by(READINGS.nth == REPORTS.reading, READINGS.nth)):
        states = ruling.once_ruled(connection, key, json.loads(told), digest=report.digest, text=report.text)
        if nth == current_nth and len(states) == 1:
            continue  # nobody ruled on it
        for state in states:
            reading = Reading.from_json(state, report.text)
            if reading != now:
                once.append(Once(reading, nth == current_nth))
    return once


def take_anew(connection: Connection, key: int) -> None:
    """Let go of all that followed from a report, and take in and join what follows from it now."""
    touched = let_go(connection, key)
    touched.add(take_reading(connection, key))
    for kind, nodes in ruling.write_pairs(connection, ruling.decided_in(connection, key)).items():
        touched.near[kind] |= nodes
    join(connection, touched)
    compare_anew(connection, key)


def take_decided(connection: Connection, key: int) -> None:
    """Bring the record up to what was decided on values of a report: anew only where its reading is another by it.

    Most decisions accept what was read. Nothing follows from that but which value of an engagement is shown.
    """
    asked = (
        select(REPORTS.digest, REPORTS.text, READINGS.json, RULED.json.label("ruled"))
        .join(schema.readings, (READINGS.report == REPORTS.key) & (READINGS.nth == REPORTS.reading))
        .outerjoin(schema.ruled_readings, RULED.report == REPORTS.key)
    )
    row = connection.execute(asked.where(REPORTS.key == key)).one()
    told = json.loads(row.json)
    found = ruling.ruled_on(connection, key, told, digest=row.digest, text=row.text)
    if (found.reading if found else told) != (json.loads(row.ruled) if row.ruled else told):
        take_anew(connection, key)
        return
    before = ruling.accounts_ruled_on(connection, key)
    ruling.write_values(connection, key, found)
    wholes.refresh(connection, before | ruling.accounts_ruled_on(connection, key))
