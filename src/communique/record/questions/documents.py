"""What was signed, what was agreed, and what is still to be signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from communique.reading import DocumentStatus
from communique.record.entries import Coverage, Told
from communique.record.filters import DocumentFilter
from communique.record.looking.engagements import in_days
from communique.record.questions.coverage import of_reports, telling_of
from communique.record.store import schema
from communique.record.store.finding import day_bounds, holds
from communique.record.store.parties import parties_of
from communique.record.store.told import chunks, row_told
from communique.resolve.statuses import CONCLUDED

ENGAGEMENTS, SIDES, DOCUMENTS, REPORTS = (
    schema.engagements.c,
    schema.sides.c,
    schema.documents.c,
    schema.reports.c,
)
OTHER = schema.documents.alias().c


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


def documents(connection: Connection, asked: DocumentFilter) -> Documents:
    """The instruments asked for."""
    under = conditions(asked)
    return Documents(
        lines=lines(connection, asked, under),
        total=connection.execute(select(func.count()).select_from(schema.documents).where(*under)).scalar_one(),
        coverage=of_reports(connection, telling_of(asked.parties)),
    )


def lines(
    connection: Connection, asked: DocumentFilter, under: Sequence[ColumnElement[bool]]
) -> tuple[DocumentLine, ...]:
    """The instruments asked for that fulfil these conditions, by day, latest first, then by name."""
    order = (DOCUMENTS.first_day.desc().nulls_last(), DOCUMENTS.folded, DOCUMENTS.report, DOCUMENTS.key)
    ordered = select(DOCUMENTS.key).where(*under).order_by(*order)
    keys = connection.execute(ordered.limit(asked.limit).offset(asked.after)).scalars().all()
    rows = [row for some in chunks(keys) for row in _in_order(connection, some)]
    done = {pair for some in chunks({row.folded for row in rows}) for pair in _done_of(connection, some)}
    between = parties_of(connection, {row.engagement for row in rows})
    return tuple(
        _line(row, between.get(row.engagement, ()), open=(row.folded, row.parties) not in done) for row in rows
    )


def conditions(asked: DocumentFilter) -> list[ColumnElement[bool]]:
    """What instruments and their encounters must fulfil."""
    found: list[ColumnElement[bool]] = [
        DOCUMENTS.engagement.in_(select(SIDES.engagement).where(SIDES.party == party)) for party in asked.parties
    ]
    if asked.text:
        found.append(holds(DOCUMENTS.folded, asked.text))
    if asked.status:
        found.append(DOCUMENTS.status == asked.status)
    if asked.year:
        found.append(DOCUMENTS.first_day.between(*day_bounds(asked.year)))
    if asked.only_open:
        # one value in place of two: SQLite does not look up pairs in an index
        signed = _done().with_only_columns(_named(OTHER.folded, OTHER.parties))
        found.append(_named(DOCUMENTS.folded, DOCUMENTS.parties).not_in(signed))
    return [*found, *in_days(asked.from_day, asked.to_day, of=DOCUMENTS)]


def _named(name: ColumnElement[str], parties: ColumnElement[str]) -> ColumnElement[str]:
    """The folded name of an instrument and the parties of its encounter as one value; no name has a line end."""
    return name + "\n" + parties


def _in_order(connection: Connection, keys: Sequence[int]) -> list[Row[Any]]:
    """The instruments of these keys, in their order."""
    asked = (
        select(
            schema.documents,
            REPORTS.id.label("report_id"),
            ENGAGEMENTS.kind,
            ENGAGEMENTS.start.label("day"),
        )
        .join_from(schema.documents, schema.engagements, ENGAGEMENTS.id == DOCUMENTS.engagement)
        .join(schema.reports, REPORTS.key == DOCUMENTS.report)
        .where(DOCUMENTS.key.in_(keys))
    )
    found = {row.key: row for row in connection.execute(asked)}
    return [found[each] for each in keys]


def _done() -> Select[Any]:
    """Names of instruments that are signed or in force, each with the parties of the encounter that tells so."""
    return select(OTHER.folded, OTHER.parties).where(OTHER.status.in_(CONCLUDED))


def _done_of(connection: Connection, names: Sequence[str]) -> set[tuple[str, str]]:
    return {(name, parties) for name, parties in connection.execute(_done().where(OTHER.folded.in_(names)))}


def _line(row: Row[Any], parties: tuple[str, ...], *, open: bool) -> DocumentLine:  # noqa: A002
    return DocumentLine(
        name=row_told(row, row.name),
        status=row.status,
        engagement=row.engagement,
        kind=row.kind,
        day=row.day,
        parties=parties,
        open=open,
    )
