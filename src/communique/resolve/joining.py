"""What one report's reading speaks of, as the ids of the record: the one place where names are joined.

For now by folded equality: one name and party is one person, one name and set of parties is one body, one
account is one engagement. Ids are functions of what was read and of nothing else, so that a record made anew
has the same ones. Resolution with scores and decisions replaces the inside of `Joining`, not its callers.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from communique.reading import Account, Participant, Person, Reading, Statement
from communique.report import Cited
from communique.resolve import bodies, people, posts
from communique.resolve.days import day_of
from communique.resolve.folding import fold_name

Meant = TypeVar("Meant")

ID_DIGITS = 12  # hexadecimal: two of a million ids fall together with a chance of 1 in 500


@dataclass(frozen=True, slots=True)
class PersonIdentity:
    """Who a name stands for: `folded` name and party, in the report of the digest `scope` alone where it has one."""

    folded: str
    party: str | None
    scope: str = ""
    id: str = field(init=False)

    def __post_init__(self) -> None:
        scope = (self.scope,) if self.scope else ()
        object.__setattr__(self, "id", _id("P", self.folded, self.party or "", *scope))

    @property
    def vague(self) -> bool:
        """Whether the name is too thin to be the same in another report."""
        return bool(self.scope)


@dataclass(frozen=True, slots=True)
class BodyIdentity:
    """Which body a name stands for: `folded` name and its parties, sorted; `scope` as with a person."""

    folded: str
    parties: tuple[str, ...]
    scope: str = ""
    id: str = field(init=False)

    def __post_init__(self) -> None:
        scope = ("in", self.scope) if self.scope else ()
        object.__setattr__(self, "id", _id("B", self.folded, *self.parties, *scope))

    @property
    def vague(self) -> bool:
        """Whether the name is too thin to be the same in another report."""
        return bool(self.scope)


class Joining:
    """The persons, bodies and engagements of the record that one reading speaks of.

    `digest` is that of the report's text: an account is known by it and by the words that tell of the encounter, a
    statement by what was said, and by which of several on the same words it is. With `scoped`, a vague name (a family
    name alone, "the working group") stands for somebody in a post and year, or something of this report alone, until
    it is resolved.
    """

    def __init__(self, digest: str, reading: Reading, *, scoped: bool = False) -> None:
        self._scope = digest if scoped else ""
        self._year = (day_of(reading) or "")[:4]
        triggers = _nth_of_each((each.trigger.start, each.trigger.end) for each in reading.engagements)
        self._accounts = {
            each.id: _id("E", digest, *place) for each, place in zip(reading.engagements, triggers, strict=True)
        }
        said = _nth_of_each((each.content.start, each.content.end) for each in reading.statements)
        self._statements = [_id("S", digest, *place) for place in said]
        self._people = {each.id: self._who(each.name.value, _party(each), told=each) for each in reading.people}
        self._called = _unambiguous(
            (name.value, self._people[each.id]) for each in reading.people for name in (each.name, *each.mentions)
        )
        self._bodies = {each.id: self._which(each.name.value, _parties(each.parties)) for each in reading.bodies}
        self._aliases = {
            (each.id, alias.value): self._alias(self._bodies[each.id], each.name.value, alias.value)
            for each in reading.bodies
            for alias in each.aliases
        }
        self._body_forms = _unambiguous(
            [(each.name.value, self._bodies[each.id]) for each in reading.bodies]
            + [(name, body) for (_, name), body in self._aliases.items()]
        )
        self._in_office = _unambiguous(
            (office.value, (self.participant(each), _party(each)))
            for account in reading.engagements
            for each in account.participants
            for office in each.office
        )

    def engagement(self, account_id: str) -> str:
        """The id of the engagement an account tells of, e.g. `E-3f9a2c1b04d7`."""
        return self._accounts[account_id]

    def statement(self, nth: int) -> str:
        """The id of the nth statement of the reading, counted from 0."""
        return self._statements[nth]

    def person(self, id: str) -> PersonIdentity:  # noqa: A002
        """Who a person of the reading (`P1`) is."""
        return self._people[id]

    def named(self, name: str, *, party: str | None) -> PersonIdentity:
        """Who is meant by a name: a person of this reading of that name and no other party, else one of their own."""
        return self._named(name, party)

    def _named(self, name: str, party: str | None, *, told: Participant | None = None) -> PersonIdentity:
        known = self._called.get(fold_name(name))
        return known if known and party in (None, known.party) else self._who(name, party, told=told)

    def participant(self, participant: Participant) -> PersonIdentity | None:
        """Who a participant is; None where only an office or a delegation is told of."""
        if participant.person in self._people:
            return self._people[participant.person]
        return self._named(participant.name.value, _party(participant), told=participant) if participant.name else None

    def speaker(self, statement: Statement) -> tuple[PersonIdentity | None, str | None]:
        """Who a speaker is, by name or by an office a participant holds, and for which party they speak."""
        said_by = fold_name(statement.speaker.value)
        if said_by in self._called:
            person = self._called[said_by]
            return person, person.party
        return self._in_office.get(said_by, (None, None))

    def body(self, id: str) -> BodyIdentity:  # noqa: A002
        """Which body a body of the reading (`B1`) is."""
        return self._bodies[id]

    def called(self, id: str, alias: str) -> BodyIdentity:  # noqa: A002
        """Which body is meant by an alias that the reading gives a body (`B1`).

        With `scoped` an alias that cannot be of the same body, as it is told apart by a word, is of one of its own.
        """
        return self._aliases[id, alias]

    def meeting_body(self, account: Account) -> BodyIdentity | None:
        """Which body meets in an account; None where none does.

        A body of the reading by name or alias, or the only one whose name holds all words of the account's, or all
        of whose words it holds; else one known by the account alone, with the parties that take part.
        """
        if account.body is None:
            return None
        form = fold_name(account.body.value)
        if form in self._body_forms:
            return self._body_forms[form]
        words = set(form.split())
        near = {each for known, each in self._body_forms.items() if _one_in_other(words, set(known.split()))}
        if len(near) == 1:
            return near.pop()
        return self._which(account.body.value, _parties(each.party for each in account.participants))

    def linked(self, id: str) -> str | None:  # noqa: A002
        """The record's id of an account or body of the reading; None where the reading has no such one."""
        if id in self._bodies:
            return self._bodies[id].id
        return self._accounts.get(id)

    def _alias(self, body: BodyIdentity, name: str, alias: str) -> BodyIdentity:
        return self._which(alias, body.parties) if self._scope and bodies.contradict(name, alias) else body

    def _who(self, name: str, party: str | None, *, told: Person | Participant | None = None) -> PersonIdentity:
        """A name for a party; a vague one in the post and year it is told in, else in this report alone.

        Thousands of reports call a president by the family name: they are compared once a year, not each with each.
        """
        scope = self._scope if self._scope and people.is_vague(name, party) else ""
        if scope and told and self._year:
            post = posts.post_of((each.value for each in told.office), told.rank.value if told.rank else None)
            scope = f"{self._year} {post}" if post else scope
        return PersonIdentity(fold_name(name), party, scope)

    def _which(self, name: str, parties: tuple[str, ...]) -> BodyIdentity:
        folded = fold_name(name)
        return BodyIdentity(folded, parties, self._scope if bodies.is_vague(name, parties) else "")


def _unambiguous(forms: Iterable[tuple[str, Meant]]) -> dict[str, Meant]:
    """What each folded form stands for; a form that stands for two is left out, since the text does not settle it."""
    meant: dict[str, set[Meant]] = {}
    for form, each in forms:
        meant.setdefault(fold_name(form), set()).add(each)
    return {form: each.pop() for form, each in meant.items() if len(each) == 1}


def _nth_of_each(spans: Iterable[tuple[int, int]]) -> list[tuple[str, str, str]]:
    """Start, end and which of those on the same words, of each span, as parts of an id."""
    counts: Counter[tuple[int, int]] = Counter()
    places = []
    for start, end in spans:
        places.append((str(start), str(end), str(counts[start, end])))
        counts[start, end] += 1
    return places


def _one_in_other(some: set[str], others: set[str]) -> bool:
    return bool(some and others) and (some <= others or others <= some)


def _party(of: Person | Participant) -> str | None:
    return of.party.value if of.party else None


def _parties(told: Iterable[Cited[str] | None]) -> tuple[str, ...]:
    return tuple(sorted({each.value for each in told if each}))


def _id(kind: str, *parts: str) -> str:
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:ID_DIGITS]}"
