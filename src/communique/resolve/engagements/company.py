"""What those who take part say of two accounts being one engagement: people by name and office, parties."""

from collections.abc import Iterator

from communique.resolve.engagements import alike
from communique.resolve.engagements.seen import Seen
from communique.resolve.likeness import Reason
from communique.resolve.mentions import Taking

FIRST_NAME, NEXT_NAME, FURTHER_NAME, FAMILY_NAME, OFFICE = 0.28, 0.2, 0.05, 0.25, 0.12
PAIR, PART, OTHER_PARTY = 0.15, 0.1, -0.3
NOBODY_SHARED, OTHER_PEOPLE = -0.1, -0.4

SAME_OFFICE = "engagements.same_office"
SAME_PARTIES = "engagements.same_parties"
SURE = 0.8  # likeness of names from which they are one
SMALL = 2  # people of a meeting in which nobody is a mere companion

TIGHT = frozenset({"meeting", "call", "visit", "correspondence", "ceremony"})  # of whom a stranger makes another one


Matches = list[tuple[Taking, Taking, float]]


def other_company(one: Seen, other: Seen, matched: Matches) -> Reason | None:
    """Who alone makes them two: other parties with nobody in common, or another person in somebody's place."""
    bodies_speak = one.body and other.body  # parties are misread more often than bodies
    if not matched and one.states and other.states and not one.states & other.states and not bodies_speak:
        return Reason("engagements.other_parties", -1.0, _of_parties(one, other))
    if one.kind not in TIGHT or other.kind not in TIGHT:
        return None
    stranger = next(_in_one_place(one, other, matched), None)
    if stranger:
        return Reason("engagements.other_people", -1.0, " is not ".join(str(each.name) for each in stranger))
    return _others_beside(one, other, matched) or _other_offices(one, other, matched)


def company(one: Seen, other: Seen, matched: Matches) -> Iterator[Reason]:
    """What people, offices and parties say."""
    sure = [each for each in matched if each[2] >= SURE]
    for left, right, score in matched:
        nth = sure.index((left, right, score)) if score >= SURE else 0
        weight = (FIRST_NAME, NEXT_NAME, FURTHER_NAME)[min(nth, 2)] if score >= SURE else FAMILY_NAME * score
        yield Reason("engagements.same_person", weight, _both(str(left.name), str(right.name)))
    stranger = next(_in_one_place(one, other, matched), None)
    if stranger and len(matched) == 1:
        words = " is not ".join(str(each.name) for each in stranger)
        yield Reason("engagements.other_people", OTHER_PEOPLE, words)
    yield from _parties(one, other, matched)
    yield from _offices(one, other)


def surely(matched: Matches) -> int:
    """How many are named in both for certain."""
    return sum(score >= SURE for _, _, score in matched)


def matches(one: Seen, other: Seen) -> Matches:
    """Those named in each who may be one, the likest first, each at most once."""
    pairs = [
        (alike.names_alike(left, right), str(left.name), str(right.name), left, right)
        for left in one.named
        for right in other.named
    ]
    found: Matches = []
    for score, _, _, left, right in sorted(pairs, key=lambda each: (-each[0], *sorted(each[1:3]))):
        if score > 0 and not any(left is known or right is also for known, also, _ in found):
            found.append((left, right, score))
    return found


def _in_one_place(one: Seen, other: Seen, matched: Matches) -> Iterator[tuple[Taking, Taking]]:
    """Pairs of two people who stand in one place: the same side, or the other side of the same person."""
    left_out = [each for each in one.named if not any(each is known for known, _, _ in matched)]
    right_out = [each for each in other.named if not any(each is known for _, known, _ in matched)]
    alone = len(one.named) <= SMALL and len(other.named) <= SMALL
    tight = one.kind in TIGHT and other.kind in TIGHT
    met = {taking.party for pair in matched for taking in pair[:2]}
    for left in left_out:
        for right in right_out:
            one_side = left.party is not None and left.party == right.party and left.party not in met
            opposite = alone and len(matched) == 1 and (tight or not _beside(left, right, *matched[0][:2]))
            if (one_side or opposite) and alike.strangers(left, right):
                yield left, right


def _beside(left: Taking, right: Taking, known: Taking, also: Taking) -> bool:
    """Whether only one of two people stands on the side of somebody known to both."""
    if known.party != also.party or None in (known.party, left.party, right.party):
        return False
    return (left.party == known.party) != (right.party == also.party)


def _others_beside(one: Seen, other: Seen, matched: Matches) -> Reason | None:
    """Whether each has somebody of a state that the other does not know of: two guests of one host."""
    known = {id(taking) for pair in matched for taking in pair[:2]}
    guests = [
        {
            each.party
            for each in (*some.named, *some.unnamed)
            if id(each) not in known and each.party not in others.states
        }
        for some, others in ((one, other), (other, one))
    ]
    if all(guest - {None} for guest in guests):
        return Reason("engagements.other_parties", -1.0, _of_parties(one, other))
    return None


def _other_offices(one: Seen, other: Seen, matched: Matches) -> Reason | None:
    """Whether of one side each has somebody, of whom nobody can be one by office: two hosts of one guest."""
    met = {taking.party for pair in matched for taking in pair[:2]}
    for party in sorted(one.parties & other.parties - met):
        sides = [
            [each.offices for each in some.everybody if each.party == party and alike.levelled(each)]
            for some in (one, other)
        ]
        if all(sides) and all(alike.two_offices(left, right) for left in sides[0] for right in sides[1]):
            return Reason("engagements.other_office", -1.0, f"{sides[0][0][0]} is not {sides[1][0][0]}")
    return None


def _parties(one: Seen, other: Seen, matched: Matches) -> Iterator[Reason]:
    shared = one.states & other.states
    known = surely(matched)
    if len(shared) >= 2:
        yield Reason(SAME_PARTIES, PAIR, f"{' and '.join(sorted(shared))} in each")
    elif shared and (one.states <= other.states or other.states <= one.states):
        yield Reason("engagements.one_party", PART, f"{' and '.join(sorted(shared))} in each")
    elif one.states and other.states and known < min(len(one.named), len(other.named), SMALL) and not one.event:
        yield Reason("engagements.other_parties", OTHER_PARTY, _of_parties(one, other))
    if not matched and one.named and other.named and one.kind in TIGHT and other.kind in TIGHT:
        yield Reason("engagements.nobody_shared", NOBODY_SHARED, "nobody is named in both")


def _offices(one: Seen, other: Seen) -> Iterator[Reason]:
    """Whoever is told of by office alone, held against those of that party in the other."""
    for some, others in ((one, other), (other, one)):
        for left in some.unnamed:
            beside = [each for each in others.everybody if each.party == left.party and each.offices]
            fits = [(alike.offices_alike(left, each), each) for each in beside if left.party]
            fitting = next((each for fit, each in fits if fit in ("same", "fits")), None)
            if fitting:
                yield Reason(SAME_OFFICE, OFFICE, _both(left.offices[0], fitting.offices[0]))
                return


def _both(some: str, other: str) -> str:
    return f"{some} in each" if some == other else f"{some} is {other}"


def _of_parties(one: Seen, other: Seen) -> str:
    return f"{' and '.join(sorted(one.states))} are not {' and '.join(sorted(other.states))}"
