"""Who held an office on a day, as far as any report says; never longer than reports vouch for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select, tuple_

from communique.record.entries import Coverage, Told
from communique.record.questions.coverage import of_reports
from communique.record.store import schema
from communique.record.store.finding import day_bounds, told_with
from communique.record.store.told import chunks, row_told
from communique.resolve import fold

State = Literal["reported", "between reports", "last reported before", "first reported after"]

PERSONS, POSTINGS, REPORTS = schema.persons.c, schema.postings.c, schema.reports.c
ORDER: tuple[State, ...] = ("reported", "between reports", "last reported before", "first reported after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody whom reports give an office, and how that stands to the day asked for.

    `reported`: a report of that very day does. `between reports`: one before and one after do. Else only reports
    before it do (`first` to `last`), or only reports after it. `before` and `after` are the nearest such words.
    """

    person: str
    name: str
    party: str | None
    office: str
    state: State
    first: str
    last: str
    before: Told[str] | None = None
    after: Told[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """Who was reported with an office, the likeliest to have held it on the day first."""

    on: str
    lines: tuple[Holder, ...]
    total: int
    coverage: Coverage


def holders(
    connection: Connection,
    *,
    on: str,
    office: str | None = None,
    party: str | None = None,
    level: str | None = None,
    limit: int | None = None,
    after: int = 0,
) -> Holders:
    """Who is reported in an office (words of it) or at a level, for a party, around the day `on` (ISO)."""
    first, last = day_bounds(on)
    about = _about(office, party, level)
    rows = connection.execute(_asked(about, first, last).limit(limit).offset(after)).all()
    told = _told(connection, about, rows)
    return Holders(
        on=on,
        lines=tuple(_holder(row, told) for row in rows),
        total=connection.execute(select(func.count(POSTINGS.person.distinct())).where(*about)).scalar_one(),
        coverage=of_reports(connection, select(POSTINGS.report).where(*about), many=not party),
    )


def _about(office: str | None, party: str | None, level: str | None) -> list[ColumnElement[bool]]:
    """Whether a dated report gives somebody the office."""
    about: list[ColumnElement[bool]] = [POSTINGS.day.is_not(None)]
    if office:
        about.append(POSTINGS.folded.in_(told_with(POSTINGS.folded, fold(office))))
    if party:
        about.append(POSTINGS.party == party)
    if level:
        about.append(POSTINGS.level == level)
    if not (office or level):  # where there is no office there is neither
        about.append(POSTINGS.office.is_not(None))
    return about


def _asked(about: Sequence[ColumnElement[bool]], first: str, last: str) -> Select[Any]:
    """Everybody with the office, as the days of the reports stand to the days asked for; likely holders first."""
    day = POSTINGS.day
    held = (
        select(
            POSTINGS.person,
            func.min(day).label("first"),
            func.max(day).label("last"),
            func.max(case((day <= last, day))).label("before"),
            func.min(case((day >= first, day))).label("after"),
            func.max(case((day.between(first, last), 1), else_=0)).label("at"),
        )
        .where(*about)
        .group_by(POSTINGS.person)
        .subquery()
    )
    state = case(
        (held.c.at == 1, 0),
        ((held.c.first < first) & (held.c.last > last), 1),
        (held.c.last < first, 2),
        else_=3,
    ).label("state")
    nearest = (case((held.c.last < first, held.c.last)).desc(), case((held.c.first > last, held.c.first)))
    return (
        select(held, PERSONS.name, state)
        .join_from(held, schema.persons, PERSONS.id == held.c.person)
        .order_by(state, *nearest, PERSONS.name, held.c.person)
    )


def _told(
    connection: Connection, about: Sequence[ColumnElement[bool]], rows: Sequence[Row[Any]]
) -> dict[tuple[str, str], list[Row[Any]]]:
    """What is reported of everybody on the days nearest to those asked for, in the order of the reports."""
    asked = select(schema.postings, REPORTS.id.label("report_id")).join(schema.reports).where(*about)
    found: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    days = {(row.person, day) for row in rows for day in (row.before, row.after) if day}
    for some in chunks(days):
        near = asked.where(tuple_(POSTINGS.person, POSTINGS.day).in_(some))
        for row in connection.execute(near.order_by(REPORTS.id, POSTINGS.start)):
            found[row.person, row.day].append(row)
    return found


def _holder(row: Row[Any], told: Mapping[tuple[str, str], Sequence[Row[Any]]]) -> Holder:
    before = told[row.person, row.before][-1] if row.before else None
    after = told[row.person, row.after][0] if row.after else None
    at = before or after
    assert at is not None  # every row has the one or the other
    return Holder(
        person=row.person,
        name=row.name,
        party=at.party,
        office=at.office,
        state=ORDER[row.state],
        first=row.first,
        last=row.last,
        before=row_told(before, before.office) if before else None,
        after=row_told(after, after.office) if after else None,
    )
