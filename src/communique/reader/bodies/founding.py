"""Foundings: the words that say that a body was set up, and where what it was set up by is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.reader.bodies.model import Place, Standing
from communique.reader.page import Page

_MADE = r"(?:set up|established|founded|created|launched|formed|instituted|constituted|inaugurated|born)"
_MAKE = (
    r"(?:set(?:ting)? up|establish(?:ed|ing|ment of)?|found(?:ed|ing)?|creat(?:e|ed|ing|ion of)|launch(?:ed|ing|es)?|"
    r"form(?:ed|ing)|institut(?:e|ed|ing)|constitut(?:e|ed|ing))"
)
_BY = r"(?:under|by|pursuant to|in accordance with|on the basis of|following|as a result of|through|during|at|in)"
# The body did not yet exist: `agreed to set up a joint committee`.
_ACTIVE = re.compile(
    rf"\b{_MAKE}(?:[ \t]+(?:an?|the|their|its|new|small|special|permanent|joint|bilateral))*[ \t]*$", re.IGNORECASE
)
_PASSIVE = re.compile(
    r"[ ,)]*(?:[ \t]*which)?[ \t]*(?:(?:was|were|is|has been|had been|being|itself|first|formally|officially)[ \t]+)*"
    rf"{_MADE}\b",
    re.IGNORECASE,
)
_OWED = re.compile(
    r"[ \t]*(?:owes its (?:existence|origins?|birth) to|dates back to|goes back to|"
    r"(?:was|were) born (?:of|out of|during)|has its (?:roots|origins?) in|"
    r"originated (?:in|from)|grew out of|stems from)\b",
    re.IGNORECASE,
)
# `Established under the 1999 Protocol, the Committee ...`
_FRONTED = re.compile(rf"\b{_MADE}[ \t]+{_BY}\b[^.;]{{3,160}}?,[ \t]+(?:the[ \t]+)?$", re.IGNORECASE)
_GROUNDWORK = re.compile(
    r"\b(?:foundations?|groundwork|basis)\b[^.]{0,40}\b(?:was|were|had been)\s+laid\b", re.IGNORECASE
)


_ONLY_TALKED_OF = re.compile(
    r"\b(?:discuss\w*|consider\w*|propos\w*|explor\w*|possibilit\w*|prospects?|idea|plans?|questions?|issues?)\b", re.I
)
# How far before the words that would set a body up it may be said that this was only talked of.
TALK_REACH = 50
# How far before a name the words that set it up, and before the Committee those that say by what, may begin.
MAKE_REACH = 60
FRONT_REACH = 200


@dataclass(frozen=True, slots=True)
class Founding:
    """The words that found a body; `told_from` is where what it was founded by may first be told in the sentence.

    `anew` says that the body is set up here and now, so that the encounter told of founds it.
    """

    body: Standing
    start: int
    end: int
    told_from: int
    anew: bool


def is_being_made(text: str, place: Place) -> bool:
    """Whether the words before a name set the body up: `the issue of establishing a joint working group`."""
    return _ACTIVE.search(text, max(0, place.start - MAKE_REACH), place.start) is not None


def find_foundings(page: Page, bodies: list[Standing]) -> list[Founding]:
    """The first founding told of each body."""
    found: dict[int, Founding] = {}
    for body in bodies:
        for founding in _foundings(page, body):
            found.setdefault(id(body), founding)
    return list(found.values())


def _foundings(page: Page, body: Standing) -> Iterator[Founding]:
    text = page.marks.text
    for place in body.places:
        line = text.rfind("\n", 0, place.start) + 1
        sentence = page.sentence_at(place.start)
        end = int(sentence.end_char)
        if fronted := _FRONTED.search(text, max(line, place.start - FRONT_REACH), place.start):
            yield Founding(body, fronted.start(), place.start, fronted.start(), anew=False)
        elif owed := _OWED.match(text, place.end, end):
            yield Founding(body, owed.start(), owed.end(), owed.end(), anew=False)
        elif passive := _PASSIVE.match(text, place.end, end):
            yield Founding(body, passive.start(), passive.end(), passive.end(), anew=True)
        elif active := _ACTIVE.search(text, max(line, place.start - MAKE_REACH), place.start):
            yield from _active(page, body, place, active)


def _active(page: Page, body: Standing, place: Place, active: re.Match[str]) -> Iterator[Founding]:
    """`set up a committee`; where it speaks of ground laid earlier, that is what founded it."""
    sentence = page.sentence_at(place.start)
    laid = _GROUNDWORK.search(page.marks.text, int(sentence.start_char), active.start())
    if laid is not None:
        yield Founding(body, laid.start(), laid.end(), laid.end(), anew=False)
    elif not _ONLY_TALKED_OF.search(
        page.marks.text, max(int(sentence.start_char), active.start() - TALK_REACH), active.start()
    ):
        yield Founding(body, active.start(), place.end, place.end, anew=True)
