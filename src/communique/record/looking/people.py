"""Asking for people and their postings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from communique.record.entries import Person, PersonLine, Posting
from communique.record.filters import EngagementFilter, PersonFilter
from communique.record.looking import engagements, statements
from communique.record.store import schema
from communique.record.store.finding import PERSON, holds, id_of, told_with
from communique.record.store.told import row_told
from communique.resolve import fold, fullest

PERSONS, NAMES, POSTINGS, REPORTS = schema.persons.c, schema.names.c, schema.postings.c, schema.reports.c
FORMS = schema.person_forms.c


def find(connection: Connection, asked: PersonFilter) -> list[PersonLine]:
    """The people asked for, by name."""
    return _lines(connection, conditions(asked), asked.limit, after=asked.after)


def of_ids(connection: Connection, ids: Sequence[str]) -> list[PersonLine]:
    """The people of these ids, by name."""
    return _lines(connection, [PERSONS.id.in_(ids)], len(ids))


def _lines(
    connection: Connection, under: Iterable[ColumnElement[bool]], limit: int | None, *, after: int = 0
) -> list[PersonLine]:
    asked = select(schema.persons).where(*under).order_by(PERSONS.folded, PERSONS.id)
    people = connection.execute(asked.limit(limit).offset(after)).all()
    of = None if limit is None else [person.id for person in people]
    reports = _reports(connection, of)
    taking_part, postings = _taking_part(connection, of), _postings(connection, _first_told(of))
    return [
        PersonLine(
            id=person.id,
            name=person.name,
            party=person.party,
            posting=latest(postings.get(person.id, ())),
            postings=postings.get(person.id, ()),
            reports=reports.get(person.id, 0),
            engagements=taking_part.get(person.id, 0),
        )
        for person in people
    ]


def conditions(asked: PersonFilter) -> list[ColumnElement[bool]]:
    """What people must fulfil that are asked for."""
    found: list[ColumnElement[bool]] = []
    if asked.party:
        found.append(PERSONS.party == asked.party)
    if asked.level:
        found.append(PERSONS.id.in_(select(POSTINGS.person).where(POSTINGS.level == asked.level)))
    if text := asked.text:
        named = select(FORMS.person).join_from(schema.names, schema.person_forms).where(holds(NAMES.folded, text))
        posted = (
            select(POSTINGS.person)
            .where(POSTINGS.folded.in_(told_with(POSTINGS.folded, fold(text))))
            .union(select(POSTINGS.person).where(POSTINGS.rank.in_(told_with(POSTINGS.rank, text))))
        )
        found.append(PERSONS.id.in_(named) | PERSONS.id.in_(posted))
    return found


def get(connection: Connection, id_or_name: str) -> Person:
    """The person of this id or name, with all that the record has on them."""
    id = id_of(connection, PERSON, id_or_name)  # noqa: A001
    person = connection.execute(select(schema.persons).where(PERSONS.id == id)).one()
    return Person(
        id=id,
        name=person.name,
        party=person.party,
        names=tuple(row_told(row, row.written) for row in _names(connection, id)),
        postings=_postings(connection, _all_told(id)).get(id, ()),
        engagements=tuple(engagements.find(connection, EngagementFilter(person=id))),
        statements=tuple(statements.of_person(connection, id)),
    )


def latest(postings: Iterable[Posting]) -> Posting | None:
    """The posting that the latest report vouches for; of several, the one with an office."""
    return max(postings, key=lambda each: (each.last or "", each.office is not None, each.first or ""), default=None)


def _names(connection: Connection, person: str) -> Iterable[Row[Any]]:
    asked = select(schema.names, REPORTS.id.label("report_id")).join(schema.reports).join(schema.person_forms)
    by_day = (REPORTS.day.is_(None), REPORTS.day, REPORTS.id, NAMES.start, NAMES.end)
    return connection.execute(asked.where(FORMS.person == person).order_by(*by_day))


def _of(people: Collection[str] | None) -> list[ColumnElement[bool]]:
    """Whether a form is of one of these people, or of anybody where they are None."""
    return [] if people is None else [FORMS.person.in_(people)]


def _reports(connection: Connection, of: Collection[str] | None) -> dict[str, int]:
    asked = select(FORMS.person, func.count(NAMES.report.distinct())).join_from(schema.names, schema.person_forms)
    asked = asked.where(*_of(of))
    return dict(connection.execute(asked.group_by(FORMS.person)).all())


def _taking_part(connection: Connection, of: Collection[str] | None) -> dict[str, int]:
    asked = (
        select(FORMS.person, func.count(schema.accounts.c.engagement.distinct()))
        .join_from(schema.participations, schema.person_forms)
        .join(schema.accounts)
        .where(*_of(of))
    )
    return dict(connection.execute(asked.group_by(FORMS.person)).all())


def _all_told(person: str) -> Select[Any]:
    """Every telling of a posting of one person."""
    days = (REPORTS.day.label("first"), REPORTS.day.label("last"))
    told = select(schema.postings, FORMS.person, REPORTS.id.label("report_id"), *days)
    return told.join(schema.reports).join(schema.person_forms).where(FORMS.person == person)


def _first_told(of: Collection[str] | None) -> Select[Any]:
    """The first telling of each wording of a posting of these people, or of everybody, with its first and last day."""
    wording = (FORMS.person, POSTINGS.rank, POSTINGS.office, POSTINGS.party)
    by_day = (REPORTS.day.is_(None), REPORTS.day, REPORTS.id, POSTINGS.start)
    told = select(
        schema.postings,
        FORMS.person,
        REPORTS.id.label("report_id"),
        func.min(REPORTS.day).over(partition_by=wording).label("first"),
        func.max(REPORTS.day).over(partition_by=wording).label("last"),
        func.row_number().over(partition_by=wording, order_by=by_day).label("nth"),
    )
    ranked = told.join(schema.reports).join(schema.person_forms).where(*_of(of)).subquery()
    return select(ranked).where(ranked.c.nth == 1)


def _postings(connection: Connection, told: Select[Any]) -> dict[str, tuple[Posting, ...]]:
    """Postings by person, in order of first report; ranks and offices that fold alike are one posting."""
    groups: dict[str, dict[tuple[Any, ...], list[Row[Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(connection.execute(told), key=lambda row: (row.report_id, row.start, row.end, row.key)):
        groups[row.person][fold(row.rank or ""), fold(row.office or ""), row.party].append(row)
    return {
        who: tuple(sorted((_posting(rows) for rows in held.values()), key=_by_first)) for who, held in groups.items()
    }


def _posting(rows: list[Row[Any]]) -> Posting:
    return Posting(
        rank=fullest(row.rank for row in rows) if rows[0].rank else None,
        office=fullest(row.office for row in rows) if rows[0].office else None,
        party=rows[0].party,
        first=min((row.first for row in rows if row.first), default=None),
        last=max((row.last for row in rows if row.last), default=None),
        citations=tuple(row_told(row, row.office or row.rank) for row in rows),
    )


def _by_first(posting: Posting) -> tuple[str, str, str, str]:
    return posting.first or "9999", posting.last or "", posting.office or "", posting.rank or ""
