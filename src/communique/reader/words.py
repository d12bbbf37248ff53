"""The words of a text with their offsets: what the name and office grammars run over.

spaCy's tokens part names at hyphens and apostrophes (`Al`, `-`, `Saadawi`); here `Al-Saadawi`, `O'Brien`,
`J.-P.` and `Lt.` are one word each, and a possessive `'s` is none.
"""

import re
from dataclasses import dataclass

_LETTERS = r"[^\W\d_]"
_WORD = re.compile(
    rf"(?:{_LETTERS}\.[-‑ ]?)+(?=\W|$)(?<=\.)"  # initials: Z., H.-R., U.S.
    rf"|{_LETTERS}+(?:[-‑]{_LETTERS}+|['’ʻ`](?!s\b){_LETTERS}+)*"  # words, hyphenated names, O'Brien
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?"  # numbers
)

# Markup that is blanked before reading; offsets stay true since every character is replaced by one character.
_MARKUP = re.compile(
    r"<[^<>\n]{1,60}>|\*{1,3}|[\x00-\x08\x0b\x0c\x0e-\x1f\u200b-\u200f\u2060-\u2064\ufeff\ud800-\udfff]"
)
# Of a long run of signs (`((((`, smileys) only the first are kept: the tokenizer takes the square of its length.
_RUN_OF_SIGNS = re.compile(r"(?<=(?:[^\w\s]|_){16})(?:[^\w\s]|_)+")
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "‘": "'", "’": "'", "‑": "-", "“": '"', "”": '"'})


def plain(text: str) -> str:
    """The text with markup blanked and quotes and spaces made plain, of exactly the same length."""
    return _RUN_OF_SIGNS.sub(_blank, _MARKUP.sub(_blank, text)).translate(_PLAIN)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


@dataclass(frozen=True, slots=True)
class Word:
    """One word: half-open offsets and the text as plain."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words(text: str) -> list[Word]:
    """Every word of a plain text, in order."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group().rstrip()
        if word == "s" and text[match.start() - 1 : match.start()] == "'":
            continue
        found.append(Word(match.start(), match.start() + len(word), word))
    return found
