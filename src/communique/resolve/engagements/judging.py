"""How much the reasons for and against come to, and which of them are not enough to join.

A day, a place or somebody who meets many is not enough: who else was there, which body sat or which event it was must
be the same, too. What is not enough is still a suggestion.
"""

from collections.abc import Sequence

from communique.resolve.engagements.company import SAME_OFFICE, SAME_PARTIES, SURE, Matches, surely
from communique.resolve.engagements.kinds import MARGINS
from communique.resolve.engagements.seen import Seen
from communique.resolve.engagements.setting import SAME_DOCUMENT_RULE, SAME_EVENT_RULE, THERE_AND_THEN
from communique.resolve.engagements.sitting import SAME_BODY, SAME_SESSION
from communique.resolve.engagements.when import LATELY, NEVER, OTHER_DAYS_RULE, SAME_DAYS
from communique.resolve.likeness import Reason

DOUBTLESS = 0.6  # weight from which more of it counts half, so that 1 is reached by few
SUGGESTED = 0.45  # the most for what is not enough to join
SEVERAL = 2  # people known to both, by name or office

TELLING = frozenset({SAME_PARTIES, SAME_BODY, SAME_SESSION, SAME_EVENT_RULE, SAME_DOCUMENT_RULE, THERE_AND_THEN})
"""Reasons of which one is enough to know an encounter by, where days and all else fit."""

NAMED = frozenset({SAME_BODY, SAME_SESSION, SAME_EVENT_RULE})
"""Of these, those that are a name."""


def score(one: Seen, other: Seen, matched: Matches, reasons: Sequence[Reason]) -> float:
    """The score of so many reasons; what is beyond doubt still tells the likest from the next."""
    weight = sum(each.weight for each in reasons)
    if not _enough(one, other, matched, {each.rule for each in reasons}):
        return min(weight, SUGGESTED)
    return weight if weight <= DOUBTLESS else DOUBTLESS + (weight - DOUBTLESS) / 2


def _enough(one: Seen, other: Seen, matched: Matches, rules: set[str]) -> bool:
    """Whether anything of what speaks for one encounter tells it from others, and its time is known well enough."""
    if NEVER.rule in rules or MARGINS in rules or (OTHER_DAYS_RULE in rules and SAME_SESSION not in rules):
        return False
    known = {SAME_SESSION, SAME_EVENT_RULE} if one.days is None or other.days is None else NAMED
    if one.thin and other.thin and not rules & known and _long_between(one, other):
        return False
    if rules & TELLING or surely(matched) + (SAME_OFFICE in rules) >= SEVERAL:
        return True
    return _abroad(one, other, matched) or _nobody_else(one, other, matched, rules)


def _long_between(one: Seen, other: Seen) -> bool:
    """Whether the reports of two accounts that tell no day are not of one week."""
    return one.told is None or other.told is None or abs(one.told - other.told) > LATELY


def _abroad(one: Seen, other: Seen, matched: Matches) -> bool:
    """Whether somebody is on a visit to one foreign country."""
    if one.kind != "visit" or one.country is None or one.country != other.country:
        return False
    return any(each >= SURE and {left.party, right.party} != {one.country} for left, right, each in matched)


def _nobody_else(one: Seen, other: Seen, matched: Matches, rules: set[str]) -> bool:
    """Whether somebody did the same on the same day, and one of the accounts tells of nobody beside."""
    if not matched or SAME_DAYS not in rules or one.kind != other.kind or one.thin or other.thin:
        return False
    return len(matched) == min(len(one.named), len(other.named))
