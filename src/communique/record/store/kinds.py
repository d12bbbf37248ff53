"""The three kinds of thing that are joined, each with where its nodes lie and who judges whether two are one."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, bindparam, select

from communique.record.store import schema
from communique.record.store.told import chunks
from communique.resolve import bodies, engagements, people
from communique.resolve.likeness import Likeness
from communique.resolve.mentions import AccountMention, BodyForm, PersonForm, Taking, first_met

Node = TypeVar("Node", PersonForm, BodyForm, AccountMention)


class Resolver(Protocol):
    """Who judges which nodes of a kind are one: a module of pure functions of nodes.

    Nodes of which neither has one of the `keys` that the other has `sought` are never compared: what seeks another is
    sought by it. Those that are `apart` are two whatever `compare` says.
    `VERSION` changes with what `compare` says.
    """

    VERSION: str

    def keys(self, node: Any, /) -> frozenset[str]:
        """The keys a node is found by."""

    def sought(self, node: Any, /) -> frozenset[str]:
        """The keys of the nodes that it may be one with."""

    def compare(self, left: Any, right: Any, /) -> Likeness:
        """How like two nodes are, in either order alike."""

    def apart(self, left: Any, right: Any, /) -> bool:
        """Whether two nodes cannot be one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[Node]):
    """A kind of node: its table and the column that names its whole, the table of wholes, and its resolver."""

    name: str
    made: type[Node]
    nodes: Table
    whole: str
    wholes: Table
    resolver: Resolver

    def load(self, compared: str) -> Node:
        """The node that `dump` wrote."""
        told = _tupled(json.loads(compared))
        if "taking_part" in told:
            told["taking_part"] = tuple(Taking(**each) for each in told["taking_part"])
        return self.made(**told)


PERSON = Kind(
    name="person",
    made=PersonForm,
    nodes=schema.person_forms,
    whole="person",
    wholes=schema.persons,
    resolver=people,
)
BODY = Kind(
    name="body",
    made=BodyForm,
    nodes=schema.body_forms,
    whole="body",
    wholes=schema.bodies,
    resolver=bodies,
)
ACCOUNT = Kind(
    name="engagement",
    made=AccountMention,
    nodes=schema.accounts,
    whole="engagement",
    wholes=schema.engagements,
    resolver=engagements,
)

KINDS: Mapping[str, Kind[Any]] = {each.name: each for each in (PERSON, BODY, ACCOUNT)}


def dump(node: Any) -> str:
    """A node as JSON, for its table; the same node gives the same words."""
    return json.dumps(node, default=_plain, ensure_ascii=False, separators=(",", ":"))


def merged(some: Node, more: Node) -> Node:
    """What two reports contribute to one form, together: in either order the same, and twice no more than once."""
    both: dict[str, Any] = {}
    for each in fields(some):
        one: Any = getattr(some, each.name)
        other: Any = getattr(more, each.name)
        if each.name == "seen":
            both[each.name] = _seen(one, other)
        elif each.name == "vague":
            both[each.name] = one and other
        elif each.name == "met":
            both[each.name] = first_met((*one, *other))
        elif isinstance(one, tuple):
            both[each.name] = tuple(sorted({*one, *other}, key=repr))
    return replace(some, **both)


def node_rows(connection: Connection, kind: Kind[Any], ids: Iterable[str]) -> dict[str, Row[Any]]:
    """The rows of these nodes by id, as far as they are there, with the id of their whole as `whole`."""
    asked = _ROWS[kind.name]
    return {row.id: row for some in chunks(ids) for row in connection.execute(asked, {"ids": some})}


def joined_rows(connection: Connection, kind: Kind[Any], ids: Collection[str]) -> dict[str, Row[Any]]:
    """The rows of these nodes and of all that are one with any of them, by id."""
    asked = _JOINED_ROWS[kind.name]
    return {row.id: row for some in chunks(ids) for row in connection.execute(asked, {"ids": some})}


def joined_with(connection: Connection, kind: Kind[Any], ids: Collection[str]) -> set[str]:
    """All nodes that are one with any of these."""
    return set(joined_rows(connection, kind, ids))


def _seen(one: tuple[str, str] | None, other: tuple[str, str] | None) -> tuple[str, str] | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _plain(part: Any) -> dict[str, Any]:
    return {each.name: getattr(part, each.name) for each in fields(part)}


def _tupled(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _tupled(each) for name, each in value.items()}
    return tuple(_tupled(each) for each in value) if isinstance(value, list) else value


def _rows(kind: Kind[Any]) -> Select[Any]:
    nodes = kind.nodes.c
    return select(nodes.id, nodes.vague, nodes.first, nodes.compared, nodes[kind.whole].label("whole"))


def _these(kind: Kind[Any]) -> ColumnElement[bool]:
    return kind.nodes.c.id.in_(bindparam("ids", expanding=True))


# Made once: building a statement takes longer than running it.
_ROWS = {each.name: _rows(each).where(_these(each)) for each in KINDS.values()}
_JOINED_ROWS = {
    each.name: _rows(each).where(each.nodes.c[each.whole].in_(select(each.nodes.c[each.whole]).where(_these(each))))
    for each in KINDS.values()
}
