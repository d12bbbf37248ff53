"""What an answer rests on, and what the record covers at all: which reports, of which outlets, from when to when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from communique.record.entries import Coverage
from communique.record.looking.reports import counting
from communique.record.store import schema

REPORTS, ACCOUNTS, PARTICIPATIONS = schema.reports.c, schema.accounts.c, schema.participations.c
COPIES = schema.copies.c

MONTH = 7  # characters of an ISO day that name its month


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """What the record has of one outlet: its reports by month (`2017-10`, None for undated ones) and how many told.

    `silent` are the reports that gave no engagement; `gaps` the months between the first and the last that have none.
    Reports that are `copies` of another or were `corrected` by one, and those that are `foreign` (not English, so
    not read), are counted as such and nowhere else; but a month in which there is one of them is no gap.
    """

    name: str | None
    reports: int
    silent: int
    first: str | None
    last: str | None
    months: tuple[tuple[str | None, int], ...] = ()
    gaps: tuple[str, ...] = ()
    copies: int = 0
    corrected: int = 0
    foreign: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """What the record covers: over all outlets, and outlet by outlet, the one with most reports first."""

    whole: Coverage
    silent: int
    copies: int = 0
    corrected: int = 0
    foreign: int = 0
    outlets: tuple[Outlet, ...] = ()


def of_reports(
    connection: Connection, keys: Select[Any] | None = None, *, told_by: str | None = None, many: bool = False
) -> Coverage:
    """What an answer rests on that draws on these reports, or on all of them; on those of a day or before alone.

    `many` says that they are a great part of all: then they are not looked up one by one.
    """
    asked = select(REPORTS.publisher, func.count(), func.min(REPORTS.day), func.max(REPORTS.day)).where(counting())
    if keys is not None:
        # by an expression, SQLite walks over all reports in an index that has what is asked
        asked = asked.where((REPORTS.key + 0 if many else REPORTS.key).in_(keys))
    if told_by:
        asked = asked.where(REPORTS.day <= told_by)
    rows = connection.execute(asked.group_by(REPORTS.publisher)).all()
    return Coverage(
        reports=sum(count for _, count, _, _ in rows),
        outlets=tuple((name, count) for name, count, _, _ in sorted(rows, key=lambda row: (-row[1], row[0] or ""))),
        first=min((first for *_, first, _ in rows if first), default=None),
        last=max((last for *_, last in rows if last), default=None),
    )


def only_in_copies() -> Select[Any]:
    """The engagements that only reports tell of that do not count: what they copy tells of it in the same words."""
    copied = select(COPIES.report)
    counted = select(ACCOUNTS.engagement).where(ACCOUNTS.report.not_in(copied))
    told = select(ACCOUNTS.engagement).where(ACCOUNTS.report.in_(copied))
    return told.except_(counted.where(ACCOUNTS.engagement.in_(told)))  # type: ignore[return-value]


def telling_of(parties: Sequence[str]) -> Select[Any] | None:
    """The reports that tell of encounters in which all these parties take part; None, for all, where none is named."""
    if not parties:
        return None
    asked = select(ACCOUNTS.report)
    for party in parties:
        asked = asked.where(ACCOUNTS.id.in_(select(PARTICIPATIONS.account).where(PARTICIPATIONS.party == party)))
    return asked


def covered(connection: Connection) -> Covered:
    """What the record covers, outlet by outlet and month by month."""
    telling = select(ACCOUNTS.report).where(ACCOUNTS.report == REPORTS.key).exists()
    month = func.substr(REPORTS.day, 1, MONTH)
    kind = case((REPORTS.language.is_not(None), "foreign"), else_=func.coalesce(COPIES.how, "read"))
    asked = (
        select(
            REPORTS.publisher, month, kind, func.count(), func.sum(case((telling, 1), else_=0)), func.min(REPORTS.day)
        )
        .add_columns(func.max(REPORTS.day))
        .join_from(schema.reports, schema.copies, COPIES.report == REPORTS.key, isouter=True)
        .group_by(REPORTS.publisher, month, kind)
        .order_by(REPORTS.publisher, month, kind)
    )
    found: dict[str | None, list[Any]] = defaultdict(list)
    for name, *row in connection.execute(asked):
        found[name].append(row)
    outlets = [_outlet(name, rows) for name, rows in found.items()]
    return Covered(
        whole=_whole(found),
        silent=sum(each.silent for each in outlets),
        copies=sum(each.copies for each in outlets),
        corrected=sum(each.corrected for each in outlets),
        foreign=sum(each.foreign for each in outlets),
        outlets=tuple(sorted(outlets, key=lambda each: (-each.reports, each.name or ""))),
    )


def _whole(found: Mapping[str | None, Sequence[Any]]) -> Coverage:
    """What the reports that count cover, of all outlets together; as `of_reports` has it, with no second pass."""
    read = {name: [row for row in rows if row[1] == "read"] for name, rows in found.items()}
    counted = [(name, sum(count for _, _, count, *_ in rows)) for name, rows in read.items() if rows]
    days = [(first, last) for rows in read.values() for *_, first, last in rows if first]
    return Coverage(
        reports=sum(count for _, count in counted),
        outlets=tuple(sorted(counted, key=lambda each: (-each[1], each[0] or ""))),
        first=min((first for first, _ in days), default=None),
        last=max((last for _, last in days), default=None),
    )


def _outlet(name: str | None, rows: Sequence[Any]) -> Outlet:
    read = [(month, count, told, first, last) for month, kind, count, told, first, last in rows if kind == "read"]
    others = {
        each: sum(count for _, kind, count, *_ in rows if kind == each) for each in ("copy", "corrected", "foreign")
    }
    covered = {month for month, *_ in rows if month}
    return Outlet(
        name=name,
        reports=sum(count for _, count, *_ in read),
        silent=sum(count - told for _, count, told, *_ in read),
        first=min((first for *_, first, _ in rows if first), default=None),
        last=max((last for *_, last in rows if last), default=None),
        months=tuple((month, count) for month, count, *_ in read),
        gaps=tuple(month for month in months_between(sorted(covered)) if month not in covered),
        copies=others["copy"],
        corrected=others["corrected"],
        foreign=others["foreign"],
    )


def months_between(months: Sequence[str]) -> list[str]:
    """All months from the first of these to the last, as `2017-10`; none where a day is told only to the year."""
    whole = sorted(month for month in months if len(month) == MONTH)
    if not whole:
        return []
    first, last = (int(each[:4]) * 12 + int(each[5:]) - 1 for each in (whole[0], whole[-1]))
    return [f"{nth // 12:04}-{nth % 12 + 1:02}" for nth in range(first, last + 1)]
