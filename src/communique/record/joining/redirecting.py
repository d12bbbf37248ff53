"""Where ids of superseded readings lead: each node that an older reading of a report told of, and the current does not.

It leads to the node of its kind in the current reading whose words it overlaps most, or to none. Made of readings and
decisions alone, so a record made anew has the same redirects.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from communique.reading import Account, Reading, citations
from communique.record.joining.deriving import Derived, derive
from communique.record.store import schema
from communique.report import Report

Span = tuple[int, int, int]
"""First and end offset of words, and how much each of their characters counts."""

Spans = Mapping[str, list[Span]]

REDIRECTS = schema.redirects.c

TRIGGER = 1000  # a character of the words that tell of an encounter outweighs all of its place, people, topics


@dataclass(frozen=True, slots=True)
class Once:
    """A reading of a report that may once have been shown; `in_place`: the current one, as ruled on otherwise."""

    reading: Reading
    in_place: bool


def redirect(
    connection: Connection, report: Report, key: int, *, current: Derived, reading: Reading, once: Iterable[Once]
) -> None:
    """Write anew where ids lead that were once shown of a report, given what follows from the current reading."""
    connection.execute(delete(schema.redirects).where(REDIRECTS.report == key))
    now = _nodes(current, reading)
    led: dict[str, str | None] = {}
    for each in once:
        derived = derive(report, each.reading, key)
        for kind, nodes in _nodes(derived, each.reading).items():
            leading = _leading(nodes, now[kind])
            led.update((id, to or led.get(id)) for id, to in leading.items())  # noqa: A001
        if each.in_place:
            led |= _renamed((derived, each.reading), (current, reading))
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
