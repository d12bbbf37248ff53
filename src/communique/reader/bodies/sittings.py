"""Sittings: every place that tells of a meeting of a body, with the number of the session.

The number stands before the name (`the fourth round of the X`, `the 4th X`), after it (`X held its sixth meeting`), or
in a sentence of its own (`The third session is due in Amman`), which then means the body named last.
"""

import re
from collections.abc import Iterator
from functools import cache

from communique import lexicon
from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.bodies.founding import is_being_made
from communique.reader.bodies.model import Place, Sitting, Standing
from communique.reader.page import Page

Number = tuple[int, int, int]  # the ordinal's value and offsets

# From a numbered noun to the name of the body: `meeting of the`, `round of the annual`.
_TO_NAME = re.compile(
    r"(?:[ \t]+(?:of|under|in|for|within|from)(?:[ \t]+the framework of)?)?[ \t]+"
    r"(?:(?:the|their|its|our|this|these)[ \t]+)?(?:(?:annual|regular|bilateral|joint|ordinary)[ \t]+)*$|[ \t]+$"
)
# From an ordinal to the name itself: `the second`, `their fifth annual`.
_BESIDE_NAME = re.compile(r"[ \t]+(?:(?:annual|regular|ordinary|joint|full|in-person|virtual|bilateral)[ \t]+)*$")
_REGULAR = re.compile(
    r"\b(?:annual|regular|next|last|previous|upcoming|forthcoming|new|round of)[ \t]+(?:full[ \t]+)?$", re.I
)
_UNNUMBERED = (
    "next", "last", "previous", "new", "upcoming", "forthcoming", "annual", "autumn", "spring", "summer", "winter",
    "extraordinary", "plenary", "regular",
)  # fmt: skip
# A pronoun before a verb of gathering: `It will meet again`, `which last sat in 2003`.
_PRONOUN = re.compile(
    r"\b(?:It|it|which)"
    r"(?=(?:[ \t]+(?:will|would|shall|is|was|be|to|due|set|has|had|last|next|now|again|first|not)){0,5}"
    r"[ \t]+(?:meets?|met|gather(?:s|ed)?|(?:re)?convene[sd]?|sits?|sat|(?:re)?assemble[sd]?)\b)"
)
_ANNUAL = re.compile(r"\bannual\b", re.IGNORECASE)
_ROMAN = re.compile(r"[ivxlc]+(?:st|nd|d|rd|th)?")
_SERIES_LABEL = re.compile(r"\((?:[A-Z][A-Za-z]+[- ]?)(?P<number>\d{1,3})\)$")


def ordinal(word: str) -> int | None:
    """The number of an ordinal in words, digits or Roman figures; None where it is none."""
    return lexicon.load().ordinals.get(word.strip().casefold().removesuffix("-ever"))


@cache
def _ordinals() -> str:
    """An alternation of all ordinals: words in any case, Roman figures in capitals only."""
    spellings = lexicon.load().ordinals
    roman = [each for each in spellings if _ROMAN.fullmatch(each)]
    words = alternation(spellings.keys() - set(roman))
    figures = [re.sub(r"[ivxlc]+", lambda found: found.group().upper(), each, count=1) for each in roman]
    return rf"(?:(?i:{words}(?:-ever)?)|{alternation(figures)}|\d+(?:st|nd|rd|th))"


@cache
def _numbered() -> re.Pattern[str]:
    """`third session`, `41st Ordinary Meeting`, `the next round`."""
    nouns, unnumbered = alternation(vocabulary("sitting_nouns")), alternation(_UNNUMBERED)
    return re.compile(
        rf"\b(?:(?P<number>{_ordinals()})|(?i:{unnumbered}))[ \t]+(?:[\w'-]+[ \t]+){{0,2}}?(?P<noun>(?i:{nouns}))\b"
    )


@cache
def _elliptic() -> re.Pattern[str]:
    """`The first was held`, `the last one, in Split`: an ordinal with its noun unsaid."""
    return re.compile(
        rf"\b[Tt]he[ \t]+(?:(?P<number>{_ordinals()})|last|previous|next)(?P<noun>(?!))?(?:[ \t]+one)?"
        r"(?=(?:,[^,.;\n]{0,60},)?[ \t]+(?:was|were|had been|will be|would be|is|took place|ended|being|having)\b)"
    )


@cache
def _ordinal_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<number>{_ordinals()})(?=[ \t])")


def find_sittings(page: Page, bodies: list[Standing]) -> list[Sitting]:
    """Every place at which a body is named or a numbered meeting of one is told, with its number there."""
    named = [(place, body) for body in bodies for place in body.places]
    text = page.marks.text
    found = [_named_sitting(page, place, body) for place, body in named if not is_being_made(text, place)]
    found = [sitting for sitting in found if sitting.body.sort != "series" or _is_one_of_a_row(text, sitting)]
    alone = [sitting for sitting in _told_alone(page, named) if not any(_overlap(sitting, other) for other in found)]
    return sorted([*found, *alone], key=lambda sitting: sitting.start)


def _is_one_of_a_row(text: str, sitting: Sitting) -> bool:
    """Whether a conference is told as one of a series: by its number, or as annual."""
    return sitting.number is not None or bool(_ANNUAL.search(text, max(0, sitting.start - 20), sitting.end))


