"""Asking for standing bodies and their sessions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, literal, select

from communique.record.entries import Body, BodyLine, Head, Session, Told
from communique.record.filters import BodyFilter, EngagementFilter
from communique.record.looking import engagements
from communique.record.store import schema
from communique.record.store.finding import BODY, day_bounds, holds, id_of
from communique.record.store.storable import Words
from communique.record.store.told import Source, chunks, row_told, sources
from communique.resolve import bounds, fold, in_order

BODIES, NAMES, REPORTS = schema.bodies.c, schema.body_names.c, schema.reports.c
FORMS = schema.body_forms.c


def find(connection: Connection, asked: BodyFilter) -> list[BodyLine]:
    """The bodies asked for, by name."""
    under = conditions(asked)
    ordered = select(schema.bodies).where(*under).order_by(BODIES.folded, BODIES.id)
    rows = connection.execute(ordered.limit(asked.limit).offset(asked.after)).all()
    whole = asked.limit is None and not under
    met = _met(connection, None if whole else [row.id for row in rows])
    return [_line(row, met[row.id]) for row in rows]


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


def _line(body: Row[Any], sessions: Sequence[Row[Any]]) -> BodyLine:
    return BodyLine(
        id=body.id,
        name=body.name,
        parties=tuple(body.parties.split()),
        sessions=len(sessions),
        last_number=max((each.session_number for each in sessions if each.session_number), default=None),
        last_day=sessions[-1].start if sessions else None,
    )


def get(connection: Connection, id_or_name: str) -> Body:
    """The body of this id or name, with its sessions and all that reports say of it."""
    id = id_of(connection, BODY, id_or_name)  # noqa: A001
    body = connection.execute(select(schema.bodies).where(BODIES.id == id)).one()
    names = _names(connection, id)
    told = _told(connection, names)
    sessions = _sessions(connection, id)
    links = engagements.links(connection, [id])[id]
    return Body(
        id=id,
        name=body.name,
        parties=tuple(body.parties.split()),
        names=tuple(row_told(row, row.written) for row in names if row.use != "alias"),
        aliases=tuple(row_told(row, row.written) for row in names if row.use == "alias"),
        kind=tuple(source.told(part["kind"]) for source, part in told if part["kind"]),
        areas=tuple(area for source, part in told for area in source.many(part["areas"])),
        heads=tuple(_heads(connection, told)),
        sessions=tuple(sessions),
        missing=missing(each.number for each in sessions),
        founding=tuple(each for each in links if each.relation == "established_by" and each.from_id == id),
        links=links,
    )


def missing(numbers: Iterable[int | None]) -> tuple[int, ...]:
    """The numbers from the first to the last of these that are not among them."""
    known = {each for each in numbers if each is not None}
    return tuple(each for each in range(min(known), max(known)) if each not in known) if known else ()


def _names(connection: Connection, body: str) -> Sequence[Row[Any]]:
    asked = select(schema.body_names, REPORTS.id.label("report_id")).join(schema.reports).join(schema.body_forms)
    order = (REPORTS.day.is_(None), REPORTS.day, REPORTS.id, NAMES.start, NAMES.end, NAMES.use)
    return connection.execute(asked.where(FORMS.body == body).order_by(*order)).all()


def _told(connection: Connection, names: Sequence[Row[Any]]) -> list[tuple[Source, Any]]:
    """What each reading says of the body, in the order of the reports."""
    told_by = sources(connection, {row.report for row in names})
    places = dict.fromkeys((row.report, row.nth) for row in names if row.nth is not None)
    return [(told_by[report], told_by[report].reading["bodies"][nth]) for report, nth in places]


def _heads(connection: Connection, told: Iterable[tuple[Source, Any]]) -> list[Head]:
    """Who heads the body, by party and first day; one entry a person, however often told."""
    tellings: dict[tuple[str, str], list[tuple[Source, Told[str], Any, str | None]]] = defaultdict(list)
    for source, part in told:
        for head in part["heads"]:
            name: Told[str] = source.told(head["name"])
            who = _person(connection, name)
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


def _person(connection: Connection, name: Told[str]) -> str | None:
    """Who the head of a body is: the person whom these words of the report name."""
    cited = schema.names.c
    asked = select(schema.person_forms.c.person).join_from(schema.names, schema.person_forms).join(schema.reports)
    here = asked.where(REPORTS.id == name.report, cited.start == name.start, cited.end == name.end)
    return connection.execute(here.order_by(cited.key)).scalar()


def _sessions(connection: Connection, body: str) -> list[Session]:
    met = [
        Session(
            engagement=each,
            number=each.session_number.value if each.session_number else None,
            start=each.start.value if each.start else None,
        )
        for each in engagements.find(connection, EngagementFilter(body=body))
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
