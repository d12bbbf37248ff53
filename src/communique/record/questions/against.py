"""What reports and a list kept by hand tell of the same encounters, and what either has alone.

What only the list has is a finding where the reports cover it: where they tell of encounters of the same parties from
before that day to after it. Elsewhere it is `not covered`. What only the reports have is told in turn where the list
covers it: of the parties, in the time and of the kinds that it tells of.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, Select, or_, select

from communique.record.entries import Coverage, Engagement, Told
from communique.record.looking import engagements
from communique.record.questions.coverage import of_reports
from communique.record.store import schema
from communique.record.store.parties import parties_of
from communique.record.store.told import chunks, row_told
from communique.resolve.against import FIELDS, Outcome, held_against
from communique.resolve.agreement import Telling
from communique.resolve.statuses import HAPPENED

ENGAGEMENTS, ACCOUNTS, SIDES = schema.engagements.c, schema.accounts.c, schema.sides.c
REPORTS, READINGS = schema.reports.c, schema.readings.c

Alone = Literal["listed", "not covered", "undated", "reported"]
"""What only one of the two tells: the list, where reports cover it, do not, or no day is known; the reports."""

Parties = frozenset[str]
Span = tuple[str, str]
Between = Mapping[str, tuple[str, ...]]
"""The parties of engagements, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One field of an encounter that both tell of: what either tells, and how the two stand to each other."""

    name: str
    outcome: Outcome
    listed: tuple[Told[Any], ...] = ()
    reported: tuple[Told[Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """An encounter that both tell of."""

    engagement: str
    kind: str
    first_day: str | None
    parties: tuple[str, ...]
    fields: tuple[Compared, ...]

    @property
    def differs(self) -> bool:
        """Whether they differ in anything."""
        return any(each.outcome == "differ" for each in self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """An encounter that only one of the two tells of; `told` are the words of the account that tells it first."""

    engagement: str
    state: Alone
    kind: str
    level: str | None
    first_day: str | None
    parties: tuple[str, ...]
    told: Told[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """Reports against a list: `counts` by field and outcome over all encounters that both tell of, then the lines.

    `both` has those that differ first; `lone` is by state and day; `alone` counts by state. `total_both` and `alone`
    count all, whatever the limit. `coverage` is that of the reports, without the list.
    """

    kept: str
    parties: tuple[str, ...]
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    total_both: int = 0
    alone: Mapping[str, int] = field(default_factory=dict)
    both: tuple[Both, ...] = ()
    lone: tuple[Lone, ...] = ()
    coverage: Coverage


def against(
    connection: Connection,
    kept: str,
    *,
    parties: Sequence[str] = (),
    from_day: str | None = None,
    to_day: str | None = None,
    limit: int | None = None,
) -> Against:
    """Reports against the accounts of readers whose names begin with `kept`; of encounters of all these parties.

    A party is one of an encounter also where it took place there: lists name the visitor alone.
    """
    from_list, from_reports = _told_by(connection, kept, listed=True), _told_by(connection, kept, listed=False)
    rows = connection.execute(_asked(parties, from_day, to_day)).all()
    between = parties_of(connection, {*from_list, *from_reports})
    mine = [row for row in rows if row.id in from_list and row.id in from_reports]
    both = _both(connection, mine, from_list, between)
    lone = _lone(connection, rows, from_list, from_reports, between)
    reports = select(REPORTS.key).where(REPORTS.key.not_in(_read_by(kept)))
    return Against(
        kept=kept,
        parties=tuple(parties),
        counts=_counts(both),
        total_both=len(both),
        alone={state: sum(each.state == state for each in lone) for state in get_args(Alone)},
        both=tuple(
            sorted(both, key=lambda each: (not each.differs, each.first_day or "9999", each.engagement))[:limit]
        ),
        lone=tuple(_cut(lone, limit)),
        coverage=of_reports(connection, reports),
    )


def _read_by(kept: str) -> Select[Any]:
    """The reports whose current reading is by such a reader."""
    current = (READINGS.report == REPORTS.key) & (READINGS.nth == REPORTS.reading)
    by_it = READINGS.reader.startswith(kept, autoescape=True)
    return select(REPORTS.key).join_from(schema.reports, schema.readings, current).where(by_it)


def _told_by(connection: Connection, kept: str, *, listed: bool) -> dict[str, list[str]]:
    """The accounts of the list, or of the reports, by engagement."""
    of_list = ACCOUNTS.report.in_(_read_by(kept))
    asked = select(ACCOUNTS.engagement, ACCOUNTS.id).where(of_list if listed else ~of_list)
    found: dict[str, list[str]] = defaultdict(list)
    for engagement, account in connection.execute(asked):
        found[engagement].append(account)
    return found


def _asked(parties: Sequence[str], from_day: str | None, to_day: str | None) -> Select[Any]:
    asked: Select[Any] = select(schema.engagements)
    for party in parties:
        there = select(SIDES.engagement).where(SIDES.party == party)
        asked = asked.where(or_(ENGAGEMENTS.id.in_(there), ENGAGEMENTS.country == party))
    asked = asked.where(*engagements.in_days(from_day, to_day))
    return asked.order_by(ENGAGEMENTS.first_day.is_(None), ENGAGEMENTS.first_day, ENGAGEMENTS.id)


# Both


def _both(
    connection: Connection, rows: Sequence[Row[Any]], from_list: Mapping[str, Sequence[str]], between: Between
) -> list[Both]:
    found = []
    for some in chunks(rows):
        told = engagements.accounts_of(connection, [row.id for row in some])
        for row in some:
            listed = set(from_list[row.id])
            tellings = [_telling(each) for each in told[row.id]]
            held = held_against(
                [each for each in tellings if each.id in listed], [each for each in tellings if each.id not in listed]
            )
            fields: Any = [
                Compared(name=each.name, outcome=each.outcome, listed=each.listed, reported=each.reported)  # type: ignore[arg-type]  # of entries, all is Told
                for each in held
            ]
            found.append(
                Both(
                    engagement=row.id,
                    kind=row.kind,
                    first_day=row.first_day,
                    parties=between.get(row.id, ()),
                    fields=tuple(fields),
                )
            )
    return found


def _telling(account: Engagement) -> Telling[Engagement]:
    telling = account.tellings[0]
    return Telling(id=account.id, report=telling.report, account=account, told_on=telling.day, body=account.body_id)


def _counts(both: Iterable[Both]) -> dict[str, dict[str, int]]:
    counted = Counter((told.name, told.outcome) for each in both for told in each.fields)
    return {name: {each: counted[name, each] for each in get_args(Outcome)} for name in FIELDS}


# Alone


def _lone(
    connection: Connection,
    rows: Sequence[Row[Any]],
    from_list: Mapping[str, Sequence[str]],
    from_reports: Mapping[str, Sequence[str]],
    between: Between,
) -> list[Lone]:
    covered = _Covered(_report_days(connection, from_reports, between), between)
    of_list = _of_list(connection, from_list)
    listed = _Covered(((_concerned(row, between), row.first_day, row.last_day) for row in of_list), between)
    kinds = {row.kind for row in of_list}
    states: dict[str, Alone] = {}
    for row in rows:
        if row.id in from_list and row.id not in from_reports:
            states[row.id] = _listed(row, covered)
        elif row.id not in from_list and row.kind in kinds and row.status in HAPPENED and listed.covers(row):
            states[row.id] = "reported"
    words = _words(connection, states)
    order = get_args(Alone)
    found = [
        Lone(
            engagement=row.id,
            state=states[row.id],
            kind=row.kind,
            level=row.level,
            first_day=row.first_day,
            parties=between.get(row.id, ()),
            told=words[row.id],
        )
        for row in rows
        if row.id in states
    ]
    return sorted(found, key=lambda each: order.index(each.state))


def _listed(row: Row[Any], covered: "_Covered") -> Alone:
    if row.first_day is None:
        return "undated"
    return "listed" if covered.covers(row) else "not covered"


class _Covered:
    """Between which days anything is told of which parties."""

    def __init__(self, days: Iterable[tuple[Parties, str, str]], between: Between) -> None:
        self._between = between
        self._spans: dict[Parties, Span] = {}
        self._asked: dict[Parties, Span | None] = {}
        for parties, first, last in days:
            known = self._spans.get(parties, (first, last))
            self._spans[parties] = min(known[0], first), max(known[1], last)

    def covers(self, row: Row[Any]) -> bool:
        """Whether encounters of at least the parties of this one are told of from before its days to after them."""
        span = self._of(_concerned(row, self._between))
        return span is not None and row.first_day is not None and span[0] <= row.last_day and row.first_day <= span[1]

    def _of(self, parties: Parties) -> Span | None:
        if parties not in self._asked:
            spans = [span for known, span in self._spans.items() if parties <= known]
            self._asked[parties] = (min(each[0] for each in spans), max(each[1] for each in spans)) if spans else None
        return self._asked[parties]


def _concerned(row: Row[Any], between: Between) -> Parties:
    """The parties that took part, and the country where it was."""
    return frozenset(between.get(row.id, ())) | ({row.country} if row.country else set())


def _report_days(connection: Connection, told: Collection[str], between: Between) -> Iterable[tuple[Parties, str, str]]:
    """The days of the reports that tell of encounters, with the parties of these."""
    asked: Select[Any] = (
        select(ENGAGEMENTS.id, ENGAGEMENTS.country, REPORTS.day)
        .join_from(schema.engagements, schema.accounts, ACCOUNTS.engagement == ENGAGEMENTS.id)
        .join(schema.reports, REPORTS.key == ACCOUNTS.report)
        .where(REPORTS.day.is_not(None))
    )
    for row in connection.execute(asked):
        if row.id in told:
            yield _concerned(row, between), row.day, row.day


def _of_list(connection: Connection, told: Collection[str]) -> list[Row[Any]]:
    """The encounters of the list of which a day is known."""
    asked = select(schema.engagements).where(ENGAGEMENTS.first_day.is_not(None))
    return [row for row in connection.execute(asked) if row.id in told]


def _words(connection: Connection, ids: Collection[str]) -> dict[str, Told[str]]:
    """The words of the first account of each; its id is the engagement's."""
    asked = select(schema.accounts, REPORTS.id.label("report_id")).join(schema.reports)
    return {
        row.id: row_told(row, row.quote)
        for some in chunks(ids)
        for row in connection.execute(asked.where(ACCOUNTS.id.in_(some)))
    }


def _cut(lone: Sequence[Lone], limit: int | None) -> Iterable[Lone]:
    """At most so many of each state."""
    seen: Counter[str] = Counter()
    for each in lone:
        seen[each.state] += 1
        if limit is None or seen[each.state] <= limit:
            yield each
