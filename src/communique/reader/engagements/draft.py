"""A draft of an account: what the steps of this room gather before it is cited and closed."""

import datetime
import re
from dataclasses import dataclass, field
from functools import cache

from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.triggers import Trigger
from communique.reader.marks import Mark
from communique.reader.people import Figure
from communique.reader.times import Time
from communique.reading import DocumentStatus, Kind, Role, Status

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def _resident() -> re.Pattern[str]:
    """`the Ambassador of X`, not the one at large."""
    return re.compile(rf"\b{alternation(vocabulary('resident_posts'))}\b(?![ -]at[ -]large)", re.IGNORECASE)


@dataclass(slots=True)
class Part:
    """Somebody's part in an encounter: a figure, or the words for somebody nobody names."""

    figure: Figure | None
    words: Mark
    role: Role
    role_words: tuple[int, int]
    leads: tuple[int, int] | None = None
    party: Mark | None = None
    lent: bool = False  # taken over whole from the encounter told before, where this one names nobody

    def is_same(self, other: "Part") -> bool:
        """Whether both are one person, or one unnamed office or delegation of one party."""
        if self.figure is not None or other.figure is not None:
            return self.figure is other.figure
        return self.words.key.casefold() == other.words.key.casefold() and self.party_key == other.party_key

    @property
    def party_key(self) -> str | None:
        """The code of the party, where known."""
        return self.party.key if self.party is not None else None

    @property
    def resides(self) -> bool:
        """Whether somebody is posted to where they are met: an ambassador, an attaché."""
        return self.figure is not None and any(_resident().search(office.key) for office in self.figure.offices)


@dataclass(slots=True)
class Span:
    """Words of the text and the rule that chose them."""

    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Draft:
    """One encounter as far as it is read; `triggers` are all words that tell of it, the first one best."""

    triggers: list[Trigger]
    kind: Kind
    status: Status
    parts: list[Part] = field(default_factory=list)
    time: Time | None = None
    until: Time | None = None
    place: Span | None = None
    country: Mark | None = None
    body: Mark | None = None
    number: tuple[int, Span] | None = None
    topics: list[Span] = field(default_factory=list)
    outcomes: list[Span] = field(default_factory=list)
    documents: list[tuple[Span, DocumentStatus]] = field(default_factory=list)
    sentence: int = 0
    # told by a bare noun or in a title, whose tense says nothing of whether it was held
    tenseless: bool = False
    # told together with others, one for each of those met
    apart: bool = False
    # whether its verb has what its row of the table asks for
    wanted: bool = True
    # how likely it is an encounter to be recorded, 0 to 1; None where no model judged
    score: float | None = None
    # the encounter of the same day that it is told before, after or on the occasion of
    beside: "Draft | None" = None

    @property
    def is_done(self) -> bool:
        """Whether it has taken place or is taking place, and is not only to come."""
        return self.status in ("held", "under way")

    @property
    def has_soil(self) -> bool:
        """Whether it takes place in a country: not by letter, nor by telephone."""
        return self.kind not in ("call", "correspondence")

    @property
    def trigger(self) -> Trigger:
        """The words that tell of it best."""
        return self.triggers[0]

    @property
    def trigger_span(self) -> tuple[int, int]:
        """The offsets of the words that tell of it best."""
        return self.trigger.start, self.trigger.end

    @property
    def day(self) -> datetime.date | None:
        """The day it began, where a full day is told."""
        start = self.time.start if self.time is not None else None
        return datetime.date.fromisoformat(start) if start is not None and _DAY.fullmatch(start) else None

    @property
    def figures(self) -> list[Figure]:
        """The named participants."""
        return [part.figure for part in self.parts if part.figure is not None]

    @property
    def principals(self) -> list[Part]:
        """Of each party who leads it, else who is named first; unnamed parts only where nobody of it is named."""
        chosen: dict[str, Part] = {}
        for part in sorted(self.parts, key=lambda part: (part.figure is None, part.leads is None)):
            if part.party_key is not None:
                chosen.setdefault(part.party_key, part)
        return [part for part in self.parts if any(part is each for each in chosen.values())]
