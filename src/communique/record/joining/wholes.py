"""The wholes: rows that say of a group of nodes what is shown first, so that they can be asked for."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Insert, Row, Select, Table, bindparam, delete, exists, func, insert, select, update
from sqlalchemy.dialects import sqlite

from communique.record.entries import Engagement
from communique.record.looking import engagements
from communique.record.store import schema
from communique.record.store.kinds import ACCOUNT, BODY, PERSON, Kind
from communique.record.store.told import chunks
from communique.resolve import fold_name, fullest
from communique.resolve.days import span
from communique.resolve.levels import highest, level_between

ACCOUNTS, ENGAGEMENTS, PARTICIPATIONS = schema.accounts.c, schema.engagements.c, schema.participations.c


def write(connection: Connection, kind: Kind[Any], groups: Mapping[str, Sequence[Row[Any]]]) -> None:
    """Write the rows of these wholes, each made of its nodes."""
    ordered = {whole: sorted(nodes, key=_when) for whole, nodes in sorted(groups.items())}
    for whole in chunks(ordered):
        some = {each: ordered[each] for each in whole}
        if kind is ACCOUNT:
            _write_engagements(connection, {each: [node.id for node in nodes] for each, nodes in some.items()})
        else:
            made = _person if kind is PERSON else _body
            connection.execute(_UPSERTS[kind.name], [{"id": each} | made(nodes) for each, nodes in some.items()])


def _when(node: Row[Any]) -> Any:
    return json.loads(node.first)


def drop_empty(connection: Connection, kind: Kind[Any], ids: Collection[str]) -> None:
    """Drop those of these wholes that no node is in any more."""
    for some in chunks(sorted(ids)):
        held = exists().where(kind.nodes.c[kind.whole] == kind.wholes.c.id)
        connection.execute(delete(kind.wholes).where(kind.wholes.c.id.in_(some), ~held))


def refresh(connection: Connection, accounts: Collection[str]) -> None:
    """Write the engagements of these accounts again."""
    asked: Select[Any] = select(ACCOUNTS.id, ACCOUNTS.engagement, ACCOUNTS.first)
    groups: dict[str, list[Row[Any]]] = defaultdict(list)
    for some in chunks(sorted(accounts)):
        wholes = select(ACCOUNTS.engagement).where(ACCOUNTS.id.in_(some))
        for row in connection.execute(asked.where(ACCOUNTS.engagement.in_(wholes))):
            if all(row.id != known.id for known in groups[row.engagement]):
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


def _person(nodes: Sequence[Row[Any]]) -> dict[str, Any]:
    forms = [PERSON.load(node.compared) for node in nodes]
    name = fullest(written for form in forms for written in form.written)
    return {
        "name": name,
        "folded": fold_name(name),
        "party": next((form.party for form in forms if form.party), None),
    }


def _body(nodes: Sequence[Row[Any]]) -> dict[str, Any]:
    forms = [BODY.load(node.compared) for node in nodes]
    name = fullest(written for form in forms for written in (form.written or form.others))
    parties = sorted({party for form in forms for party in form.parties})
    return {"name": name, "folded": fold_name(name), "parties": " ".join(parties)}


def _write_engagements(connection: Connection, groups: Mapping[str, Sequence[str]]) -> None:
    """Write engagements, their sides and what came up in them; the accounts of each as their reports are ordered."""
    shown = _of_one(connection, {told[0]: whole for whole, told in groups.items() if len(told) == 1})
    shown |= _of_several(connection, {whole: told for whole, told in groups.items() if len(told) > 1})
    sides = _sides(connection, groups)
    rows = []
    for whole, told in groups.items():
        levels = sides[whole]
        more = {"level": level_between(levels.values()), "parties": " ".join(levels), "accounts": len(told)}
        rows.append({"id": whole, **shown[whole], **more})
    days = {row["id"]: {each: row[each] for each in ("first_day", "last_day")} for row in rows}
    connection.execute(_UPSERTS[ACCOUNT.name], rows)
    connection.execute(_NO_SIDES, {"wholes": list(groups)})
    told_sides = [
        {"engagement": whole, "party": party, "level": level, **days[whole]}
        for whole, levels in sides.items()
        for party, level in sorted(levels.items())
    ]
    if told_sides:
        connection.execute(insert(schema.sides), told_sides)
    connection.execute(_NOT_RAISED, {"wholes": list(groups)})
    connection.execute(_RAISED, {"wholes": list(groups)})
    connection.execute(_DOCUMENTS, {"wholes": list(groups)})


def _of_one(connection: Connection, accounts: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What engagements of one account show, without the reading: most are told of once."""
    same = ("kind", "status", "first_day", "last_day", "country", "body", "session_number")
    return {
        accounts[row.id]: {each: row._mapping[each] for each in same} | {"start": row.start_day, "conflicts": 0}
        for some in chunks(accounts)
        for row in connection.execute(_SINGLE, {"accounts": some})
    }


