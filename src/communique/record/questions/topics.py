"""Which topics came up, and which of them for the first time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, or_, select

from communique.record.entries import Coverage, Told
from communique.record.questions.coverage import of_reports, telling_of
from communique.record.store import schema
from communique.record.store.finding import day_bounds, holds
from communique.record.store.told import chunks, row_told

RAISED, SIDES, ACCOUNTS, SPANS = schema.raised.c, schema.sides.c, schema.accounts.c, schema.spans.c


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
    after: int = 0,
) -> Topics:
    """The topics of encounters of all these parties that came up for the first time between two days.

    Newest `first`, or else those of most encounters. A topic of encounters without a day comes last, and only where
    no day is asked for.
    """
    grouped = _grouped(parties, text)
    asked = select(grouped, func.count().over().label("total")).where(*_between(grouped.c.first, from_day, to_day))
    newest = (grouped.c.first.desc().nulls_last(), grouped.c.topic)
    order = newest if first else (grouped.c.engagements.desc(), *newest)
    rows = connection.execute(asked.order_by(*order).limit(limit).offset(after)).all()
    total = rows[0].total if rows else len(connection.execute(asked).all()) if after else 0
    return Topics(
        lines=tuple(_lines(connection, rows, parties)),
        total=total,
        coverage=of_reports(connection, telling_of(parties)),
    )


def _grouped(parties: Sequence[str], text: str | None) -> Any:
    """Topics by folded wording: first and last day, and in how many encounters."""
    day = func.nullif(RAISED.first_day, "")
    asked: Select[Any] = select(
        RAISED.topic,
        func.min(day).label("first"),
        func.max(day).label("last"),
        func.count().label("engagements"),
    )
    if text:
        asked = asked.where(holds(RAISED.topic, text))
    return asked.where(*_of(parties)).group_by(RAISED.topic).subquery()


def _of(parties: Sequence[str]) -> list[ColumnElement[bool]]:
    return [RAISED.engagement.in_(select(SIDES.engagement).where(SIDES.party == party)) for party in parties]


def _between(first: ColumnElement[Any], from_day: str | None, to_day: str | None) -> list[ColumnElement[bool]]:
    conditions = []
    if from_day:
        conditions.append(first >= day_bounds(from_day)[0])
    if to_day:
        conditions.append(first <= day_bounds(to_day)[1])
    return conditions


def _lines(connection: Connection, rows: Sequence[Row[Any]], parties: Sequence[str]) -> Iterator[TopicLine]:
    """The topics with the words of the first encounter of each."""
    told: dict[str, Row[Any]] = {}
    for some in chunks(rows):
        began = or_(*((RAISED.topic == row.topic) & (RAISED.first_day == (row.first or "")) for row in some))
        found = connection.execute(select(RAISED.topic, RAISED.engagement).where(began, *_of(parties))).all()
        raised = {(topic, engagement) for topic, engagement in found}
        for few in chunks({engagement for _, engagement in found}):
            for row in connection.execute(_WORDS, {"engagements": few}):
                if row.part == "topic" and (row.folded, row.engagement) in raised:
                    told[row.folded] = min(
                        row, told.get(row.folded, row), key=lambda each: (each.report_id, each.start)
                    )
    for row in rows:
        words = told[row.topic]
        yield TopicLine(
            topic=row_told(words, words.value),
            engagement=words.engagement,
            first=row.first,
            last=row.last,
            engagements=row.engagements,
        )


_WORDS = (
    select(schema.spans, schema.reports.c.id.label("report_id"), ACCOUNTS.engagement)
    .join_from(schema.accounts, schema.spans, SPANS.account == ACCOUNTS.id)
    .join(schema.reports, schema.reports.c.key == SPANS.report)
    .where(ACCOUNTS.engagement.in_(bindparam("engagements", expanding=True)))
)
