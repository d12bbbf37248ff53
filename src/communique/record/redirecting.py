"""Where ids of superseded readings lead: each node that an older reading of a report told of, and the current does not.

It leads to the node of its kind in the current reading whose words it overlaps most, or to none. Made of the readings
alone, so a record made anew has the same redirects.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from communique.reading import Account, Reading, citations
from communique.record import schema
from communique.record.deriving import Derived, derive
from communique.report import Report

Span = tuple[int, int, int]
"""First and end offset of words, and how much each of their characters counts."""

Spans = Mapping[str, list[Span]]

READINGS, REDIRECTS = schema.readings.c, schema.redirects.c

TRIGGER = 1000  # a character of the words that tell of an encounter outweighs all of its place, people, topics


def redirect(connection: Connection, report: Report, key: int, current: Derived, reading: Reading) -> None:
    """Write anew where the ids of the older readings of a report lead, given what follows from the current one."""
    connection.execute(delete(schema.redirects).where(REDIRECTS.report == key))
    asked = select(READINGS.json).where(READINGS.report == key, READINGS.nth != _current_nth(connection, key))
    now = _nodes(current, reading)
    led: dict[str, str | None] = {}
    for told in connection.execute(asked.order_by(READINGS.nth)).scalars():
        older = Reading.from_json(json.loads(told), report.text)
        before = _nodes(derive(report, older, key), older)
        for kind, nodes in before.items():
            led.update(_leading(nodes, now[kind]))
    if led:
        rows = [{"id": id, "report": key, "to_id": to} for id, to in sorted(led.items())]  # noqa: A001
        connection.execute(insert(schema.redirects), rows)


def overlap(some: Iterable[Span], others: Iterable[Span]) -> int:
    """How many characters the one spans share with the others, each by how much it counts in both."""
    these = list(others)
    return sum(
        max(0, min(end, last) - max(start, first)) * min(weight, other)
        for start, end, weight in some
        for first, last, other in these
    )


def _current_nth(connection: Connection, key: int) -> int:
    asked = select(schema.reports.c.reading).where(schema.reports.c.key == key)
    return int(connection.execute(asked).scalar_one())


def _leading(before: Spans, now: Spans) -> dict[str, str | None]:
    led = {}
    for id in before.keys() - now.keys():  # noqa: A001
        shared = {other: overlap(before[id], spans) for other, spans in now.items()}
        best = max(sorted(shared), key=lambda other: shared[other], default=None)
        led[id] = best if best is not None and shared[best] else None
    return led


def _nodes(derived: Derived, reading: Reading) -> dict[str, Spans]:
    """The nodes of each kind that follow from a reading, each with the words it stands on."""
    spans: dict[str, dict[str, list[Span]]] = {"E": {}, "P": defaultdict(list), "B": defaultdict(list), "S": {}}
    for row in derived.rows.get(schema.accounts, ()):
        spans["E"][row["id"]] = _spans_of(reading.engagements[row["nth"]])
    for kind, table in (("P", schema.names), ("B", schema.body_names)):
        for row in derived.rows.get(table, ()):
            spans[kind][row["form"]].append((row["start"], row["end"], 1))
    for row in derived.rows.get(schema.statements, ()):
        spans["S"][row["id"]] = [(row["start"], row["end"], 1)]
    return {kind: dict(nodes) for kind, nodes in spans.items()}


def _spans_of(account: Account) -> list[Span]:
    cited = {(each.start, each.end, 1) for each in citations(account)}
    return [(account.trigger.start, account.trigger.end, TRIGGER), *sorted(cited)]
