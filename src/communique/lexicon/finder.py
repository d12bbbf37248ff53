"""Finder: all names of the lexicon in a text, in one pass.

Invariant: hits are true spans of the text as given (code points, half-open), begin and end at word boundaries,
are in order and do not overlap. Of several names that begin at one word the longest wins, of two that overlap
the one that begins first; names written alike are one hit with several senses.
"""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from ahocorasick_rs import AhoCorasick

Kind = Literal[
    "country",
    "organisation",
    "demonym",
    "seat",
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


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name may stand for.

    `key` is a country code (several joined by `|` where the name does not settle it), an organisation's short
    name, a publisher's usual name, a rank written out, the level of an office, or the codebook's word for a body or
    document. `detail` is the class of a rank, `before` or `after` of an honorific, the usual name of an office's
    head or a place, the country of a publisher. `care` marks names that often mean something else.
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
        """The first sense of one of these kinds."""
        return next((sense for sense in self.senses if sense.kind in kinds), None)


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write something: `spelling`, exact in its capitals unless `any_case`; no sense is a shield."""

    spelling: str
    sense: Sense | None
    any_case: bool = False

    def fits(self, written: str) -> bool:
        """Whether the words of a text, folded by `plain`, are this name in their capitals too."""
        spelling = plain(self.spelling)
        return (
            self.any_case
            or written == spelling
            or (len(spelling) >= SHORTEST_IN_CAPITALS and written == spelling.upper())
        )


class Finder:
    """Finds names in texts; built once a process from all names of the lexicon."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names: dict[str, list[Name]] = {}
        for name in names:
            self._names.setdefault(plain(name.spelling).lower(), []).append(name)
        self._patterns = list(self._names)
        self._automaton = AhoCorasick(self._patterns)

    def find(self, text: str, *, kinds: Collection[Kind] | None = None) -> list[Hit]:
        """The hits in a text; with `kinds`, as if the lexicon held only names of these kinds."""
        shown = plain(text)
        matches = self._automaton.find_matches_as_indexes(shown.lower(), overlapping=True)
        matches.sort(key=lambda match: (match[1], -match[2]))
        hits: list[Hit] = []
        free = 0
        for pattern, start, end in matches:
            if start < free or not _whole_words(shown, start, end):
                continue
            senses = self._senses(self._patterns[pattern], shown[start:end], text[start:end], kinds)
            if senses is None:
                continue
            free = end
            if senses:
                hits.append(Hit(start, end, senses))
        return hits

    def _senses(
        self, pattern: str, written: str, given: str, kinds: Collection[Kind] | None
    ) -> tuple[Sense, ...] | None:
        """The senses of words in a text; () where a shield hides them, None where they are no name."""
        senses = []
        for name in self._names[pattern]:
            if name.sense is None:
                # a shield is held against the words as given, so that `reunion` does not hide `Réunion`
                if given.lower() == name.spelling.lower():
                    return ()
            elif (kinds is None or name.sense.kind in kinds) and name.fits(written) and name.sense not in senses:
                senses.append(name.sense)
        return tuple(sorted(senses, key=lambda sense: KINDS.index(sense.kind))) or None


def plain(text: str) -> str:
    """The text with Latin letters without accents, straight quotes, plain dashes and spaces; as long as before."""
    return text.translate(_plain_characters())


@cache
def _plain_characters() -> dict[int, str]:
    same = {
        "'": "’‘ʼʻ`´′",
        '"': "“”„«»",
        "-": "‐‑‒–—−",
        " ": "\t\n\r\u00a0\u2002\u2003\u2009\u200a\u202f\u3000",
        "o": "øơ",
        "O": "ØƠ",
        "l": "ł",
        "L": "Ł",
        "d": "đð",
        "D": "ĐÐ",
        "i": "ı",
        "e": "ə",
        "E": "Ə",
        "h": "ħ",
        "H": "Ħ",
        "u": "ư",
        "U": "Ư",
    }
    table = {ord(letter): plain for plain, letters in same.items() for letter in letters}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if code not in table and base.isascii():
            table[code] = base
    # the automaton takes no lone surrogates
    table.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
    return table


def _whole_words(text: str, start: int, end: int) -> bool:
    """Whether neither edge of a span lies inside a word."""
    return not (
        (start > 0 and _in_word(text[start - 1]) and _in_word(text[start]))
        or (end < len(text) and _in_word(text[end]) and _in_word(text[end - 1]))
    )


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.combining(character) > 0
