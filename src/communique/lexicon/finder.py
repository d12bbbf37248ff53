"""Finder: all names of the lexicon in a text, in one pass.

Invariant: hits are true spans of the text as given (code points, half-open), begin and end at word boundaries,
are in order and do not overlap. Of several names that begin at one word the longest wins, of two that overlap
the one that begins first; names written alike are one hit with several senses.
"""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from ahocorasick_rs import AhoCorasick

from communique.lexicon.fold import plain

Kind = Literal[
    "country",
    "organisation",
    "demonym",
    "seat",
    "institution",
    "place",
    "publisher",
    "rank",
    "honorific",
    "office_head",
    "body_kind",
    "document_kind",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

SHORTEST_IN_CAPITALS = 3  # a shorter name in capitals ("DE", "LA") is more often something else
SHORTEST_DOUBTFUL_IN_CAPITALS = 4  # ADA, MOA, NAN: abbreviations, and small towns


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name may stand for.

    `key` is a country code (several joined by `|` where the name does not settle it), the short name of an
    organisation (of the one an organ or mission acts for: EU for EUFOR), a publisher's usual name, a rank written
    out, an honorific, the level of an office, or the codebook's word for a body or document. `detail` is the usual
    name of a territory, organisation, office's head or body, the class of a rank, `before` or `after` of an
    honorific, the country of a publisher. `care` marks names that often mean something else.
    """

    kind: Kind
    key: str
    detail: str = ""
    care: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a text: `text[start:end]`, and what it may stand for, most telling sense first."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    @property
    def kind(self) -> Kind:
        """The kind of the first sense."""
        return self.senses[0].kind

    @property
    def key(self) -> str:
        """The key of the first sense."""
        return self.senses[0].key

    def sense(self, *kinds: Kind) -> Sense | None:
        """The sense of the first of these kinds that the hit has."""
        return next((sense for kind in kinds for sense in self.senses if sense.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Name:
    """Several ways to write one thing: exact in their capitals, or wholly in capitals, unless `any_case`.

    A name without a sense is a shield: it hides every name within it.
    """

    spellings: tuple[str, ...]
    sense: Sense | None
    any_case: bool = False

    def fits(self, spelling: str, written: str) -> bool:
        """Whether words of a text are one of the spellings in their capitals too; both as `plain` has them."""
        if self.any_case or written == spelling:
            return True
        doubtful = self.sense is not None and self.sense.care
        shortest = SHORTEST_DOUBTFUL_IN_CAPITALS if doubtful else SHORTEST_IN_CAPITALS
        return len(spelling) >= shortest and written.isupper()


class Finder:
    """Finds names in texts; built once a process from all names of the lexicon."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names: list[Name] = []
        self._given: list[str] = []
        for name in names:
            self._names += [name] * len(name.spellings)
            self._given += name.spellings
        # folded in one go: 45,000 calls of plain() would take longer than all the rest
        self._plain = plain("\0".join(self._given)).split("\0")
        self._automaton = AhoCorasick("\0".join(self._plain).lower().split("\0"))

    def find(self, text: str, *, kinds: Collection[Kind] | None = None) -> list[Hit]:
        """The hits in a text; with `kinds`, as if the lexicon held only names of these kinds."""
        shown = plain(text)
        matches = self._automaton.find_matches_as_indexes(shown.lower(), overlapping=True)
        if kinds is not None:
            senses_of = ((match, self._names[match[0]].sense) for match in matches)
            matches = [match for match, sense in senses_of if sense is None or sense.kind in kinds]
        matches.sort(key=_longest_first)
        hits: list[Hit] = []
        free = 0
        for (start, end), same in groupby(matches, key=_span):
            if start < free or not _whole_words(shown, start, end):
                continue
            senses = self._senses([at for at, _, _ in same], shown[start:end], text[start:end], kinds)
            if senses is None:
                continue
            free = end
            if senses:
                hits.append(Hit(start, end, senses))
        return hits

    def _senses(
        self, matched: list[int], written: str, given: str, kinds: Collection[Kind] | None
    ) -> tuple[Sense, ...] | None:
        """The senses of words in a text; () where a shield hides them, None where they are no name."""
        senses: list[Sense] = []
        for at in matched:
            name = self._names[at]
            if name.sense is None:
                # a shield is held against the words as given, so that `reunion` does not hide `Réunion`
                if given.lower() == self._given[at]:
                    return ()
            elif (kinds is None or name.sense.kind in kinds) and name.fits(self._plain[at], written):
                senses.append(name.sense)
        return tuple(sorted(dict.fromkeys(senses), key=_most_telling_first)) or None


def _longest_first(match: tuple[int, int, int]) -> tuple[int, int]:
    _, start, end = match
    return start, -end


def _span(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[1:]


def _most_telling_first(sense: Sense) -> int:
    return KINDS.index(sense.kind)


def _whole_words(text: str, start: int, end: int) -> bool:
    """Whether neither edge of a span lies inside a word."""
    return not (
        (start > 0 and _in_word(text[start - 1]) and _in_word(text[start]))
        or (end < len(text) and _in_word(text[end]) and _in_word(text[end - 1]))
    )


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0
