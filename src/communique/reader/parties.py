"""Parties: the state or organisation somebody acts for, and the words that say so.

Said at the name, in an office, just before the titles, or by whose side somebody is on (`sides`); else the
publisher's own, whose officials are named without a country; else, for somebody whom other words tell to be foreign,
the other state the text speaks of. Better none than a wrong one.
"""

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise

from communique import lexicon
from communique.lexicon import Hit
from communique.lexicon.tables import Column, table
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import PARTIES, Mark, Marks
from communique.reader.people import Figure, everyone, post_words
from communique.reader.sides import go_together, side_of
from communique.reader.titles import Styled, in_plural

# After these words inside an office stands where somebody is sent, or what they deal with, not whom they act for.
_SENT = re.compile(r"\b(?:to|in|at|on|for|accredited to|with)\s+(?:the\s+)?$")
# `Georgian-Latvian consultations`, `between Georgia and Latvia`: two parties named side by side count more than one
# in passing.
PAIRED = 3
# Characters that a list of demonyms may fill.
LONGEST_LIST = 80
# A state that is named only once, and not beside another, is nobody's home.
LEAST_NAMED = 2
# Posts of which a state has one; by the level that the lexicon gives the office's head.
SINGULAR = frozenset({"head of state", "head of government"})
ONE_OF_A_KIND = SINGULAR | {"minister", "chief of defence", "service chief"}
_SINGULAR_WORDS = re.compile(r"\b(?:foreign|defen[cs]e|national security)\b", re.IGNORECASE)
# Before somebody who comes from elsewhere.
_VISITING = re.compile(
    r"\b(?:visiting|the guest,?)\s+(?:the\s+)?$"
    r"|\bvisiting\s+(?:\w+\s+)?(?:one|side|delegation|team|party|group)\b[^.;\n]{0,60}\bby\s+(?:the\s+)?$"
    r"|\battend[^.;\n]{0,60}\b(?:inauguration|investiture|swearing[- ]in|coronation|enthronement|funeral|wedding)"
    r"\s+(?:ceremony\s+)?of\s+(?:the\s+late\s+)?$",
    re.IGNORECASE,
)
_NEWNESS = frozenset(
    {"new", "newly", "appointed", "elected", "then", "former", "incoming", "visiting", "late", "retired"}
)
_OPPOSITE = re.compile(r"\b(?:counterparts?|opposite numbers?|homologues?|vis-à-vis)\b", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:the\s+)?")
_NEIGHBOUR = re.compile(
    r"[^.;\n]{0,80}\b(?:neighbou?ring|other|friendly|brotherly|fraternal)\s+(?:country|state|nation|republic)\b"
)


def office_party(marks: Marks, start: int, end: int) -> Mark | None:
    """The party named in an office: the first one that is not where its holder is sent."""
    told = _office_parties(marks, start, end)
    return told[0] if told else None


def _office_parties(marks: Marks, start: int, end: int) -> list[Mark]:
    """All parties named in an office but those to whom its holder is sent."""
    words = marks.text[start:end]
    found = []
    for hit in _hits_in(words):
        sense = marks.party(hit, *PARTIES)
        if sense is not None and not _SENT.search(words, 0, hit.start):
            found.append(Mark(start + hit.start, start + hit.end, sense.kind, sense.key, "parties.office"))
    return found or _telling(words, start)


@lru_cache(maxsize=4096)
def _hits_in(office: str) -> tuple[Hit, ...]:
    return tuple(lexicon.load().find(office, kinds=PARTIES))


def _telling(office: str, start: int) -> list[Mark]:
    """`European Commissioner`: a post that only one party has."""
    for pattern, party in _posts_telling():
        match = pattern.search(office)
        if match is not None:
            return [Mark(start + match.start(), start + match.end(), "organisation", party, "parties.post")]
    return []


@cache
def _posts_telling() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("posts_telling", ["post", "party"])
    return tuple((re.compile(rf"\b{re.escape(row['post'])}", re.IGNORECASE), row["party"]) for row in rows)


def settle_parties(marks: Marks, figures: list[Figure], home: str | None) -> str | None:
    """Give every figure its party; returns the publisher's own party, inferred where `home` is None."""
    for figure in figures:
        figure.party = _said(marks, figure, figures)
    _join_companions(marks, figures)
    _give_posts(marks, figures)
    home = home or _inferred_home(marks, figures)
    if home is None:
        return None
    for figure in figures:
        if figure.party is None:
            foreign = _is_foreign(marks, figure, figures, home)
            figure.party = _other_state(marks, figure, figures, home) if foreign else _own(figure, home)
    return home


def _said(marks: Marks, figure: Figure, figures: list[Figure]) -> Mark | None:
    for place in figure.places:
        post = _by_office(marks, place, figures)
        if post is not None and post.kind == "organisation":
            return post
        party = _beside(place) or post or _by_relation(marks, place, figures) or _before(marks, place)
        if party is not None:
            return party
    return next((side for place in figure.places if (side := side_of(marks, place)) is not None), None)


