"""What nodes are like: compared where one has a key that the other seeks, and stored as a machine's suggestion."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from communique.record.store import schema
from communique.record.store.kinds import Kind, node_rows
from communique.record.store.told import chunks
from communique.resolve.clustering import JOINED
from communique.resolve.likeness import Likeness

KEPT = 0.3  # likenesses below are nothing a person would want to look at

Revoked = Mapping[str, frozenset[str | None]]
"""The rules that people revoked, each with its versions concerned; None for all of them."""

LIKE, KEYS = schema.likenesses.c, schema.keys.c


def find_likenesses(connection: Connection, kind: Kind[Any], ids: Collection[str]) -> None:
    """Give nodes that have none their keys, compare each with all that share one, and store what they are like.

    Of two that are apart nothing is stored: whatever is stored may join.
    """
    mine = {id: kind.load(row.compared) for id, row in node_rows(connection, kind, ids).items()}  # noqa: A001
    held = {id: _numbers(kind, kind.resolver.keys(node)) for id, node in mine.items()}  # noqa: A001
    rows = [{"key": key, "node": id} for id, keys in held.items() for key in sorted(keys)]  # noqa: A001
    if not rows:
        return
    connection.execute(insert(schema.keys), rows)
    sought = {id: _numbers(kind, kind.resolver.sought(node)) for id, node in mine.items()}  # noqa: A001
    pairs = _found(connection, sought)
    others = {id for pair in pairs for id in pair} - mine.keys()  # noqa: A001
    nodes = mine | {id: kind.load(row.compared) for id, row in node_rows(connection, kind, others).items()}  # noqa: A001
    found = (kind.resolver.compare(nodes[left], nodes[right]) for left, right in sorted(pairs))
    like = (each for each in found if each.score >= KEPT)
    if kept := [_row(kind, each) for each in like if not kind.resolver.apart(nodes[each.left], nodes[each.right])]:
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


def joining(connection: Connection, kind: Kind[Any], ids: Collection[str], revoked: Revoked) -> list[Likeness]:
    """The likenesses that may join one of these nodes with any; those of a rule that people revoked may not."""
    found = [
        row
        for some in chunks(sorted(ids))
        for row in connection.execute(_JOINING, {"kind": kind.name, "ids": some, "joined": JOINED})
    ]
    return [
        Likeness(row.left, row.right, row.score, row.rule)
        for row in found
        if not revoked.get(row.rule, frozenset()) & {None, row.version}
    ]


def revoked_rules(connection: Connection) -> Revoked:
    """The rules that people have revoked, each with the versions concerned; None for all of them."""
    column = schema.rulings.c
    found: dict[str, frozenset[str | None]] = defaultdict(frozenset)
    for rule, version in connection.execute(select(column.field, column.value).where(column.verdict == "revoke")):
        found[rule] |= {version}
    return found


def _numbers(kind: Kind[Any], keys: Iterable[str]) -> frozenset[int]:
    """Keys as numbers of 64 bits; where two keys have one number, a few pairs are compared in vain."""
    digests = (blake2b(f"{kind.name} {key}".encode(), digest_size=8) for key in keys)
    return frozenset(int.from_bytes(each.digest(), "big", signed=True) for each in digests)


def _found(connection: Connection, sought: Mapping[str, Iterable[int]]) -> set[tuple[str, str]]:
    """Every pair of one of these nodes and any other that has a key it has sought, in order."""
    by_key: dict[int, list[str]] = defaultdict(list)
    for id, keys in sought.items():  # noqa: A001
        for key in keys:
            by_key[key].append(id)
    pairs: set[tuple[str, str]] = set()
    for some in chunks(by_key):
        for key, other in connection.execute(_SHARING, {"keys": some}):
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


# Made once: building a statement takes longer than running it. Two halves, for each has an index of its own.
_ENDS = [
    select(LIKE.left, LIKE.right, LIKE.score, LIKE.rule, LIKE.version).where(
        LIKE.kind == bindparam("kind"),
        end.in_(bindparam("ids", expanding=True)),
        LIKE.score >= bindparam("joined"),
    )
    for end in (LIKE.left, LIKE.right)
]
_JOINING = _ENDS[0].union(_ENDS[1])
_SHARING = select(KEYS.key, KEYS.node).where(KEYS.key.in_(bindparam("keys", expanding=True)))
