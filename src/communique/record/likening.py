"""What nodes are like: compared where two share a key, and stored as a machine's suggestion with its reasons."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from communique.record import schema
from communique.record.kinds import Kind, node_rows
from communique.record.told import chunks
from communique.resolve.clustering import JOINED
from communique.resolve.likeness import Likeness

KEPT = 0.3  # likenesses below are nothing a person would want to look at

LIKE, KEYS = schema.likenesses.c, schema.keys.c


def find_likenesses(connection: Connection, kind: Kind[Any], ids: Collection[str]) -> None:
    """Give nodes that have none their keys, compare each with all that share one, and store what they are like."""
    mine = {id: kind.load(row.compared) for id, row in node_rows(connection, kind, ids).items()}  # noqa: A001
    held = {id: kind.resolver.keys(node) for id, node in mine.items()}  # noqa: A001
    rows = [{"kind": kind.name, "key": key, "node": id} for id, keys in held.items() for key in sorted(keys)]  # noqa: A001
    if not rows:
        return
    connection.execute(insert(schema.keys), rows)
    pairs = _sharing(connection, kind, held)
    others = {id for pair in pairs for id in pair} - mine.keys()  # noqa: A001
    nodes = mine | {id: kind.load(row.compared) for id, row in node_rows(connection, kind, others).items()}  # noqa: A001
    found = (kind.resolver.compare(nodes[left], nodes[right]) for left, right in sorted(pairs))
    if kept := [_row(kind, each) for each in found if each.score >= KEPT]:
        connection.execute(insert(schema.likenesses), kept)


def forget_likenesses(connection: Connection, kind: Kind[Any], ids: Collection[str]) -> set[str]:
    """Drop what these nodes were like, and their keys; which others they were joined with or might have been."""
    near: set[str] = set()
    for some in chunks(ids):
        for mine, other in ((LIKE.left, LIKE.right), (LIKE.right, LIKE.left)):
            among = (LIKE.kind == kind.name) & mine.in_(some)
            near.update(connection.execute(select(other).where(among, LIKE.score >= JOINED)).scalars())
            connection.execute(delete(schema.likenesses).where(among))
        connection.execute(delete(schema.keys).where(KEYS.node.in_(some)))
    return near - set(ids)


def likenesses_among(connection: Connection, kind: Kind[Any], ids: Collection[str]) -> list[Likeness]:
    """The likenesses that may join some of these nodes, each with a rule that nobody has revoked."""
    revoked = _revoked(connection)
    asked = select(LIKE.left, LIKE.right, LIKE.score, LIKE.rule, LIKE.version)
    return [
        Likeness(row.left, row.right, row.score, row.rule)
        for some in chunks(sorted(ids))
        for row in connection.execute(asked.where(LIKE.kind == kind.name, LIKE.left.in_(some), LIKE.score >= JOINED))
        if row.right in ids and not revoked.get(row.rule, frozenset()) & {None, row.version}
    ]


def like_any(connection: Connection, kind: Kind[Any], ids: Collection[str]) -> set[str]:
    """The nodes that likenesses may join with one of these."""
    found: set[str] = set()
    for mine, other in ((LIKE.left, LIKE.right), (LIKE.right, LIKE.left)):
        among = (LIKE.kind == kind.name) & mine.in_(ids)
        found.update(connection.execute(select(other).where(among, LIKE.score >= JOINED)).scalars())
    return found


def _revoked(connection: Connection) -> dict[str, frozenset[str | None]]:
    """The rules that people have revoked, each with the versions concerned; None for all of them."""
    column = schema.rulings.c
    found: dict[str, frozenset[str | None]] = defaultdict(frozenset)
    for rule, version in connection.execute(select(column.field, column.value).where(column.verdict == "revoke")):
        found[rule] |= {version}
    return found


def _sharing(connection: Connection, kind: Kind[Any], held: dict[str, frozenset[str]]) -> set[tuple[str, str]]:
    """Every pair of one of these nodes and any other with which it shares a key, in order."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for id, keys in held.items():  # noqa: A001
        for key in keys:
            by_key[key].append(id)
    pairs: set[tuple[str, str]] = set()
    for some in chunks(by_key):
        for key, other in connection.execute(
            select(KEYS.key, KEYS.node).where(KEYS.kind == kind.name, KEYS.key.in_(some))
        ):
            pairs.update((min(id, other), max(id, other)) for id in by_key[key] if id != other)  # noqa: A001
    return pairs


def _row(kind: Kind[Any], found: Likeness) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "left": found.left,
        "right": found.right,
        "score": found.score,
        "rule": found.rule,
        "version": kind.resolver.VERSION,
        "words": found.words,
    }
