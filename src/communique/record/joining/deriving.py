"""What follows from a reading: nodes and told rows, as a function of the report and its reading alone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table

from communique.reading import Account, Participant, Person, Reading, citations
from communique.record.store import schema
from communique.record.store.kinds import BODY, PERSON, dump
from communique.report import Cited, Report
from communique.resolve import BodyIdentity, Joining, PersonIdentity, day_of, fold, fold_name
from communique.resolve.accounts import account_mentions
from communique.resolve.forms import body_forms, person_forms
from communique.resolve.levels import level_of
from communique.resolve.mentions import BodyForm, PersonForm

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a report contributes to a form, and where in the report it is told first."""

    node: PersonForm | BodyForm
    start: int


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from one reading: contributions to forms by kind, and rows by table, accounts among them."""

    forms: dict[str, dict[str, Contribution]] = field(default_factory=lambda: {PERSON.name: {}, BODY.name: {}})
    rows: dict[Table, list[Row]] = field(default_factory=lambda: defaultdict(list))


def derive(report: Report, reading: Reading, key: int) -> Derived:
    """All that follows from a reading of the report of this key."""
    deriving = _Deriving(report, reading, key)
    for step in (deriving.people, deriving.bodies, deriving.engagements, deriving.statements, deriving.links):
        step()
    deriving.forms()
    return deriving.derived


class _Deriving:
    """The nodes and rows that follow from one reading, as they are gathered."""

    def __init__(self, report: Report, reading: Reading, key: int) -> None:
        self.derived = Derived()
        self._rows = self.derived.rows
        self._report = report
        self._reading = reading
        self._day = report.published or day_of(reading)
        self._key = key
        self._joining = Joining(report.digest, reading, scoped=True)
        self._named: set[tuple[str, int, int]] = set()
        self._posted: set[tuple[Any, ...]] = set()

    def people(self) -> None:
        """Every mention of a person's names, and what posts they are given."""
        for each in self._reading.people:
            who = self._joining.person(each.id)
            self._person(who, (each.name, *each.mentions))
            self._postings(who, each)

    def bodies(self) -> None:
        """Bodies' names as written, and who heads them."""
        for nth, each in enumerate(self._reading.bodies):
            body = self._joining.body(each.id)
            self._add(schema.body_names, each.name, form=body.id, use="name", nth=nth, **_name(each.name))
            for alias in each.aliases:
                called = self._joining.called(each.id, alias.value)
                self._add(schema.body_names, alias, form=called.id, use="alias", nth=nth, **_name(alias))
            for head in each.heads:
                party = head.party.value if head.party else None
                self._person(self._joining.named(head.name.value, party=party), (head.name,))

    def engagements(self) -> None:
        """Accounts, with all that belongs to each."""
        mentions = account_mentions(self._report, self._reading)
        for nth, (account, mention) in enumerate(zip(self._reading.engagements, mentions, strict=True)):
            id, days = mention.id, mention.days or (None, None)  # noqa: A001
            body = self._meeting_body(account)
            self._add(
                schema.accounts,
                account.trigger,
                id=id,
                engagement=id,
                nth=nth,
                kind=account.kind.value,
                status=account.status.value,
                start_day=account.start.value if account.start else None,
                first_day=days[0],
                last_day=days[1],
                place=mention.place,
                country=mention.country,
                body_form=body.id if body else None,
                session_number=mention.session_number,
                vague=int(mention.vague),
                first=first(self._day, self._report.id, account.trigger.start, nth),
                compared=dump(mention),
            )
            self._participations(id, account)
            self._spans(id, account)
            for document in account.documents:
                status = document.status.value if document.status else None
                name = {"name": document.name.value, "folded": fold(document.name.value)}
                self._add(schema.documents, document.name, account=id, status=status, **name)

    def _spans(self, account_id: str, account: Account) -> None:
        """Topics, outcomes, and the other words that tell of the encounter or name it."""
        told = (("topic", account.topics), ("outcome", account.outcomes), ("telling", account.mentions))
        for part, spans in told:
            for each in spans:
                self._add(schema.spans, each, account=account_id, part=part, value=each.value, folded=fold(each.value))

    def statements(self) -> None:
        """What was said, with the speaker's form and party where the reading settles them."""
        for nth, each in enumerate(self._reading.statements):
            who, party = self._joining.speaker(each)
            self._add(
                schema.statements,
                each.content,
                id=self._joining.statement(nth),
                nth=nth,
                speaker=fold_name(each.speaker.value),
                form=who.id if who else None,
                party=party,
                verb=fold(each.verb.value),
                content=each.content.value,
            )

    def links(self) -> None:
        """Links between what the reading tells of; one to something it does not tell of is left out."""
        for each in self._reading.links:
            ends = self._joining.linked(each.from_id), self._joining.linked(each.to_id)
            if all(ends):
                self._add(schema.links, each.evidence, from_id=ends[0], to_id=ends[1], relation=each.relation)

    def forms(self) -> None:
        """What the report contributes to each form it names."""
        for kind, forms, table in (
            (PERSON, person_forms(self._report, self._reading), schema.names),
            (BODY, body_forms(self._report, self._reading), schema.body_names),
        ):
            starts: dict[str, int] = {}
            for row in self._rows[table]:
                starts[row["form"]] = min(row["start"], starts.get(row["form"], row["start"]))
            for id, form in forms.items():  # noqa: A001
                self.derived.forms[kind.name][id] = Contribution(form, starts[id])

    def _participations(self, account_id: str, account: Account) -> None:
        for nth, each in enumerate(account.participants):
            who = self._joining.participant(each)
            if who:
                self._person(who, tuple(name for name in (each.name, *each.mentions) if name))
                self._postings(who, each)
            self._add(
                schema.participations,
                _first_cited(each) or account.trigger,
                account=account_id,
                nth=nth,
                form=who.id if who else None,
                party=each.party.value if each.party else None,
                role=each.role.value if each.role else None,
                leads=int(each.leads.value) if each.leads else None,
                level=level_of(office.value for office in each.office),
            )

    def _person(self, who: PersonIdentity, names: Iterable[Cited[str]]) -> None:
        for each in names:
            if (who.id, each.start, each.end) not in self._named:
                self._named.add((who.id, each.start, each.end))
                self._add(schema.names, each, form=who.id, **_name(each))

    def _postings(self, who: PersonIdentity, told: Person | Participant) -> None:
        """One row for each office, or one for the rank alone, cited to the office or the rank."""
        rank = told.rank.value if told.rank else None
        for office in told.office or (None,):
            cited = office or told.rank
            posting = (who.id, rank, office.value if office else None, cited and (cited.start, cited.end))
            if cited and posting not in self._posted:
                self._posted.add(posting)
                self._add(
                    schema.postings,
                    cited,
                    form=who.id,
                    rank=rank,
                    office=posting[2],
                    folded=fold(office.value) if office else None,
                    level=level_of([office.value]) if office else None,
                    party=who.party,
                    day=self._day,
                )

    def _meeting_body(self, account: Account) -> BodyIdentity | None:
        body = self._joining.meeting_body(account)
        if body and account.body:
            self._add(schema.body_names, account.body, form=body.id, use="met", nth=None, **_name(account.body))
        return body

    def _add(self, table: Table, cited: Cited[Any], **columns: Any) -> None:
        place = {"report": self._key, "start": cited.start, "end": cited.end}
        self._rows[table].append({**columns, **place, "quote": cited.quote, "rule": cited.rule})


def first(day: str | None, report: str, start: int, nth: int = 0) -> str:
    """By what the first of several nodes is found: day (none last), report, place; as JSON in a column `first`."""
    return dump([day is None, day or "", report, start, nth])


def _name(name: Cited[str]) -> Row:
    return {"written": name.value, "folded": fold_name(name.value)}


def _first_cited(participant: Participant) -> Cited[Any] | None:
    """What a participation stands on: the name, else what comes next in the order of the reading."""
    return next((each for each in citations(participant) if isinstance(each, Cited)), None)
