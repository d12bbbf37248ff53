"""Making all derived rows anew from reports, readings and decisions.

What comes out is what adding the same reports one by one made, in whatever order: the exports are the same bytes.
"""

import json
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from communique.reading import Reading
from communique.record import schema
from communique.record.deriving import derive
from communique.record.joining import group_anew
from communique.record.kinds import ACCOUNT, BODY, PERSON, Kind
from communique.record.likening import find_likenesses
from communique.record.nodes import take_in
from communique.record.redirecting import redirect
from communique.report import Report
from communique.resolve import day_of

REPORTS, READINGS = schema.reports.c, schema.readings.c

BATCH = 200  # reports or nodes in memory at once

Tick = Callable[[str], None]


def rebuild(connection: Connection, *, tick: Tick | None = None) -> int:
    """Make everything derived anew, in this transaction; how many reports it is made from.

    `tick` is called with what is being done after each batch of it.
    """
    told = tick or (lambda _: None)
    for table in reversed(schema.DERIVED):
        connection.execute(delete(table))
    reports = 0
    for key in _keys(connection):
        _take_in(connection, key)
        reports += 1
        if reports % BATCH == 0:
            told("reports")
    for kind in (PERSON, BODY, ACCOUNT):
        for nodes in _batches(connection, kind):  # each is compared with those before it: every pair once
            find_likenesses(connection, kind, nodes)
            told("likenesses")
        settled: set[str] = set()
        for nodes in _batches(connection, kind):
            if left := set(nodes) - settled:
                settled |= group_anew(connection, kind, left, write_all=True).seen
            told("joining")
    return reports


def current(connection: Connection, key: int) -> tuple[Report, Reading, Row[Any]]:
    """The report of this key with its current reading, and its row."""
    asked = select(schema.reports, READINGS.json, READINGS.reader).where(
        REPORTS.key == key, READINGS.report == key, READINGS.nth == REPORTS.reading
    )
    row = connection.execute(asked).one()
    report = Report(row.id, row.text, url=row.url, published=row.published, title=row.title)
    return report, Reading.from_json(json.loads(row.json), row.text), row


def _keys(connection: Connection) -> list[int]:
    return list(connection.execute(select(REPORTS.key).order_by(REPORTS.id)).scalars())


def _take_in(connection: Connection, key: int) -> None:
    report, reading, row = current(connection, key)
    day = report.published or day_of(reading)
    if day != row.day:
        connection.execute(update(schema.reports).where(REPORTS.key == key).values(day=day))
    derived = derive(report, reading, key)
    take_in(connection, derived, key, report_id=report.id, day=day)
    if row.reading > 1:
        redirect(connection, report, key, derived, reading)


def _batches(connection: Connection, kind: Kind[Any]) -> Iterator[list[str]]:
    ids = iter(connection.execute(select(kind.nodes.c.id).order_by(kind.nodes.c.id)).scalars().all())
    while batch := list(islice(ids, BATCH)):
        yield batch
