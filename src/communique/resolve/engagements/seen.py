"""An account as it is compared: days as numbers, words folded."""

import datetime
from dataclasses import dataclass
from functools import cache, lru_cache

from communique import lexicon
from communique.lexicon.vocabulary import vocabulary
from communique.resolve.days import bounds
from communique.resolve.engagements.kinds import group_of
from communique.resolve.folding import fold
from communique.resolve.mentions import AccountMention, Taking
from communique.resolve.statuses import NOT_HELD

REMEMBERED = 20_000
MOST_NAMED = 12  # people of a large conference beyond these tell nothing more
WIDE = 14  # days: what covers more of them has no day of its own
LONG = 31  # days: what covers more may be any of several

EVENTS = frozenset({"conference", "exercise"})  # kinds that have names of their own

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
    proposed: bool
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

    @property
    def thin(self) -> bool:
        """Whether its days are not told, or told so widely that it may be any of several."""
        return self.days is None or self.days[1] - self.days[0] >= WIDE

    @property
    def everybody(self) -> tuple[Taking, ...]:
        """All who take part, those named first."""
        return self.named + self.unnamed


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
        ahead=account.status in NOT_HELD,
        proposed=account.status == "proposed",
        under_way=account.status == "under way",
        told=_ordinal(told[1]) if told else None,
        days=days,
        long=days is not None and days[1] - days[0] >= LONG,
        named=tuple(each for each in account.taking_part if each.name)[:MOST_NAMED],
        unnamed=tuple(each for each in account.taking_part if not each.name),
        parties=parties,
        states=states,
        country=account.country,
        place=_words(account.place),
        body=account.body,
        number=account.session_number,
        topics=frozenset().union(*(_words(each) for each in account.topics)),
        documents=frozenset().union(*(_words(each) for each in account.documents)) - _papers(),
        trigger=_words(account.trigger),
        event=_event(account.trigger) if account.kind in EVENTS else frozenset(),
    )


@lru_cache(maxsize=REMEMBERED)
def parties_in(body: str) -> frozenset[str]:
    """The states that a body's name names."""
    return frozenset(hit.key for hit in lexicon.load().find(body, kinds=["country", "demonym"]))


def _event(trigger: str) -> frozenset[str]:
    """The words of an event's own name, such as `Blue Triton`: those in capitals that not every event has."""
    words = [fold(word) for word in trigger.split() if word[:1].isupper()]
    return frozenset(word for word in words if not _common() & {word, *word.split()})


@cache
def _papers() -> frozenset[str]:
    """Words for any document."""
    terms = lexicon.load().document_kinds
    return frozenset().union(*(_words(name) for term in terms for name in (term.name, *term.other)))


@cache
def _common() -> frozenset[str]:
    """Words in the names of events that do not tell one from another."""
    return vocabulary("event_common") | vocabulary("function_words") | lexicon.load().ordinals.keys()


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _words(told: str | None) -> frozenset[str]:
    """The words of a value that say something, in the singular."""
    return frozenset(word.rstrip("s") for word in fold(told).split() if len(word) > 3) if told else frozenset()
