"""What was announced and never reported held, what was postponed, and what was called off."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, or_, select

from communique.record.entries import Told
from communique.record.questions.coverage import Coverage, of_reports, telling_of
from communique.record.store import schema
from communique.record.store.finding import day_bounds
from communique.record.store.told import row_told

State = Literal["coming", "overdue", "undated", "postponed", "cancelled"]

ENGAGEMENTS, SIDES, ACCOUNTS, REPORTS = (
    schema.engagements.c,
    schema.sides.c,
    schema.accounts.c,
    schema.reports.c,
)
AHEAD = ("planned", "proposed")


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
) -> Pending:
    """What all these parties announced and nobody reported held, as of the day `on` (ISO)."""
    day = day_bounds(on)[1]
    grouped: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_asked(parties)):
        grouped[row.engagement].append(row)
    lines = [_line(rows, day) for rows in grouped.values()]
    lines = [line for line in lines if not states or line.state in states]
    lines.sort(key=lambda line: (ORDER.index(line.state), line.last_day or "", line.engagement))
    return Pending(
        on=day,
        lines=tuple(lines[:limit]),
        total=len(lines),
        coverage=of_reports(connection, telling_of(parties)),
    )


def _asked(parties: Sequence[str]) -> Select[Any]:
    """Every account of the encounters that are not told to have taken place, by the day of its report."""
    asked = (
        select(
            schema.accounts,
            ENGAGEMENTS.status.label("stands"),
            ENGAGEMENTS.last_day.label("due"),
            ENGAGEMENTS.parties,
            REPORTS.id.label("report_id"),
            REPORTS.day.label("report_day"),
        )
        .join_from(schema.engagements, schema.accounts, ACCOUNTS.engagement == ENGAGEMENTS.id)
        .join(schema.reports, REPORTS.key == ACCOUNTS.report)
        .where(or_(ENGAGEMENTS.status.in_(AHEAD), ENGAGEMENTS.status == "cancelled"))
    )
    for party in parties:
        asked = asked.where(ENGAGEMENTS.id.in_(select(SIDES.engagement).where(SIDES.party == party)))
    return asked.order_by(REPORTS.day.is_(None), REPORTS.day, REPORTS.id, ACCOUNTS.nth)


def _line(rows: Sequence[Row[Any]], day: str) -> PendingLine:
    first = rows[0]
    days = tuple(_distinct(row_told(row, row.start_day) for row in rows if row.start_day))
    late = (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(first.due)).days if first.due else None
    return PendingLine(
        engagement=first.engagement,
        state=_state(first.stands, days, late),
        kind=first.kind,
        status=first.stands,
        parties=tuple(first.parties.split()),
        days=days,
        last_day=first.due,
        late=late if late and late > 0 else None,
        announced=first.report_day,
        told=row_told(first, first.quote),
    )


def _state(status: str, days: Sequence[Told[str]], late: int | None) -> State:
    if status == "cancelled":
        return "cancelled"
    if late is None:
        return "undated"
    if late > 0:
        return "overdue"
    return "postponed" if len(days) > 1 and not _within(days) else "coming"


def _within(days: Sequence[Told[str]]) -> bool:
    """Whether the days are one, told more or less precisely."""
    shortest = min((each.value for each in days), key=len)
    return all(each.value.startswith(shortest) for each in days)


def _distinct(days: Iterable[Told[str]]) -> Iterable[Told[str]]:
    seen: dict[str, Told[str]] = {}
    for each in days:
        seen.setdefault(each.value, each)
    return seen.values()
