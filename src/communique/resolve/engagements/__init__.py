"""Which accounts tell of one engagement: when, who, where, in which body, each with its say and its reason.

Accounts of one report are two: the reader has joined what a report tells twice. A visit is not the talks within it,
nor a session the reception of its delegation; but what one outlet calls talks another may call a session.
"""

from communique.resolve.engagements.blocking import keys
from communique.resolve.engagements.company import company, other_company
from communique.resolve.engagements.kinds import kinds
from communique.resolve.engagements.seen import Seen, seen
from communique.resolve.engagements.setting import setting
from communique.resolve.engagements.sitting import other_session, sitting
from communique.resolve.engagements.twice import told_twice
from communique.resolve.engagements.when import other_time, when
from communique.resolve.likeness import Likeness, Reason, likeness
from communique.resolve.mentions import AccountMention

VERSION = "1"

DOUBTLESS = 0.6  # weight from which more of it counts half, so that 1 is reached by few

__all__ = ["VERSION", "apart", "compare", "keys"]


def compare(a: AccountMention, b: AccountMention) -> Likeness:
    """How like two accounts are, from 0 (two engagements) to 1 (one), and why."""
    one, other = _in_order(a, b)
    against = _against(one, other)
    if one.report == other.report:
        against = against or Reason("engagements.one_report", -1.0, "one report tells of both")
    if against:
        return likeness(a.id, b.id, 0.0, [against])
    reasons = [*kinds(one, other), *company(one, other), *when(one, other), *sitting(one, other), *setting(one, other)]
    return likeness(a.id, b.id, _score(sum(each.weight for each in reasons)), reasons)


def apart(a: AccountMention, b: AccountMention) -> bool:
    """Whether two accounts tell of two engagements whatever speaks for one."""
    return _against(*_in_order(a, b)) is not None


def _score(weight: float) -> float:
    """The score of so much weight: what is beyond doubt still tells the likest from the next."""
    return weight if weight <= DOUBTLESS else DOUBTLESS + (weight - DOUBTLESS) / 2


def _in_order(a: AccountMention, b: AccountMention) -> tuple[Seen, Seen]:
    """Both as they are compared, in an order of their own, so that neither side of a comparison is special."""
    return (seen(a), seen(b)) if a.id <= b.id else (seen(b), seen(a))


def _against(one: Seen, other: Seen) -> Reason | None:
    """What alone makes them two; None where nothing does."""
    if one.report == other.report and one.id != other.id and not told_twice(one, other):
        return Reason("engagements.one_report", -1.0, "one report tells of both")
    if one.group != other.group:
        return Reason("engagements.other_kind", -1.0, f"a {one.kind} is not a {other.kind}")
    return other_time(one, other) or other_session(one, other) or other_company(one, other)
