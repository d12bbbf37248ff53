"""Where ids of superseded readings lead: each node that an older reading of a report told of, and the current does not.

It leads to the node of its kind in the current reading whose words it overlaps most. Made of readings and decisions
alone, so a record made anew has the same redirects; an id that overlaps with nothing is told as unknown.
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


def redirect(
    connection: Connection,
    report: Report,
    key: int,
    current: Derived,
    reading: Reading,
    *,
    as_read: Reading | None = None,
) -> None:
    """Write anew where the ids of the older readings of a report lead, given what follows from the current one.

    Where people ruled on values of the current one, ids that follow from it `as_read` lead, too.
    """
    connection.execute(delete(schema.redirects).where(REDIRECTS.report == key))
    asked = select(READINGS.json).where(READINGS.report == key, READINGS.nth != _current_nth(connection, key))
    now = _nodes(current, reading)
    led: dict[str, str] = {}
    told = connection.execute(asked.order_by(READINGS.nth)).scalars()
    before_it = [Reading.from_json(json.loads(each), report.text) for each in told]
    for older in before_it:
        before = _nodes(derive(report, older, key), older)
        for kind, nodes in before.items():
            led.update(_leading(nodes, now[kind]))
    if as_read and as_read != reading:
        unruled = derive(report, as_read, key)
        for kind, nodes in _nodes(unruled, as_read).items():
            led.update(_leading(nodes, now[kind]))
        led |= _renamed((unruled, as_read), (current, reading))
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


def _renamed(before: tuple[Derived, Reading], now: tuple[Derived, Reading]) -> dict[str, str]:
    """Where people and bodies lead whose names people edited: they keep their place in the reading."""
    led: dict[str, str] = {}
    for was, became in zip(_in_place(*before), _in_place(*now), strict=True):
        led.update((id, to) for id, to in zip(was, became, strict=True) if id != to)  # noqa: A001
    there = {id for nodes in _nodes(*now).values() for id in nodes}  # noqa: A001
    return {id: to for id, to in led.items() if id not in there}  # noqa: A001


def _in_place(derived: Derived, reading: Reading) -> tuple[list[str], list[str]]:
    """The forms of a reading's people and bodies, in the order in which it has them."""
    people = {(row["start"], row["end"]): row["form"] for row in derived.rows.get(schema.names, ())}
    bodies = {row["nth"]: row["form"] for row in derived.rows.get(schema.body_names, ()) if row["nth"] is not None}
    return [people[each.name.start, each.name.end] for each in reading.people], [
        bodies[nth] for nth in range(len(reading.bodies))
    ]


def _current_nth(connection: Connection, key: int) -> int:
    asked = select(schema.reports.c.reading).where(schema.reports.c.key == key)
    return int(connection.execute(asked).scalar_one())


def _leading(before: Spans, now: Spans) -> dict[str, str]:
    led = {}
    for id in before.keys() - now.keys():  # noqa: A001
        shared = {other: overlap(before[id], spans) for other, spans in now.items()}
        best = max(sorted(shared), key=lambda other: shared[other], default=None)
        if best is not None and shared[best]:
            led[id] = best
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
