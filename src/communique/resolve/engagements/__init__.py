"""Which accounts tell of one engagement: when, who, where, in which body, each with its say and its reason.

Accounts of one report are two: the reader has joined what a report tells twice. A visit is not the talks within it,
nor a session the reception of its delegation; but what one outlet calls talks another may call a session.
"""

from collections.abc import Sequence

from communique.resolve.engagements.blocking import keys
from communique.resolve.engagements.company import Matches, company, matches, other_company, surely
from communique.resolve.engagements.kinds import MARGINS, kinds
from communique.resolve.engagements.seen import Seen, seen
from communique.resolve.engagements.setting import setting
from communique.resolve.engagements.sitting import SAME_SESSION, other_session, sitting
from communique.resolve.engagements.twice import told_twice
from communique.resolve.engagements.when import NEVER, OTHER_DAYS_RULE, other_time, when
from communique.resolve.likeness import Likeness, Reason, likeness
from communique.resolve.mentions import AccountMention

VERSION = "1"

DOUBTLESS = 0.6  # weight from which more of it counts half, so that 1 is reached by few
SUGGESTED = 0.45  # what is not enough to join: the same people on other days, a bilateral meeting at a conference

__all__ = ["VERSION", "apart", "compare", "keys"]

TELLING = frozenset(
    f"engagements.{each}"
    for each in (
        *("same_person", "same_parties", "same_office", "same_body", "same_session", "same_event", "same_document"),
        "there_and_then",
    )
)
"""Reasons without one of which two accounts are not joined: a day and a place alone are many encounters'."""

DOUBTFUL = frozenset({MARGINS, NEVER.rule})


def compare(a: AccountMention, b: AccountMention) -> Likeness:
    """How like two accounts are, from 0 (two engagements) to 1 (one), and why."""
    one, other = _in_order(a, b)
    if one.report == other.report:
        return likeness(a.id, b.id, 0.0, [Reason("engagements.one_report", -1.0, "one report tells of both")])
    matched = matches(one, other)
    if against := _against(one, other, matched):
        return likeness(a.id, b.id, 0.0, [against])
    reasons = [
        *kinds(one, other, known=surely(matched)),
        *company(one, other, matched),
        *when(one, other),
        *sitting(one, other),
        *setting(one, other),
    ]
    return likeness(a.id, b.id, _score(reasons), reasons)


def apart(a: AccountMention, b: AccountMention) -> bool:
    """Whether two accounts tell of two engagements whatever speaks for one."""
    one, other = _in_order(a, b)
    matched = matches(one, other)
    if one.report == other.report and one.id != other.id and not told_twice(one, other, matched):
        return True
    return _against(one, other, matched) is not None


def _score(reasons: Sequence[Reason]) -> float:
    """The score of so many reasons: what is beyond doubt still tells the likest from the next."""
    weight = sum(each.weight for each in reasons)
    rules = {each.rule for each in reasons}
    if not rules & TELLING or rules & DOUBTFUL or (OTHER_DAYS_RULE in rules and SAME_SESSION not in rules):
        return min(weight, SUGGESTED)
    return weight if weight <= DOUBTLESS else DOUBTLESS + (weight - DOUBTLESS) / 2


def _in_order(a: AccountMention, b: AccountMention) -> tuple[Seen, Seen]:
    """Both as they are compared, in an order of their own, so that neither side of a comparison is special."""
    return (seen(a), seen(b)) if a.id <= b.id else (seen(b), seen(a))


def _against(one: Seen, other: Seen, matched: Matches) -> Reason | None:
    """What alone makes them two; None where nothing does."""
    if one.group != other.group:
        return Reason("engagements.other_kind", -1.0, f"a {one.kind} is not a {other.kind}")
    return other_time(one, other) or other_session(one, other) or other_company(one, other, matched)
