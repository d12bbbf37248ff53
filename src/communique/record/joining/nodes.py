"""Nodes in the record: taken in from what follows from a reading, changed by it, and let go with it."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from communique.record.joining.deriving import Derived, first
from communique.record.joining.likening import forget_likenesses
from communique.record.store import schema
from communique.record.store.kinds import ACCOUNT, BODY, KINDS, PERSON, Kind, dump, joined_with, merged, node_rows
from communique.record.store.told import chunks
from communique.resolve.names import sounds_of

FORMS, TOLD = (PERSON, BODY), schema.forms_told.c

TOLD_BY_REPORT = (schema.links, schema.statements, schema.body_names, schema.postings, schema.names)
TOLD_BY_ACCOUNT = (schema.documents, schema.spans, schema.participations)


@dataclass(slots=True)
class Touched:
    """Which nodes of each kind have to be looked at again.

    `new` and `changed` are compared anew, `gone` are no longer there and may leave `wholes` without nodes; `near` are
    those that were like one of these, or one with it.
    """

    new: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    changed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    gone: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    near: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    wholes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def of(self, kind: Kind[Any]) -> set[str]:
        """All nodes of a kind that have to be grouped anew."""
        touched = self.new[kind.name] | self.changed[kind.name] | self.near[kind.name]
        return touched - (self.gone[kind.name] - self.new[kind.name])

    def add(self, more: "Touched") -> None:
        """Take up what else was touched."""
        for mine, others in ((getattr(self, each), getattr(more, each)) for each in self.__slots__):
            for kind, ids in others.items():
                mine[kind] |= ids


def take_in(connection: Connection, derived: Derived, key: int, *, report_id: str, day: str | None) -> Touched:
    """Write nodes and rows that follow from the reading of the report of this key."""
    touched = Touched()
    for kind in FORMS:
        contributed = derived.forms[kind.name]
        if not contributed:
            continue
        connection.execute(
            insert(schema.forms_told),
            [
                {"form": id, "report": key, "kind": kind.name, "start": each.start, "compared": dump(each.node)}
                for id, each in contributed.items()  # noqa: A001
            ],
        )
        known = node_rows(connection, kind, contributed)
        fresh = []
        for id, each in contributed.items():  # noqa: A001
            came = first(day, report_id, each.start)
            if id not in known:
                fresh.append(_row(kind, each.node, came))
                touched.new[kind.name].add(id)
            elif _add_to(connection, kind, known[id], each.node, came):
                touched.changed[kind.name].add(id)
        if fresh:
            connection.execute(insert(kind.nodes), fresh)
        if kind is PERSON:
            _sound(connection, fresh)
            _place(derived.rows.get(schema.postings, ()), known)
    for table in schema.DERIVED:
        if rows := derived.rows.get(table):
            connection.execute(insert(table), rows)
    touched.new[ACCOUNT.name] = {row["id"] for row in derived.rows.get(schema.accounts, ())}
    return touched


def let_go(connection: Connection, key: int) -> Touched:
    """Take away all that followed from the reading of the report of this key."""
    touched = Touched()
    accounts = list(connection.execute(select(schema.accounts.c.id).where(schema.accounts.c.report == key)).scalars())
    for table in TOLD_BY_ACCOUNT:
        for some in chunks(accounts):
            connection.execute(delete(table).where(table.c.account.in_(some)))
    for table in TOLD_BY_REPORT:
        connection.execute(delete(table).where(table.c.report == key))
    forms = connection.execute(select(TOLD.kind, TOLD.form).where(TOLD.report == key)).all()
    connection.execute(delete(schema.forms_told).where(TOLD.report == key))
    _drop(connection, ACCOUNT, accounts, touched)
    for kind in FORMS:
        mine = [form for name, form in forms if name == kind.name]
        left = _contributions(connection, mine)
        _drop(connection, kind, [each for each in mine if each not in left], touched)
        known = node_rows(connection, kind, left)
        for id, (node, came) in left.items():  # noqa: A001
            if (dump(node), came) != (known[id].compared, known[id].first):
                _write(connection, kind, dump(node), came, vague=node.vague, id=id)
                touched.changed[kind.name].add(id)
    return touched


def _sound(connection: Connection, forms: Iterable[Mapping[str, Any]]) -> None:
    """Note how the names of these forms of people sound; it goes with them."""
    heard = [{"sound": each, "form": form["id"]} for form in forms for each in sounds_of(form["folded"])]
    if heard:
        connection.execute(insert(schema.sounds), heard)


def _place(postings: Iterable[dict[str, Any]], known: Mapping[str, Row[Any]]) -> None:
    """Give postings the person their form belongs to: a form not yet known is one of its own."""
    for row in postings:
        form = row["form"]
        row["person"] = known[form].whole if form in known else form


def _drop(connection: Connection, kind: Kind[Any], ids: Collection[str], touched: Touched) -> None:
    touched.near[kind.name] |= joined_with(connection, kind, ids) | forget_likenesses(connection, kind, ids)
    touched.gone[kind.name] |= set(ids)
    nodes = kind.nodes.c
    for some in chunks(ids):
        touched.wholes[kind.name].update(
            connection.execute(select(nodes[kind.whole]).where(nodes.id.in_(some))).scalars()
        )
        connection.execute(delete(kind.nodes).where(nodes.id.in_(some)))


def _row(kind: Kind[Any], node: Any, came: str) -> dict[str, Any]:
    parties = {"party": node.party} if kind is PERSON else {"parties": " ".join(node.parties)}
    return {
        "id": node.id,
        "folded": node.folded,
        **parties,
        "scope": getattr(node, "scope", None),
        "vague": int(node.vague),
        "first": came,
        "compared": dump(node),
        kind.whole: node.id,
    }


def _add_to(connection: Connection, kind: Kind[Any], known: Any, node: Any, came: str) -> bool:
    """Add a report's contribution to a form; whether that changes it."""
    together = merged(kind.load(known.compared), node)
    compared, earlier = dump(together), _earlier(known.first, came)
    if (compared, earlier) == (known.compared, known.first):
        return False
    _write(connection, kind, compared, earlier, vague=together.vague, id=known.id)
    return True


def _write(connection: Connection, kind: Kind[Any], compared: str, came: str, *, vague: bool, id: str) -> None:  # noqa: A002
    values = {"compared": compared, "first": came, "vague": int(vague)}
    connection.execute(update(kind.nodes).where(kind.nodes.c.id == id).values(values))


def _contributions(connection: Connection, forms: Iterable[str]) -> dict[str, tuple[Any, str]]:
    """What the reports that are left contribute to these forms, together, with the first of them."""
    reports = schema.reports.c
    asked = select(schema.forms_told, reports.id.label("report_id"), reports.day).join(schema.reports)
    made: dict[str, tuple[Any, str]] = {}
    for some in chunks(forms):
        for row in connection.execute(asked.where(TOLD.form.in_(some))):
            node, came = KINDS[row.kind].load(row.compared), first(row.day, row.report_id, row.start)
            if row.form in made:
                node, came = merged(made[row.form][0], node), _earlier(made[row.form][1], came)
            made[row.form] = node, came
    return made


def _earlier(some: str, other: str) -> str:
    return min(some, other, key=json.loads)
