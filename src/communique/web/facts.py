"""What a report's reading says, fact by fact, in groups as a page shows them beside the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from communique.reading import Account, Body, Link, Masthead, Participant, Person, Reading, Statement
from communique.report import Cited
from communique.wording import parties, words


class Said(NamedTuple):
    """A value in words before it has its number: the label of its field, what kind it is, and its citation."""

    label: str
    kind: str
    text: str
    cited: Cited[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One cited value. `number` is its place among all of the reading; `kind` chooses how its words are lit."""

    number: int
    label: str
    kind: str
    text: str
    cited: Cited[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The facts of one part of a reading; `entry` is the id in the record (`E-…`, `P-…`, `B-…`) of what it tells of."""

    section: str
    heading: str
    entry: str | None
    facts: tuple[Fact, ...]


def groups(reading: Reading, ids: Mapping[str, str]) -> tuple[Group, ...]:
    """The facts of a reading by section and part; `ids` are those of the record for the reading's own."""
    numbered: list[Group] = []
    number = 0
    for section, heading, entry, said in _parts(reading, ids):
        facts = []
        for each in said:
            number += 1
            facts.append(Fact(number=number, label=each.label, kind=each.kind, text=each.text, cited=each.cited))
        if facts:
            numbered.append(Group(section=section, heading=heading, entry=entry, facts=tuple(facts)))
    return tuple(numbered)


def _parts(reading: Reading, ids: Mapping[str, str]) -> Iterator[tuple[str, str, str | None, Iterator[Said]]]:
    for account in reading.engagements:
        heading = f"{account.kind.value}, {account.status.value}"
        yield "Engagements", heading, ids.get(account.id), _account(account)
    for person in reading.people:
        yield "People", person.name.value, ids.get(person.id), _person(person)
    for body in reading.bodies:
        yield "Bodies", body.name.value, ids.get(body.id), _body(body)
    for nth, statement in enumerate(reading.statements, start=1):
        yield "Statements", f"Statement {nth}", None, _statement(statement)
    for link in reading.links:
        yield "Links", link.relation.replace("_", " "), ids.get(link.from_id), _link(link)
    yield "Source", "As the report names it", None, _masthead(reading.report)


def _account(account: Account) -> Iterator[Said]:
    yield from _some("told as", "engagement", account.trigger)
    yield from _some("kind", "engagement", account.kind)
    yield from _some("status", "engagement", account.status)
    yield from _dates("from", account.start)
    yield from _dates("to", account.end)
    yield from _some("place", "place", account.place)
    yield from _country("country", "place", account.country)
    yield from _some("body", "body", account.body)
    if account.session_number:
        yield Said("session", "body", words.ordinal(account.session_number.value), account.session_number)
    for each in account.participants:
        yield from _participant(each)
    yield from _some("topic", "topic", *account.topics)
    yield from _some("outcome", "outcome", *account.outcomes)
    for document in account.documents:
        yield from _some("document", "outcome", document.name)
        yield from _some("its status", "engagement", document.status)
    yield from _some("also told as", "engagement", *account.mentions)


def _participant(participant: Participant) -> Iterator[Said]:
    who = participant.role.value if participant.role else "participant"
    yield from _some(who, "person", participant.name)
    yield from _some("rank", "office", participant.rank)
    yield from _some("office", "office", *participant.office)
    yield from _country("for", "party", participant.party)
    yield from _some("role", "engagement", participant.role)
    if participant.leads:
        yield Said("leads", "engagement", "yes" if participant.leads.value else "no", participant.leads)
    yield from _some("named", "person", *participant.mentions)


def _person(person: Person) -> Iterator[Said]:
    yield from _some("name", "person", person.name)
    yield from _some("rank", "office", person.rank)
    yield from _some("office", "office", *person.office)
    yield from _country("party", "party", person.party)
    yield from _some("named", "person", *person.mentions)


def _body(body: Body) -> Iterator[Said]:
    yield from _some("name", "body", body.name)
    yield from _some("also", "body", *body.aliases)
    yield from _some("kind", "body", body.kind)
    yield from _country("party", "party", *body.parties)
    yield from _some("area", "topic", *body.areas)
    for head in body.heads:
        yield from _some("head", "person", head.name)
        yield from _country("for", "party", head.party)


def _statement(statement: Statement) -> Iterator[Said]:
    yield from _some("speaker", "person", statement.speaker)
    yield from _some("verb", "statement", statement.verb)
    yield from _some("to", "person", statement.addressee)
    yield from _some("said", "statement", statement.content)
    yield from _some("about", "topic", *statement.about)


def _link(link: Link) -> Iterator[Said]:
    yield Said("in the words", "engagement", link.evidence.quote, link.evidence)


def _masthead(head: Masthead) -> Iterator[Said]:
    yield from _some("publisher", "source", head.publisher)
    yield from _some("from", "source", head.attributed_to)
    yield from _some("dateline", "place", head.dateline_place)
    yield from _dates("dated", head.dateline_date)


def _some(label: str, kind: str, *cited: Cited[Any] | None) -> Iterator[Said]:
    yield from (Said(label, kind, str(each.value), each) for each in cited if each)


def _dates(label: str, cited: Cited[str] | None) -> Iterator[Said]:
    if cited:
        yield Said(label, "date", words.date(cited.value), cited)


def _country(label: str, kind: str, *cited: Cited[str] | None) -> Iterator[Said]:
    yield from (Said(label, kind, parties.name(each.value), each) for each in cited if each)
