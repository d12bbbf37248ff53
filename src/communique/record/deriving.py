"""What follows from a reading: the rows of the derived tables, as a function of the report and its reading alone."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Table

from communique.reading import Account, Participant, Person, Reading, citations
from communique.record import schema
from communique.report import Cited, Report
from communique.resolve import BodyIdentity, Joining, PersonIdentity, bounds, fold, fold_name

Row = dict[str, Any]
Rows = dict[Table, list[Row]]


def derive(report: Report, reading: Reading, key: int) -> Rows:
    """The rows of every derived table, in an order in which they can be written: what is referred to comes first."""
    derived = _Derived(report, reading, key)
    for step in (derived.people, derived.bodies, derived.engagements, derived.statements, derived.links):
        step()
    return {table: derived.rows[table] for table in schema.DERIVED if derived.rows[table]}


class _Derived:
    """The rows that follow from one reading."""

    def __init__(self, report: Report, reading: Reading, key: int) -> None:
        self.rows: Rows = defaultdict(list)
        self._reading = reading
        self._key = key
        self._joining = Joining(report.digest, reading)
        self._named: set[tuple[str, int, int]] = set()
        self._posted: set[tuple[Any, ...]] = set()

    def people(self) -> None:
        """Persons, every mention of their names, and what posts they are given."""
        for each in self._reading.people:
            who = self._joining.person(each.id)
            self._person(who, (each.name, *each.mentions))
            self._postings(who, each)

    def bodies(self) -> None:
        """Bodies, their names as written, and who heads them."""
        for nth, each in enumerate(self._reading.bodies):
            body = self._joining.body(each.id)
            self._body(body)
            for form, names in (("name", (each.name,)), ("alias", each.aliases)):
                for name in names:
                    self._add(schema.body_names, name, body=body.id, form=form, nth=nth, **_name(name))
            for head in each.heads:
                party = head.party.value if head.party else None
                self._person(self._joining.named(head.name.value, party=party), (head.name,))

    def engagements(self) -> None:
        """Engagements and the accounts that tell of them, with all that belongs to each."""
        for nth, account in enumerate(self._reading.engagements):
            engagement = self._joining.engagement(account.id)
            body = self._meeting_body(account)
            self.rows[schema.engagements].append(
                {
                    "id": engagement,
                    "kind": account.kind.value,
                    "status": account.status.value,
                    **_days(account),
                    "country": account.country.value if account.country else None,
                    "body": body.id if body else None,
                    "session_number": account.session_number.value if account.session_number else None,
                }
            )
            self._add(schema.accounts, account.trigger, engagement=engagement, nth=nth)
            self._participations(engagement, account)
            for part, spans in (("topic", account.topics), ("outcome", account.outcomes)):
                for span in spans:
                    self._add(schema.spans, span, engagement=engagement, part=part, value=span.value)
            for each in account.documents:
                status = each.status.value if each.status else None
                self._add(schema.documents, each.name, engagement=engagement, name=each.name.value, status=status)

    def statements(self) -> None:
        """What was said, with the speaker's person and party where the reading settles them."""
        for nth, each in enumerate(self._reading.statements):
            who, party = self._joining.speaker(each)
            self._add(
                schema.statements,
                each.content,
                id=self._joining.statement(nth),
                nth=nth,
                speaker=fold_name(each.speaker.value),
                person=who.id if who else None,
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

    def _participations(self, engagement: str, account: Account) -> None:
        for each in account.participants:
            who = self._joining.participant(each)
            if who:
                self._person(who, tuple(name for name in (each.name, *each.mentions) if name))
                self._postings(who, each)
            self._add(
                schema.participations,
                _first_cited(each) or account.trigger,
                engagement=engagement,
                person=who.id if who else None,
                party=each.party.value if each.party else None,
                role=each.role.value if each.role else None,
                leads=int(each.leads.value) if each.leads else None,
            )

    def _person(self, who: PersonIdentity, names: Iterable[Cited[str]]) -> None:
        self.rows[schema.persons].append({"id": who.id, "folded": who.folded, "party": who.party})
        for each in names:
            if (who.id, each.start, each.end) not in self._named:
                self._named.add((who.id, each.start, each.end))
                self._add(schema.names, each, person=who.id, **_name(each))

    def _postings(self, who: PersonIdentity, told: Person | Participant) -> None:
        """One row for each office, or one for the rank alone, cited to the office or the rank."""
        rank = told.rank.value if told.rank else None
        for office in told.office or (None,):
            cited = office or told.rank
            posting = (who.id, rank, office.value if office else None, cited and (cited.start, cited.end))
            if cited and posting not in self._posted:
                self._posted.add(posting)
                self._add(schema.postings, cited, person=who.id, rank=rank, office=posting[2], party=who.party)

    def _meeting_body(self, account: Account) -> BodyIdentity | None:
        body = self._joining.meeting_body(account)
        if body and account.body:
            self._body(body)
            self._add(schema.body_names, account.body, body=body.id, form="met", nth=None, **_name(account.body))
        return body

    def _body(self, body: BodyIdentity) -> None:
        row = {"id": body.id, "folded": body.folded, "parties": " ".join(body.parties)}
        self.rows[schema.bodies].append(row)

    def _add(self, table: Table, cited: Cited[Any], **columns: Any) -> None:
        place = {"report": self._key, "start": cited.start, "end": cited.end}
        self.rows[table].append({**columns, **place, "quote": cited.quote, "rule": cited.rule})


def _name(name: Cited[str]) -> Row:
    return {"written": name.value, "folded": fold_name(name.value)}


def _first_cited(participant: Participant) -> Cited[Any] | None:
    """What a participation stands on: the name, else what comes next in the order of the reading."""
    return next((each for each in citations(participant) if isinstance(each, Cited)), None)


def _days(account: Account) -> Row:
    """The start as told, and the days the engagement may cover at the most; none where no start is told."""
    start = bounds(account.start.value) if account.start else None
    end = bounds(account.end.value) if account.end else start
    last = end[1] if end else start[1] if start else None
    return {
        "start": account.start.value if account.start else None,
        "first_day": start[0] if start else None,
        "last_day": last if start else None,
    }
