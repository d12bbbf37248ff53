"""Who held an office on a day, as far as any report says; never longer than reports vouch for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, select

from communique.record.entries import Told
from communique.record.questions.coverage import Coverage, of_reports
from communique.record.store import schema
from communique.record.store.finding import day_bounds, holds
from communique.record.store.told import row_told

State = Literal["reported", "between reports", "last reported before", "first reported after"]

FORMS, PERSONS, POSTINGS, REPORTS = (
    schema.person_forms.c,
    schema.persons.c,
    schema.postings.c,
    schema.reports.c,
)
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
) -> Holders:
    """Who is reported in an office (words of it) or at a level, for a party, around the day `on` (ISO)."""
    first, last = day_bounds(on)
    asked = _asked(office, party, level)
    told: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(asked):
        told[row.person].append(row)
    lines = [_holder(rows, first, last) for rows in told.values()]
    lines.sort(key=lambda each: (ORDER.index(each.state), _distance(each), each.name, each.person))
    keys = select(asked.subquery().c.report)
    return Holders(on=on, lines=tuple(lines[:limit]), total=len(lines), coverage=of_reports(connection, keys))


def _asked(office: str | None, party: str | None, level: str | None) -> Select[Any]:
    """Every dated report of the office, by day."""
    asked = (
        select(
            schema.postings,
            FORMS.person,
            PERSONS.name,
            REPORTS.day,
            REPORTS.id.label("report_id"),
        )
        .join_from(schema.postings, schema.person_forms, FORMS.id == POSTINGS.form)
        .join(schema.persons, PERSONS.id == FORMS.person)
        .join(schema.reports, REPORTS.key == POSTINGS.report)
        .where(POSTINGS.office.is_not(None), REPORTS.day.is_not(None))
    )
    if office:
        asked = asked.where(holds(POSTINGS.folded, office))
    if party:
        asked = asked.where(POSTINGS.party == party)
    if level:
        asked = asked.where(POSTINGS.level == level)
    return asked.order_by(REPORTS.day, REPORTS.id, POSTINGS.start)


def _holder(rows: Sequence[Row[Any]], first: str, last: str) -> Holder:
    earlier = [row for row in rows if row.day <= last]
    later = [row for row in rows if row.day >= first]
    at = earlier[-1] if earlier else later[0]
    return Holder(
        person=at.person,
        name=at.name,
        party=at.party,
        office=at.office,
        state=_state(rows, first, last),
        first=rows[0].day,
        last=rows[-1].day,
        before=row_told(earlier[-1], earlier[-1].office) if earlier else None,
        after=row_told(later[0], later[0].office) if later else None,
    )


def _state(rows: Sequence[Row[Any]], first: str, last: str) -> State:
    if any(first <= row.day <= last for row in rows):
        return "reported"
    if rows[0].day < first and rows[-1].day > last:
        return "between reports"
    return "last reported before" if rows[-1].day < first else "first reported after"


def _distance(holder: Holder) -> tuple[int, ...]:
    """How far from the day the nearest report is, as digits to sort by: later reports first among those before."""
    if holder.state == "last reported before":
        return (-int(holder.last[:10].replace("-", "").ljust(8, "0")),)
    if holder.state == "first reported after":
        return (int(holder.first[:10].replace("-", "").ljust(8, "0")),)
    return (0,)