def _beside(place: Styled) -> Mark | None:
    """`X of Austria`, `X (Angola)`."""
    told = place.party
    return Mark(told.start, told.end, told.kind, told.key, "parties.beside") if told is not None else None


def _by_office(marks: Marks, place: Styled, figures: list[Figure]) -> Mark | None:
    for office in place.posts:
        parties = _office_parties(marks, office.start, office.end)
        if len(parties) > 1 and in_plural(office):
            holders = [other for _, other in everyone(figures) if office in other.posts]
            if len(holders) != len(parties):
                continue
            return parties[holders.index(place)]
        if parties:
            return parties[0]
    return None


def _by_relation(marks: Marks, place: Styled, figures: list[Figure]) -> Mark | None:
    """`his counterpart in Tonga, X`, `his Cypriot and Jordanian peers, X and Y`: of one or the n-th of several."""
    relation = place.relation or place.common
    if relation is None:
        return None
    parties = _parties_in(marks, relation.start, relation.end) or _adjectives(marks, relation.start)
    if len(parties) < 2:  # of one party
        return parties[0] if parties else None
    holders = [other for _, other in everyone(figures) if relation in (other.relation, other.common)]
    return parties[holders.index(place)] if len(holders) == len(parties) else None


def _parties_in(marks: Marks, start: int, end: int) -> list[Mark]:
    return [
        Mark(hit.start, hit.end, sense.kind, sense.key, "parties.relation")
        for hit in marks.hits_in(start, end)
        if (sense := marks.party(hit, *PARTIES)) is not None
    ]


def _adjectives(marks: Marks, end: int) -> list[Mark]:
    """`Cypriot and Jordanian |`, `Kenyan, Ugandan and Rwandan defence |`: the demonyms that end at an offset."""
    found: list[Mark] = []
    for hit in reversed(marks.hits_in(max(0, end - LONGEST_LIST), end)):
        sense = marks.party(hit, "demonym")
        gap = marks.text[hit.end : end].strip()
        if sense is None or not (gap in (",", "and", ", and") or (not found and _only_modifiers(gap))):
            break
        found.insert(0, Mark(hit.start, hit.end, sense.kind, sense.key, "parties.relation"))
        end = hit.start
    return found


def _only_modifiers(words: str) -> bool:
    return all(map(_modifier, words.split()))


def _modifier(word: str) -> bool:
    return word in vocabulary("office_modifiers") or word in _NEWNESS


def _before(marks: Marks, place: Styled) -> Mark | None:
    """`Italian Admiral X`, `his Turkish counterpart, X`, `Australia's new X`: a party just before the titles."""
    i = marks.index_at(place.start) - 1
    while i >= 0 and marks.gap(i + 1) in (" ", ", ") and _modifier(marks.words[i].text):
        i -= 1
    if i < 0 or marks.gap(i + 1) not in (" ", "'s ", "' "):
        return None
    for hit in marks.known[i]:
        sense = marks.party(hit, "demonym", "country", "institution")
        if sense is None:
            return None
        if (
            sense.kind == "country"
            and "'" not in marks.gap(i + 1)
            and not _attributive(marks, marks.index_at(hit.start))
        ):
            return None
        return Mark(hit.start, hit.end, sense.kind, sense.key, "parties.before")
    return None


def _attributive(marks: Marks, i: int) -> bool:
    """Whether a country stands before titles like an adjective (`Kenya General X`), not after a preposition."""
    return i > 0 and marks.gap(i) == " " and marks.words[i - 1].text in ("the", "and", "with", "between", "by")


def _join_companions(marks: Marks, figures: list[Figure]) -> None:
    """Who accompanies or stands in for somebody acts for the same party."""
    for (figure, one), (other, two) in pairwise(everyone(figures)):
        if figure is other or not go_together(marks, one, two):
            continue
        if other.party is None:
            other.party = figure.party
        elif figure.party is None:
            figure.party = other.party


def _give_posts(marks: Marks, figures: list[Figure]) -> None:
    """`his Cypriot colleague X … the Foreign Minister of Cyprus`: a post told apart from the name of who holds it."""
    held = {post_words(office.key) for figure in figures for office in figure.offices}
    taken = {office.start for _, place in everyone(figures) for office in place.posts}
    for figure in figures:
        like = next((place for place in figure.places if place.relation is not None), None)
        if like is None or figure.party is None or figure.offices:
            continue
        posts: dict[frozenset[str], Mark] = {}
        for office in marks.offices:
            party = office_party(marks, office.start, office.end)
            if party is not None and party.key == figure.party.key and office.start not in taken and _one(office):
                posts.setdefault(post_words(office.key), office)
        if len(posts) == 1 and not any(words & held_words == words for words in posts for held_words in held):
            like.shared = list(posts.values())


