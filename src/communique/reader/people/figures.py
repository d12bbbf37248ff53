"""People: who is named, with rank and offices.

A name with what stands around it is a `Styled` person (`titles`); styled persons whose names agree are one `Figure`.
A name without a title is somebody's where another place of the text or its own sentence says so (`untitled`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique import lexicon
from communique.reader.marks import Mark, Marks
from communique.reader.people.namesakes import folded, same_letters, same_person
from communique.reader.people.things import names_a_thing
from communique.reader.people.titles import Styled, find_styled, in_plural
from communique.reader.people.untitled import tell_untitled


@dataclass(slots=True)
class Figure:
    """Somebody the report names: all places where it does, first one first."""

    places: list[Styled]
    party: Mark | None = None

    @property
    def name(self) -> Mark:
        """The full name: the first of those written with the most words."""
        return max((place.name for place in self.places), key=lambda name: (len(name.key.split()), -name.start))

    @property
    def rank(self) -> Mark | None:
        """The first rank it is written with."""
        return next((rank for place in self.places for rank in place.ranks), None)

    @property
    def offices(self) -> list[Mark]:
        """Every post named, the longest form of each; one in the plural only where no other is."""
        longest: list[Mark] = []
        for office in (office for place in self.places for office in place.posts):
            longest = _with_office(longest, office)
        own = [office for office in longest if not in_plural(office)]
        return own or longest[:1]


def _with_office(longest: list[Mark], office: Mark) -> list[Mark]:
    """The offices with one more, unless a longer form of it is there already."""
    words = post_words(office.key)
    for i, known in enumerate(longest):
        others = post_words(known.key)
        if words <= others or _abbreviates(office.key, known.key):
            return longest
        if others < words or _abbreviates(known.key, office.key):
            return [*longest[:i], office, *longest[i + 1 :]]
    return [*longest, office]


def _abbreviates(short: str, long: str) -> bool:
    """`CoAS`, `FM`: whether one word is made of the initials of an office."""
    if not (short.isalpha() and sum(map(str.isupper, short)) > 1):
        return False
    words = [word for word in re.findall(r"[^\W_]+", long.casefold()) if word != "the"]
    small = [word for word in words if word not in ("of", "for", "and")]
    return short.casefold() in ("".join(word[0] for word in words), "".join(word[0] for word in small))


@lru_cache(maxsize=4096)
def post_words(office: str) -> frozenset[str]:
    """The words of an office that tell it from others, states by their codes: `Kenyan` and `of Kenya` are alike."""
    hits = lexicon.load().find(office, kinds=("country", "demonym"))
    for hit in reversed(hits):
        office = f"{office[: hit.start]} {hit.key} {office[hit.end :]}"
    return frozenset(word.replace("defense", "defence") for word in content_words(office))


@lru_cache(maxsize=4096)
def content_words(office: str) -> frozenset[str]:
    """The words of an office that tell it from others, case folded."""
    small = {"of", "the", "for", "and", "in", "to"}
    return frozenset(re.findall(r"[^\W_]+", office.casefold())) - small


def find_people(marks: Marks) -> list[Figure]:
    """Everybody the text names, in order of first mention."""
    styled = find_styled(marks)
    things = [place.name for place in styled if names_a_thing(marks, place)]
    if things:  # what they had of titles is left to the names beside them
        marks.names = [name for name in marks.names if name not in things]
        styled = find_styled(marks)
    tell_untitled(marks, styled)
    figures: list[Figure] = []
    known: dict[str, Figure] = {}
    for place in sorted(styled, key=lambda one: (-_certainty(one), one.name.start)):
        figure = _owner(figures, known, place)
        if figure is not None:
            figure.places.append(place)
        elif place.titled:
            figure = Figure([place])
            figures.append(figure)
        if figure is not None:
            known.setdefault(place.name.key, figure)
    for figure in figures:
        figure.places.sort(key=lambda one: one.name.start)
    _part_pairs(figures)
    return sorted(figures, key=lambda figure: figure.places[0].name.start)


def _part_pairs(figures: list[Figure]) -> None:
    """`The Vice President and President X` names two: of two posts before a name the first is whose alone it is."""
    alone = {
        (post_words(place.offices[0].key), id(figure))
        for figure in figures
        for place in figure.places
        if len(place.offices) == 1
    }
    for figure in figures:
        others = {words for words, holder in alone if holder != id(figure)}
        own = {words for words, holder in alone if holder == id(figure)}
        for place in figure.places:
            before = [office for office in place.offices if office.end <= place.name.start]
            if len(before) > 1 and post_words(before[0].key) in others - own:
                place.offices.remove(before[0])


def _certainty(place: Styled) -> int:
    """Full names with titles first, so that shorter forms find them; bare single words last."""
    return 2 * (len(place.name.key.split()) > 1) + place.titled


def _owner(figures: list[Figure], known: dict[str, Figure], place: Styled) -> Figure | None:
    """Whom a place names, of those known already; of several, the one with its titles, then the nearest."""
    if place.name.key in known and len(place.name.key.split()) > 1:
        return known[place.name.key]
    alike = [figure for figure in figures if _is_named(figure, place)]
    alike = alike or [figure for figure in figures if _same_holder(figure, place)]
    if len(alike) > 1:
        alike = [figure for figure in alike if _shares_title(figure, place)] or alike
    if not alike:
        return None
    return min(alike, key=lambda figure: _distance(figure, place)) if len(alike) > 1 else alike[0]


def _is_named(figure: Figure, place: Styled) -> bool:
    """Whether a place has a name of somebody: where only a drift of spelling joins them, another post parts them."""
    forms = [other.name.key for other in figure.places if same_person(place.name.key, other.name.key)]
    if not forms:
        return False
    parted = bool(place.offices and figure.offices) and not _shares_office(figure, place)
    return not parted or any(same_letters(place.name.key, form) for form in forms)


def _distance(figure: Figure, place: Styled) -> tuple[bool, int]:
    """How far somebody was last named before a place; who was named only after it comes last."""
    offsets = [place.name.start - other.name.start for other in figure.places]
    before = [offset for offset in offsets if offset >= 0]
    return (False, min(before)) if before else (True, min(map(abs, offsets)))


def _same_holder(figure: Figure, place: Styled) -> bool:
    """`President Joe X` and `President Joseph R. X`: one surname, one post, given names that begin alike."""
    own = folded(place.name.key)
    if len(own) < 2:  # no given name and surname
        return False
    alike = any(
        own[-1] == known[-1] and own[0][:2] == known[0][:2]
        for other in figure.places
        if len(known := folded(other.name.key)) > 1
    )
    return alike and _shares_title(figure, place)


def _shares_title(figure: Figure, place: Styled) -> bool:
    ranks = {rank.key for other in figure.places for rank in other.ranks}
    return any(rank.key in ranks for rank in place.ranks) or _shares_office(figure, place)


def _shares_office(figure: Figure, place: Styled) -> bool:
    offices = [content_words(office.key) for other in figure.places for office in other.offices]
    return any(content_words(office.key) <= known for office in place.offices for known in offices)


def everyone(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Styled]]:
    """Every place where anybody is named, in text order."""
    places = [(figure, place) for figure in figures for place in figure.places]
    return iter(sorted(places, key=lambda pair: pair[1].name.start))
