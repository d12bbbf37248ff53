"""By which keys accounts are looked up: what may be one shares a key, and each key is held by few.

A key is two parties, or one word of a name, in a stretch of time. An account without a day has the stretches in
which it may lie; one near an edge has the next stretch, too.
"""

from collections.abc import Iterator
from itertools import combinations

from communique.resolve.engagements.seen import Seen, Span, seen
from communique.resolve.engagements.when import MISDATED, REMEMBERED_FOR
from communique.resolve.mentions import AccountMention
from communique.resolve.names import parse, skeleton

MONTH = 30  # days of a stretch of time
MOST_PARTIES = 5  # of larger company the pairs say little
LEAST = 2  # consonants of a word of a name worth looking up
AWAITED = 180  # days ahead of an announcement, or off it

RARE = {"session": "sitting", "conference": "sitting", "signing": "signing", "exercise": "exercise"} | {
    "ceremony": "ceremony"
}
"""Kinds of which one party has few in a month, so that a party alone is worth looking up."""
SOMEWHERE = frozenset({"visit", "exercise", "ceremony"})  # kinds told with nobody named, but with a place


def keys(node: AccountMention) -> frozenset[str]:
    """The keys of an account; those that share none are never compared."""
    account = seen(node)
    first, last = _when(account)
    stretches = range(first // MONTH, last // MONTH + 1)
    return frozenset(f"{who} {stretch}" for who in _who(account) for stretch in stretches)


def _who(account: Seen) -> Iterator[str]:
    states = sorted(account.states)
    if 2 <= len(states) <= MOST_PARTIES:
        yield from (f"p {'-'.join(pair)}" for pair in combinations(states, 2))
    if account.kind in RARE:
        yield from (f"k {RARE[account.kind]} {state}" for state in states)
    for each in account.named:
        bones = {skeleton(word.text) for word in parse(each.name or "", each.party).words}
        yield from (f"n {bone}" for bone in bones if len(bone) >= LEAST)
    if account.number is not None:
        yield f"s {account.number}"
    if account.kind in SOMEWHERE:
        yield from (f"w {account.kind} {word}" for word in account.place)


def _when(account: Seen) -> Span:
    """The days to look in."""
    days = account.days
    if days:
        return (days[0] - MISDATED, days[1] + (AWAITED if account.ahead else MISDATED))
    if account.told is None:
        return (0, 0)
    if account.ahead:
        return (account.told - MISDATED, account.told + AWAITED)
    return (account.told - REMEMBERED_FOR, account.told + MISDATED)