def _one(office: Mark) -> bool:
    """Whether an office is of one person: a state has one foreign minister, and many officers."""
    return office.detail in ONE_OF_A_KIND and not in_plural(office)


def _named(marks: Marks) -> Counter[str]:
    """How often each state is named, side by side with one other counting more."""
    told = [
        (hit, sense.key)
        for hit in marks.hits
        if (sense := marks.party(hit, "country", "demonym", "seat", "institution")) is not None
    ]
    named = Counter(key for _, key in told)
    beside = [_side_by_side(marks, one, other) for one, other in pairwise(told)]
    for at, (one, other) in enumerate(pairwise(told)):
        listed = (at > 0 and beside[at - 1]) or (at + 1 < len(beside) and beside[at + 1])
        if beside[at] and not listed:
            named[one[1]] += PAIRED
            named[other[1]] += PAIRED
    return named


def _side_by_side(marks: Marks, one: tuple[Hit, str], other: tuple[Hit, str]) -> bool:
    return one[1] != other[1] and marks.text[one[0].end : other[0].start].strip(" ") in ("-", "–", "and", ",", "/")


def _inferred_home(marks: Marks, figures: list[Figure]) -> str | None:
    """Whose officials are named without a country.

    The state most spoken of that no figure is said to act for; else the one of those whose posts name no country
    though their side is told (`Lithuania was represented by Vice-Minister X`).
    """
    unsaid = [figure for figure in figures if figure.party is None]
    if not unsaid:
        return None
    own = any(not any(_told_foreign(marks, place) for place in figure.places) for figure in unsaid)
    taken = {figure.party.key for figure in figures if figure.party is not None}
    free = sorted(((count, code) for code, count in _named(marks).items() if code not in taken), reverse=True)
    if own and free and free[0][0] >= LEAST_NAMED and (len(free) == 1 or free[0][0] > free[1][0]):
        return free[0][1]
    bare = {
        figure.party.key
        for figure in figures
        if figure.party is not None and figure.party.rule.startswith("sides") and figure.offices
    }
    return bare.pop() if len(bare) == 1 else None


def _is_foreign(marks: Marks, figure: Figure, figures: list[Figure], home: str) -> bool:
    """Whether words say that somebody is not the publisher's, or another holds the one post of its kind there."""
    if _wanting(figure, home) or any(_told_foreign(marks, place) for place in figure.places):
        return True
    posts = _singular(figure)
    return any(
        posts & _singular(other) and other.places[0].start < figure.places[0].start
        for other in figures
        if other is not figure and (other.party is None or _is(other, home))
    )


def _other_state(marks: Marks, figure: Figure, figures: list[Figure], home: str) -> Mark | None:
    """The state a foreign figure acts for: the one named nearest, that has no holder of the same single post yet."""
    beside = _coordinated(marks, figure, figures)
    if beside is not None and beside.key != home:
        return beside
    posts = _singular(figure)
    taken = {other.party.key for other in figures if other.party is not None and posts & _singular(other)}
    return _nearest(marks, figure, {home, *taken})


def _coordinated(marks: Marks, figure: Figure, figures: list[Figure]) -> Mark | None:
    """`Chancellor X and Vice Chancellor Y of Germany`: the party said of the other of two who are told together."""
    for (one, first), (other, second) in pairwise(everyone(figures)):
        if figure in (one, other) and one is not other and _AND.fullmatch(marks.text[first.end : second.start]):
            party = (other if figure is one else one).party
            if party is not None and party.rule not in ("parties.home", "parties.nearest"):
                return party
    return None


def _told_foreign(marks: Marks, place: Styled) -> bool:
    """`visiting General X`, `General X, who holds the same post in the neighbouring state`."""
    if place.relation is not None and _OPPOSITE.match(place.relation.key):
        return True
    visiting = _VISITING.search(marks.text, max(0, place.start - LONGEST_LIST), place.start)
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
        elif "advis" in office.key.casefold() and office.detail == "official":
            found.update(word.lower() for word in _SINGULAR_WORDS.findall(office.key))
    return frozenset(found)


def _nearest(marks: Marks, figure: Figure, excluded: set[str]) -> Mark | None:
    """The state most spoken of besides, and of those named as often the one nearest to where somebody is titled."""
    at = next((place.start for place in figure.places if place.titled), figure.places[0].start)
    named: dict[str, list[Mark]] = {}
    for hit in marks.hits:
        sense = marks.party(hit, "country", "demonym")
        if sense is not None and sense.key not in excluded:
            named.setdefault(sense.key, []).append(Mark(hit.start, hit.end, sense.kind, sense.key, "parties.nearest"))
    if not named:
        return None
    places = max(named.values(), key=lambda marks: (len(marks), -min(abs(mark.start - at) for mark in marks)))
    return min(places, key=lambda mark: abs(mark.start - at))


def part_sides(marks: Marks, near: list[Figure], far: list[Figure], home: str) -> None:
    """Where one side of an encounter is the publisher's and the other is not said to be anybody's, that is foreign."""
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
