"""The words that a line of a brief quotes: the sentence around a cited value, or as much of it as there is room for."""

import re

from communique.export.brief.dossier import Passage
from communique.record.entries import Told

_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[^\s\da-z])|\n+")
_WORD = re.compile(r"\S+$")
# A stop after these ends no sentence: ranks, styles, initials.
_SHORT = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Lt|Maj|Col|Brig|Cmdr|Cdr|Capt|Adm|Sgt|Prof|Hon|H\.E)\.$"
)


def passage(text: str, told: Told[str], most: int) -> Passage:
    """The sentence of its report that a value stands in, at most so many signs of it, the cited words among them.

    Of a longer sentence its beginning is taken where that has them, for other words of it may be cited by the same
    lines. Cited words that are longer themselves are cut at their end. `text` is that of the report.
    """
    first, last = _sentence(text, told.start, told.end)
    if last - first > most:
        first, last = _much(first, last, told, most)
    first, last = _whole_words(text, first, last, told)
    return Passage(report=told.report, start=first, end=last, quote=text[first:last])


def _much(first: int, last: int, told: Told[str], most: int) -> tuple[int, int]:
    """As much of a sentence as may be: its beginning, its end, or what is around the words."""
    if told.end - first <= most:
        return first, first + most
    if last - told.start <= most:
        return last - most, last
    before = max(0, most - (told.end - told.start)) // 2
    return told.start - before, told.start - before + most


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around these words begins and ends."""
    first, last = 0, len(text)
    for stop in _END.finditer(text):
        if _SHORT.search(text[max(0, stop.start() - 8) : stop.start() + 1]):
            continue
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end - 1:
            last = stop.end()
            break
    return first, last


def _whole_words(text: str, first: int, last: int, told: Told[str]) -> tuple[int, int]:
    """The same without half words at its ends and without white space around it; what is cited stays within."""
    if first > 0 and not text[first - 1].isspace() and first < told.start:
        gap = re.compile(r"\s").search(text, first, told.start)
        first = gap.end() if gap else told.start
    if last < len(text) and not text[last].isspace():
        cut = _WORD.search(text, told.end if told.end <= last else first, last)
        last = cut.start() if cut and cut.start() > first else last
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
