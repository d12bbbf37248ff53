"""Foreign: who acts for another state than the publisher's though no words at the name say for which."""

import re
from collections.abc import Collection
from functools import cache
from itertools import pairwise

from communique import lexicon
from communique.lexicon.tables import Column, table
from communique.reader.marks import Mark, Marks
from communique.reader.people import Figure, everyone
from communique.reader.people.titles import Styled

# Posts of which a state has one; by the level that the lexicon gives the office's head.
SINGULAR = frozenset({"head of state", "head of government"})
# Posts of states: who holds one does not act for an organisation.
OF_STATES = SINGULAR | {"minister", "chief of defence", "service chief"}
_SINGULAR_WORDS = re.compile(r"\b(?:foreign|defen[cs]e|national security)\b", re.IGNORECASE)
# Posts below one of which a state has a single one, of which it may have several.
_BELOW = re.compile(
    r"\b(?:deputy|vice|assistant|associate|advis[eo]rs?|aide|under-?secretary|permanent secretary|state secretary"
    r"|secretary of state|minister of state|state minister|spokes\w+|former|parliamentary|delegate|junior"
    r"|additional|joint secretary|special secretary)\b",
    re.IGNORECASE,
)
# Before somebody who comes from elsewhere.
_VISITING = re.compile(
    r"\b(?:visiting|the guest,?)\s+(?:the\s+)?$"
    r"|\bvisiting\s+(?:\w+\s+)?(?:one|side|delegation|team|party|group)\b[^.;\n]{0,60}\bby\s+(?:the\s+)?$"
    r"|\battend[^.;\n]{0,60}\b(?:inauguration|investiture|swearing[- ]in|coronation|enthronement|funeral|wedding)"
    r"\s+(?:ceremony\s+)?of\s+(?:the\s+late\s+)?$",
    re.IGNORECASE,
)
_OPPOSITE = re.compile(r"\b(?:counterparts?|opposite numbers?|homologues?|vis-à-vis)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|to|reached|visited|for)\s+$", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:the\s+)?")
_NEIGHBOUR = re.compile(
    r"[^.;\n]{0,80}\b(?:neighbou?ring|other|friendly|brotherly|fraternal)\s+(?:country|state|nation|republic)\b"
)
# Characters before somebody that such words may fill.
REACH = 80


def is_foreign(marks: Marks, figure: Figure, figures: list[Figure], home: str) -> bool:
    """Whether words say that somebody is not the publisher's, or another holds the one post of its kind there."""
    if _wanting(figure, home) or any(told_foreign(marks, place) for place in figure.places):
        return True
    if lexicon.territory_of(home) is None and any(office.detail in OF_STATES for office in figure.offices):
        return True
    posts = _singular(figure)
    return bool(posts) and any(
        posts & _singular(other) and other.places[0].start < figure.places[0].start
        for other in figures
        if other is not figure and (other.party is None or acts_for(other, home))
    )


def other_state(marks: Marks, figure: Figure, figures: list[Figure], home: str) -> Mark | None:
    """The state a foreign figure acts for: the one named nearest, that has no holder of the same single post yet."""
    beside = coordinated(marks, figure, figures)
    if beside is not None and beside.key != home:
        return beside
    posts = _singular(figure)
    taken = {other.party.key for other in figures if posts and other.party is not None and posts & _singular(other)}
    return nearest(marks, figure, home, taken)


def coordinated(marks: Marks, figure: Figure, figures: list[Figure]) -> Mark | None:
    """`Chancellor X and Vice Chancellor Y of Germany`: the party said of the other of two who are told together."""
    for (one, first), (other, second) in pairwise(everyone(figures)):
        if figure in (one, other) and one is not other and _AND.fullmatch(marks.text[first.end : second.start]):
            party = (other if figure is one else one).party
            if party is not None and party.rule not in ("parties.home", "parties.nearest"):
                return party
    return None