def _overlap(one: Sitting, other: Sitting) -> bool:
    return one.start < other.end and other.start < one.end


def _named_sitting(page: Page, place: Place, body: Standing) -> Sitting:
    """The sitting told where a body is named, its number standing right before the name or in its label."""
    text = page.marks.text
    line = text.rfind("\n", 0, place.start) + 1
    reach = max(line, place.start - REACH)
    start, number = place.start, None
    for match in _numbered().finditer(text, reach, place.start):
        if _TO_NAME.fullmatch(text, match.end(), place.start):
            start, number = match.start(), _value(match)
    for match in _ordinal_before().finditer(text, reach, place.start):
        if _BESIDE_NAME.fullmatch(text, match.end(), place.start):
            start, number = match.start(), _value(match)
    if number is None:
        number = _times_met(text, place.end)
    if number is None and (label := _SERIES_LABEL.search(place.mark.key)):
        at = place.start + label.start("number")
        number = (int(label.group("number")), at, at + len(label.group("number")))
    regular = start < place.start or bool(_REGULAR.search(text, reach, place.start))
    return Sitting(start, place.end, body, number, regular or place.mark.key.lower().startswith("annual"))


def _times_met(text: str, end: int) -> Number | None:
    """The number told after a name: `the commission met in Rome for the eighth time`."""
    match = _nth_time().match(text, end)
    return _value(match) if match is not None else None


@cache
def _nth_time() -> re.Pattern[str]:
    verbs = "meets?|met|sits?|sat|convenes?|convened|gathers?|gathered|will|is|are|was|has|have|would|to"
    return re.compile(
        rf"[ \t]+(?:{verbs})\b[^.;\n]{{0,80}}?\bfor[ \t]+(?:the|its)[ \t]+(?P<number>{_ordinals()})[ \t]+time\b"
    )


def _value(match: re.Match[str]) -> Number | None:
    word = match.group("number")
    value = ordinal(word) if word else None
    return (value, *match.span("number")) if value is not None else None


# How far before a name its number may stand, and how many sentences back a body may be meant.
REACH = 90
SENTENCES_BACK = 8


def _told_alone(page: Page, named: list[tuple[Place, Standing]]) -> Iterator[Sitting]:
    """Meetings that stand apart from the name: `its third session`, `The fifth was held`, `It will meet again`."""
    text = page.marks.text
    for match in (*_numbered().finditer(text), *_elliptic().finditer(text)):
        if not page.runs(match.start()):
            continue
        body = _meant(page, match, match["noun"], named)
        if body is not None:
            yield Sitting(match.start(), match.end(), body, _value(match), regular=True)
    for match in _PRONOUN.finditer(text):
        body = _named_last(page, match.start(), named) if page.runs(match.start()) else None
        if body is not None:
            yield Sitting(match.start(), match.end(), body, None, regular=False)


def _named_last(page: Page, at: int, named: list[tuple[Place, Standing]]) -> Standing | None:
    """The body a pronoun stands for: the one named last in its own sentence or the one before."""
    here = page.sentence_number(at)
    near = [
        (place, body) for place, body in named if place.start < at and here - page.sentence_number(place.start) <= 1
    ]
    place, body = max(near, key=lambda each: each[0].start, default=(None, None))
    return body if place is not None and not _in_office(page, place) else None


def _meant(page: Page, match: re.Match[str], noun: str | None, named: list[tuple[Place, Standing]]) -> Standing | None:
    """The body a numbered meeting is one of: the one named last before it, or the only one that can meet."""
    standing = [(place, body) for place, body in named if body.may_meet and not _in_office(page, place)]
    here = page.sentence_number(match.start())
    before = [
        (place, body)
        for place, body in standing
        if place.start < match.start() and here - page.sentence_number(place.start) <= SENTENCES_BACK
    ]
    fitting = [(place, body) for place, body in before if _fits(noun, body)]
    if not fitting:
        bodies = list({id(body): body for _, body in standing}.values())
        return bodies[0] if len(bodies) == 1 and _fits(noun, bodies[0]) else None
    place, body = max(fitting, key=lambda each: each[0].start)
    same = page.sentence_number(place.start) == here
    return body if same or not _of_persons(page, match) else None


def _fits(noun: str | None, body: Standing) -> bool:
    """A body has meetings, sessions, rounds; talks and dialogues only where it is one itself."""
    if noun is None:  # `the first was held`
        return body.sort != "series"
    noun = noun.casefold().removesuffix("s")
    if noun in ("meeting", "session", "round", "sitting", "edition", "iteration", "plenary", "gathering"):
        return body.sort != "series" or noun in ("edition", "session")
    return any(noun in place.mark.key.casefold() for place in body.places)


def _of_persons(page: Page, match: re.Match[str]) -> bool:
    """`their third meeting`, `first meeting with`: of people who meet, not of a body."""
    text = page.marks.text
    own = re.search(r"\b(?:their|his|her)[ \t]+$", text[max(0, match.start() - 8) : match.start()])
    return bool(own) or bool(re.match(r"[ \t]+(?:with|between)\b", text[match.end() : match.end() + 12]))


def _in_office(page: Page, place: Place) -> bool:
    return page.marks.office_at(place.start) is not None
