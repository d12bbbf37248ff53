"""How often parties met: by level or kind, over years or months, with the encounters behind every number."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Select, func, select

from communique.reading import Kind
from communique.record.entries import Coverage
from communique.record.looking.reports import counting
from communique.record.questions.coverage import of_reports, only_in_copies, telling_of
from communique.record.store import schema
from communique.record.store.finding import day_bounds
from communique.resolve.levels import LEVELS
from communique.resolve.statuses import HAPPENED

By = Literal["level", "kind", "status"]
Per = Literal["year", "month"]

ENGAGEMENTS, SIDES, ACCOUNTS, REPORTS = (
    schema.engagements.c,
    schema.sides.c,
    schema.accounts.c,
    schema.reports.c,
)

DAY = 10  # characters of an ISO day
LENGTH = {"year": 4, "month": 7}  # characters of an ISO day that name the period
ORDER: dict[str, tuple[str, ...]] = {"level": LEVELS, "kind": get_args(Kind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One year or month: the encounters in it by group (a level, a kind; None where it is not told), as their ids.

    `reports` is how many reports of the record are from that time; where there are none, no encounter is no news.
    """

    name: str
    groups: tuple[tuple[str | None, tuple[str, ...]], ...]
    reports: int

    @property
    def total(self) -> int:
        """How many encounters, over all groups."""
        return sum(len(ids) for _, ids in self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Encounters that were held, period by period without a break, and how many of them no day is known of."""

    by: By
    per: Per
    parties: tuple[str, ...]
    groups: tuple[str | None, ...]
    periods: tuple[Period, ...]
    undated: int
    coverage: Coverage


def contact(
    connection: Connection,
    *,
    parties: Sequence[str] = (),
    by: By = "level",
    per: Per = "year",
    from_day: str | None = None,
    to_day: str | None = None,
    told_by: str | None = None,
) -> Contact:
    """How often all these parties met; an encounter counts in the period in which it began.

    With `told_by`, only those that a report of that day or before tells were held.
    """
    found: dict[str, dict[str | None, tuple[str, ...]]] = defaultdict(dict)
    undated = 0
    asked = _asked(parties, by, per, from_day, to_day)
    if told_by:
        asked = asked.where(ENGAGEMENTS.id.in_(_held_by(told_by)))
    for period, group, count, told in connection.execute(asked):
        if period is None:
            undated += count
        else:
            found[period][group] = tuple(each[DAY:] for each in sorted(told.split()))
    order = ORDER.get(by, ())
    groups = sorted(
        {group for told in found.values() for group in told},
        key=lambda each: (each is None, order.index(each) if each in order else 0, each or ""),
    )
    reports = _reports(connection, per, told_by)
    names = _names(found, per, from_day, to_day)
    return Contact(
        by=by,
        per=per,
        parties=tuple(parties),
        groups=tuple(groups),
        periods=tuple(
            Period(
                name=name,
                groups=tuple((group, found[name][group]) for group in groups if group in found[name]),
                reports=reports.get(name, 0),
            )
            for name in names
        ),
        undated=undated,
        coverage=of_reports(connection, telling_of(parties), told_by=told_by),
    )


def _asked(parties: Sequence[str], by: By, per: Per, from_day: str | None, to_day: str | None) -> Select[Any]:
    """Periods and groups with the ids in each, every one behind its day, so that they can be put in order."""
    period = func.substr(ENGAGEMENTS.first_day, 1, LENGTH[per])
    ids = func.aggregate_strings(ENGAGEMENTS.first_day + ENGAGEMENTS.id, " ")
    asked = select(period, ENGAGEMENTS[by], func.count(), ids).where(ENGAGEMENTS.status.in_(HAPPENED))
    asked = asked.where(ENGAGEMENTS.id.not_in(only_in_copies()))
    for party in parties:
        asked = asked.where(ENGAGEMENTS.id.in_(select(SIDES.engagement).where(SIDES.party == party)))
    if from_day:
        asked = asked.where(ENGAGEMENTS.first_day >= day_bounds(from_day)[0])
    if to_day:
        asked = asked.where(ENGAGEMENTS.first_day <= day_bounds(to_day)[1])
    return asked.group_by(period, ENGAGEMENTS[by])


def _held_by(day: str) -> Select[Any]:
    """The engagements that a report of this day or before tells were held."""
    told = select(ACCOUNTS.engagement).join(schema.reports, REPORTS.key == ACCOUNTS.report)
    return told.where(ACCOUNTS.status.in_(HAPPENED), REPORTS.day <= day)


def _reports(connection: Connection, per: Per, told_by: str | None) -> dict[str, int]:
    """How many reports the record has by period; those of a day or before, where one is given."""
    period = func.substr(REPORTS.day, 1, LENGTH[per])
    asked = select(period, func.count()).where(REPORTS.day.is_not(None), counting()).group_by(period)
    return dict(connection.execute(asked.where(REPORTS.day <= told_by) if told_by else asked).all())


def _names(found: Sequence[str] | dict[str, Any], per: Per, from_day: str | None, to_day: str | None) -> list[str]:
    """The periods from the first asked for or found to the last."""
    known = sorted(name for name in found if len(name) == LENGTH[per])
    first = day_bounds(from_day)[0][: LENGTH[per]] if from_day else known[0] if known else None
    last = day_bounds(to_day)[1][: LENGTH[per]] if to_day else known[-1] if known else None
    if first is None or last is None:
        return known
    return [_name(nth, per) for nth in range(_nth(first, per), _nth(last, per) + 1)]


def _nth(period: str, per: Per) -> int:
    return int(period) if per == "year" else int(period[:4]) * 12 + int(period[5:7]) - 1


def _name(nth: int, per: Per) -> str:
    return f"{nth:04}" if per == "year" else f"{nth // 12:04}-{nth % 12 + 1:02}"
