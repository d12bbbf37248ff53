"""What a written name is made of: words, initials, and articles that may be left out."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from communique.lexicon import naming
from communique.lexicon.fold import plain as without_accents
from communique.resolve.folding import fold
from communique.resolve.names.spelling import sound

REMEMBERED = 50_000

Kind = Literal["word", "initial", "article"]

_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʼʻ`´ʿʾ](?=\w)|['’‘ʼʻ`´ʿʾ]")
_TOKEN = re.compile(r"[^\W_]+")
_SERVANT = re.compile(r"abd(?:[aeuo]|ou)(?:l|([rsnzdt])(?=\1))?(?!l?l?ah?$)(?=\w{3})")  # Abdul Rahman, Abderrahmane
_SERVANTS = frozenset({"abd", "abdul", "abdel", "abdal", "abdoul", "abdol", "abdur", "abder", "abdus", "abdes", "abdu"})
DIGRAPHS = frozenset({"ye", "yu", "ya", "yo", "kh", "zh", "sh", "ch", "th", "ph", "dj", "dz", "ts", "gh"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "phd"})
CLUSTER = 3  # letters at the most in initials written as one, AK Rathod


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a name: folded (`text`), with the accents that sounds depend on (`letters`), and as written.

    Made by `part_of`, which gives the same object for the same part, so that comparing is quick to look up.
    """

    text: str
    kind: Kind = "word"
    letters: str = ""
    shown: str = ""

    @property
    def heard(self) -> str:
        """How the part sounds."""
        return sound(self.letters)


@lru_cache(maxsize=REMEMBERED)
def part_of(text: str, kind: Kind = "word", letters: str = "", shown: str = "") -> Part:
    """A part of a name; the same object for the same part."""
    return Part(text, kind, letters or text, shown or text)


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name as its parts, in the order written. The same writing is the same object, so that matches are cached."""

    parts: tuple[Part, ...]

    @property
    def words(self) -> tuple[Part, ...]:
        """The words written out."""
        return tuple(each for each in self.parts if each.kind == "word")

    @property
    def initials(self) -> tuple[Part, ...]:
        """The initials."""
        return tuple(each for each in self.parts if each.kind == "initial")


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    written: str
    dotted: bool
    hyphened: bool


@lru_cache(maxsize=REMEMBERED)
def parse(written: str, party: str | None = None) -> Name:
    """The parts of a name as written; `party` tells by what customs it is made."""
    tokens = list(_tokens(written))
    while len(tokens) > 2 and tokens[-1].text in SUFFIXES:
        tokens.pop()
    parts = [part for at, token in enumerate(tokens) for part in _parts(tokens, at, token, party)]
    return Name(tuple(_served(parts)))


def _tokens(written: str) -> Iterator[_Token]:
    plain = _APOSTROPHES.sub("", written)
    for found in _TOKEN.finditer(plain):
        text = fold(without_accents(found[0]))
        after = plain[found.end() : found.end() + 1]
        if text:
            yield _Token(text.replace(" ", ""), found[0], dotted=after == ".", hyphened=after in ("-", "‑", "–"))


def _parts(tokens: list[_Token], at: int, token: _Token, party: str | None) -> Iterator[Part]:
    if _is_cluster(tokens, token):
        yield from (part_of(letter, "initial", letter, letter) for letter in token.text)
        return
    kind: Kind = "word"
    if _is_article(tokens, at, token, party):
        kind = "article"
    elif len(token.text) == 1 or (token.dotted and token.text in DIGRAPHS):
        kind = "initial"
    letters = unicodedata.normalize("NFC", token.written.casefold())
    yield part_of(token.text, kind, letters, token.written)


def _is_article(tokens: list[_Token], at: int, token: _Token, party: str | None) -> bool:
    if token.text not in naming.articles() or at == len(tokens) - 1:
        return False
    if token.written.islower():
        return True
    if naming.custom_of(party).family_first or len(token.text) == 1:
        return False
    if len(tokens) == 2 and at == 0 and not token.hyphened:
        return token.text in ("al", "el")  # Al Harthi, but Ben Smith and Van Morrison
    if token.text.startswith("a") and token.text not in ("al", "ap", "ait", "abu", "abou"):
        return token.hyphened and tokens[at + 1].text.startswith(token.text[1:])  # ash-Shazli, but An Jong-geun
    return True


def _is_cluster(tokens: list[_Token], token: _Token) -> bool:
    """Whether a token is initials written as one: in capitals among words that are not, and hardly to be spoken."""
    if not token.written.isupper() or len(token.text) > CLUSTER:
        return False
    others = [each for each in tokens if each is not token]
    if not others or any(each.written.isupper() and len(each.text) > 1 for each in others):
        return False
    vowels = [letter in "aeiouy" for letter in token.text]
    return not any(vowels) or (len(vowels) == 2 and vowels == [True, False] and len(others) == 1)


def _served(parts: list[Part]) -> Iterator[Part]:
    """The parts with `Abdel Hamid` and `Abdulhamid` as one word, without its article."""
    before: list[Part] = []
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if before and part.kind == "article" and not last:
            before.append(part)
        elif before:
            shown = " ".join(each.shown for each in (*before, part))
            before = []
            yield part if part.kind == "initial" else part_of(f"abd{part.text}", "word", f"abd{part.letters}", shown)
        elif part.kind == "word" and part.text in _SERVANTS and not last and parts[at + 1].kind != "initial":
            before.append(part)
        elif part.kind == "word" and part.text.startswith("abd"):
            text, letters = (_SERVANT.sub("abd", each) for each in (part.text, part.letters))
            yield part_of(text, "word", letters, part.shown)
        else:
            yield part
