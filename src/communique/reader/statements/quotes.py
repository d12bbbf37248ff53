"""Quotations: the stretches of a text between quotation marks of any kind."""

import re
from bisect import bisect_right
from dataclasses import dataclass

LONGEST = 3000  # characters of a quotation; what is longer is two marks that do not belong together
SENTENCE = 4  # words from which a quotation may be a sentence of its own

# What closes each opening mark; typists mix curly and straight ones.
_PAIRS = {'"': '"”', "“": '”"', "„": '“”"', "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』"}
# Single marks open after a space and before a letter, and close after a stop or a letter and before a space.
_SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–-])['‘](?=[^\W\d_])")
_SINGLE_CLOSE = re.compile(r"(?<=[,.?!…])['’](?!\w)")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Half-open offsets of the words inside the marks; `outer_end` lies beyond the closing mark."""

    start: int
    end: int
    outer_end: int
    text: str

    @property
    def is_sentence(self) -> bool:
        """Whether it is more than a name or a term that is only set off."""
        return len(self.text.split()) >= SENTENCE

    @property
    def begins(self) -> bool:
        """Whether it begins as a sentence does."""
        first = next((letter for letter in self.text if letter.isalnum()), "")
        return not first.islower()


class Quotations:
    """All quotations of a text, in order; none lies inside another."""

    def __init__(self, text: str) -> None:
        self.all = [found for line in _PARAGRAPH.finditer(text) for found in _of_paragraph(text, *line.span())]
        self._starts = [quotation.start for quotation in self.all]

    def at(self, offset: int) -> Quotation | None:
        """The quotation an offset lies in, its marks included."""
        number = bisect_right(self._starts, offset + 1) - 1
        found = self.all[number] if number >= 0 else None
        return found if found is not None and found.start - 1 <= offset < found.outer_end else None

    def before(self, offset: int) -> Quotation | None:
        """The last quotation that ends before an offset."""
        number = bisect_right(self._starts, offset) - 1
        while number >= 0:
            if self.all[number].outer_end <= offset:
                return self.all[number]
            number -= 1
        return None


def _of_paragraph(text: str, at: int, end: int) -> list[Quotation]:
    """The quotations of one paragraph; one that is not closed runs to its end, as press style has it."""
    found = []
    last_single = max((match.start() for match in _SINGLE_CLOSE.finditer(text, at, end)), default=-1)
    while at < end:
        opening = next((i for i in range(at, end) if _opens(text, i) and (text[i] in _PAIRS or i < last_single)), None)
        if opening is None:
            break
        closing = _closing(text, opening, end)
        if closing is None:
            if text[opening] in "'‘":
                at = opening + 1
                continue
            closing = end
        start, stop = opening + 1, closing
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if start < stop and stop - start <= LONGEST:
            found.append(Quotation(start, stop, min(closing + 1, end), text[start:stop]))
        at = closing + 1
    return found


def _opens(text: str, i: int) -> bool:
    if text[i] in "'‘":
        return _SINGLE_OPEN.match(text, i) is not None
    return text[i] in _PAIRS


def _closing(text: str, opening: int, end: int) -> int | None:
    """The offset of the mark that closes what opens here."""
    mark = text[opening]
    if mark in "'‘":
        single = _SINGLE_CLOSE.search(text, opening + 1, min(end, opening + LONGEST))
        return single.start() if single is not None else None
    return next((i for i in range(opening + 1, end) if text[i] in _PAIRS[mark]), None)
