"""Unlisted: places that no table holds, told by their form: `at Vangsnes on Tuesday`, `in Damar, Upper Shore`."""

import re
from collections.abc import Iterator
from functools import cache

from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.page import Page

Range = tuple[int, int]
_WORD = r"[A-ZÀ-Þ][a-zà-ÿ][\w'’-]*"
_PARTICLE = r"(?:al|as|ad|da|de|do|du|el|es|la|le|of|ul)"
_AFTER = r"(?=[.,;)]|\s+(?:on|from|next|last|this|and|to|where|before|after|for|with)\b|\s*$)"
_NAME = re.compile(
    rf"\b(?:at|in|near|off|outside)\s+(?:the\s+)?(?P<name>{_WORD}(?:[ -](?:{_PARTICLE}[ -])?{_WORD}){{0,2}})"
    rf"(?:,\s+(?P<more>{_WORD}(?:\s+{_WORD}){{0,2}}))?{_AFTER}"
)


@cache
def _no_place() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(vocabulary('no_place_words'))}\b")


def unlisted(page: Page, start: int, end: int) -> Iterator[tuple[Range, Range | None]]:
    """Capitalised words after a preposition of place that nothing else is known of, and those beside them."""
    for found in _NAME.finditer(page.marks.text, start, end):
        name = found.span("name")
        if page.runs(name[0]) and not _is_known(page, *name):
            yield name, found.span("more") if found["more"] else None


def _is_known(page: Page, first: int, last: int) -> bool:
    """Whether words are those of something else: a day, an office, somebody, a name of the lexicon, an event."""
    marks = page.marks
    if marks.hits_in(first, last) or marks.offices_in(first, last) or _no_place().search(marks.text, first, last):
        return True
    if any(time.start_offset < last and first < time.end_offset for time in page.times):
        return True
    return any(place.name.start < last and first < place.name.end for f in page.figures for place in f.places)
