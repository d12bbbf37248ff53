"""Marks: cited typed spans over the words of a report, the alphabet that every later step reads.

A mark comes from the lexicon (a country, a rank, …) or from one of two small grammars that run over words:
offices (`Minister of Defence of the Republic of X`) and names (a run of capitalised words that nothing else claims).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from communique import lexicon
from communique.lexicon import Hit
from communique.reader.words import Word, plain, words


@dataclass(frozen=True, slots=True)
class Mark:
    """A typed span: offsets, what it is, what it stands for (`key`), the rule that marked it, the level of an office."""

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

    def index_at(self, offset: int) -> int:
        """The index of the first word that begins at or after an offset."""
        return bisect_left(self.words, offset, key=_start)


_start = attrgetter("start")


def mark(text: str) -> Marks:
    """The marks of a report's text."""
    shown = plain(text)
    found = words(shown)
    hits = lexicon.load().find(shown)
    marks = Marks(shown, found, list(_covering(found, hits)), hits)
    return marks


def _covering(found: list[Word], hits: list[Hit]) -> Iterator[tuple[Hit, ...]]:
    """For each word the hits that cover it; both lists are in order and hits do not overlap."""
    at = 0
    for word in found:
        while at < len(hits) and hits[at].end <= word.start:
            at += 1
        yield (hits[at],) if at < len(hits) and hits[at].start < word.end else ()
