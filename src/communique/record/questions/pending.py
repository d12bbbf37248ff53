"""What was announced and never reported held, what was postponed, and what was called off."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, case, func, select

from communique.record.entries import Coverage, Told
from communique.record.questions.coverage import of_reports, telling_of
from communique.record.store import schema
from communique.record.store.finding import day_bounds
from communique.record.store.parties import parties_of
from communique.record.store.told import chunks, row_told
from communique.resolve.statuses import NOT_HELD

State = Literal["coming", "overdue", "undated", "postponed", "cancelled"]

ENGAGEMENTS, SIDES, ACCOUNTS, REPORTS = (
    schema.engagements.c,
    schema.sides.c,
    schema.accounts.c,
    schema.reports.c,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingLine:
    """An encounter that no report tells was held.

    `state` is `coming` or `overdue` by its last day; `postponed` where reports set it first for one day and later for
    another (`days` has them in the order of the reports); `undated` where no day was told. `late` counts days since.
    """

    engagement: str
    state: State
    kind: str
    status: str
    parties: tuple[str, ...]
    days: tuple[Told[str], ...]
    last_day: str | None
    late: int | None
    announced: str | None
    told: Told[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What is still to come or never came, as of a day: overdue ones first, the longest overdue before the others."""

    on: str
    lines: tuple[PendingLine, ...]
    total: int
    coverage: Coverage


ORDER: tuple[State, ...] = ("overdue", "postponed", "cancelled", "coming", "undated")


def pending(
    connection: Connection,
    *,
    on: str,
    parties: Sequence[str] = (),
    states: Sequence[str] = (),
    limit: int | None = None,
    after: int = 0,
) -> Pending:
    """What all these parties announced and nobody reported held, as of the day `on` (ISO)."""
    day = day_bounds(on)[1]
    state = _state(day, _postponed(connection, parties, day))
    asked = select(ENGAGEMENTS.id, ENGAGEMENTS.last_day.label("due"), state.label("state")).where(*_awaited(parties))
    if states:
        asked = asked.where(state.in_([ORDER.index(each) for each in ORDER if each in states]))
    order = ("state", func.coalesce(ENGAGEMENTS.last_day, ""), ENGAGEMENTS.id)
    shown = connection.execute(asked.order_by(*order).limit(limit).offset(after)).all()
    ids = [row.id for row in shown]
    told, between = _told(connection, ids), parties_of(connection, ids)
    return Pending(
        on=day,
        lines=tuple(_line(told[row.id], between.get(row.id, ()), ORDER[row.state], day) for row in shown),
        total=connection.execute(select(func.count()).select_from(asked.subquery())).scalar_one(),
        coverage=of_reports(connection, telling_of(parties)),
    )


def _awaited(parties: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """Whether encounters of all these parties are not told to have taken place."""
    yield ENGAGEMENTS.status.in_(NOT_HELD)
    for party in parties:
        yield ENGAGEMENTS.id.in_(select(SIDES.engagement).where(SIDES.party == party))


def _state(day: str, postponed: Collection[str]) -> ColumnElement[int]:
    """How what is awaited stands on a day, by its place in ORDER."""
    places = {state: nth for nth, state in enumerate(ORDER)}
    return case(
        (ENGAGEMENTS.status == "cancelled", places["cancelled"]),
        (ENGAGEMENTS.last_day.is_(None), places["undated"]),
        (ENGAGEMENTS.last_day < day, places["overdue"]),
        (ENGAGEMENTS.id.in_(postponed), places["postponed"]),
        else_=places["coming"],
    )


def _postponed(connection: Connection, parties: Sequence[str], day: str) -> list[str]:
    """What is still to come and was told for several days, not one told more or less precisely."""
    several = (*_awaited(parties), ENGAGEMENTS.last_day >= day, ENGAGEMENTS.accounts > 1)
    ids = connection.execute(select(ENGAGEMENTS.id).where(*several)).scalars().all()
    asked = select(ACCOUNTS.engagement, ACCOUNTS.start_day).where(ACCOUNTS.start_day.is_not(None))
    days: dict[str, set[str]] = defaultdict(set)
    for some in chunks(ids):
        for engagement, told in connection.execute(asked.where(ACCOUNTS.engagement.in_(some))):
            days[engagement].add(told)
    return sorted(engagement for engagement, told in days.items() if not _within(told))


def _told(connection: Connection, ids: Sequence[str]) -> dict[str, list[Row[Any]]]:
    """Every account of these encounters, by the day of its report."""
    asked = (
        select(
            schema.accounts,
            ENGAGEMENTS.status.label("stands"),
            ENGAGEMENTS.last_day.label("due"),
            REPORTS.id.label("report_id"),
            REPORTS.day.label("report_day"),
        )
        .join_from(schema.engagements, schema.accounts, ACCOUNTS.engagement == ENGAGEMENTS.id)
        .join(schema.reports, REPORTS.key == ACCOUNTS.report)
        .order_by(REPORTS.day.is_(None), REPORTS.day, REPORTS.id, ACCOUNTS.nth)
    )
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for some in chunks(ids):
        for row in connection.execute(asked.where(ENGAGEMENTS.id.in_(some))):
            found[row.engagement].append(row)
    return found


def _line(rows: Sequence[Row[Any]], parties: tuple[str, ...], state: State, day: str) -> PendingLine:
    first = rows[0]
    late = (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(first.due)).days if first.due else None
    return PendingLine(
        engagement=first.engagement,
        state=state,
        kind=first.kind,
        status=first.stands,
        parties=parties,
        days=tuple(_distinct(row_told(row, row.start_day) for row in rows if row.start_day)),
        last_day=first.due,
        late=late if late and late > 0 else None,
        announced=first.report_day,
        told=row_told(first, first.quote),
    )


def _within(days: Iterable[str]) -> bool:
    """Whether the days are one, told more or less precisely."""
    shortest = min(days, key=len)
    return all(each.startswith(shortest) for each in days)


def _distinct(days: Iterable[Told[str]]) -> Iterable[Told[str]]:
    seen: dict[str, Told[str]] = {}
    for each in days:
        seen.setdefault(each.value, each)
    return seen.values()
