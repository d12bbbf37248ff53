"""Which accounts tell of one engagement: when, who, where, in which body, each with its say and its reason.

Accounts of one report are two: the reader has joined what a report tells twice. A visit is not the talks within it,
nor a session the reception of its delegation; but what one outlet calls talks another may call a session.
"""

from communique.resolve.engagements.blocking import keys
from communique.resolve.engagements.company import company, matches, other_company, surely
from communique.resolve.engagements.judging import score
from communique.resolve.engagements.kinds import kinds
from communique.resolve.engagements.seen import Seen, seen
from communique.resolve.engagements.setting import setting
from communique.resolve.engagements.sitting import other_session, sitting
from communique.resolve.engagements.twice import told_twice
from communique.resolve.engagements.when import other_time, when
from communique.resolve.likeness import Likeness, Reason, likeness
from communique.resolve.mentions import AccountMention

VERSION = "2"

__all__ = ["VERSION", "apart", "compare", "keys", "sought"]

sought = keys
"""The keys of accounts that this one may be one with: its own."""

ONE_REPORT = Reason("engagements.one_report", -1.0, "one report tells of both")


def compare(a: AccountMention, b: AccountMention) -> Likeness:
    """How like two accounts are, from 0 (two engagements) to 1 (one), and why."""
    one, other = _in_order(a, b)
    against = ONE_REPORT if one.report == other.report else _at_sight(one, other)
    if against:
        return likeness(a.id, b.id, 0.0, [against])
    matched = matches(one, other)
    if against := other_company(one, other, matched):
        return likeness(a.id, b.id, 0.0, [against])
    reasons = [
        *kinds(one, other, known=surely(matched)),
        *company(one, other, matched),
        *when(one, other),
        *sitting(one, other),
        *setting(one, other),
    ]
    return likeness(a.id, b.id, score(one, other, matched, reasons), reasons)


def apart(a: AccountMention, b: AccountMention) -> bool:
    """Whether two accounts tell of two engagements whatever speaks for one."""
    one, other = _in_order(a, b)
    if _at_sight(one, other):
        return True
    matched = matches(one, other)
    if one.report == other.report and one.id != other.id and not told_twice(one, other, matched):
        return True
    return other_company(one, other, matched) is not None


def _in_order(a: AccountMention, b: AccountMention) -> tuple[Seen, Seen]:
    """Both as they are compared, in an order of their own, so that neither side of a comparison is special."""
    return (seen(a), seen(b)) if a.id <= b.id else (seen(b), seen(a))


def _at_sight(one: Seen, other: Seen) -> Reason | None:
    """What alone makes them two whoever takes part; None where nothing does."""
    if one.group != other.group:
        return Reason("engagements.other_kind", -1.0, f"a {one.kind} is not a {other.kind}")
    return other_time(one, other) or other_session(one, other)
