"""Making all derived rows anew from reports, readings and decisions.

What comes out is what adding the same reports one by one made, in whatever order: the exports are the same bytes.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, select

from communique.record.growing.taking import take_reading
from communique.record.joining.copying import find_copies
from communique.record.joining.grouping import group_anew
from communique.record.joining.likening import find_likenesses
from communique.record.rulings import log as deciding
from communique.record.rulings import ruling
from communique.record.store import schema
from communique.record.store.kinds import ACCOUNT, BODY, PERSON, Kind

REPORTS = schema.reports.c

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
    for seq, decision in deciding.decisions(connection).items():
        ruling.note_reports(connection, seq, decision)
    keys = _keys(connection)
    for key in keys:
        take_reading(connection, key)
        reports += 1
        if reports % BATCH == 0:
            told("reports")
    ruling.write_pairs(connection)
    for kind in (PERSON, BODY, ACCOUNT):
        for nodes in _batches(connection, kind):  # each is compared with those before it: every pair once
            find_likenesses(connection, kind, nodes)
            told("likenesses")
        settled: set[str] = set()
        for nodes in _batches(connection, kind):
            if left := set(nodes) - settled:
                settled |= group_anew(connection, kind, left, write_all=True).seen
            told("joining")
    for nth in range(0, len(keys), BATCH):
        find_copies(connection, keys[nth : nth + BATCH])
        told("copies")
    return reports


def _keys(connection: Connection) -> list[int]:
    return list(connection.execute(select(REPORTS.key).order_by(REPORTS.id)).scalars())


def _batches(connection: Connection, kind: Kind[Any]) -> Iterator[list[str]]:
    ids = iter(connection.execute(select(kind.nodes.c.id).order_by(kind.nodes.c.id)).scalars().all())
    while batch := list(islice(ids, BATCH)):
        yield batch