def _of_several(connection: Connection, groups: Mapping[str, Sequence[str]]) -> dict[str, dict[str, Any]]:
    """What engagements show that several accounts tell of."""
    return {whole: _shown(each) for whole, each in engagements.together_of(connection, groups).items()}


def _shown(engagement: Engagement) -> dict[str, Any]:
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
        "conflicts": len(engagement.conflicts),
    }


def _sides(connection: Connection, groups: Mapping[str, Sequence[str]]) -> dict[str, dict[str, str | None]]:
    """Of each engagement the parties in the order told, each with the highest level of those who take part for it."""
    place = {account: (whole, nth) for whole, told in groups.items() for nth, account in enumerate(told)}
    found = [row for some in chunks(place) for row in connection.execute(_TAKING_PART, {"accounts": some})]
    levels: dict[str, dict[str, list[str | None]]] = {whole: {} for whole in groups}
    for row in sorted(found, key=lambda row: (*place[row.account], row.nth)):
        levels[place[row.account][0]].setdefault(row.party, []).append(row.level)
    return {whole: {party: highest(held) for party, held in sides.items()} for whole, sides in levels.items()}


def _upsert(table: Table) -> Insert:
    written = sqlite.insert(table)
    values = {column.name: written.excluded[column.name] for column in table.c if column.name != "id"}
    return written.on_conflict_do_update(index_elements=["id"], set_=values)


def _listed(name: str) -> Any:
    return bindparam(name, expanding=True)


# Made once: building a statement takes longer than running it.
_UPSERTS = {kind.name: _upsert(kind.wholes) for kind in (PERSON, BODY, ACCOUNT)}
_NO_SIDES = delete(schema.sides).where(schema.sides.c.engagement.in_(_listed("wholes")))
_NOT_RAISED = delete(schema.raised).where(schema.raised.c.engagement.in_(_listed("wholes")))
_RAISED = insert(schema.raised).from_select(
    ["topic", "first_day", "engagement"],
    select(schema.spans.c.folded, func.coalesce(ENGAGEMENTS.first_day, ""), ENGAGEMENTS.id)
    .join_from(schema.engagements, schema.accounts, ACCOUNTS.engagement == ENGAGEMENTS.id)
    .join(schema.spans, schema.spans.c.account == ACCOUNTS.id)
    .where(ENGAGEMENTS.id.in_(_listed("wholes")), schema.spans.c.part == "topic")
    .distinct(),
)
_DOCUMENTS = (
    update(schema.documents)
    .where(
        schema.documents.c.account.in_(select(ACCOUNTS.id).where(ACCOUNTS.engagement.in_(_listed("wholes")))),
        ACCOUNTS.id == schema.documents.c.account,
        ENGAGEMENTS.id == ACCOUNTS.engagement,
    )
    .values(
        engagement=ENGAGEMENTS.id,
        parties=ENGAGEMENTS.parties,
        first_day=ENGAGEMENTS.first_day,
        last_day=ENGAGEMENTS.last_day,
    )
)
_SINGLE = (
    select(schema.accounts, schema.body_forms.c.body)
    .outerjoin(schema.body_forms)
    .where(ACCOUNTS.id.in_(_listed("accounts")))
)
_TAKING_PART = select(PARTICIPATIONS.account, PARTICIPATIONS.nth, PARTICIPATIONS.party, PARTICIPATIONS.level).where(
    PARTICIPATIONS.account.in_(_listed("accounts")), PARTICIPATIONS.party.is_not(None)
)
