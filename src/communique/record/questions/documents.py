"""What was signed, what was agreed, and what is still to be signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from communique.reading import DocumentStatus
from communique.record.entries import Told
from communique.record.questions.coverage import Coverage, of_reports, telling_of
from communique.record.store import schema
from communique.record.store.finding import day_bounds, holds
from communique.record.store.told import row_told

ENGAGEMENTS, SIDES, ACCOUNTS, DOCUMENTS = (
    schema.engagements.c,
    schema.sides.c,
    schema.accounts.c,
    schema.documents.c,
)
DONE = ("signed", "in force")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """An instrument as one account tells of it, and the encounter it belongs to.

    `open` says that no report tells that an instrument of this name between these parties was signed or is in force.
    """

    name: Told[str]
    status: DocumentStatus | None
    engagement: str
    kind: str
    day: str | None
    parties: tuple[str, ...]
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """The instruments asked for, by day, latest first; of `total` those shown."""

    lines: tuple[DocumentLine, ...]
    total: int
    coverage: Coverage


def documents(
    connection: Connection,
    *,
    parties: Sequence[str] = (),
    status: str | None = None,
    text: str | None = None,
    from_day: str | None = None,
    to_day: str | None = None,
    only_open: bool = False,
    limit: int | None = None,
) -> Documents:
    """The instruments of encounters of all these parties."""
    asked = _asked(parties, text, from_day, to_day)
    if status:
        asked = asked.where(DOCUMENTS.status == status)
    if only_open:
        asked = asked.where(_unsigned())
    total = connection.execute(select(func.count()).select_from(asked.subquery())).scalar_one()
    order = (ENGAGEMENTS.first_day.is_(None), ENGAGEMENTS.first_day.desc(), DOCUMENTS.folded, "report_id")
    rows = connection.execute(asked.order_by(*order).limit(limit)).all()
    return Documents(
        lines=tuple(_line(row) for row in rows), total=total, coverage=of_reports(connection, telling_of(parties))
    )


def _asked(parties: Sequence[str], text: str | None, from_day: str | None, to_day: str | None) -> Select[Any]:
    asked = (
        select(
            schema.documents,
            schema.reports.c.id.label("report_id"),
            ENGAGEMENTS.id.label("engagement"),
            ENGAGEMENTS.kind,
            ENGAGEMENTS.start.label("day"),
            ENGAGEMENTS.parties,
            _unsigned().label("open"),
        )
        .join_from(schema.documents, schema.accounts, ACCOUNTS.id == DOCUMENTS.account)
        .join(schema.engagements, ENGAGEMENTS.id == ACCOUNTS.engagement)
        .join(schema.reports, schema.reports.c.key == DOCUMENTS.report)
    )
    for party in parties:
        asked = asked.where(ENGAGEMENTS.id.in_(select(SIDES.engagement).where(SIDES.party == party)))
    if text:
        asked = asked.where(holds(DOCUMENTS.folded, text))
    if from_day:
        asked = asked.where(ENGAGEMENTS.last_day >= day_bounds(from_day)[0])
    if to_day:
        asked = asked.where(ENGAGEMENTS.first_day <= day_bounds(to_day)[1])
    return asked


def _unsigned() -> Any:
    """Whether no account of an encounter of the same parties has an instrument of this name that is done."""
    other, told, where = schema.documents.alias(), schema.accounts.alias(), schema.engagements.alias()
    signed = (
        select(other.c.key)
        .join_from(other, told, told.c.id == other.c.account)
        .join(where, where.c.id == told.c.engagement)
        .where(other.c.folded == DOCUMENTS.folded, other.c.status.in_(DONE), where.c.parties == ENGAGEMENTS.parties)
        .correlate(schema.documents, schema.engagements)
    )
    return ~signed.exists()


def _line(row: Any) -> DocumentLine:
    return DocumentLine(
        name=row_told(row, row.name),
        status=row.status,
        engagement=row.engagement,
        kind=row.kind,
        day=row.day,
        parties=tuple(row.parties.split()),
        open=bool(row.open),
    )
