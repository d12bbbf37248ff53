"""Which value is shown first.

In this order: what people accepted or put in; what was told once it was under way or over, before what was announced,
and of announcements the later; the more precise; what more reports tell; what an outlet of the state concerned tells,
that of the person or of the country where it took place; what was told earlier; the order of report ids and words.
What people rejected comes last. Of statuses the one told last counts, for an engagement has one after the other.
"""

from collections.abc import Sequence
from typing import Any

from communique.resolve.agreement.items import Item
from communique.resolve.days import bounds
from communique.resolve.folding import fold

VERDICTS = {"edit": 0, "accept": 0, None: 1, "reject": 2}
STATUSES = ("proposed", "planned", "cancelled", "under way", "held")
"""Of statuses told on one day the later in this row counts."""
IN_TIME = frozenset({"start", "end", "place", "country"})  # fields in which a later announcement outdates an earlier
LATEST = "9999-99-99"

Order = tuple[Any, ...]


def by_preference(name: str, told: Sequence[Item[Any]], verdict: str | None) -> Order:
    """What to sort a value by that is told so."""
    announced = all(each.ahead for each in told)
    days = sorted(each.telling.told_on or LATEST for each in told)
    latest = max((each.telling.told_on or "" for each in told), default="") if announced and name in IN_TIME else ""
    return (
        VERDICTS[verdict],
        announced,
        tuple(-ord(letter) for letter in latest),
        -max(_precision(name, each.value) for each in told),
        -len({each.telling.report for each in told}),
        not any(_at_home(each) for each in told),
        days[0],
        min(each.telling.report for each in told),
        min(each.told.start for each in told),
        min(str(each.value) for each in told),
    )


def by_time(item: Item[Any]) -> Order:
    """What to sort statuses by: when they were told, and of one day the further."""
    telling = item.telling
    return telling.told_on or "", STATUSES.index(str(item.value)), telling.report, item.told.start


def _precision(name: str, value: str | int | bool) -> int:
    if name in ("start", "end"):
        days = bounds(str(value))
        return len(str(value)) if days else 0
    if name in ("place", "rank", "office", "body"):
        return len(fold(str(value)).split())
    return 0


def _at_home(item: Item[Any]) -> bool:
    """Whether the outlet is of the state whose it is to know."""
    outlet = item.telling.outlet
    if outlet is None:
        return False
    if item.who is not None:
        return item.who.party is not None and item.who.party.value == outlet
    country = item.telling.account.country
    return country is not None and country.value == outlet
