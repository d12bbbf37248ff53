"""What a report contributes to the forms that are joined: names of people and of bodies, with all it tells of them.

Two reports that write a name alike for one party contribute to one form, whose parts are then the union of theirs.
"""

from collections import defaultdict
from collections.abc import Iterable

from communique.reading import Account, Participant, Person, Reading
from communique.report import Cited, Report
from communique.resolve.days import bounds, day_of
from communique.resolve.joining import BodyIdentity, Joining, PersonIdentity
from communique.resolve.mentions import BodyForm, Days, Met, PersonForm, first_met


def person_forms(report: Report, reading: Reading) -> dict[str, PersonForm]:
    """The forms of people that a report names, by id: people of the reading, participants, and heads of bodies."""
    joining = Joining(report.digest, reading, scoped=True)
    company = _company(reading)
    whose: dict[PersonIdentity, list[Person | Participant]] = defaultdict(list)
    called: dict[PersonIdentity, set[str]] = defaultdict(set)
    for person in reading.people:
        who = joining.person(person.id)
        whose[who].append(person)
        called[who] |= _names((person.name, *person.mentions))
    for account in reading.engagements:
        for each in account.participants:
            meant = joining.participant(each)
            if meant:
                whose[meant].append(each)
                called[meant] |= _names((each.name, *each.mentions))
    for body in reading.bodies:
        for head in body.heads:
            called[joining.named(head.name.value, party=head.party.value if head.party else None)].add(head.name.value)
    return {
        who.id: PersonForm(
            id=who.id,
            folded=who.folded,
            party=who.party,
            written=tuple(sorted(names)),
            offices=tuple(sorted({office.value for told in whose[who] for office in told.office})),
            ranks=tuple(sorted({told.rank.value for told in whose[who] if told.rank})),
            company=company,
            seen=_seen(report, reading),
            vague=who.vague,
            scope=who.scope,
        )
        for who, names in called.items()
    }


def body_forms(report: Report, reading: Reading) -> dict[str, BodyForm]:
    """The forms of bodies that a report names, by id: bodies of the reading, and those only accounts tell of."""
    joining = Joining(report.digest, reading, scoped=True)
    written: dict[BodyIdentity, set[str]] = defaultdict(set)
    others: dict[BodyIdentity, set[str]] = defaultdict(set)
    areas: dict[BodyIdentity, set[str]] = defaultdict(set)
    met: dict[BodyIdentity, set[Met]] = defaultdict(set)
    for body in reading.bodies:
        own = joining.body(body.id)
        written[own].add(body.name.value)
        areas[own] |= _names(body.areas)
        for alias in body.aliases:
            meant = joining.called(body.id, alias.value)
            (others if meant == own else written)[meant].add(alias.value)
    for account in reading.engagements:
        which = joining.meeting_body(account)
        if which and account.body:
            written[which].add(account.body.value)
            met[which].add((_number(account), _days(account)))
    return {
        which.id: BodyForm(
            id=which.id,
            folded=which.folded,
            parties=which.parties,
            written=tuple(sorted(names)),
            others=tuple(sorted(others[which])),
            areas=tuple(sorted(areas[which])),
            met=first_met(met[which]),
            company=_company(reading),
            seen=_seen(report, reading),
            vague=which.vague,
            scope=which.scope,
        )
        for which, names in written.items()
    }


def _names(told: Iterable[Cited[str] | None]) -> set[str]:
    return {each.value for each in told if each}


def _company(reading: Reading) -> tuple[str, ...]:
    """All parties a reading speaks of, sorted."""
    parties = [each.party for each in reading.people]
    parties += [each.party for account in reading.engagements for each in account.participants]
    parties += [party for body in reading.bodies for party in body.parties]
    countries = [account.country for account in reading.engagements]
    return tuple(sorted({each.value for each in (*parties, *countries) if each}))


def _seen(report: Report, reading: Reading) -> Days | None:
    return bounds(report.published or day_of(reading) or "")


def _number(account: Account) -> int | None:
    return account.session_number.value if account.session_number else None


def _days(account: Account) -> Days | None:
    start = bounds(account.start.value) if account.start else None
    end = bounds(account.end.value) if account.end else start
    return (start[0], end[1] if end else start[1]) if start else None
