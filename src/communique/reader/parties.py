"""Parties: the state or organisation somebody acts for, and the words that say so.

Said at the name, in an office or just before the titles; else the publisher's own, whose officials are named without
a country; else, for a post that the publisher's state fills already, the other state the text speaks of.
"""

import re
from collections import Counter
from functools import cache

from communique import lexicon
from communique.lexicon.tables import Column, table
from communique.reader.marks import Mark, Marks
from communique.reader.people import Figure, Styled

_KINDS: tuple[lexicon.Kind, ...] = ("country", "demonym", "organisation", "seat")
# After these words inside an office stands where somebody is sent, not whom they act for.
_SENT = re.compile(r"\b(?:to|in|at|accredited to)\s+(?:the\s+)?$")
# `Georgian-Latvian consultations`, `between Georgia and Latvia`: two parties named side by side count more than one
# in passing.
PAIRED = 3
# Posts of which a state has one; by the level that the lexicon gives the office's head.
SINGULAR = frozenset({"head of state", "head of government"})
_SINGULAR_WORDS = re.compile(r"\b(?:foreign|defen[cs]e|national security)\b", re.IGNORECASE)


def office_party(marks: Marks, start: int, end: int) -> Mark | None:
    """The party named in an office: the first one that is not where its holder is sent."""
    for hit in lexicon.load().find(marks.text[start:end], kinds=_KINDS):
        if "|" not in hit.key and not _SENT.search(marks.text, start, start + hit.start):
            return Mark(start + hit.start, start + hit.end, hit.kind, principal(hit.key), "parties.office")
    return None


def principal(party: str) -> str:
    """The organisation an organ or mission acts for; any other party as it is."""
    return _principals().get(party, party)


@cache
def _principals() -> dict[str, str]:
    return {row["organ"]: row["party"] for row in table("principals", ["organ", "party"])}


def settle_parties(marks: Marks, figures: list[Figure], home: str | None) -> str | None:
    """Give every figure its party; returns the publisher's own party, inferred where `home` is None."""
    for figure in figures:
        figure.party = _said(marks, figure)
    named = _named(marks)
    home = home or _inferred_home(figures, named)
    if home is None:
        return None
    for figure in figures:
        if figure.party is None:
            figure.party = _foreign(marks, figure, figures, home) or _own(figure, home)
    return home


def _said(marks: Marks, figure: Figure) -> Mark | None:
    for place in figure.places:
        if place.party is not None and place.party.kind != "demonym":
            return Mark(
                place.party.start, place.party.end, place.party.kind, principal(place.party.key), "parties.beside"
            )
        for office in place.offices:
            party = office_party(marks, office.start, office.end)
            if party is not None:
                return party
        beside = _before(marks, place)
        if beside is not None:
            return beside
    return None


def _before(marks: Marks, place: Styled) -> Mark | None:
    """`Italian Admiral X`, `his Turkish counterpart, X`, `Australia's X`: a party just before the titles."""
    first = marks.index_at(place.start)
    for i in range(first - 1, max(-1, first - 5), -1):
        if marks.gap(i + 1).strip() not in ("", "'s", ","):
            return None
        for hit in marks.known[i]:
            sense = hit.sense("demonym", "country")
            possessive = marks.text[hit.end : hit.end + 2] == "'s"
            if sense is not None and "|" not in sense.key and (sense.kind == "demonym" or possessive):
                return Mark(hit.start, hit.end, sense.kind, sense.key, "parties.before")
        if marks.words[i].text not in ("counterpart", "colleague", "s", "opposite", "number", "the"):
            return None
    return None


def _named(marks: Marks) -> Counter[str]:
    """How often each state is named, side by side with another counting more."""
    named: Counter[str] = Counter()
    last: tuple[int, str] | None = None
    for hit in marks.hits:
        sense = hit.sense("country", "demonym", "seat")
        if sense is None or "|" in sense.key:
            continue
        named[sense.key] += 1
        if (
            last is not None
            and last[1] != sense.key
            and marks.text[last[0] : hit.start].strip(" ") in ("-", "–", "and", ",")
        ):
            named[sense.key] += PAIRED
            named[last[1]] += PAIRED
        last = (hit.end, sense.key)
    return named


