"""Which two values cannot both be true.

Less precise is no contradiction, nor is a shorter form, another name, or a plan that came otherwise.
"""

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from itertools import permutations
from typing import Any

from communique import lexicon
from communique.lexicon.vocabulary import vocabulary
from communique.resolve import posts
from communique.resolve.agreement.items import Item
from communique.resolve.bodies import contradict as other_bodies
from communique.resolve.days import bounds
from communique.resolve.engagements.kinds import group_of
from communique.resolve.folding import fold
from communique.resolve.levels import level_of
from communique.resolve.names import parse, skeleton

HELD_ON = 60  # days between two reports after which somebody may have another rank or office
PUT_OFF = 3  # days from which an announcement for other days is a new one, not another telling of the old

GUESSED = frozenset({"setting.dateline", "setting.here", "setting.capital"})
"""Rules by which a place is where a report was written, or may be."""

OF_A_SIDE = ("parties.", "sides.", "groups.")
"""Rules by which a country is that of a side, and not told as the place, begin so."""


def contradict(name: str, one: Item[Any], other: Item[Any]) -> bool:
    """Whether two reports' values of a field of this name cannot both be true."""
    check = _CHECKS.get(name)
    return check is not None and one.telling.report != other.telling.report and check(one, other)


def _kinds(one: Item[Any], other: Item[Any]) -> bool:
    return group_of(str(one.value)) != group_of(str(other.value))


def _starts(one: Item[Any], other: Item[Any]) -> bool:
    if _history(one, other) or _within(one, other) or _within(other, one):
        return False
    return _days_differ(str(one.value), str(other.value))


def _ends(one: Item[Any], other: Item[Any]) -> bool:
    """As with first days; of engagements that begin on other days, the last days say nothing more."""
    if _history(one, other) or _within(one, other) or _within(other, one):
        return False
    if not _days_differ(str(one.value), str(other.value)):
        return False
    starts = [each.telling.account.start for each in (one, other)]
    if starts[0] is None or starts[1] is None:
        return True
    return not _days_differ(str(starts[0].value), str(starts[1].value))


def _within(one: Item[Any], other: Item[Any]) -> bool:
    """Whether the one was told while it was under way, on a day on which the other has it under way, too."""
    account, whole = one.telling.account, other.telling.account
    if account.status.value != "under way" or not whole.start or not whole.end:
        return False
    day, first, last = (bounds(str(each)) for each in (one.value, whole.start.value, whole.end.value))
    return bool(day and first and last) and first[0] <= day[0] <= last[1]  # type: ignore[index]


def _days_differ(one: str, other: str) -> bool:
    some, others = bounds(one), bounds(other)
    return bool(some and others) and (some[0] > others[1] or others[0] > some[1])  # type: ignore[index]


def _history(one: Item[Any], other: Item[Any]) -> bool:
    """Whether the one announced what came otherwise, or was announced otherwise later."""
    if one.ahead != other.ahead:
        return True
    if not one.ahead:
        return False
    firsts = [bounds(str(each.telling.account.start.value)) for each in (one, other) if each.telling.account.start]
    if len(firsts) < 2 or firsts[0] is None or firsts[1] is None:
        return False
    days = [datetime.date.fromisoformat(each[0]) for each in firsts if each]
    return abs((days[0] - days[1]).days) > PUT_OFF


def _places(one: Item[Any], other: Item[Any]) -> bool:
    if _history(one, other) or one.told.rule in GUESSED or other.told.rule in GUESSED:
        return False
    (city, venue), (other_city, other_venue) = _place(str(one.value)), _place(str(other.value))
    if city and other_city and city != other_city:
        return True
    return bool(venue and other_venue) and not venue & other_venue


def _place(place: str) -> tuple[str, frozenset[str]]:
    """The city a place ends with, as it sounds, "" for none, and the words of the venue in it."""
    hits = lexicon.load().find(place, kinds=["place"])
    at = hits[-1].start if hits and hits[-1].end == len(place) else len(place)
    sounds = skeleton(fold(place[at:]).replace(" ", "")) if at < len(place) else ""
    return sounds, frozenset(fold(place[:at]).split()) - _common()


