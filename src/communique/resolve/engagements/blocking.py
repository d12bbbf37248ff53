"""By which keys accounts are looked up: what may be one shares a key, and each key is held by few.

A key is two parties, or one word of a name, in a stretch of time. An account without a day has the stretches in
which it may lie; one near an edge has the next stretch, too.
"""

from collections.abc import Iterator
from itertools import combinations

from communique.resolve.engagements.seen import Seen, Span, seen
from communique.resolve.engagements.when import MISDATED, REMEMBERED_FOR
from communique.resolve.folding import fold
from communique.resolve.mentions import AccountMention

MONTH = 30  # days of a stretch of time
MOST_PARTIES = 5  # of larger company the pairs say little
SHORTEST = 3  # letters of a word of a name worth looking up
AWAITED = 180  # days ahead of an announcement, or off it


def keys(node: AccountMention) -> frozenset[str]:
    """The keys of an account; those that share none are never compared."""
    account = seen(node)
    stretches = {
        at // MONTH
        for first, last in (_when(account),)
        for at in range(first, last + MONTH, MONTH)
        if at // MONTH <= last // MONTH
    }
    return frozenset(f"{who} {stretch}" for who in _who(account) for stretch in stretches)


def _who(account: Seen) -> Iterator[str]:
    states = sorted(account.states)
    if len(states) == 1:
        yield states[0]
    if 2 <= len(states) <= MOST_PARTIES:
        yield from ("-".join(pair) for pair in combinations(states, 2))
    for each in account.named:
        yield from (word for word in fold(each.name or "").split() if len(word) >= SHORTEST)
    if account.body and account.number is not None:
        yield f"{fold(account.body)} {account.number}"


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
