"""Untitled names: full names that their sentence tells to be people.

led by X Y · X Y, who heads … · X Y and General Z W met · X Y said
Kenya's defence minister phoned his Ghanaian counterpart. X Y and Z W went over …
"""

import re

from communique.lexicon import Hit
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Mark, Marks
from communique.reader.people.namesakes import folded
from communique.reader.people.titles import Styled, in_plural

# Before a name: somebody did something, or something was done by somebody.
_BY = re.compile(
    r"\b(?:led|headed|chaired|co-chaired|represented|accompanied|presided(?: over)?|signed|co-signed|hosted|received|"
    r"greeted|welcomed|briefed|joined|attended|seen off|met|inaugurated|opened|delivered|initialled|penned|commanded|"
    r"accepted|told|informed|invited|thanked|congratulated|succeeded|replaced)\s+(?:jointly\s+)?(?:by\s+)?$"
    r"|\b(?:heads|leaders|co-chairs|chairmen) of (?:the |both )?(?:two )?(?:delegations|sides|teams|parties),\s+$"
    r"|\b(?:and|or|,)\s+by\s+$|\b(?:took over|taking over|taken over|takes over) from\s+$",
    re.IGNORECASE,
)
# After a name: an apposition with `who`, an age, or a verb that only people do.
_WHO = re.compile(r"(?:, (?:who|whose)\b| \(\d\d\)|, \d\d,)")
_AND = re.compile(r"(?:,? and| as well as)\s+(?:the\s+)?")
# How far before a name an office may stand that only the next sentence gives the name of.
NEAR = 300
_SENTENCE_END = re.compile(r"[.!?][\"')]?\s+$")
_LIKE = re.compile(r"\b(?:counterparts?|opposite numbers?|colleagues?|peers?|homologues?)\b", re.IGNORECASE)


def tell_untitled(marks: Marks, styled: list[Styled]) -> None:
    """Give every untitled full name that is somebody's a relation mark that says which words tell it."""
    known = {folded(place.name.key)[-1:] for place in styled if place.titled}
    last: Styled | None = None
    for position, place in enumerate(styled):
        following = styled[position + 1] if position + 1 < len(styled) else None
        if not place.titled and _full(marks, place) and folded(place.name.key)[-1:] not in known:
            if _opens_sentence(marks, place):
                _take_office(marks, styled, place, following)
            if not place.shared:
                place.relation = _told(marks, place) or _joined(marks, last, place, following)
        last = place


def _full(marks: Marks, place: Styled) -> bool:
    """Whether a name has a given name and a surname, and no word that institutions' or places' names are made of."""
    first = marks.index_at(place.name.start)
    beyond = marks.index_at(place.name.end)
    if beyond - first < 2:  # a given name and a surname
        return False
    whole = any(hit.start < marks.words[beyond - 1].start and hit.sense("place") for hit in marks.known[beyond - 1])
    if marks.words[beyond - 1].text in vocabulary("place_nouns") or whole:
        return False
    return not all(marks.words[i].text.isupper() for i in range(first, beyond))


def _told(marks: Marks, place: Styled) -> Mark | None:
    by = _BY.search(marks.text, max(0, place.name.start - 40), place.name.start)
    if by is not None:
        return Mark(place.name.start, place.name.start, "told", by.group(), "untitled.by")
    who = _WHO.match(marks.text, place.name.end)
    if who is not None or _says(marks, place):
        return Mark(place.name.end, place.name.end, "told", "", "untitled.who")
    return None


def _says(marks: Marks, place: Styled) -> bool:
    """Whether a verb of saying in the past follows at once."""
    i = marks.index_at(place.name.end)
    return i < len(marks.words) and marks.gap(i) == " " and marks.words[i].text in vocabulary("telling_verbs")


def _joined(marks: Marks, last: Styled | None, place: Styled, following: Styled | None) -> Mark | None:
    """`X Y and Sheikh Z W`, `General Z W and X Y`: coordinated with somebody."""
    for one, other, neighbour in ((last, place, last), (place, following, following)):
        if one is None or other is None or neighbour is None:
            continue
        states = _owner(marks, place) and _owner(marks, other)
        if not (neighbour.titled and not neighbour.shared) and not (states and _owner(marks, neighbour)):
            continue
        owner = _owner(marks, other)
        between = marks.text[one.end : owner.start if owner is not None else other.start]
        if _AND.fullmatch(between) or (owner is not None and between == ", "):
            return Mark(place.name.start, place.name.start, "told", "", "untitled.and")
    return None


def _owner(marks: Marks, place: Styled) -> Hit | None:
    """`Kenya's | X Y`: the state that a name is told with."""
    i = marks.index_at(place.start)
    if i == 0 or marks.gap(i) != "'s ":
        return None
    return next((hit for hit in marks.known[i - 1] if hit.sense("country")), None)


def _opens_sentence(marks: Marks, place: Styled) -> bool:
    before = marks.text[max(0, place.name.start - 4) : place.name.start]
    return before.endswith("\n") or bool(_SENTENCE_END.search(before))


def _take_office(marks: Marks, styled: list[Styled], place: Styled, following: Styled | None) -> None:
    """Give a name that opens a sentence the post that the sentence before told without a name."""
    joined = following is not None and bool(_AND.fullmatch(marks.text[place.end : following.start]))
    office = _nameless_office(marks, styled, place.name.start, several=joined)
    if office is None:
        return
    place.shared = [office]
    if joined and following is not None and in_plural(office):
        following.shared = [office]
    elif joined and following is not None:
        like = list(_LIKE.finditer(marks.text, office.end, place.name.start))
        if like and following.party is None:
            following.relation = Mark(like[-1].start(), like[-1].end(), "relation", like[-1].group(), "untitled.like")


def _nameless_office(marks: Marks, styled: list[Styled], start: int, *, several: bool) -> Mark | None:
    """The last office before an offset, near it, that no name has; in the plural for several."""
    taken = {office.start for place in styled for office in place.offices}
    for office in reversed(marks.offices):
        if office.end <= start - NEAR:
            return None
        if office.end < start and office.start not in taken and in_plural(office) <= several and " " in office.key:
            return office
    return None
