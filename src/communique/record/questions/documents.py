"""What was signed, what was agreed, and what is still to be signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from communique.reading import DocumentStatus
from communique.record.entries import Told
from communique.record.questions.coverage import Coverage, of_reports, telling_of
from communique.record.store import schema
from communique.record.store.finding import day_bounds, holds
from communique.record.store.told import chunks, row_told

ENGAGEMENTS, SIDES, ACCOUNTS, DOCUMENTS, REPORTS = (
    schema.engagements.c,
    schema.sides.c,
    schema.accounts.c,
    schema.documents.c,
    schema.reports.c,
)
_other, _told, _where = schema.documents.alias(), schema.accounts.alias(), schema.engagements.alias()
OTHER, WHERE = _other.c, _where.c
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
    order = (ENGAGEMENTS.first_day.desc().nulls_last(), DOCUMENTS.folded, REPORTS.id)
    found = connection.execute(asked.order_by(*order)).all()
    if only_open:
        signed = {(name, of) for name, of in connection.execute(_done())}
        found = [row for row in found if (row.folded, row.parties) not in signed]
    rows = [row for some in chunks(row.key for row in found[:limit]) for row in _in_order(connection, some)]
    done = {pair for some in chunks({row.folded for row in rows}) for pair in _done_of(connection, some)}
    return Documents(
        lines=tuple(_line(row, open=(row.folded, row.parties) not in done) for row in rows),
        total=len(found),
        coverage=of_reports(connection, telling_of(parties)),
    )


def _asked(
    parties: Sequence[str], text: str | None, from_day: str | None, to_day: str | None
) -> Select[tuple[int, str, str]]:
    """The instruments by key, each with its name and the parties of its encounter."""
    asked = (
        select(DOCUMENTS.key, DOCUMENTS.folded, ENGAGEMENTS.parties)
        .join_from(schema.documents, schema.accounts, ACCOUNTS.id == DOCUMENTS.account)
        .join(schema.engagements, ENGAGEMENTS.id == ACCOUNTS.engagement)
        .join(schema.reports, REPORTS.key == DOCUMENTS.report)
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


def _in_order(connection: Connection, keys: Sequence[int]) -> list[Row[Any]]:
    """The instruments of these keys, in their order."""
    asked = (
        select(
            schema.documents,
            REPORTS.id.label("report_id"),
            ENGAGEMENTS.id.label("engagement"),
            ENGAGEMENTS.kind,
            ENGAGEMENTS.start.label("day"),
            ENGAGEMENTS.parties,
        )
        .join_from(schema.documents, schema.accounts, ACCOUNTS.id == DOCUMENTS.account)
        .join(schema.engagements, ENGAGEMENTS.id == ACCOUNTS.engagement)
        .join(schema.reports, REPORTS.key == DOCUMENTS.report)
        .where(DOCUMENTS.key.in_(keys))
    )
    found = {row.key: row for row in connection.execute(asked)}
    return [found[each] for each in keys]


def _done() -> Select[Any]:
    """Names of instruments that are signed or in force, each with the parties of the encounter that tells so."""
    return (
        select(OTHER.folded, WHERE.parties)
        .join_from(_other, _told, _told.c.id == OTHER.account)
        .join(_where, WHERE.id == _told.c.engagement)
        .where(OTHER.status.in_(DONE))
    )


def _done_of(connection: Connection, names: Sequence[str]) -> set[tuple[str, str]]:
    return {(name, parties) for name, parties in connection.execute(_done().where(OTHER.folded.in_(names)))}


def _line(row: Row[Any], *, open: bool) -> DocumentLine:  # noqa: A002
    return DocumentLine(
        name=row_told(row, row.name),
        status=row.status,
        engagement=row.engagement,
        kind=row.kind,
        day=row.day,
        parties=tuple(row.parties.split()),
        open=open,
    )
