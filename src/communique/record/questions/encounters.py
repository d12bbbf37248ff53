"""The encounters that were held, one line each, for whoever counts them otherwise than `contact` does."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, select

from communique.record.store import schema
from communique.resolve.statuses import HAPPENED

ENGAGEMENTS, SIDES = schema.engagements.c, schema.sides.c
STREAMED = 500  # rows fetched at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """What is counted of an engagement: its parties, level and kind, and the first day it may have begun (ISO)."""

    id: str
    parties: tuple[str, ...]
    level: str | None
    kind: str
    first_day: str | None


def encounters(connection: Connection) -> Iterator[Encounter]:
    """Every engagement that was held, by day, those without a day last; its parties by name."""
    column = ENGAGEMENTS
    asked = (
        select(column.id, column.level, column.kind, column.first_day, SIDES.party)
        .join_from(schema.engagements, schema.sides, SIDES.engagement == column.id, isouter=True)
        .where(column.status.in_(HAPPENED))
        .order_by(column.first_day.is_(None), column.first_day, column.id, SIDES.party)
    )
    rows = connection.execution_options(yield_per=STREAMED).execute(asked)
    for (id, level, kind, first), sides in groupby(rows, key=lambda row: tuple(row[:4])):  # noqa: A001
        parties = tuple(side.party for side in sides if side.party)
        yield Encounter(id=id, parties=parties, level=level, kind=kind, first_day=first)
