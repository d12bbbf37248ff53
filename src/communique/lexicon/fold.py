"""Fold: a text as plain as the names of the lexicon are compared in, and exactly as long as before."""

import unicodedata
from functools import cache

ALIKE = {
    "'": "’‘ʼʻ`´′",
    '"': "“”„«»",
    "-": "‐‑‒–—−",
    " ": "\t\n\r\u00a0\u2002\u2003\u2009\u200a\u202f\u3000",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "d": "đð",
    "D": "ĐÐ",
    "i": "ı",
    "e": "ə",
    "E": "Ə",
    "h": "ħ",
    "H": "Ħ",
}
LATIN_WITH_ACCENTS = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
SURROGATES = range(0xD800, 0xE000)


def plain(text: str) -> str:
    """The text with Latin letters without accents, straight quotes, plain dashes and spaces.

    It has a character for every character of `text`, so that offsets hold; lone surrogates, which no automaton
    takes, become U+FFFD.
    """
    return text.translate(_characters())


@cache
def _characters() -> dict[int, str]:
    table = {ord(letter): same for same, letters in ALIKE.items() for letter in letters}
    for code in LATIN_WITH_ACCENTS:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table.setdefault(code, base)
    table.update(dict.fromkeys(SURROGATES, "\ufffd"))
    return table
