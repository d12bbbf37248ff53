"""Phrases: words, by their lemmas, that lead to a matter, and where they stand in a sentence."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.calendar import calendar_words
from communique.lexicon.tables import Column, Row, table
from communique.reader import clause

if TYPE_CHECKING:
    from spacy.tokens import Token

# How many words may stand where a phrase has ~, and how many describing words between any two of its words:
# `exchanged thorough and candid views on`.
LOOSE = 8
DESCRIBING = 4
# ... and how far off a preposition may stand that hangs on them: `compared notes with General X, the Chief of ..., on`.
HANGING = 40
ANY = "~"

_PLACES_OF_TIME = frozenset(
    {
        "margins",
        "sidelines",
        "occasion",
        "fringes",
        "behalf",
        "eve",
        "evening",
        "morning",
        "afternoon",
        "phone",
        "telephone",
        "line",
        "side",
        "part",
        "sideline",
        "fringe",
        "basis",
        "invitation",
        "ground",
    }
)
_DESCRIBES = frozenset({"ADV", "ADJ", "DET", "PRON", "NUM", "CCONJ", "AUX"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of a table of phrases: its words (`a|b` is either, ~ is a few of any), and the row itself."""

    words: tuple[str, ...]
    row: Row


@cache
def phrases(name: str, *columns: Column) -> dict[str, tuple[Phrase, ...]]:
    """The phrases of a table by each form of their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    rows = [Phrase(tuple(row["words"].split()), row) for row in table(name, [Column("words"), *columns])]
    for phrase in sorted(rows, key=lambda phrase: -len(phrase.words)):
        for first in phrase.words[0].split("|"):
            found.setdefault(first, []).append(phrase)
    return {first: tuple(each) for first, each in found.items()}


def phrase_at(token: "Token", known: dict[str, tuple[Phrase, ...]]) -> "tuple[Phrase, Token] | None":
    """The longest phrase that begins at a token, and its last word."""
    for form in dict.fromkeys(clause.forms(token.doc)[token.i]):
        for phrase in known.get(form, ()):
            last = follow(token, phrase.words)
            if last is not None:
                return phrase, last
    return None


def follow(first: "Token", words: tuple[str, ...]) -> "Token | None":
    """The last word of a phrase that begins at `first`, or None where its words do not follow."""
    last, loose = first, False
    for word in words[1:]:
        if word == ANY:
            loose = True
            continue
        found = _next(last, word, loose=loose)
        if found is None:
            return None
        last, loose = found, False
    return last


@cache
def _either(word: str) -> frozenset[str]:
    return frozenset(word.split("|"))


def _next(last: "Token", word: str, *, loose: bool) -> "Token | None":
    """The next word of a phrase after `last`."""
    doc, forms, wanted = last.doc, clause.forms(last.doc), _either(word)
    for i in range(last.i + 1, min(last.i + 1 + (HANGING if loose else DESCRIBING), last.sent.end)):
        if loose and wanted.isdisjoint(forms[i]):
            if forms[i][0] in (";", ":"):
                return None
            continue
        token = doc[i]
        found = not wanted.isdisjoint(forms[i])
        if word == "of" and loose and token.head.i > last.i:
            continue
        if found and (i <= last.i + LOOSE or _hangs(token, last)) and not _before_day(token):
            return token
        if not (loose or token.pos_ in _DESCRIBES or token.dep_ in ("amod", "advmod")):
            return None
    return None


def _hangs(token: "Token", last: "Token") -> bool:
    """Whether a preposition further off hangs on the phrase, or follows a comma as if it did."""
    return token.dep_ == "prep" and (token.head.i <= last.i or token.nbor(-1).text == ",")


def _before_day(token: "Token") -> bool:
    """`on Monday`, `on 3 May`, `on the margins`: no matter."""
    if token.lower_ != "on" or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    if following.lower_ == "the" and following.i + 1 < len(token.doc):
        following = following.nbor()
    return (
        following.like_num
        or following.lower_.strip(".") in calendar_words("month", "weekday")
        or following.lower_ in _PLACES_OF_TIME
    )
