"""Asking for standing bodies and their sessions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, Select, func, literal, select

from communique.record.entries import Body, BodyLine, Engagement, Head, Session, Told
from communique.record.filters import BodyFilter
from communique.record.looking import engagements
from communique.record.store import schema
from communique.record.store.finding import BODY, day_bounds, holds, id_of
from communique.record.store.parties import parties_of_bodies
from communique.record.store.storable import Words
from communique.record.store.told import Source, chunks, row_told, sources
from communique.resolve import bounds, fold, in_order

BODIES, NAMES, REPORTS = schema.bodies.c, schema.body_names.c, schema.reports.c
FORMS = schema.body_forms.c
STREAMED = 100  # bodies in memory at once, with all their sessions

Part: TypeAlias = tuple[Source, Any]
"""What a reading says of a body, and the report it is of."""

Place: TypeAlias = tuple[str, int, int]
"""Words of a report: its id, and where they begin and end."""


def find(connection: Connection, asked: BodyFilter) -> list[BodyLine]:
    """The bodies asked for, by name."""
    under = conditions(asked)
    ordered = select(schema.bodies).where(*under).order_by(BODIES.folded, BODIES.id)
    rows = connection.execute(ordered.limit(asked.limit).offset(asked.after)).all()
    whole = asked.limit is None and not under
    met = _met(connection, None if whole else [row.id for row in rows])
    parted = parties_of_bodies(connection)
    return [_line(row, parted(row.parties), met[row.id]) for row in rows]


def conditions(asked: BodyFilter) -> list[ColumnElement[bool]]:
    """What bodies must fulfil that are asked for."""
    space = literal(" ", Words())
    codes = space + BODIES.parties + space
    found = [func.instr(codes, literal(f" {party} ", Words())) > 0 for party in asked.parties]
    if asked.text:
        named = select(FORMS.body).join_from(schema.body_names, schema.body_forms)
        found.append(BODIES.id.in_(named.where(holds(NAMES.folded, asked.text))))
    if asked.year:
        first, last = day_bounds(asked.year)
        met = schema.engagements.c
        found.append(BODIES.id.in_(select(met.body).where(met.first_day.between(first, last))))
    return found


def _line(body: Row[Any], parties: Iterable[str], sessions: Sequence[Row[Any]]) -> BodyLine:
    return BodyLine(
        id=body.id,
        name=body.name,
        parties=tuple(parties),
        sessions=len(sessions),
        last_number=max((each.session_number for each in sessions if each.session_number), default=None),
        last_day=sessions[-1].start if sessions else None,
    )


def get(connection: Connection, id_or_name: str) -> Body:
    """The body of this id or name, with its sessions and all that reports say of it."""
    (found,) = _whole(connection, [id_of(connection, BODY, id_or_name)])
    return found


def stream(connection: Connection) -> Iterator[Body]:
    """Every body, in the order of `find`, a few in memory at a time."""
    ids = connection.execute(select(BODIES.id).order_by(BODIES.folded, BODIES.id)).scalars().all()
    for nth in range(0, len(ids), STREAMED):
        yield from _whole(connection, ids[nth : nth + STREAMED])


def _whole(connection: Connection, ids: Sequence[str]) -> Iterator[Body]:
    """The bodies of these ids, in their order."""
    rows = {row.id: row for row in connection.execute(select(schema.bodies).where(BODIES.id.in_(ids)))}
    names = _names(connection, ids)
    told_by = sources(connection, {row.report for of in names.values() for row in of})
    told = {id: _told(told_by, names[id]) for id in ids}  # noqa: A001
    people, parted = _people(connection, told.values()), parties_of_bodies(connection)
    met, links = engagements.sessions_of(connection, ids), engagements.links(connection, ids)
    for id in ids:  # noqa: A001
        sessions = _sessions(met[id])
        yield Body(
            id=id,
            name=rows[id].name,
            parties=tuple(parted(rows[id].parties)),
            names=tuple(row_told(row, row.written) for row in names[id] if row.use != "alias"),
            aliases=tuple(row_told(row, row.written) for row in names[id] if row.use == "alias"),
            kind=tuple(source.told(part["kind"]) for source, part in told[id] if part["kind"]),
            areas=tuple(area for source, part in told[id] for area in source.many(part["areas"])),
            heads=tuple(_heads(told[id], people)),
            sessions=tuple(sessions),
            missing=missing(each.number for each in sessions),
            founding=tuple(each for each in links[id] if each.relation == "established_by" and each.from_id == id),
            links=links[id],
        )


def missing(numbers: Iterable[int | None]) -> tuple[int, ...]:
    """The numbers from the first to the last of these that are not among them."""
    known = {each for each in numbers if each is not None}
    return tuple(each for each in range(min(known), max(known)) if each not in known) if known else ()


def _names(connection: Connection, bodies: Sequence[str]) -> dict[str, list[Row[Any]]]:
    """The names of each of these bodies, in the order of the reports."""
    asked = select(schema.body_names, FORMS.body, REPORTS.id.label("report_id"))
    order = (REPORTS.day.is_(None), REPORTS.day, REPORTS.id, NAMES.start, NAMES.end, NAMES.use)
    named = asked.join(schema.reports).join(schema.body_forms).where(FORMS.body.in_(bodies)).order_by(*order)
    found: dict[str, list[Row[Any]]] = {each: [] for each in bodies}
    for row in connection.execute(named):
        found[row.body].append(row)
    return found


def _told(told_by: Mapping[int, Source], names: Iterable[Row[Any]]) -> list[Part]:
    """What each reading says of a body, in the order of the reports."""
    places = dict.fromkeys((row.report, row.nth) for row in names if row.nth is not None)
    return [(told_by[report], told_by[report].reading["bodies"][nth]) for report, nth in places]


def _heads(told: Iterable[Part], people: Mapping[Place, str]) -> list[Head]:
    """Who heads the body, by party and first day; one entry a person, however often told."""
    tellings: dict[tuple[str, str], list[tuple[Source, Told[str], Any, str | None]]] = defaultdict(list)
    for source, part in told:
        for head in part["heads"]:
            name: Told[str] = source.told(head["name"])
            who = people.get(_place(name))
            party = source.one(head["party"])
            tellings[party.value if party else "", who or fold(name.value)].append((source, name, party, who))
    heads = []
    for group in tellings.values():
        days = sorted(source.day for source, *_ in group if source.day)
        _, name, party, who = group[0]
        heads.append(
            Head(
                name=name,
                party=party,
                person=who,
                first=days[0] if days else None,
                last=days[-1] if days else None,
                citations=tuple(name for _, name, *_ in group),
            )
        )
    return sorted(
        heads, key=lambda head: (head.party.value if head.party else "", head.first or "9999", head.person or "")
    )


def _people(connection: Connection, told: Iterable[Iterable[Part]]) -> dict[Place, str]:
    """Who the heads of bodies are: by the words of a report that name them."""
    wanted = {_place(source.told(head["name"])) for parts in told for source, part in parts for head in part["heads"]}
    cited = schema.names.c
    asked = select(REPORTS.id, cited.start, cited.end, schema.person_forms.c.person)
    named = asked.join_from(schema.names, schema.person_forms).join(schema.reports)
    found: dict[Place, str] = {}
    for some in chunks(sorted({report for report, _, _ in wanted})):
        for *place, who in connection.execute(named.where(REPORTS.id.in_(some)).order_by(cited.key)):
            if (at := tuple(place)) in wanted:
                found.setdefault(at, who)
    return found


def _place(told: Told[str]) -> Place:
    return told.report, told.start, told.end


def _sessions(engagements: Iterable[Engagement]) -> list[Session]:
    met = [
        Session(
            engagement=each,
            number=each.session_number.value if each.session_number else None,
            start=each.start.value if each.start else None,
        )
        for each in engagements
    ]
    ordered = in_order(met, number=lambda each: each.number, day=_first_day)
    return [
        replace(each, since=_days_between(before, each))
        for before, each in zip([None, *ordered], ordered, strict=False)
    ]


def _days_between(before: Session | None, session: Session) -> int | None:
    """The days from one session to the next, where the day of each is known and not only the month."""
    exact = [_exact(each.start) if each and each.start else None for each in (before, session)]
    return (exact[1] - exact[0]).days if exact[0] and exact[1] else None


def _exact(start: str) -> date | None:
    first, last = bounds(start) or ("", "-")
    return date.fromisoformat(first) if first == last else None


def _first_day(session: Session) -> str | None:
    covered = bounds(session.start) if session.start else None
    return covered[0] if covered else None


def _met(connection: Connection, of: Sequence[str] | None) -> dict[str, list[Row[Any]]]:
    """When each of these bodies met, or every one: session numbers and days, by day."""
    column = schema.engagements.c
    met: dict[str, list[Row[Any]]] = defaultdict(list)
    asked: Select[Any] = select(column.body, column.session_number, column.start, column.first_day).where(
        column.body.is_not(None)
    )
    ordered = asked.order_by(column.first_day, column.start)
    for some in [None] if of is None else chunks(of):
        for row in connection.execute(ordered if some is None else ordered.where(column.body.in_(some))):
            met[row.body].append(row)
    return met