def _countries(one: Item[Any], other: Item[Any]) -> bool:
    """Other countries, where not both name a place: else the places say it."""
    if _history(one, other) or one.told.rule in GUESSED or other.told.rule in GUESSED:
        return False
    if one.told.rule.startswith(OF_A_SIDE) or other.told.rule.startswith(OF_A_SIDE):
        return False
    placed = all(each.telling.account.place for each in (one, other))
    return not placed and one.value != other.value


@cache
def _common() -> frozenset[str]:
    """Words of a venue that do not tell it from another of its sort."""
    sorts = {fold(each).split()[-1] for each in vocabulary("venue_words")}
    return vocabulary("venue_common") | sorts


def _numbers(one: Item[Any], other: Item[Any]) -> bool:
    return one.value != other.value


def _bodies(one: Item[Any], other: Item[Any]) -> bool:
    """Two bodies, and names that no one body has: that two names were not joined says nothing against them."""
    wholes = one.telling.body, other.telling.body
    return None not in wholes and wholes[0] != wholes[1] and other_bodies(str(one.value), str(other.value))


def _ranks(one: Item[Any], other: Item[Any]) -> bool:
    """Other ranks at about one time; `General` is no other than `Major General` where the name is short, too."""
    if _long_between(one, other):
        return False
    if posts.ranks((str(one.value),), (str(other.value),)).fit not in ("level", "other"):
        return False
    return not (_shorter(one, other) or _shorter(other, one))


def _shorter(short: Item[Any], full: Item[Any]) -> bool:
    words = [set(fold((posts.grade_of(str(each.value)) or (str(each.value), 0))[0]).split()) for each in (short, full)]
    name = short.who.name if short.who else None
    return words[0] < words[1] and (name is None or len(parse(str(name.value)).words) < 2)


def _offices(one: Item[Any], other: Item[Any]) -> bool:
    if _long_between(one, other):
        return False
    held = [tuple(str(office.value) for office in each.who.office) if each.who else () for each in (one, other)]
    levels = [level_of(each) for each in held]
    return posts.offices(*held).fit == "other" and None not in levels and "official" not in levels


def _long_between(one: Item[Any], other: Item[Any]) -> bool:
    days = [bounds(each.telling.told_on) for each in (one, other) if each.telling.told_on]
    if len(days) < 2 or days[0] is None or days[1] is None:
        return False
    some, others = (datetime.date.fromisoformat(each[0]) for each in days if each)
    return abs((some - others).days) > HELD_ON


def _leads(one: Item[Any], other: Item[Any]) -> bool:
    """Whether each has a head of that side whom the other does not have."""
    heads = [
        {
            who.person
            for who in each.telling.account.participants
            if who.person and who.leads and who.leads.value and who.party and _party(each) == who.party.value
        }
        for each in (one, other)
    ]
    return not heads[0] & heads[1]


def _party(item: Item[Any]) -> str | int | bool | None:
    return item.who.party.value if item.who and item.who.party else None


def _documents(one: Item[Any], other: Item[Any]) -> bool:
    """Whether each account has one document as concluded, and they are of two kinds."""
    kinds: list[frozenset[str]] = []
    for each in (one, other):
        concluded = _concluded(each)
        if len(concluded) != 1 or concluded[0] != each.value:
            return False
        kinds.append(frozenset(document_kind(str(each.value)).split()))
    return not any(some <= other for some, other in permutations(kinds))


def document_kind(name: str) -> str:
    """What kind of instrument a name names; "" for none that is known."""
    hits = lexicon.load().find(name, kinds=["document_kind"])
    return hits[0].key if hits else ""


def _concluded(item: Item[Any]) -> list[str | int | bool]:
    documents = item.telling.account.documents
    return [each.name.value for each in documents if each.status and each.status.value in ("signed", "agreed")]


_CHECKS: Mapping[str, Callable[[Item[Any], Item[Any]], bool]] = {
    "kind": _kinds,
    "start": _starts,
    "end": _ends,
    "place": _places,
    "country": _countries,
    "session_number": _numbers,
    "body": _bodies,
    "rank": _ranks,
    "office": _offices,
    "leads": _leads,
    "document": _documents,
}
