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

from communique.record.joining import wholes
from communique.record.joining.likening import find_likenesses, forget_likenesses, joining, revoked_rules
from communique.record.joining.nodes import Touched
from communique.record.store import schema
from communique.record.store.kinds import ACCOUNT, BODY, PERSON, Kind, joined_rows
from communique.record.store.told import chunks
from communique.resolve.clustering import NOTHING_RULED, Pair, Ruled, clustered
from communique.resolve.decisions import OF_PAIRS
from communique.resolve.likeness import Likeness

RULINGS = schema.rulings.c

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rejoined:
    """What was grouped anew: all nodes that were looked at; those that came together or were parted, but for the
    greatest part of each; and those whose whole has another id.
    """

    seen: frozenset[str]
    moved: frozenset[str]
    renamed: frozenset[str]

    def matters_to_engagements(self, kind: Kind[Any]) -> frozenset[str]:
        """The nodes by which engagements may look different: they know their people apart, and their body's id."""
        if kind is ACCOUNT:
            return frozenset()
        return self.moved | self.renamed if kind is BODY else self.moved


def join(connection: Connection, touched: Touched) -> None:
    """Compare what was touched, group it anew, and bring the wholes up to it: people, bodies, then engagements."""
    moved: set[str] = set()
    for kind in (PERSON, BODY, ACCOUNT):
        changed = touched.changed[kind.name] - touched.new[kind.name]
        touched.near[kind.name] |= forget_likenesses(connection, kind, changed)
        find_likenesses(connection, kind, touched.new[kind.name] | changed)
        done = group_anew(connection, kind, touched.of(kind), left=touched.wholes[kind.name])
        moved |= done.matters_to_engagements(kind)
    wholes.refresh(connection, wholes.told_with(connection, moved) - touched.of(ACCOUNT))


def rejoin(connection: Connection, kind: Kind[Any], nodes: Collection[str]) -> None:
    """Group these nodes anew, after people decided about them, and bring the wholes up to it."""
    done = group_anew(connection, kind, nodes)
    wholes.refresh(connection, wholes.told_with(connection, done.matters_to_engagements(kind)))


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
    hood = neighbourhood(connection, kind, nodes)
    rows = hood.rows
    groups = _groups(connection, kind, hood)
    before = _before(rows)
    after = {min(group, key=lambda node: (json.loads(rows[node].first), node)): group for group in groups}
    moves = [{"node": id, "into": whole} for whole, group in after.items() for id in group if rows[id].whole != whole]  # noqa: A001
    if moves:
        column = kind.nodes.c
        moving = update(kind.nodes).where(column.id == bindparam("node"))
        connection.execute(moving.values({kind.whole: bindparam("into")}), moves)
        if kind is PERSON:
            connection.execute(_POSTINGS_MOVE, moves)
    asked = set(nodes)
    changed = {
        whole: [rows[id] for id in group]  # noqa: A001
        for whole, group in after.items()
        if write_all or before.get(whole) != group or not asked.isdisjoint(group)
    }
    wholes.write(connection, kind, changed)
    wholes.drop_empty(connection, kind, {*before, *left} - after.keys())
    return Rejoined(
        seen=frozenset(rows),
        moved=_lesser_parts(before.values(), groups) | _lesser_parts(groups, before.values()),
        renamed=frozenset(each["node"] for each in moves),
    )


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Nodes and all that could bring them together: rows by id, likenesses that join, whether people ruled on any."""

    rows: dict[str, Row[Any]]
    like: tuple[Likeness, ...]
    ruled: bool


def neighbourhood(connection: Connection, kind: Kind[Any], nodes: Iterable[str]) -> Neighbourhood:
    """These nodes, and all that anything could bring together with them, however far."""
    ruled = connection.execute(_ANY_RULED).first() is not None
    revoked = revoked_rules(connection) if ruled else {}
    rows: dict[str, Row[Any]] = {}
    like: dict[Pair, Likeness] = {}
    reached = set(nodes)
    while reached:
        found = joined_rows(connection, kind, reached)
        new = found.keys() - rows.keys()
        rows |= found
        near: set[str] = set()
        for each in joining(connection, kind, new, revoked):
            like[each.left, each.right] = each
            near |= {each.left, each.right}
        if ruled:
            for some in chunks(sorted(new)):
                near |= _ruled_with(connection, kind, some)
        reached = near - rows.keys()
        if not new:
            break  # what is near is there no longer
    return Neighbourhood(rows, tuple(like.values()), ruled)


def _groups(connection: Connection, kind: Kind[Any], hood: Neighbourhood) -> list[Group]:
    if len(hood.rows) < 2:
        return [(id,) for id in hood.rows]  # noqa: A001
    nodes = {id: kind.load(row.compared) for id, row in hood.rows.items()}  # noqa: A001
    known = {(each.left, each.right) for each in hood.like}

    def apart(left: str, right: str) -> bool:
        pair = (left, right) if left <= right else (right, left)
        return pair not in known and kind.resolver.apart(nodes[left], nodes[right])

    return clustered(
        {id: bool(row.vague) for id, row in hood.rows.items()},  # noqa: A001
        hood.like,
        apart=apart,
        ruled=_ruled(connection, kind, hood.rows.keys()) if hood.ruled else NOTHING_RULED,
    )


def _lesser_parts(parts: Iterable[Group], wholes_: Iterable[Group]) -> frozenset[str]:
    """The nodes of all parts that each whole is made of, but for its greatest part."""
    part_of = {id: part for part in parts for id in part}  # noqa: A001
    lesser: set[str] = set()
    for whole in wholes_:
        held = {part_of[id] for id in whole}  # noqa: A001
        if len(held) > 1:
            greatest = max(held, key=lambda part: (len(part), part))
            lesser.update(id for id in whole if part_of[id] != greatest)  # noqa: A001
    return frozenset(lesser)


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
    """What people decided of pairs of these nodes; of two decisions on one pair the later holds."""
    held: dict[Pair, str] = {}
    asked = select(RULINGS.left, RULINGS.right, RULINGS.verdict).where(RULINGS.kind == kind.name)
    made: list[tuple[int, Pair, str]] = []
    for some in chunks(sorted(nodes)):
        among = asked.where(RULINGS.verdict.in_(OF_PAIRS), RULINGS.left.in_(some)).add_columns(RULINGS.decision)
        made += [
            (decision, (left, right), verdict)
            for left, right, verdict, decision in connection.execute(among)
            if right in nodes
        ]
    for _, pair, verdict in sorted(made):
        held[pair] = verdict
    return Ruled(
        same=frozenset(pair for pair, verdict in held.items() if verdict == "same"),
        different=frozenset(pair for pair, verdict in held.items() if verdict == "different"),
    )


_POSTINGS_MOVE = (
    update(schema.postings).where(schema.postings.c.form == bindparam("node")).values(person=bindparam("into"))
)
_ANY_RULED = select(RULINGS.key).limit(1)
