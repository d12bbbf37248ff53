"""The wholes: rows that say of a group of nodes what is shown first, so that they can be asked for."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, exists, insert, select
from sqlalchemy.dialects import sqlite

from communique.record import engagements, schema
from communique.record.entries import Engagement
from communique.record.kinds import ACCOUNT, BODY, PERSON, Kind, node_rows
from communique.record.merging import together
from communique.record.told import chunks
from communique.resolve import fold_name, fullest
from communique.resolve.days import span
from communique.resolve.levels import highest, level_between

ACCOUNTS, PARTICIPATIONS = schema.accounts.c, schema.participations.c


Nodes = Sequence[Row[Any]]
Values = dict[str, Any]


def write(connection: Connection, kind: Kind[Any], groups: Mapping[str, Nodes]) -> None:
    """Write the rows of these wholes, each by its id and made of its nodes."""
    if not groups:
        return
    ordered = {id: sorted(nodes, key=lambda node: json.loads(node.first)) for id, nodes in groups.items()}  # noqa: A001
    if kind is ACCOUNT:
        members = {id: [node.id for node in nodes] for id, nodes in ordered.items()}  # noqa: A001
        sides = _sides(connection, members)
        _upsert(connection, kind, _engagements(connection, members, sides))
        _write_sides(connection, sides)
    else:
        _upsert(connection, kind, _people(ordered) if kind is PERSON else _bodies(ordered))


def _upsert(connection: Connection, kind: Kind[Any], rows: Iterable[Values]) -> None:
    written = sqlite.insert(kind.wholes)
    values = {each.name: written.excluded[each.name] for each in kind.wholes.c if each.name != "id"}
    connection.execute(written.on_conflict_do_update(index_elements=["id"], set_=values), list(rows))


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
        groups: dict[str, list[Row[Any]]] = {whole: [] for whole in some}
        for row in connection.execute(asked.where(ACCOUNTS.engagement.in_(some))):
            groups[row.engagement].append(row)
        write(connection, ACCOUNT, groups)


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


def _people(groups: Mapping[str, Nodes]) -> Iterator[Values]:
    for id, nodes in groups.items():  # noqa: A001
        forms = [PERSON.load(node.compared) for node in nodes]
        name = fullest(written for form in forms for written in form.written)
        party = next((form.party for form in forms if form.party), None)
        yield {"id": id, "name": name, "folded": fold_name(name), "party": party}


def _bodies(groups: Mapping[str, Nodes]) -> Iterator[Values]:
    for id, nodes in groups.items():  # noqa: A001
        forms = [BODY.load(node.compared) for node in nodes]
        name = fullest(written for form in forms for written in (form.written or form.others))
        parties = sorted({party for form in forms for party in form.parties})
        yield {"id": id, "name": name, "folded": fold_name(name), "parties": " ".join(parties)}


def _engagements(
    connection: Connection, members: Mapping[str, Sequence[str]], sides: Mapping[str, Mapping[str, str | None]]
) -> Iterator[Values]:
    shown = _of_one(connection, {ids[0]: id for id, ids in members.items() if len(ids) == 1})  # noqa: A001
    shown |= _of_several(connection, {id: ids for id, ids in members.items() if len(ids) > 1})  # noqa: A001
    for id, ids in members.items():  # noqa: A001
        level, parties = level_between(sides[id].values()), " ".join(sides[id])
        yield {"id": id, **shown[id], "level": level, "parties": parties, "accounts": len(ids)}


def _of_one(connection: Connection, accounts: Mapping[str, str]) -> dict[str, Values]:
    """What single accounts show, by their engagement, without their readings: most engagements are told of once."""
    asked = select(schema.accounts, schema.body_forms.c.body).outerjoin(schema.body_forms)
    same = ("kind", "status", "first_day", "last_day", "country", "body", "session_number")
    return {
        accounts[row.id]: {each: row._mapping[each] for each in same} | {"start": row.start_day, "conflicts": 0}
        for some in chunks(accounts)
        for row in connection.execute(asked.where(ACCOUNTS.id.in_(some)))
    }


def _of_several(connection: Connection, groups: Mapping[str, Sequence[str]]) -> dict[str, Values]:
    """What engagements show that several accounts tell of, by the preferences of `together`."""
    told = {
        each.id: each
        for some in chunks(id for ids in groups.values() for id in ids)  # noqa: A001
        for each in engagements.single(connection, some)
    }
    return {id: _shown(together([told[each] for each in ids])) for id, ids in groups.items()}  # noqa: A001


def _shown(engagement: Engagement) -> Values:
    start, end = (each.value if each else None for each in (engagement.start, engagement.end))
    days = span(start, end)
    return {
        "kind": engagement.kind.value,
        "status": engagement.status.value,
        "start": start,
        "first_day": days[0] if days else None,
        "last_day": days[1] if days else None,
        "country": engagement.country.value if engagement.country else None,
        "body": engagement.body_id,
        "session_number": engagement.session_number.value if engagement.session_number else None,
        "conflicts": 0,
    }


def _sides(connection: Connection, members: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str | None]]:
    """Of each engagement the parties in the order told, each with the highest level of those who take part for it."""
    asked = select(PARTICIPATIONS.account, PARTICIPATIONS.party, PARTICIPATIONS.level)
    told: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for some in chunks(id for ids in members.values() for id in ids):  # noqa: A001
        among = PARTICIPATIONS.account.in_(some), PARTICIPATIONS.party.is_not(None)
        for account, party, level in connection.execute(asked.where(*among).order_by(PARTICIPATIONS.nth)):
            told[account].append((party, level))
    sides: dict[str, dict[str, str | None]] = {}
    for id, ids in members.items():  # noqa: A001
        levels: dict[str, list[str | None]] = {}
        for party, level in (each for account in ids for each in told[account]):
            levels.setdefault(party, []).append(level)
        sides[id] = {party: highest(held) for party, held in levels.items()}
    return sides


def _write_sides(connection: Connection, sides: Mapping[str, Mapping[str, str | None]]) -> None:
    table = schema.sides
    for some in chunks(sides):
        connection.execute(delete(table).where(table.c.engagement.in_(some)))
    rows = [
        {"engagement": id, "party": party, "level": level}
        for id, levels in sides.items()  # noqa: A001
        for party, level in sorted(levels.items())
    ]
    if rows:
        connection.execute(insert(table), rows)
