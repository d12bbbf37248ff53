"""The wholes: rows that say of a group of nodes what is shown first, so that they can be asked for."""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, exists, insert, select
from sqlalchemy.dialects import sqlite

from communique.record import engagements, schema
from communique.record.kinds import ACCOUNT, BODY, PERSON, Kind, node_rows
from communique.record.merging import together
from communique.record.told import chunks
from communique.resolve import fold_name, fullest
from communique.resolve.days import span
from communique.resolve.levels import highest, level_between

ACCOUNTS, PARTICIPATIONS = schema.accounts.c, schema.participations.c


def write(connection: Connection, kind: Kind[Any], id: str, nodes: Sequence[Row[Any]]) -> None:  # noqa: A002
    """Write the row of the whole of this id, made of these nodes."""
    row = {"id": id} | _MADE[kind.name](connection, sorted(nodes, key=lambda node: json.loads(node.first)))
    written = sqlite.insert(kind.wholes).values(row)
    connection.execute(written.on_conflict_do_update(index_elements=["id"], set_=row))
    if kind is ACCOUNT:
        _write_sides(connection, id, [node.id for node in nodes])


def drop_empty(connection: Connection, kind: Kind[Any], ids: Collection[str]) -> None:
    """Drop those of these wholes that no node is in any more."""
    for some in chunks(sorted(ids)):
        held = exists().where(kind.nodes.c[kind.whole] == kind.wholes.c.id)
        connection.execute(delete(kind.wholes).where(kind.wholes.c.id.in_(some), ~held))


def refresh(connection: Connection, accounts: Iterable[str]) -> None:
    """Write the engagements of these accounts again."""
    wholes = {row.whole for row in node_rows(connection, ACCOUNT, accounts).values()}
    asked: Select[Any] = select(ACCOUNTS.id, ACCOUNTS.engagement, ACCOUNTS.first)
    for some in chunks(sorted(wholes)):
        told = connection.execute(asked.where(ACCOUNTS.engagement.in_(some))).all()
        for whole in some:
            write(connection, ACCOUNT, whole, [row for row in told if row.engagement == whole])


def told_with(connection: Connection, forms: Collection[str]) -> set[str]:
    """The accounts whose engagement may look different after these forms of people and bodies moved."""
    several = select(schema.engagements.c.id).where(schema.engagements.c.accounts > 1)
    found: set[str] = set()
    for some in chunks(sorted(forms)):
        taking_part = select(PARTICIPATIONS.account).where(PARTICIPATIONS.form.in_(some))
        in_several = select(ACCOUNTS.id).where(ACCOUNTS.id.in_(taking_part), ACCOUNTS.engagement.in_(several))
        found.update(connection.execute(in_several).scalars())
        found.update(connection.execute(select(ACCOUNTS.id).where(ACCOUNTS.body_form.in_(some))).scalars())
    return found


def _person(_: Connection, nodes: Sequence[Row[Any]]) -> dict[str, Any]:
    forms = [PERSON.load(node.compared) for node in nodes]
    name = fullest(written for form in forms for written in form.written)
    return {
        "name": name,
        "folded": fold_name(name),
        "party": next((form.party for form in forms if form.party), None),
    }


def _body(_: Connection, nodes: Sequence[Row[Any]]) -> dict[str, Any]:
    forms = [BODY.load(node.compared) for node in nodes]
    name = fullest(written for form in forms for written in (form.written or form.others))
    parties = sorted({party for form in forms for party in form.parties})
    return {"name": name, "folded": fold_name(name), "parties": " ".join(parties)}


def _engagement(connection: Connection, nodes: Sequence[Row[Any]]) -> dict[str, Any]:
    ids = [node.id for node in nodes]
    sides = _sides(connection, ids)
    shown = _of_one(connection, ids[0]) if len(ids) == 1 else _of_several(connection, ids)
    return {
        **shown,
        "level": level_between(sides.values()),
        "parties": " ".join(sides),
        "accounts": len(ids),
    }


def _of_one(connection: Connection, account: str) -> dict[str, Any]:
    """What a single account shows, without its reading: most engagements are told of once."""
    asked = select(schema.accounts, schema.body_forms.c.body).outerjoin(schema.body_forms)
    row = connection.execute(asked.where(ACCOUNTS.id == account)).one()
    same = ("kind", "status", "first_day", "last_day", "country", "body", "session_number")
    return {each: row._mapping[each] for each in same} | {"start": row.start_day, "conflicts": 0}


def _of_several(connection: Connection, accounts: Sequence[str]) -> dict[str, Any]:
    shown = together(engagements.single(connection, accounts))
    start, end = (each.value if each else None for each in (shown.start, shown.end))
    days = span(start, end)
    return {
        "kind": shown.kind.value,
        "status": shown.status.value,
        "start": start,
        "first_day": days[0] if days else None,
        "last_day": days[1] if days else None,
        "country": shown.country.value if shown.country else None,
        "body": shown.body_id,
        "session_number": shown.session_number.value if shown.session_number else None,
        "conflicts": 0,
    }


def _sides(connection: Connection, accounts: Sequence[str]) -> dict[str, str | None]:
    """The parties in the order told, each with the highest level of those who take part for it."""
    asked = select(PARTICIPATIONS.account, PARTICIPATIONS.party, PARTICIPATIONS.level).where(
        PARTICIPATIONS.account.in_(accounts), PARTICIPATIONS.party.is_not(None)
    )
    told = connection.execute(asked.order_by(PARTICIPATIONS.nth)).all()
    levels: dict[str, list[str | None]] = {}
    for row in sorted(told, key=lambda row: accounts.index(row.account)):
        levels.setdefault(row.party, []).append(row.level)
    return {party: highest(held) for party, held in levels.items()}


def _write_sides(connection: Connection, engagement: str, accounts: Sequence[str]) -> None:
    sides = schema.sides
    connection.execute(delete(sides).where(sides.c.engagement == engagement))
    rows = [
        {"engagement": engagement, "party": party, "level": level}
        for party, level in sorted(_sides(connection, accounts).items())
    ]
    if rows:
        connection.execute(insert(sides), rows)


_MADE: dict[str, Callable[[Connection, Sequence[Row[Any]]], dict[str, Any]]] = {
    PERSON.name: _person,
    BODY.name: _body,
    ACCOUNT.name: _engagement,
}
