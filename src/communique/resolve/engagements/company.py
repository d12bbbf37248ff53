"""What those who take part say of two accounts being one engagement: people by name and office, parties."""

from collections.abc import Iterator

from communique.resolve.engagements.alike import names_alike, offices_alike
from communique.resolve.engagements.seen import Seen
from communique.resolve.likeness import Reason
from communique.resolve.mentions import Taking

FIRST_NAME, NEXT_NAME, FAMILY_NAME, OFFICE = 0.28, 0.2, 0.12, 0.12
PAIR, PART, OTHER_PARTY = 0.15, 0.1, -0.3
NOBODY_SHARED = -0.1
UNLIKE, OTHER_LEAD, OTHER_OFFICE = 0.0, -0.1, -0.15

SURE = 0.8  # likeness of names from which they are one
SMALL = 2  # people of a meeting in which nobody is a mere companion

TIGHT = frozenset({"meeting", "call", "visit", "correspondence", "ceremony"})  # of whom a stranger makes another one


Matches = list[tuple[Taking, Taking, float]]


def strangers(one: Seen, other: Seen) -> Reason | None:
    """Who alone makes them two: other parties with nobody in common, or another person in somebody's place."""
    if not one.named or not other.named:
        if one.states and other.states and not one.states & other.states:
            return _other_parties(one, other)
        return None
    matched = matches(one, other)
    if not matched and one.states and other.states and not one.states & other.states:
        return _other_parties(one, other)
    if one.kind not in TIGHT or other.kind not in TIGHT:
        return None
    stranger = next(_in_one_place(one, other, matched), None)
    if stranger:
        names = " is not ".join(str(each.name) for each in stranger)
        return Reason("engagements.other_people", -1.0, names)
    return None


def company(one: Seen, other: Seen) -> Iterator[Reason]:
    """What people, offices and parties say."""
    matched = matches(one, other)
    weights = [FIRST_NAME, NEXT_NAME]
    sure = 0
    for left, right, score in matched:
        if score >= SURE:
            weight = weights[min(sure, 1)] if sure < 2 else 0.05
            sure += 1
        else:
            weight = FAMILY_NAME
        yield Reason(
            "engagements.same_person",
            weight,
            f"{left.name} takes part in each" if left.name == right.name else f"{left.name} is {right.name}",
        )
    yield from _parties(one, other, len(matched))
    yield from _offices(one, other, matched)


def matches(one: Seen, other: Seen) -> Matches:
    """Those named in each who may be one, the likest first, each at most once."""
    pairs = [
        (names_alike(left, right), str(left.name), str(right.name), left, right)
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
    for left in left_out:
        for right in right_out:
            side_met = any(left.party in (a.party, b.party) for a, b, _ in matched)
            if (left.party == right.party and left.party and not side_met) or (alone and matched):
                yield left, right


def _parties(one: Seen, other: Seen, known: int) -> Iterator[Reason]:
    shared = one.states & other.states
    if len(shared) >= 2:
        yield Reason("engagements.same_parties", PAIR, f"{' and '.join(sorted(shared))} in each")
    elif shared and (one.states <= other.states or other.states <= one.states):
        yield Reason("engagements.one_party", PART, f"{' and '.join(sorted(shared))} in each")
    elif one.states and other.states and known < 2:
        yield Reason("engagements.other_parties", OTHER_PARTY, _of_parties(one, other))
    if not known and one.kind in TIGHT and other.kind in TIGHT:
        yield Reason("engagements.nobody_shared", NOBODY_SHARED, "nobody is named in both")


def _offices(one: Seen, other: Seen, matched: Matches) -> Iterator[Reason]:
    """Whoever is told of by office alone, held against those of that party in the other."""
    for some, others in ((one, other), (other, one)):
        for left in some.unnamed:
            for right in (*others.named, *others.unnamed):
                if left.party and left.party == right.party and left.offices and right.offices:
                    if offices_alike(left.offices, right.offices):
                        yield Reason("engagements.same_office", OFFICE, f"{left.offices[0]} in each")
                        return


def _other_parties(one: Seen, other: Seen) -> Reason:
    return Reason("engagements.other_parties", -1.0, _of_parties(one, other))


def _of_parties(one: Seen, other: Seen) -> str:
    return f"{' and '.join(sorted(one.states))} are not {' and '.join(sorted(other.states))}"
