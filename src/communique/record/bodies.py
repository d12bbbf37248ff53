"""Asking for standing bodies and their sessions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from communique.record import engagements, schema
from communique.record.entries import Body, BodyLine, EngagementFilter, Head, Session, Told
from communique.record.finding import BODY, holds, id_of
from communique.record.told import Source, row_told, sources
from communique.resolve import bounds, fold, fullest, in_order

BODIES, NAMES, REPORTS = schema.bodies.c, schema.body_names.c, schema.reports.c


def find(connection: Connection, *, text: str | None = None, parties: Sequence[str] = ()) -> list[BodyLine]:
    """The bodies of all these parties, by name; `text` is looked for in all their names."""
    asked = select(BODIES.id, BODIES.parties)
    if text:
        named = select(NAMES.body).where(holds(NAMES.folded, text))
        asked = asked.where(BODIES.id.in_(named))
    forms = _forms(connection)
    met = _met(connection)
    lines = []
    for id, joined in connection.execute(asked):  # noqa: A001
        of = tuple(joined.split())
        if set(parties) <= set(of):
            sessions = met[id]
            lines.append(
                BodyLine(
                    id=id,
                    name=_shown(forms[id]),
                    parties=of,
                    sessions=len(sessions),
                    last_number=max((each.session_number for each in sessions if each.session_number), default=None),
                    last_day=sessions[-1].start if sessions else None,
                )
            )
    return sorted(lines, key=lambda line: (fold(line.name), line.id))


def get(connection: Connection, id_or_name: str) -> Body:
    """The body of this id or name, with its sessions and all that reports say of it."""
    id = id_of(connection, BODY, id_or_name)  # noqa: A001
    body = connection.execute(select(schema.bodies).where(BODIES.id == id)).one()
    names = _names(connection, id)
    told = _told(connection, names)
    return Body(
        id=id,
        name=_shown((row.form, row.written) for row in names),
        parties=tuple(body.parties.split()),
        names=tuple(row_told(row, row.written) for row in names if row.form != "alias"),
        aliases=tuple(row_told(row, row.written) for row in names if row.form == "alias"),
        kind=tuple(source.told(part["kind"]) for source, part in told if part["kind"]),
        areas=tuple(area for source, part in told for area in source.many(part["areas"])),
        heads=tuple(head for source, part in told for head in _heads(connection, source, part)),
        sessions=tuple(_sessions(connection, id)),
        links=engagements.links(connection, [id])[id],
    )


def _shown(forms: Iterable[tuple[str, str]]) -> str:
    """The fullest of its names, or of its other forms where a report only tells that it met."""
    written = list(forms)
    return fullest([name for form, name in written if form == "name"] or [name for _, name in written])


def _forms(connection: Connection) -> dict[str, list[tuple[str, str]]]:
    forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for body, form, written in connection.execute(select(NAMES.body, NAMES.form, NAMES.written).distinct()):
        forms[body].append((form, written))
    return forms


def _names(connection: Connection, body: str) -> Sequence[Row[Any]]:
    asked = select(schema.body_names, REPORTS.id.label("report_id")).join(schema.reports).where(NAMES.body == body)
    order = (REPORTS.day.is_(None), REPORTS.day, REPORTS.id, NAMES.start, NAMES.end, NAMES.form)
    return connection.execute(asked.order_by(*order)).all()


def _told(connection: Connection, names: Sequence[Row[Any]]) -> list[tuple[Source, Any]]:
    """What each reading says of the body, in the order of the reports."""
    told_by = sources(connection, {row.report for row in names})
    places = dict.fromkeys((row.report, row.nth) for row in names if row.nth is not None)
    return [(told_by[report], told_by[report].reading["bodies"][nth]) for report, nth in places]


def _heads(connection: Connection, source: Source, part: Any) -> Iterable[Head]:
    for head in part["heads"]:
        name: Told[str] = source.told(head["name"])
        yield Head(name=name, party=source.one(head["party"]), person=_person(connection, name), day=source.day)


def _person(connection: Connection, name: Told[str]) -> str | None:
    """Who the head of a body is: the person whom these words of the report name."""
    cited = schema.names.c
    asked = select(cited.person).join(schema.reports).where(REPORTS.id == name.report)
    return connection.execute(asked.where(cited.start == name.start, cited.end == name.end)).scalar()


def _sessions(connection: Connection, body: str) -> list[Session]:
    met = [
        Session(
            engagement=each,
            number=each.session_number.value if each.session_number else None,
            start=each.start.value if each.start else None,
        )
        for each in engagements.find(connection, EngagementFilter(body=body))
    ]
    return in_order(met, number=lambda each: each.number, day=_first_day)


def _first_day(session: Session) -> str | None:
    covered = bounds(session.start) if session.start else None
    return covered[0] if covered else None


def _met(connection: Connection) -> dict[str, list[Row[Any]]]:
    """When each body met: session numbers and days, by day."""
    column = schema.engagements.c
    met: dict[str, list[Row[Any]]] = defaultdict(list)
    asked: Select[Any] = select(column.body, column.session_number, column.start, column.first_day).where(
        column.body.is_not(None)
    )
    for row in connection.execute(asked.order_by(column.first_day, column.start)):
        met[row.body].append(row)
    return met
