"""An account as it is compared: days as numbers, words folded."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from communique import lexicon
from communique.resolve.days import bounds
from communique.resolve.engagements.kinds import group_of
from communique.resolve.folding import fold
from communique.resolve.mentions import AccountMention, Taking

REMEMBERED = 20_000
LONG = 31  # days: what covers more may be any of several

EVENTS = frozenset({"conference", "exercise"})  # kinds that have names of their own
AHEAD = frozenset({"planned", "proposed", "cancelled"})

Span = tuple[int, int]
"""First and last day, as ordinals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An account, ready to be compared. `days` is None where it tells none, `told` where the report has no day."""

    id: str
    report: str
    kind: str
    group: str
    ahead: bool
    under_way: bool
    told: int | None
    days: Span | None
    long: bool
    named: tuple[Taking, ...]
    unnamed: tuple[Taking, ...]
    parties: frozenset[str]
    states: frozenset[str]
    country: str | None
    place: frozenset[str]
    body: str | None
    number: int | None
    topics: frozenset[str]
    documents: frozenset[str]
    trigger: frozenset[str]
    event: frozenset[str]


@lru_cache(maxsize=REMEMBERED)
def seen(account: AccountMention) -> Seen:
    """The account as it is compared."""
    parties = account.parties
    states = parties | parties_in(account.body) if account.body else parties
    if account.country and len(states) < 2:
        states |= {account.country}
    days = (_ordinal(account.days[0]), _ordinal(account.days[1])) if account.days else None
    told = bounds(account.told_on) if account.told_on else None
    return Seen(
        id=account.id,
        report=account.report,
        kind=account.kind,
        group=group_of(account.kind),
        ahead=account.status in AHEAD,
        under_way=account.status == "under way",
        told=_ordinal(told[1]) if told else None,
        days=days,
        long=days is not None and days[1] - days[0] >= LONG,
        named=tuple(each for each in account.taking_part if each.name),
        unnamed=tuple(each for each in account.taking_part if not each.name),
        parties=parties,
        states=states,
        country=account.country,
        place=_words(account.place),
        body=account.body,
        number=account.session_number,
        topics=frozenset().union(*(_words(each) for each in account.topics)),
        documents=frozenset().union(*(_words(each) for each in account.documents)),
        trigger=_words(account.trigger),
        event=_event(account.trigger) if account.kind in EVENTS else frozenset(),
    )


@lru_cache(maxsize=REMEMBERED)
def parties_in(body: str) -> frozenset[str]:
    """The states that a body's name names."""
    return frozenset(hit.key for hit in lexicon.load().find(body, kinds=["country", "demonym"]))


def _event(trigger: str) -> frozenset[str]:
    """The words of an event's own name, such as `Blue Triton`: those in capitals."""
    return frozenset(fold(word) for word in trigger.split() if word[:1].isupper() and len(word) > 3)


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _words(told: str | None) -> frozenset[str]:
    """The words of a value that say something, in the singular."""
    return frozenset(word.rstrip("s") for word in fold(told).split() if len(word) > 3) if told else frozenset()
