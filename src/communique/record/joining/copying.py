"""Which reports of the record are copies of another, or were corrected by one.

What comes out does not depend on the order in which they came: two are held against each other where they share a band
of their sketches or an address, whichever came first, and all that hang together are settled anew.
"""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select

from communique.record.store import schema
from communique.record.store.told import chunks
from communique.resolve.copies import Told, address, judge, settle, sketch

REPORTS, ALIKE, COPIES = schema.reports.c, schema.alike.c, schema.copies.c

LOOKED_UP = ((schema.sketches, "band"), (schema.pages, "address"))


def find_copies(connection: Connection, keys: Collection[int]) -> None:
    """Hold reports that are new against all that may be one with them, and settle what counts."""
    touched: set[int] = set()
    for key in sorted(keys):
        told = _told(connection, [key])[key]
        looked = ((schema.sketches, "band", sketch(told.text)), (schema.pages, "address", _pages(told)))
        near: set[int] = set()
        for table, column, values in looked:
            near |= _sharing(connection, table, column, values)
            if values:
                rows = [{column: each, "report": key} for each in sorted(values)]
                connection.execute(insert(table), rows)
        touched |= _compare(connection, key, told, near)
    _settle(connection, touched)


def compare_anew(connection: Connection, key: int) -> None:
    """Hold a report against the others once more: the day it is from may be another."""
    touched = set(connection.execute(select(ALIKE.of).where(ALIKE.report == key)).scalars())
    touched |= set(connection.execute(select(ALIKE.report).where(ALIKE.of == key)).scalars())
    connection.execute(delete(schema.alike).where(or_(ALIKE.report == key, ALIKE.of == key)))
    near: set[int] = set()
    for table, column in LOOKED_UP:
        held = connection.execute(select(table.c[column]).where(table.c.report == key)).scalars().all()
        near |= _sharing(connection, table, column, held)
    _settle(connection, touched | {key} | _compare(connection, key, _told(connection, [key])[key], near - {key}))


def _pages(told: Told) -> frozenset[str]:
    page = address(told.url)
    return frozenset([page] if page else [])


def _sharing(connection: Connection, table: Any, column: str, values: Iterable[Any]) -> set[int]:
    return {
        key
        for some in chunks(values)
        for key in connection.execute(select(table.c.report).where(table.c[column].in_(some))).scalars()
    }


def _compare(connection: Connection, key: int, told: Told, near: Collection[int]) -> set[int]:
    """Judge a report against others and write down which are one with it; these, and itself where there are any."""
    keys = {told.id: key}
    rows: list[dict[str, Any]] = []
    for some in chunks(sorted(near)):
        for other, each in _told(connection, some).items():
            keys[each.id] = other
            if found := judge(told, each):
                rows.append({"report": keys[found.report], "of": keys[found.of], "how": found.how})
    if rows:
        connection.execute(insert(schema.alike), rows)
    return {key for row in rows for key in (row["report"], row["of"])}


def _told(connection: Connection, keys: Collection[int]) -> dict[int, Told]:
    asked = select(schema.reports).where(REPORTS.key.in_(keys)).order_by(REPORTS.id)
    return {
        row.key: Told(row.id, row.text, url=row.url, title=row.title, day=row.day, retrieved=row.retrieved)
        for row in connection.execute(asked)
    }


def _settle(connection: Connection, touched: Collection[int]) -> None:
    """Write anew which count of all reports that hang together with these."""
    reached: set[int] = set()
    pairs: dict[tuple[int, int], Any] = {}
    ahead = set(touched)
    while ahead:
        reached |= ahead
        found = [
            row
            for some in chunks(sorted(ahead))
            for row in connection.execute(select(schema.alike).where(or_(ALIKE.report.in_(some), ALIKE.of.in_(some))))
        ]
        pairs |= {(row.report, row.of): row.how for row in found}
        ahead = {key for row in found for key in (row.report, row.of)} - reached
    days: dict[int, tuple[bool, str, str]] = {}
    for some in chunks(sorted(reached)):
        connection.execute(delete(schema.copies).where(COPIES.report.in_(some)))
        asked = select(REPORTS.key, REPORTS.id, REPORTS.day).where(REPORTS.key.in_(some))
        days |= {row.key: (row.day is None, row.day or "", row.id) for row in connection.execute(asked)}
    settled = settle(days, [(report, of, how) for (report, of), how in pairs.items()])
    if settled:
        connection.execute(
            insert(schema.copies), [{"report": each.report, "of": each.of, "how": each.how} for each in settled]
        )