def _inferred_home(figures: list[Figure], named: Counter[str]) -> str | None:
    """Whose officials are named without a country: the state most spoken of that no figure is said to act for."""
    if not any(figure.party is None for figure in figures):
        return None
    taken = {figure.party.key for figure in figures if figure.party is not None}
    free = [(count, code) for code, count in named.items() if code not in taken]
    if not free:
        return None
    free.sort(reverse=True)
    if len(free) > 1 and free[0][0] == free[1][0]:
        return None
    return free[0][1]


def _foreign(marks: Marks, figure: Figure, figures: list[Figure], home: str) -> Mark | None:
    """Another state's, where the publisher's own has its one holder of that post already: the state named nearest."""
    if _wanting(figure, home):
        return _nearest(marks, figure, {home})
    posts = _singular(figure)
    if not posts:
        return None
    holders = [other for other in figures if other is not figure and other.party is None or _is(other, home)]
    rivals = [other for other in holders if other is not figure and posts & _singular(other)]
    if not rivals or _weight(figure) >= max(_weight(other) for other in rivals):
        return None
    taken = {other.party.key for other in figures if other.party is not None and posts & _singular(other)}
    return _nearest(marks, figure, {home, *taken})


def _wanting(figure: Figure, home: str) -> bool:
    """Whether somebody holds a post that the publisher's state does not have."""
    posts = _posts_wanting().get(home, ())
    return any(re.search(rf"\b{post}\b", office.key, re.IGNORECASE) for post in posts for office in figure.offices)


@cache
def _posts_wanting() -> dict[str, tuple[str, ...]]:
    return {row["code"]: row.many("posts") for row in table("posts_wanting", ["code", Column("posts", many=True)])}


def _is(figure: Figure, party: str) -> bool:
    return figure.party is not None and figure.party.key == party


def _singular(figure: Figure) -> frozenset[str]:
    """The posts of which a state has one that somebody holds."""
    found = set()
    for office in figure.offices:
        if office.detail in SINGULAR:
            found.add(office.detail)
        elif office.detail == "minister":
            found.update(word.lower().replace("defence", "defense") for word in _SINGULAR_WORDS.findall(office.key))
        elif _SINGULAR_WORDS.search(office.key) and office.detail == "official":
            found.update(word.lower() for word in _SINGULAR_WORDS.findall(office.key))
    return frozenset(found)


def _weight(figure: Figure) -> int:
    """Who is named first is the publisher's own."""
    return -figure.places[0].start


def _nearest(marks: Marks, figure: Figure, excluded: set[str]) -> Mark | None:
    """The state most spoken of besides, and of those named as often the one nearest to where somebody is titled."""
    at = next((place.start for place in figure.places if place.titled), figure.places[0].start)
    named: dict[str, list[Mark]] = {}
    for hit in marks.hits:
        sense = hit.sense("country", "demonym")
        if sense is not None and "|" not in sense.key and sense.key not in excluded:
            named.setdefault(sense.key, []).append(Mark(hit.start, hit.end, sense.kind, sense.key, "parties.nearest"))
    if not named:
        return None
    places = max(named.values(), key=lambda marks: (len(marks), -min(abs(mark.start - at) for mark in marks)))
    return min(places, key=lambda mark: abs(mark.start - at))


def part_sides(marks: Marks, near: list[Figure], far: list[Figure], home: str) -> None:
    """Where one side of an encounter is the publisher's and the other is said to act for nobody, that one is foreign."""
    if not any(_is(figure, home) for figure in near):
        return
    unsaid = [figure for figure in far if figure.party is not None and figure.party.rule == "parties.home"]
    if not unsaid or len(unsaid) < len(far):
        said = {
            f.party.key for f in far if f.party is not None and f.party.rule != "parties.home" and f.party.key != home
        }
        if not unsaid or len(said) != 1:
            return
    for figure in unsaid:
        figure.party = _nearest(marks, figure, {home}) or figure.party


def _own(figure: Figure, home: str) -> Mark:
    """The publisher's own official, named without a country: cited to the office, or to the name."""
    words = figure.offices[0] if figure.offices else figure.name
    return Mark(words.start, words.end, "home", home, "parties.home")
