"""By which keys accounts are looked up: what may be one shares a key, and each key is held by few.

A key is two parties, words of two names, a body, an event or a number in a month, or a word of one name in some days.
An account without a day has the months in which it may lie; one near an edge has the next, too.
"""

from collections.abc import Iterator
from itertools import combinations, product

from communique.resolve.engagements.seen import Seen, Span, seen
from communique.resolve.engagements.setting import OUTDOORS
from communique.resolve.engagements.when import LATELY, MISDATED, REMEMBERED_FOR, SOON
from communique.resolve.folding import fold
from communique.resolve.mentions import AccountMention
from communique.resolve.names import parse, skeleton

MONTH = 30  # days of a stretch of time
DAYS = 4  # days of a stretch in which somebody known to both is enough to be looked up by
MOST_PARTIES = 5  # of larger company the pairs say little
MOST_PAIRED = 3  # people whose names are looked up two by two
LEAST = 2  # consonants of a word of a name worth looking up
AWAITED = 180  # days ahead of an announcement, or off it

RARE = frozenset({"session", "signing", "exercise", "ceremony"})
"""Kinds of which one party has few in a month, so that a party alone is worth looking up."""


def keys(node: AccountMention) -> frozenset[str]:
    """The keys of an account; those that share none are never compared."""
    account = seen(node)
    if account.days is None and account.told is None:
        return frozenset()  # it might be any of a century
    first, last = _when(account)
    months = range(first // MONTH, last // MONTH + 1)
    found = {f"{who} {month}" for who in _who(account) for month in months}
    first, last = _narrowly(account)
    days = range(first // DAYS, last // DAYS + 1)
    found |= {f"n {account.group} {bone} {day}" for named in _bones(account) for bone in named for day in days}
    return frozenset(found)


def _who(account: Seen) -> Iterator[str]:
    states = sorted(account.states)
    if 2 <= len(states) <= MOST_PARTIES:
        yield from (f"p {account.group} {'-'.join(pair)}" for pair in combinations(states, 2))
    if account.body or account.kind in RARE:
        yield from (f"k {account.group} {state}" for state in states)
    if account.body:
        yield f"b {fold(account.body)}"
    yield from (f"e {word}" for word in account.event)
    for some, others in combinations(_bones(account)[:MOST_PAIRED], 2):
        yield from (f"m {account.group} {' '.join(sorted(pair))}" for pair in product(some, others))
    if account.number is not None:
        yield f"s {account.number}"
    if account.kind == "visit" and account.country:
        yield from (f"v {bone} {account.country}" for bones in _bones(account) for bone in bones)
    if account.kind in OUTDOORS:
        yield from (f"w {account.kind} {word}" for word in account.place)


def _bones(account: Seen) -> list[frozenset[str]]:
    """Of each who is named, the skeletons of the words of the name."""
    found = [{skeleton(word.text) for word in parse(each.name or "", each.party).words} for each in account.named]
    return [frozenset(bone for bone in bones if len(bone) >= LEAST) for bones in found]


def _narrowly(account: Seen) -> Span:
    """The days to look in where there is but one name to look by."""
    if account.days and not account.thin:
        return account.days[0] - MISDATED, account.days[1] + MISDATED
    told = account.told or 0
    return (told, told + SOON) if account.ahead else (told - LATELY, told)


def _when(account: Seen) -> Span:
    """The days to look in."""
    days = account.days
    if days:
        return (days[0] - MISDATED, days[1] + (AWAITED if account.ahead else MISDATED))
    told = account.told or 0
    if account.ahead:
        return (told - MISDATED, told + AWAITED)
    return (told - REMEMBERED_FOR, told + MISDATED)
