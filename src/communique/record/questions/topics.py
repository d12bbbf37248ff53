"""Which topics came up, and which of them for the first time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from communique.record.entries import Told
from communique.record.questions.coverage import Coverage, of_reports, telling_of
from communique.record.store import schema
from communique.record.store.finding import day_bounds, holds
from communique.record.store.told import row_told

ENGAGEMENTS, SIDES, ACCOUNTS, SPANS = schema.engagements.c, schema.sides.c, schema.accounts.c, schema.spans.c


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """A topic: its words where it came up first, in which encounter and when, how often, and when last.

    Two wordings are one topic where they differ in case, accents and punctuation only.
    """

    topic: Told[str]
    engagement: str
    first: str | None
    last: str | None
    engagements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """The topics asked for, the newest or the most frequent first; of `total` those shown."""

    lines: tuple[TopicLine, ...]
    total: int
    coverage: Coverage


def topics(
    connection: Connection,
    *,
    parties: Sequence[str] = (),
    text: str | None = None,
    first: bool = True,
    from_day: str | None = None,
    to_day: str | None = None,
    limit: int | None = None,
) -> Topics:
    """The topics of encounters of all these parties that came up for the first time between two days.

    Newest `first`, or else those of most encounters. A topic of encounters without a day comes last, and only where
    no day is asked for.
    """
    grouped = _grouped(parties, text)
    began = grouped.c.first
    asked = select(grouped, func.count().over().label("total")).where(*_between(began, from_day, to_day))
    newest = (began.is_(None), began.desc(), grouped.c.folded)
    order = newest if first else (grouped.c.engagements.desc(), *newest)
    rows = connection.execute(asked.order_by(*order).limit(limit)).all()
    return Topics(
        lines=tuple(_line(connection, row, parties) for row in rows),
        total=rows[0].total if rows else 0,
        coverage=of_reports(connection, telling_of(parties)),
    )


def _grouped(parties: Sequence[str], text: str | None) -> Any:
    """Topics by folded wording: first and last day, and in how many encounters."""
    asked = (
        select(
            SPANS.folded,
            func.min(ENGAGEMENTS.first_day).label("first"),
            func.max(ENGAGEMENTS.first_day).label("last"),
            func.count(ENGAGEMENTS.id.distinct()).label("engagements"),
        )
        .join_from(schema.spans, schema.accounts, ACCOUNTS.id == SPANS.account)
        .join(schema.engagements, ENGAGEMENTS.id == ACCOUNTS.engagement)
        .where(SPANS.part == "topic")
    )
    if text:
        asked = asked.where(holds(SPANS.folded, text))
    return _of(asked, parties).group_by(SPANS.folded).subquery()


def _of(asked: Select[Any], parties: Sequence[str]) -> Select[Any]:
    for party in parties:
        asked = asked.where(ENGAGEMENTS.id.in_(select(SIDES.engagement).where(SIDES.party == party)))
    return asked


def _between(first: ColumnElement[Any], from_day: str | None, to_day: str | None) -> list[ColumnElement[bool]]:
    conditions = []
    if from_day:
        conditions.append(first >= day_bounds(from_day)[0])
    if to_day:
        conditions.append(first <= day_bounds(to_day)[1])
    return conditions


def _line(connection: Connection, row: Any, parties: Sequence[str]) -> TopicLine:
    """The topic with the words of its first encounter."""
    asked = (
        select(schema.spans, schema.reports.c.id.label("report_id"), ENGAGEMENTS.id.label("engagement"))
        .join_from(schema.spans, schema.accounts, ACCOUNTS.id == SPANS.account)
        .join(schema.engagements, ENGAGEMENTS.id == ACCOUNTS.engagement)
        .join(schema.reports, schema.reports.c.key == SPANS.report)
        .where(SPANS.part == "topic", SPANS.folded == row.folded, ENGAGEMENTS.first_day.is_not_distinct_from(row.first))
        .order_by("report_id", SPANS.start)
        .limit(1)
    )
    told = connection.execute(_of(asked, parties)).one()
    return TopicLine(
        topic=row_told(told, told.value),
        engagement=told.engagement,
        first=row.first,
        last=row.last,
        engagements=row.engagements,
    )
