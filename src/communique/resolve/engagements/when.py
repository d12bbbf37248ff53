"""What the days of two accounts say of their being one engagement.

Days are compared, never made up: an account without a day lies near its report, before it where it tells of what was
held and after it where it tells of what is planned, but only for holding it against others.
"""

import datetime
from collections.abc import Iterator

from communique.resolve.engagements.seen import Seen, Span
from communique.resolve.likeness import Reason

SAME, ONE_MONTH, DAY_APART, WITHIN, OTHER_DAYS = 0.3, 0.25, 0.12, 0.22, -0.45
NEAR, NOT_FAR, FAR, TOO_FAR = 0.2, 0.12, 0.02, -0.35
POSTPONED, MOVED = 0.1, -0.25

SAME_DAYS = "engagements.same_days"
OTHER_DAYS_RULE = "engagements.moved"
NEVER = Reason("engagements.no_day", 0.0, "nothing tells when one of them was")

FEW = 8  # days that an account may cover and still be said to be on the same days as another
MISDATED = 3  # days that outlets may be apart on one engagement
RECENT, LATELY, REMEMBERED_FOR = 4, 10, 35  # days after which what was held is told, undated
LONG_AGO = 120
SOON, COMING, SOME_DAY = 14, 60, 370  # days before which what is planned is told, undated
ANNOUNCED_FOR = 400  # days that an announcement may be off


def other_time(one: Seen, other: Seen) -> Reason | None:
    """What of their days alone makes them two; None where nothing does."""
    if one.days and other.days:
        if _cannot_meet(one, other, one.days, other.days):
            return Reason("engagements.other_days", -1.0, f"{_shown(one.days)} is not {_shown(other.days)}")
        return None
    if _before_it_was_told(one, other) or _before_it_was_told(other, one):
        return Reason("engagements.told_before", -1.0, "what one has as past, the other has as yet to come")
    return None


def when(one: Seen, other: Seen) -> Iterator[Reason]:
    """What their days say."""
    if one.days and other.days:
        yield _dated(one, other, one.days, other.days)
    elif one.days or other.days:
        dated, undated = (one, other) if one.days else (other, one)
        yield from _undated(undated, dated.days or (0, 0))
    else:
        yield from _neither(one, other)


def gap(some: Span, others: Span) -> int:
    """Days from the end of the earlier to the start of the later; 0 or less where they overlap."""
    return max(some[0], others[0]) - min(some[1], others[1])


def _cannot_meet(one: Seen, other: Seen, some: Span, others: Span) -> bool:
    between = gap(some, others)
    if between <= MISDATED:
        return False
    if one.long or other.long:
        return between > REMEMBERED_FOR
    if one.ahead or other.ahead:
        return between > ANNOUNCED_FOR or _held_before_announced(one, other) or _held_before_announced(other, one)
    return one.number is None or one.number != other.number or between > REMEMBERED_FOR


def _held_before_announced(held: Seen, planned: Seen) -> bool:
    """Whether the one was over when the other was announced."""
    if held.ahead or not planned.ahead or not held.days or planned.told is None:
        return False
    return held.days[1] < planned.told - MISDATED


def _before_it_was_told(undated: Seen, dated: Seen) -> bool:
    """Whether an undated account had happened before the other's day, or was yet to come after it."""
    if undated.days or not dated.days or undated.told is None:
        return False
    if undated.ahead:
        return not dated.long and dated.days[1] < undated.told - MISDATED
    return dated.days[0] > undated.told + MISDATED and not undated.under_way


def _dated(one: Seen, other: Seen, some: Span, others: Span) -> Reason:
    between = gap(some, others)
    told = f"{_shown(some)} and {_shown(others)}"
    if between <= 0 and (one.long or other.long):
        return Reason("engagements.within", WITHIN, f"{told} may be the same days")
    if between <= 0:
        close = max(some[1] - some[0], others[1] - others[0]) < FEW
        return Reason(SAME_DAYS, SAME if close else ONE_MONTH, f"the same days: {told}")
    if between == 1:
        return Reason("engagements.day_apart", DAY_APART, f"a day apart: {told}")
    if one.ahead and other.ahead and _postponed(one, other, some, others):
        return Reason("engagements.postponed", POSTPONED, f"announced for other days before the first had come: {told}")
    moved = one.ahead or other.ahead
    return Reason(OTHER_DAYS_RULE, MOVED if moved else OTHER_DAYS, f"other days: {told}")


def _postponed(one: Seen, other: Seen, some: Span, others: Span) -> bool:
    """Whether the later report has later days, and came before the earlier ones; an invitation puts nothing off."""
    if one.told is None or other.told is None or one.proposed or other.proposed:
        return False
    (first, days), (second, later) = sorted(((one.told, some), (other.told, others)))
    return first < second <= days[0] + MISDATED and later[0] > days[1]


def _undated(undated: Seen, days: Span) -> Iterator[Reason]:
    if undated.told is None:
        yield NEVER
        return
    if undated.ahead:
        lead = days[0] - undated.told
        weight = NEAR if lead <= SOON else NOT_FAR if lead <= COMING else FAR if lead <= SOME_DAY else TOO_FAR
        rule = "engagements.announced" if lead <= COMING else OTHER_DAYS_RULE
        yield Reason(rule, weight, f"announced {max(lead, 0)} days before {_shown(days)}")
        return
    lag = undated.told - days[1]
    weight = NEAR if lag <= RECENT else NOT_FAR if lag <= LATELY else FAR if lag <= REMEMBERED_FOR else TOO_FAR
    yield Reason("engagements.reported", weight * (2 if lag > LONG_AGO else 1), _lag(lag, days))


def _lag(lag: int, days: Span) -> str:
    return f"told {lag} days after {_shown(days)}" if lag > 0 else f"told when it was on, {_shown(days)}"


def _neither(one: Seen, other: Seen) -> Iterator[Reason]:
    if one.told is None or other.told is None:
        yield NEVER
        return
    if one.ahead != other.ahead:
        planned, held = (one, other) if one.ahead else (other, one)
        lead = (held.told or 0) - (planned.told or 0)
        weight = NEAR if 0 <= lead <= SOON else NOT_FAR if 0 <= lead <= COMING else TOO_FAR
        yield Reason("engagements.announced", weight, f"announced {lead} days before it was told as held")
        return
    between = abs(one.told - other.told)
    weight = (
        NEAR if between <= RECENT else NOT_FAR if between <= LATELY else FAR if between <= REMEMBERED_FOR else TOO_FAR
    )
    yield Reason("engagements.reported", weight * (2 if between > LONG_AGO else 1), f"told {between} days apart")


def _shown(days: Span) -> str:
    first, last = (datetime.date.fromordinal(each).isoformat() for each in days)
    return first if first == last else f"{first} to {last}"
