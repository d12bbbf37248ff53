"""Whether one report may tell of one engagement in two accounts.

Nothing joins the two accounts but a third, of another report, that is like either: so they are only not held apart.
"""

from communique.resolve.engagements.company import Matches, surely
from communique.resolve.engagements.seen import Seen
from communique.resolve.engagements.when import gap

PUT_OFF = 90  # days at the most between the day an engagement was announced for and the new one
STAY = 5  # days at the most between parts of one visit


def told_twice(one: Seen, other: Seen, matched: Matches) -> bool:
    """Whether nothing in them says that they are two: same people and days, told once of a meeting, once of a session.

    Or the days that something was announced for, and those it was put off to.
    """
    if one.group != other.group or one.ahead != other.ahead or surely(matched) < min(len(one.named), len(other.named)):
        return False
    if one.ahead and one.body and one.body == other.body and one.number == other.number and one.days and other.days:
        return abs(one.days[0] - other.days[0]) <= PUT_OFF
    if one.days == other.days:
        return True
    if one.kind == other.kind == "visit" and one.days and other.days:
        return one.country == other.country and gap(one.days, other.days) <= STAY
    return one.kind != other.kind and (one.days is None or other.days is None or gap(one.days, other.days) <= 0)
