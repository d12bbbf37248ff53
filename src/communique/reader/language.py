"""Which parts of a text are not English. They are kept and cited, and not read.

A line is told by its letters, and by the share that short English words have in its lower-case words: names, which
press reports are full of, begin with capitals and say nothing of the language. What looks foreign so is held against
py3langid, which also says what language it is. A line too short to tell goes with the lines around it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
from communique.reading import FOREIGN
from communique.report import Cited

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

PASSAGE = "language.passage"
RULES = {
    PASSAGE: "a passage that is not English: its language; nothing is read in it",
    FOREIGN: "a report that is not English: its language; nothing else is read in it",
}

# Set on the 5,226 reports of the corpus and the gold: the 11 that are French, Spanish or Portuguese in whole or in part
# are found, no other; and on a sentence in each of 36 languages, alone and above an English paragraph.
ENGLISH_SHARE = 0.15  # of the lower-case words: English has .25 and more
FOREIGN_SHARE = 0.08
TELLING = 5  # lower-case words by which a line can be told at all
PROVEN = 8  # lower-case words of foreign lines together, for so few may be a quotation or a list
DOUBT = 0.1  # how likely English may be to py3langid where a passage is called foreign
OTHER_LETTERS = 0.6  # share of letters that are not Latin
WHOLE_SHARE = 0.9  # of the characters: what is left of a foreign page is furniture
TOLD_BY = 2_000  # characters by which a language is told

UNTOLD = "und"  # ISO 639-2 for a language that cannot be told

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1d00-\u1eff\uff21-\uff5a]")
_NO_WORDS = re.compile(r"<[^<>\n]{1,400}>|\]\([^()\s]{1,400}\)|(?:https?://|www\.)\S+|[^\s@]{1,80}@\S+|[#@]\w+")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its place, whether it is foreign (None: it does not say), and the words that tell."""

    start: int
    end: int
    foreign: bool | None
    other_script: bool = False
    words: tuple[str, ...] = ()


def foreign_parts(text: str) -> tuple[Cited[str], ...]:
    """The stretches of `text` that are not English, in order; each has the language's ISO 639 code as its value.

    Where it is not English at all there is one, from the first word to the last, with the rule `language.report`.
    """
    lines = [_line(text, *found.span()) for found in _LINE.finditer(text) if not found.group().isspace()]
    if not any(each.foreign for each in lines):
        return ()
    parts = tuple(_passages(text, lines))
    if sum(each.end - each.start for each in parts) >= WHOLE_SHARE * (lines[-1].end - lines[0].start):
        whole = text[lines[0].start : lines[-1].end]
        return (Cited(text, lines[0].start, lines[-1].end, value=_language(whole), rule=FOREIGN),)
    return parts


def blanked(text: str, parts: Sequence[Cited[str]]) -> str:
    """`text` with line ends in place of these parts: of the same length, so that offsets stay true."""
    shown: list[str] = []
    done = 0
    for each in parts:
        shown += text[done : each.start], "\n" * (each.end - each.start)
        done = each.end
    return "".join((*shown, text[done:]))


def _line(text: str, start: int, end: int) -> _Line:
    shown = text[start:end]
    start, end = end - len(shown.lstrip()), start + len(shown.rstrip())
    told = _NO_WORDS.sub(" ", shown)
    words = _WORD.findall(told)
    letters = sum(map(len, words))
    if letters - len(_LATIN.findall(told)) > OTHER_LETTERS * letters:
        return _Line(start, end, True, other_script=True)
    lower = tuple(each for each in words if each.islower())
    if len(lower) < TELLING:
        return _Line(start, end, None)
    english = vocabulary("english_words")
    share = sum(each in english for each in lower) / len(lower)
    foreign = True if share < FOREIGN_SHARE else False if share >= ENGLISH_SHARE else None
    return _Line(start, end, foreign, words=lower)


def _passages(text: str, lines: Sequence[_Line]) -> Iterator[Cited[str]]:
    """The runs of foreign lines, with those between them that do not say, as far as they can be proven."""
    for foreign, run in groupby(zip(lines, _settled(lines), strict=True), key=lambda pair: pair[1]):
        told = [line for line, _ in run]
        if foreign and _proven(text, told):
            start, end = told[0].start, told[-1].end
            yield Cited(text, start, end, value=_language(text[start:end]), rule=PASSAGE)


def _settled(lines: Sequence[_Line]) -> list[bool]:
    """Of each line whether it is foreign: one that does not say is where the nearest on both sides that do are."""
    before, after = (_last_told(each) for each in (lines, lines[::-1]))
    return [
        line.foreign if line.foreign is not None else bool(one and other)
        for line, one, other in zip(lines, before, after[::-1], strict=True)
    ]


def _last_told(lines: Sequence[_Line]) -> list[bool]:
    """Of each line whether the last one that says was foreign; beyond them all, it is as if it were."""
    told, last = [], True
    for each in lines:
        last = last if each.foreign is None else each.foreign
        told.append(last)
    return told


def _proven(text: str, lines: Sequence[_Line]) -> bool:
    """Whether a run is foreign beyond doubt: by its letters, or by py3langid, with its names and without."""
    if any(each.other_script for each in lines):
        return True
    telling = [each for each in lines if each.foreign]
    lower = [word for each in telling for word in each.words]
    if len(lower) < PROVEN:
        return False
    shown = " ".join(_NO_WORDS.sub(" ", text[each.start : each.end]) for each in telling)
    return all(_ranked(each).get("en", 0.0) < DOUBT for each in (shown, " ".join(lower)))


def _language(text: str) -> str:
    """The code of the language of a foreign text."""
    ranked = _ranked(_NO_WORDS.sub(" ", text))
    return next((each for each in ranked if each != "en"), UNTOLD)


def _ranked(text: str) -> dict[str, float]:
    """The likeliest languages of a text, likeliest first."""
    found = _identifier().rank(text[:TOLD_BY])
    return {language: float(chance) for language, chance in found[:5]}


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
