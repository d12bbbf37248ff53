"""What the accounts of one engagement tell, side by side: what all tell alike, what one has alone, what conflicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from communique.record.entries import Coverage, Engagement, Participant, Statement, Told
from communique.record.looking import engagements, statements
from communique.record.looking.merging import held_together
from communique.record.questions.coverage import of_reports
from communique.record.rulings.ruling import values_decided
from communique.record.store import schema
from communique.resolve import fold
from communique.resolve.agreement import Field, Value
from communique.resolve.decisions import Verdict

Alike = Literal[
    "all alike", "alike", "fit", "some in common", "none in common", "only one", "conflict", "decided", "rejected"
]
"""How the accounts' values of a field stand to each other.

One value, told by all or by several; several that can all be true; lists that share something or nothing; told by one
account alone; values that cannot all be true; what people decided, of which `rejected` leaves none.
"""

LISTS = ("topics", "outcomes", "document")  # fields of which an account may tell several values that all hold

ACCOUNTS, REPORTS = schema.accounts.c, schema.reports.c


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedAccount:
    """One account: its report, outlet and day, all it tells, and what the report has said by whom.

    `id` is the account's (`E-…`), `account` what the report's reading calls it (`E1`). A report that tells of several
    engagements has its statements with each of them: who said what is told of the report, not of the encounter.
    """

    id: str
    report: str
    account: str
    day: str | None
    outlet: str | None
    title: str | None
    url: str | None
    told: Engagement
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedValue:
    """One value of a field, the accounts that tell it, and the words of each. `verdict` is what people said of it.

    `shown` is how it is called: for a person the name, elsewhere the value itself.
    """

    value: str | int | bool
    shown: str
    accounts: tuple[str, ...]
    told: tuple[Told[Any], ...]
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedField:
    """What the accounts tell of one field, the value shown first at the front; `silent` are those that tell nothing.

    `person` and `party` say whose rank, office, role or lead it is, and `name_of` what the person is called.
    """

    name: str
    alike: Alike
    values: tuple[ComparedValue, ...]
    silent: tuple[str, ...]
    person: str | None = None
    name_of: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPerson:
    """Somebody who took part, as each account has them: one place an account, None where it does not.

    `person` is None for an office or delegation without a name. `conflicts` are the fields that accounts contradict
    each other in.
    """

    person: str | None
    name: str | None
    party: str | None
    parts: tuple[Participant | None, ...]
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An engagement by its accounts, in the order of the days of their reports.

    `fields` are those that some account tells, those of persons and sides last; `people` says who took part.
    """

    engagement: Engagement
    accounts: tuple[ComparedAccount, ...]
    fields: tuple[ComparedField, ...]
    people: tuple[ComparedPerson, ...]
    coverage: Coverage

    @property
    def conflicts(self) -> tuple[ComparedField, ...]:
        """The fields in which accounts contradict each other."""
        return tuple(each for each in self.fields if each.alike == "conflict")


def compare(connection: Connection, id: str) -> Comparison:  # noqa: A002
    """The accounts of the engagement of this id (or that of any of its accounts), side by side."""
    engagement = engagements.get(connection, id)
    told = engagements.accounts_of(connection, [engagement.id])[engagement.id]
    agreed = held_together(told, values_decided(connection, [each.id for each in told]))
    names = {each.person: each.name.value for each in engagement.participants if each.person and each.name}
    fields = [_field(each, told, names) for each in agreed.fields if each.values]
    reports = select(ACCOUNTS.report).where(ACCOUNTS.engagement == engagement.id)
    return Comparison(
        engagement=engagement,
        accounts=_accounts(connection, told),
        fields=tuple(fields),
        people=_people(told, fields),
        coverage=of_reports(connection, reports),
    )


def _accounts(connection: Connection, told: Sequence[Engagement]) -> tuple[ComparedAccount, ...]:
    ids = {each.tellings[0].report for each in told}
    asked = select(REPORTS.key, REPORTS.id, REPORTS.publisher, REPORTS.title).where(REPORTS.id.in_(ids))
    heads = {row.id: row for row in connection.execute(asked)}
    said: dict[str, list[Statement]] = {each: [] for each in ids}
    for statement in statements.of_reports(connection, [row.key for row in heads.values()]):
        said[statement.content.report].append(statement)
    found = []
    for each in told:
        telling = each.tellings[0]
        head = heads[telling.report]
        found.append(
            ComparedAccount(
                id=each.id,
                report=telling.report,
                account=telling.account,
                day=telling.day,
                outlet=head.publisher,
                title=head.title,
                url=telling.url,
                told=each,
                statements=tuple(said[telling.report]),
            )
        )
    return tuple(found)


def _field(field: Field, told: Sequence[Engagement], names: dict[str, str]) -> ComparedField:
    values = tuple(_value(each, names) for each in field.values)
    telling = {account for each in values for account in each.accounts}
    silent = tuple(each.id for each in told if each.id not in telling)
    return ComparedField(
        name=field.name,
        alike=_alike(field, values, silent),
        values=values,
        silent=silent,
        person=field.person,
        name_of=names.get(field.person) if field.person else None,
        party=field.party,
    )


def _value(value: Value, names: dict[str, str]) -> ComparedValue:
    told: dict[str, Told[Any]] = {}
    for voucher in value.vouchers:
        told.setdefault(voucher.account, voucher.told)  # type: ignore[arg-type]  # all that entries hold is Told
    shown = names.get(str(value.value), str(value.value))
    return ComparedValue(
        value=value.value, shown=shown, accounts=tuple(told), told=tuple(told.values()), verdict=value.verdict
    )


def _alike(field: Field, values: Sequence[ComparedValue], silent: Sequence[str]) -> Alike:
    if field.state in ("conflict", "decided"):
        return "conflict" if field.state == "conflict" else "decided" if field.first else "rejected"
    if field.state == "single":
        return "only one"
    if field.name in LISTS:
        return "some in common" if any(len(each.accounts) > 1 for each in values) else "none in common"
    if len(values) > 1:
        return "fit"
    return "alike" if silent else "all alike"


def _people(told: Sequence[Engagement], fields: Sequence[ComparedField]) -> tuple[ComparedPerson, ...]:
    """Who took part: persons by what the record knows them as, offices and delegations by what they are called."""
    parts: dict[tuple[str | None, ...], list[Participant | None]] = {}
    for nth, account in enumerate(told):
        for each in account.participants:
            row = parts.setdefault(_who(each), [None] * len(told))
            row[nth] = row[nth] or each
    found = []
    for row in parts.values():
        first = next(each for each in row if each)
        named = next((each.name.value for each in row if each and each.name), None)
        party = next((each.party.value for each in row if each and each.party), None)
        found.append(
            ComparedPerson(
                person=first.person,
                name=named,
                party=party,
                parts=tuple(row),
                conflicts=_conflicts(first.person, fields),
            )
        )
    return tuple(found)


def _who(participant: Participant) -> tuple[str | None, ...]:
    if participant.person:
        return (participant.person,)
    party = participant.party.value if participant.party else None
    name = fold(participant.name.value) if participant.name else None
    return (None, party, name, *sorted(fold(each.value) for each in participant.office))


def _conflicts(person: str | None, fields: Sequence[ComparedField]) -> tuple[str, ...]:
    """The fields in conflict that are this person's: their rank or office, and whether they lead."""
    if person is None:
        return ()
    mine = (each for each in fields if each.alike == "conflict")
    return tuple(
        each.name
        for each in mine
        if each.person == person or (each.name == "leads" and person in {value.value for value in each.values})
    )
