"""Lines that name an institution and nothing else: a letterhead above a text, a signature below it."""

import re
from functools import cache

from communique.lexicon import Kind
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Marks
from communique.reader.masthead.lines import Line
from communique.reader.masthead.phrases import titled_phrases

Span = tuple[int, int]
LONGEST = 150  # characters

_OWNERS: tuple[Kind, ...] = ("country", "demonym", "organisation", "seat", "place", "publisher")
_SMALL_WORDS = ("of", "and", "for", "the", "in", "to")
_WORD = r"(?:[A-Z][\w'.-]*|of|and|for|the|in|to|&)"


def institution(line: Line, marks: Marks) -> Span | None:
    """The institution that a line names, without a city after it; None where the line says more than that."""
    if len(line.text) > LONGEST:
        return None
    shown = _lowered(line.text)
    city = next(
        (hit.start for hit in marks.hits if line.start < hit.start and hit.end == line.end and hit.sense("place")), None
    )
    before = shown[: city - line.start] if city is not None else ""
    if before.endswith((", ", "Embassy ", "Consulate ", "Consulate General ")):
        shown = before.rstrip(", ")
    end = line.start + len(shown)
    if any(hit.start == line.start and hit.end == line.end and hit.sense("seat") for hit in marks.hits):
        return line.span  # `Blue House`
    return (line.start, end) if _name().fullmatch(shown) and _institutional(shown, line, marks) else None


def _institutional(shown: str, line: Line, marks: Marks) -> bool:
    """Whether each capitalised word is one of institutions' names, a name of the lexicon, or an acronym."""
    return all(
        word.group().removesuffix("'s") in vocabulary("institution_words")
        or word.group().isupper()
        or _head().search(word.group().removesuffix("'s"))
        or any(hit.start <= line.start + word.start() < hit.end and hit.sense(*_OWNERS) for hit in marks.hits)
        for word in re.finditer(r"(?!The\b)[A-Z][\w'-]*", shown)
    )


@cache
def _head() -> re.Pattern[str]:
    """Any word of the phrases that head an institution's name."""
    words = set(re.findall(r"[A-Z][\w-]+", titled_phrases("source_words", "house", "desk")))
    return re.compile("(?:" + "|".join(sorted(words)) + ")$")


@cache
def _name() -> re.Pattern[str]:
    head = titled_phrases("source_words", "house", "desk")
    return re.compile(
        rf"(?:The )?(?:{head}(?: (?:of|for|in|to) (?:the )?{_WORD}(?:,? {_WORD})*)?"
        rf"|(?:[A-Z][\w'.-]* ){{1,5}}{head}(?: (?:of|for|in|to) (?:the )?{_WORD}(?:,? {_WORD})*)?)"
    )


def _lowered(text: str) -> str:
    """A line in capitals with each word capitalised only and small words lowered; as long as before."""
    if not text.isupper():
        return text

    def written(match: re.Match[str]) -> str:
        word = match.group().lower()
        return word if word in _SMALL_WORDS else word.capitalize()

    return re.sub(r"[^\W\d_]+", written, text)
