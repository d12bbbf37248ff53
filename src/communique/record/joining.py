"""Joining nodes to wholes as they come.

What comes out does not depend on the order in which things came. A pair is compared where the two share a key,
whichever came first; and what is grouped anew is closed over everything that could bring two of its nodes together,
so that grouping all nodes at once would group it alike.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from communique.record import schema, wholes
from communique.record.kinds import ACCOUNT, BODY, PERSON, Kind, joined_with, node_rows
from communique.record.likening import find_likenesses, forget_likenesses, like_any, likenesses_among
from communique.record.nodes import Touched
from communique.record.told import chunks
from communique.resolve.clustering import Pair, Ruled, clustered

RULINGS = schema.rulings.c

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rejoined:
    """What was grouped anew: all nodes that were looked at, those now with others than before, and of a changed id."""

    seen: frozenset[str]
    parted: frozenset[str]
    renamed: frozenset[str]


def join(connection: Connection, touched: Touched) -> None:
    """Compare what was touched, group it anew, and bring the wholes up to it: people, bodies, then engagements."""
    moved: set[str] = set()
    for kind in (PERSON, BODY, ACCOUNT):
        changed = touched.changed[kind.name] - touched.new[kind.name]
        touched.near[kind.name] |= forget_likenesses(connection, kind, changed)
        find_likenesses(connection, kind, touched.new[kind.name] | changed)
        done = group_anew(connection, kind, touched.of(kind), left=touched.wholes[kind.name])
        moved |= done.parted | (done.renamed if kind is BODY else set())  # engagements know their body by its id
    wholes.refresh(connection, wholes.told_with(connection, moved) - touched.of(ACCOUNT))


def rejoin(connection: Connection, kind: Kind[Any], nodes: Collection[str]) -> None:
    """Group these nodes anew, after people decided about them, and bring the wholes up to it."""
    done = group_anew(connection, kind, nodes)
    moved = done.parted | (done.renamed if kind is BODY else frozenset())
    wholes.refresh(connection, wholes.told_with(connection, moved) if kind is not ACCOUNT else set())


def group_anew(
    connection: Connection,
    kind: Kind[Any],
    nodes: Collection[str],
    *,
    left: Collection[str] = frozenset(),
    write_all: bool = False,
) -> Rejoined:
    """Group these nodes anew with all that could be one with them.

    `left` are wholes that nodes have gone from, and that go where no other is in them. `write_all` writes wholes that
    did not change, too: where they may not be there yet.
    """
    rows = neighbourhood(connection, kind, nodes)
    groups = _groups(connection, kind, rows)
    before = _before(rows)
    after = {min(group, key=lambda node: (json.loads(rows[node].first), node)): group for group in groups}
    moves = [{"node": id, "into": whole} for whole, group in after.items() for id in group if rows[id].whole != whole]  # noqa: A001
    if moves:
        column = kind.nodes.c
        moving = update(kind.nodes).where(column.id == bindparam("node"))
        connection.execute(moving.values({kind.whole: bindparam("into")}), moves)
    for whole, group in after.items():
        if write_all or before.get(whole) != group or not set(nodes).isdisjoint(group):
            wholes.write(connection, kind, whole, [rows[id] for id in group])  # noqa: A001
    wholes.drop_empty(connection, kind, {*before, *left} - after.keys())
    together = {id: group for group in before.values() for id in group}  # noqa: A001
    return Rejoined(
        seen=frozenset(rows),
        parted=frozenset(id for group in groups for id in group if together[id] != group),  # noqa: A001
        renamed=frozenset(each["node"] for each in moves),
    )


def neighbourhood(connection: Connection, kind: Kind[Any], nodes: Iterable[str]) -> dict[str, Row[Any]]:
    """The rows of these nodes, and of all that anything could bring together with them, however far."""
    seen: set[str] = set()
    rows: dict[str, Row[Any]] = {}
    reached = set(nodes)
    while reached:
        seen |= reached
        rows |= node_rows(connection, kind, reached)
        near: set[str] = set()
        for some in chunks(sorted(reached)):
            near |= like_any(connection, kind, some) | _ruled_with(connection, kind, some)
        reached = (near | joined_with(connection, kind, reached)) - seen
    return rows


def _groups(connection: Connection, kind: Kind[Any], rows: dict[str, Row[Any]]) -> list[Group]:
    if len(rows) < 2:
        return [(id,) for id in rows]  # noqa: A001
    nodes = {id: kind.load(row.compared) for id, row in rows.items()}  # noqa: A001
    return clustered(
        {id: bool(row.vague) for id, row in rows.items()},  # noqa: A001
        likenesses_among(connection, kind, rows.keys()),
        apart=lambda left, right: kind.resolver.apart(nodes[left], nodes[right]),
        ruled=_ruled(connection, kind, rows.keys()),
    )


def _before(rows: dict[str, Row[Any]]) -> dict[str, Group]:
    """The nodes of each whole as it was."""
    before: dict[str, list[str]] = defaultdict(list)
    for id in sorted(rows):  # noqa: A001
        before[rows[id].whole].append(id)
    return {whole: tuple(group) for whole, group in before.items()}


def _ruled_with(connection: Connection, kind: Kind[Any], nodes: Collection[str]) -> set[str]:
    """The nodes that people said are the same as one of these."""
    found: set[str] = set()
    for mine, other in ((RULINGS.left, RULINGS.right), (RULINGS.right, RULINGS.left)):
        asked = select(other).where(RULINGS.kind == kind.name, RULINGS.verdict == "same", mine.in_(nodes))
        found.update(connection.execute(asked).scalars())
    return found


def _ruled(connection: Connection, kind: Kind[Any], nodes: Collection[str]) -> Ruled:
    pairs: dict[str, set[Pair]] = {"same": set(), "different": set()}
    asked = select(RULINGS.verdict, RULINGS.left, RULINGS.right).where(RULINGS.kind == kind.name)
    for some in chunks(sorted(nodes)):
        among = asked.where(RULINGS.verdict.in_(pairs), RULINGS.left.in_(some), RULINGS.right.is_not(None))
        for verdict, left, right in connection.execute(among):
            if right in nodes:
                pairs[verdict].add((left, right))
    return Ruled(same=frozenset(pairs["same"]), different=frozenset(pairs["different"]))
