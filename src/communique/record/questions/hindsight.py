"""What was known by a day: only what reports of that day or before tell, as if no later one had been read.

Who is who and which accounts tell of one encounter is as the record has it now; what is told of it is not. A report
without a day may be later than any day, so that nothing of it counts.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, tuple_

from communique.record.entries import Coverage, Engagement, ReportLine, Statement, Told
from communique.record.listed import Listed
from communique.record.looking import engagements, reports, statements
from communique.record.looking.merging import together
from communique.record.looking.reports import counting
from communique.record.questions.contact import Contact, contact
from communique.record.questions.coverage import of_reports, only_in_copies, telling_of
from communique.record.rulings.ruling import values_decided
from communique.record.store import schema
from communique.record.store.told import chunks, row_told
from communique.resolve import bounds

ENGAGEMENTS, SIDES, ACCOUNTS = schema.engagements.c, schema.sides.c, schema.accounts.c
REPORTS, STATEMENTS, POSTINGS, FORMS = (
    schema.reports.c,
    schema.statements.c,
    schema.postings.c,
    schema.person_forms.c,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTold:
    """Somebody whom a report of `day` gives an office of that level, and no later one does."""

    person: str
    name: str
    level: str
    office: Told[str]
    day: str


class Hindsight:
    """Asking as of a day (ISO), on whatever gives transactions."""

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def engagements_by(
        self, day: str, *, parties: Sequence[str] = (), body: str | None = None, limit: int | None = None
    ) -> Listed[Engagement]:
        """The engagements of all these parties, or of the body of this id, told by that day; the latest first.

        Each as the accounts in reports of that day or before tell of it together; those without a day are last.
        """
        asked = _told_by(day, parties, body)
        with self._asking() as connection:
            total = connection.execute(select(func.count()).select_from(asked.subquery())).scalar_one()
            order = (ENGAGEMENTS.last_day.desc().nulls_last(), ENGAGEMENTS.id)
            ids = connection.execute(asked.order_by(*order).limit(limit)).scalars().all()
            found = [each for each in _as_told(connection, ids, day) if set(parties) <= set(each.parties)]
            return Listed(entries=tuple(found), total=total)

    def contact_by(self, day: str, *, parties: Sequence[str] = ()) -> Contact:
        """How often all these parties met by that day, by year and level; only what was told to have been held."""
        with self._asking() as connection:
            return contact(connection, parties=parties, to_day=day, told_by=day)

    def statements_by(
        self, day: str, *, party: str, between: Sequence[str] = (), limit: int | None = None
    ) -> Listed[Statement]:
        """What was said for a party in reports of encounters of all the parties `between`, the latest first."""
        column = STATEMENTS
        asked = select(column.key, column.report).join(schema.reports, REPORTS.key == column.report)
        asked = asked.where(column.party == party, REPORTS.day <= day, counting())
        if (telling := telling_of(between)) is not None:
            asked = asked.where(column.report.in_(telling))
        with self._asking() as connection:
            total = connection.execute(select(func.count()).select_from(asked.subquery())).scalar_one()
            latest = asked.order_by(REPORTS.day.desc(), REPORTS.id, column.nth)
            keys = [row.key for row in connection.execute(latest.limit(limit))]
            return Listed(entries=tuple(statements.of_keys(connection, keys)), total=total)

    def holders_by(self, day: str, *, party: str, levels: Sequence[str], limit: int) -> list[LastTold]:
        """Who was last told to hold which office of a party, level by level, `limit` of each, the last told first."""
        with self._asking() as connection:
            asked = _offices(party, levels).where(POSTINGS.day <= day)
            grouped = asked.group_by(POSTINGS.level, POSTINGS.person, POSTINGS.folded)
            rows = sorted(connection.execute(grouped).all(), key=lambda row: (row.person, row.folded))
            rows.sort(key=lambda row: row.day, reverse=True)
            chosen = [each for level in levels for each in [row for row in rows if row.level == level][:limit]]
            return list(_last_told(connection, party, chosen))

    def coverage_by(self, day: str) -> Coverage:
        """Which reports the record has of that day or before."""
        with self._asking() as connection:
            return of_reports(connection, told_by=day)

    def undated_reports(self, *, parties: Sequence[str] = ()) -> int:
        """How many reports without a day tell of encounters of all these parties: they count on no day."""
        asked = select(func.count()).where(REPORTS.day.is_(None), counting())
        if (telling := telling_of(parties)) is not None:
            asked = asked.where(REPORTS.key.in_(telling))
        with self._asking() as connection:
            return connection.execute(asked).scalar_one()

    def report_lines(self, ids: Collection[str]) -> dict[str, ReportLine]:
        """Lines of the reports of these ids, by id."""
        with self._asking() as connection:
            found = (each for some in chunks(sorted(set(ids))) for each in reports.of_ids(connection, some))
            return {each.id: each for each in found}


def _told_by(day: str, parties: Sequence[str], body: str | None) -> Select[Any]:
    """The ids of engagements that a report of the day or before tells of."""
    told = select(ACCOUNTS.engagement).join(schema.reports, REPORTS.key == ACCOUNTS.report).where(REPORTS.day <= day)
    asked = select(ENGAGEMENTS.id).where(ENGAGEMENTS.id.in_(told), ENGAGEMENTS.id.not_in(only_in_copies()))
    for party in parties:
        asked = asked.where(ENGAGEMENTS.id.in_(select(SIDES.engagement).where(SIDES.party == party)))
    return asked.where(ENGAGEMENTS.body == body) if body else asked


def _as_told(connection: Connection, ids: Sequence[str], day: str) -> Iterator[Engagement]:
    """These engagements as their accounts in reports of the day or before tell of them."""
    for some in chunks(ids):
        told = engagements.accounts_of(connection, some)
        decided = values_decided(connection, (each.id for whole in some for each in told[whole]))
        for id in some:  # noqa: A001
            known = [each for each in told[id] if _by(each.tellings[0].day, day)]
            if known:
                yield replace(together(known, decided), id=id)


def _offices(party: str, levels: Sequence[str]) -> Select[Any]:
    """The postings of a party's people at these levels, found by whose they are: there are fewer of those."""
    forms = select(FORMS.id).join(schema.persons, schema.persons.c.id == FORMS.person)
    return select(POSTINGS.level, POSTINGS.person, POSTINGS.folded, func.max(POSTINGS.day).label("day")).where(
        POSTINGS.form.in_(forms.where(schema.persons.c.party == party)),
        POSTINGS.party == party,
        POSTINGS.level.in_(levels),
    )


def _last_told(connection: Connection, party: str, chosen: Sequence[Row[Any]]) -> Iterator[LastTold]:
    """The words that tell each of these offices on its day: those of the first report by id."""
    asked = (
        select(schema.postings, REPORTS.id.label("report_id"), schema.persons.c.name)
        .join_from(schema.postings, schema.reports, REPORTS.key == POSTINGS.report)
        .join(schema.persons, schema.persons.c.id == POSTINGS.person)
        .where(POSTINGS.party == party)
        .order_by(REPORTS.id, POSTINGS.start)
    )
    told: dict[tuple[str, str, str], Row[Any]] = {}
    for some in chunks((row.folded, row.person, row.day) for row in chosen):
        places = tuple_(POSTINGS.folded, POSTINGS.person, POSTINGS.day)
        for row in connection.execute(asked.where(places.in_(some))):
            told.setdefault((row.folded, row.person, row.day), row)
    for row in chosen:
        at = told[row.folded, row.person, row.day]
        yield LastTold(person=row.person, name=at.name, level=row.level, office=row_told(at, at.office), day=row.day)


def _by(told: str | None, day: str) -> bool:
    """Whether a report is surely of the day or before."""
    covered = bounds(told) if told else None
    return covered is not None and covered[1] <= day
