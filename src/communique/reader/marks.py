"""Marks: cited typed spans over the words of a report, the alphabet that every later step reads.

A mark comes from the lexicon (a country, a rank, …) or from one of two small grammars that run over words:
offices (`Minister of Defence of the Republic of X`) and names (a run of capitalised words that nothing else claims).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from communique import lexicon
from communique.lexicon import Hit, Kind, Sense
from communique.reader.words import Word, plain, words

# The kinds of names that tell a party.
PARTIES: tuple[Kind, ...] = ("country", "demonym", "organisation", "seat", "institution")


@dataclass(frozen=True, slots=True)
class Mark:
    """A typed span: offsets, what it is, what it stands for (`key`), the rule that marked it, an office's level."""

    start: int
    end: int
    kind: str
    key: str
    rule: str
    detail: str = ""


@dataclass(slots=True)
class Marks:
    """All marks of one text, over its words; `known[i]` are the lexicon's hits that cover word i."""

    text: str
    words: list[Word]
    known: list[tuple[Hit, ...]]
    hits: list[Hit]
    offices: list[Mark] = field(default_factory=list)
    names: list[Mark] = field(default_factory=list)
    settled: frozenset[str] = frozenset()

    def gap(self, i: int) -> str:
        """The characters between word i - 1 and word i."""
        return self.text[self.words[i - 1].end : self.words[i].start]

    def is_a(self, i: int, *kinds: str) -> bool:
        """Whether word i is covered by a hit of one of these kinds."""
        return any(sense.kind in kinds for hit in self.known[i] for sense in hit.senses)

    def hits_in(self, start: int, end: int) -> list[Hit]:
        """The lexicon's hits that begin in a range, in order."""
        return self.hits[bisect_left(self.hits, start, key=_start) : bisect_left(self.hits, end, key=_start)]

    def hit_at(self, offset: int) -> Hit | None:
        """The lexicon's hit that begins at an offset."""
        return next(iter(self.hits_in(offset, offset + 1)), None)

    def offices_in(self, start: int, end: int) -> list[Mark]:
        """The offices that begin in a range, in order."""
        return self.offices[bisect_left(self.offices, start, key=_start) : bisect_left(self.offices, end, key=_start)]

    def office_at(self, offset: int) -> Mark | None:
        """The office that an offset lies in; offices do not overlap."""
        before = bisect_right(self.offices, offset, key=_start)
        office = self.offices[before - 1] if before else None
        return office if office is not None and offset < office.end else None

    def party(self, hit: Hit, *kinds: Kind) -> Sense | None:
        """The party a hit tells, of these kinds; of several states called alike the one the text names otherwise too.

        None where a name does not settle its party (`Congo`, `Korean`) and the text has no other name of one of them.
        """
        told = [sense for kind in kinds for sense in hit.senses if sense.kind == kind and "|" not in sense.key]
        if len({sense.key for sense in told}) < 2:  # one party
            return told[0] if told else None
        fitting = [sense for sense in told if sense.key in self.settled]
        return fitting[0] if len({sense.key for sense in fitting}) == 1 else None

    def index_at(self, offset: int) -> int:
        """The index of the first word that begins at or after an offset."""
        return bisect_left(self.words, offset, key=_start)


_start = attrgetter("start")


def mark(text: str) -> Marks:
    """The marks of a report's text."""
    shown = plain(text)
    found = words(shown)
    hits = lexicon.load().find(shown)
    return Marks(shown, found, list(_covering(found, hits)), hits, settled=frozenset(_settled(hits)))


def _settled(hits: list[Hit]) -> Iterator[str]:
    """The parties that a text names so that no other may be meant."""
    for hit in hits:
        keys = {sense.key for sense in hit.senses if sense.kind in PARTIES}
        if len(keys) == 1 and hit.kind in PARTIES:
            yield keys.pop()


def _covering(found: list[Word], hits: list[Hit]) -> Iterator[tuple[Hit, ...]]:
    """For each word the hits that cover it; both lists are in order and hits do not overlap."""
    at = 0
    for word in found:
        while at < len(hits) and hits[at].end <= word.start:
            at += 1
        yield (hits[at],) if at < len(hits) and hits[at].start < word.end else ()
