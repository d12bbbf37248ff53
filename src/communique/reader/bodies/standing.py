"""Which places name one body, and which bodies stand between parties.

Forms that share the word for their kind and whose other words do not contradict are one body; `the Committee` is
the last one named.
"""

import re
from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
from communique.reader.bodies.founding import find_foundings
from communique.reader.bodies.grammar import PREPOSITIONS
from communique.reader.bodies.model import Place, Standing
from communique.reader.bodies.places import TALKING, find_places, parties_in
from communique.reader.marks import Mark, Marks
from communique.reader.page import Page
from communique.reader.people import content_words

if TYPE_CHECKING:
    from communique.reader.engagements.draft import Draft

# How much of the shorter name's own words the longer one must have.
AGREEMENT = 0.5
_PARTIES_TOLD = re.compile(r"\b(?:between|among)\b.*|\bof the (?:two|three|both) .*", re.IGNORECASE | re.DOTALL)


def find_bodies(page: Page) -> list[Standing]:
    """Every body named in the text, in order of first mention; `settle_bodies` says which of them stand."""
    bodies: list[Standing] = []
    for place in find_places(page):
        known = _known(page.marks, bodies, place)
        if known is not None:
            known.places.append(place)
            known.parties = _joined(known.parties, parties_in(page.marks, place.mark))
        elif _names_a_body(place):
            bodies.append(Standing([place], parties_in(page.marks, place.mark)))
    return bodies


def _joined(one: list[Mark], other: list[Mark]) -> list[Mark]:
    known = {mark.key for mark in one}
    return one + [mark for mark in other if mark.key not in known]


def _known(marks: Marks, bodies: list[Standing], place: Place) -> Standing | None:
    """The body named before of which this is another form."""
    return next((body for body in reversed(bodies) if _same(marks, body, place)), None)


def _same(marks: Marks, body: Standing, place: Place) -> bool:
    if place.mark.rule == "bodies.label" and any(f"({place.head})" in other.mark.key for other in body.places):
        return True
    if (place.sort == "series") is not (body.sort == "series"):
        return False
    if not any(_same_head(other, place) for other in body.places):
        return False
    here = {mark.key for mark in parties_in(marks, place.mark)}
    there = {mark.key for mark in body.parties}
    if here and there and not (here <= there or there <= here):
        return False
    return any(_agree(own_words(place), own_words(other)) for other in body.places) and not _begins_anew(marks, place)


def _begins_anew(marks: Marks, place: Place) -> bool:
    """`a committee on fisheries`, `a new working group on cyber defence`: not one that was named before."""
    if not own_words(place):
        return False
    before = marks.text[max(0, place.start - 12) : place.start].casefold()
    return bool(re.search(r"\b(?:an?|another)(?: new| small| special)? $", before))


def _same_head(one: Place, other: Place) -> bool:
    return one.mark.detail == other.mark.detail or _last(one) == _last(other)


def _last(place: Place) -> str:
    """The word for the kind alone; consultations and dialogues are told as each other."""
    last = place.head.split()[-1].casefold().removesuffix("s")
    return "dialogue" if last == "consultation" else last


def own_words(place: Place) -> frozenset[str]:
    """The words of a name that tell it from others of its kind: without kind, jointness and parties."""
    name = re.sub(r"\([^)]*\)", "", _PARTIES_TOLD.sub("", place.mark.key))
    common = vocabulary("body_joint_words") | content_words(place.head) | content_words(place.mark.detail)
    if not place.head[0].isupper():  # `high-level consultations` may be any named before
        common |= content_words(" ".join(vocabulary("body_modifiers")))
    return content_words(name) - common - PREPOSITIONS


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    few = min(len(one), len(other))
    return not few or len(one & other) >= AGREEMENT * few


def _names_a_body(place: Place) -> bool:
    """A first mention must be more than the bare kind: parties, a word of jointness, or capitals beside the kind."""
    if content_words(place.mark.key) <= content_words(place.mark.detail):
        return False
    if place.mark.detail in TALKING and place.mark.key.startswith(place.head) and " " not in place.head:
        return place.head[0].isupper()  # `dialogue between the two countries` is talk, not a body
    capitals = sum(1 for word in re.findall(r"[^\W\d_][\w']*", place.mark.key) if word[0].isupper())
    return capitals >= 2 or place.sort in ("joint", "shared") or " " in place.head


def settle_bodies(page: Page, bodies: list[Standing], drafts: list["Draft"]) -> list[Standing]:
    """The bodies that stand between parties: by their name, because they meet in an encounter, or were founded."""
    meeting = [draft.body for draft in drafts if draft.body is not None]
    founded = {id(founding.body) for founding in find_foundings(page, bodies)}
    return [body for body in bodies if _stands(body, body.name in meeting, bool(drafts) and id(body) in founded)]


def _stands(body: Standing, meets: bool, founded: bool) -> bool:
    if body.sort == "series":
        return False
    named = len(body.parties) >= 2 or any(place.head[0].isupper() for place in body.places)
    shared = body.sort != "doubtful" or len(body.parties) >= 2
    return (meets and body.may_meet) or (founded and shared) or (named and body.between_parties)