def told_foreign(marks: Marks, place: Styled) -> bool:
    """`visiting General X`, `General X, who holds the same post in the neighbouring state`."""
    if place.relation is not None and _OPPOSITE.match(place.relation.key):
        return True
    visiting = _VISITING.search(marks.text, max(0, place.start - REACH), place.start)
    return bool(visiting or _NEIGHBOUR.match(marks.text, place.end))


def _wanting(figure: Figure, home: str) -> bool:
    """Whether somebody holds a post that the publisher's state does not have."""
    posts = [*_posts_wanting().get(home, ()), *(post for post, codes in _posts_held().items() if home not in codes)]
    return any(re.search(rf"\b{post}\b", office.key, re.IGNORECASE) for post in posts for office in figure.offices)


@cache
def _posts_held() -> dict[str, tuple[str, ...]]:
    return {row["post"]: row.many("codes") for row in table("posts_held", ["post", Column("codes", many=True)])}


@cache
def _posts_wanting() -> dict[str, tuple[str, ...]]:
    return {row["code"]: row.many("posts") for row in table("posts_wanting", ["code", Column("posts", many=True)])}


def _soil(marks: Marks, at: int, excluded: set[str]) -> Mark | None:
    """`In Suva she called on Prime Minister X`: the state of the city the paragraph last told somebody to be in."""
    paragraph = marks.text.rfind("\n", 0, at) + 1
    for hit in reversed(marks.hits_in(paragraph, at)):
        told = {sense.key for sense in hit.senses if sense.kind in ("place", "seat")}
        if told and _IN.search(marks.text, max(0, hit.start - 20), hit.start):
            code = told.pop()
            settled = not told and "|" not in code and code not in excluded
            return Mark(hit.start, hit.end, "place", code, "parties.nearest") if settled else None
    return None


def own_regions(marks: Marks, home: str | None) -> frozenset[str]:
    """The states whose name is told of a region of the publisher's own: `Georgia`, where nothing is Georgian."""
    alike = frozenset(state for state, other in _home_places() if other == home)
    if not alike:
        return alike
    told = {sense.key for hit in marks.hits for sense in hit.senses if sense.kind not in ("country", "publisher")}
    return alike - told


@cache
def _home_places() -> tuple[tuple[str, str], ...]:
    return tuple((row["state"], row["home"]) for row in table("home_places", ["state", "home"]))


def acts_for(figure: Figure, party: str) -> bool:
    """Whether somebody acts for a party."""
    return figure.party is not None and figure.party.key == party


def _singular(figure: Figure) -> frozenset[str]:
    """The posts of which a state has one that somebody holds."""
    found = set()
    for office in figure.offices:
        if _BELOW.search(office.key):
            continue
        if office.detail in SINGULAR:
            found.add(office.detail)
        elif office.detail == "minister":
            found.update(word.lower().replace("defence", "defense") for word in _SINGULAR_WORDS.findall(office.key))
        elif "advis" in office.key.casefold() and office.detail == "official":
            found.update(word.lower() for word in _SINGULAR_WORDS.findall(office.key))
    return frozenset(found)


def nearest(marks: Marks, figure: Figure, home: str, taken: Collection[str] = ()) -> Mark | None:
    """The state most spoken of besides, and of those named as often the one nearest to where somebody is titled."""
    at = next((place.start for place in figure.places if place.titled), figure.places[0].start)
    excluded = {home, *taken, *own_regions(marks, home)}
    soil = _soil(marks, at, excluded)
    if soil is not None:
        return soil
    named: dict[str, list[Mark]] = {}
    for hit in marks.hits:
        sense = marks.party(hit, "country", "demonym")
        if sense is not None and sense.key not in excluded:
            named.setdefault(sense.key, []).append(Mark(hit.start, hit.end, sense.kind, sense.key, "parties.nearest"))
    if not named:
        return None
    places = max(named.values(), key=lambda marks: (len(marks), -min(abs(mark.start - at) for mark in marks)))
    return min(places, key=lambda mark: abs(mark.start - at))
