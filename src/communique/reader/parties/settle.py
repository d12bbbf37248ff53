"""Parties: the state or organisation somebody acts for, and the words that say so.

Said at the name, in an office, just before the titles, or by whose side somebody is on (`sides`); else the
publisher's own, whose officials are named without a country; else, for somebody whom other words tell to be foreign,
the other state the text speaks of. Better none than a wrong one.
"""

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from communique import lexicon
from communique.lexicon import Hit
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import PARTIES, Mark, Marks
from communique.reader.parties.foreign import (
    OF_STATES,
    coordinated,
    is_foreign,
    other_state,
    told_foreign,
)
from communique.reader.parties.posts import told_by_post
from communique.reader.parties.sides import go_together, listed_with, ship_of, side_of
from communique.reader.people import Figure, everyone, post_words
from communique.reader.people.titles import Styled, in_plural

# After these words inside an office stands where somebody is sent, or what they deal with, not whom they act for.
_SENT = re.compile(r"\b(?:to|in|at|on|for|accredited to|with)\s+(?:the\s+)?$")
_HOUSE = re.compile(
    r"\s+(?:[A-Z][\w-]+\s+){0,3}?(?:Ministry|Embassy|High Commission|Consulate|Department|Mission|Armed Forces|Army"
    r"|Navy|Air Force|Parliament|Government|Agency|Office|Headquarters|General Staff)\b"
)
# `Georgian-Latvian consultations`, `between Georgia and Latvia`: two parties named side by side count more than one
# in passing.
PAIRED = 3
# Characters that a list of demonyms may fill.
LONGEST_LIST = 80
# How much more than one in passing a state counts whose seat or resolve is told, or where diplomats are sent.
SEATED, ACCREDITED = 1, 3
REACH = 80
# `the Ambassador of X to |`, `the Embassy of X in |`: before the state or city where a diplomat is.
_ACCREDITED = re.compile(
    r"\b(?:ambassador|attach[ée]|embassy|high commission(?:er)?|chargé d'affaires|envoy|consul general|advis[eo]r)\b"
    r"[^.;,\n]{0,50}\b(?:to|in)\s+(?:the\s+)?(?:(?:Republic|Kingdom|State)\s+of\s+)?$",
    re.IGNORECASE,
)
_HOMEWARD = re.compile(r"\b(?:return(?:s|ed|ing)?|back)\s+(?:home\s+)?(?:to|in|from)\s+(?:the\s+)?$", re.IGNORECASE)
_OUTWARD = re.compile(
    r"\b(?:(?:travel(?:s|l?ed|l?ing)?|trip|visit(?:s|ing)?|tour|journey|leav(?:es|ing)|left|fl(?:ies|ew)|depart(?:s|ed|ure)?"
    r"|head(?:s|ed)?|delegation|mission)\s+(?:to|for)|visit(?:s|ed|ing)?|arriv(?:es|ed|ing)\s+in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# After a state whose own voice a readout gives: `the United States' commitment`.
_RESOLVE = re.compile(
    r"(?:'s?)?\s+(?:\w+\s+){0,2}(?:commitment|support|readiness|willingness|determination|gratitude|position|view|concerns?|"
    r"solidarity|appreciation|intention|interest|resolve|desire|condolences|leadership)\b"
)
_VOICED = re.compile(
    r"\b(?:express|underscor|underlin|reiterat|reaffirm|convey|emphasi[sz]|affirm|stress|restat|renew|highlight|not)\w*\s+"
    r"(?:\w+\s+){0,2}$"
)
# A state that is named only once, and not beside another, is nobody's home.
LEAST_NAMED = 2
TWO = 2
_IN = re.compile(r"\b(?:in|to|at)\s+$")
_NEWNESS = frozenset(
    {"new", "newly", "appointed", "elected", "then", "former", "incoming", "visiting", "late", "retired"}
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
        if sense is not None and not (_SENT.search(words, 0, hit.start) and not _employs(words, hit)):
            found.append(Mark(start + hit.start, start + hit.end, sense.kind, sense.key, "parties.office"))
    return found or _telling(words, start)


def _employs(words: str, hit: Hit) -> bool:
    """`Director at the Kenyan Ministry of Health`, `Adviser at the British Embassy`: an institution somebody is of."""
    return bool(hit.sense("demonym")) and _HOUSE.match(words, hit.end) is not None


@lru_cache(maxsize=4096)
def _hits_in(office: str) -> tuple[Hit, ...]:
    return tuple(lexicon.load().find(office, kinds=PARTIES))


def _telling(office: str, start: int) -> list[Mark]:
    """`European Commissioner`: a post that only one party has."""
    told = told_by_post(office)
    if told is None:
        return []
    party, begin, end = told
    return [Mark(start + begin, start + end, "organisation", party, "parties.post")]


def settle_parties(marks: Marks, figures: list[Figure], home: str | None) -> str | None:
    """Give every figure its party; returns the publisher's own party, inferred where `home` is None."""
    for figure in figures:
        figure.party = _said(marks, figure, figures)
    _join_companions(marks, figures)
    _join_listed(marks, figures)
    _give_posts(marks, figures)
    home = home or _inferred_home(marks, figures)
    if home is None:
        for figure in figures:
            figure.party = figure.party or coordinated(marks, figure, figures)
        return None
    for figure in figures:
        if figure.party is None:
            foreign = is_foreign(marks, figure, figures, home)
            figure.party = other_state(marks, figure, figures, home) if foreign else _own(figure, home)
    return home


def _said(marks: Marks, figure: Figure, figures: list[Figure]) -> Mark | None:
    for place in figure.places:
        post = _by_office(marks, place, figures)
        if post is not None and post.kind == "organisation":
            return post
        party = _beside(place) or post or _by_relation(marks, place, figures) or _before(marks, place)
        if party is not None:
            return party
    for place in figure.places:
        side = side_of(marks, place) or ship_of(marks, place)
        if side is not None:
            return side
    return None


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
    owner = marks.office_at(marks.words[i].start) if "'" in marks.gap(i + 1) else None
    if owner is not None:  # `the Kenyan President's envoy X`
        return office_party(marks, owner.start, owner.end)
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
    joined: set[int] = set()
    for (figure, one), (other, two) in pairwise(everyone(figures)):
        listed = id(figure) in joined and listed_with(marks, one, two)
        if figure is other or not (listed or go_together(marks, one, two)):
            continue
        if other.party is None:
            other.party = figure.party
            joined.add(id(other))
        elif figure.party is None:
            figure.party = other.party


def _join_listed(marks: Marks, figures: list[Figure]) -> None:
    """`the Kenyan side by X and Y`: who is listed after somebody of a side, and is of no other, is of that side."""
    for (figure, one), (other, two) in pairwise(everyone(figures)):
        side = figure.party is not None and figure.party.rule.startswith("sides")
        if side and other.party is None and listed_with(marks, one, two):
            other.party = figure.party


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
    return office.detail in OF_STATES and not in_plural(office)


def _named(marks: Marks) -> Counter[str]:
    """How often each state is named, side by side with one other counting more."""
    told = [
        (hit, sense.key)
        for hit in marks.hits
        if (sense := marks.party(hit, "country", "demonym", "seat", "institution")) is not None
    ]
    named = Counter(key for _, key in told)
    for hit, key in told:
        named[key] += _weight(marks, hit)
    beside = [_side_by_side(marks, one, other) for one, other in pairwise(told)]
    for at, (one, other) in enumerate(pairwise(told)):
        listed = (at > 0 and beside[at - 1]) or (at + 1 < len(beside) and beside[at + 1])
        if beside[at] and not listed:
            named[one[1]] += PAIRED
            named[other[1]] += PAIRED
    return named


def _weight(marks: Marks, hit: Hit) -> int:
    """How much more the words around a state tell of whose report it is: less than none for where somebody travels."""
    if hit.sense("seat", "institution"):
        return SEATED
    if _ACCREDITED.search(marks.text, max(0, hit.start - REACH), hit.start):
        return ACCREDITED
    if _HOMEWARD.search(marks.text, max(0, hit.start - 40), hit.start):
        return ACCREDITED
    if _OUTWARD.search(marks.text, max(0, hit.start - 40), hit.start):
        return -1
    if _RESOLVE.match(marks.text, hit.end):
        return ACCREDITED if _VOICED.search(marks.text, max(0, hit.start - 40), hit.start) else SEATED
    return 0


def _side_by_side(marks: Marks, one: tuple[Hit, str], other: tuple[Hit, str]) -> bool:
    return one[1] != other[1] and marks.text[one[0].end : other[0].start].strip(" ") in (
        "-",
        "–",
        "and",
        "and the",
        ",",
        "/",
    )


def most_named(marks: Marks, count: int) -> list[Mark]:
    """The states the text speaks of most, each where it is first named; none where it speaks of fewer."""
    named = _named(marks).most_common(count)
    found: dict[str, Mark] = {}
    for hit in marks.hits:
        sense = marks.party(hit, "country", "demonym", "seat", "institution")
        if sense is not None and any(sense.key == key for key, _ in named):
            found.setdefault(sense.key, Mark(hit.start, hit.end, sense.kind, sense.key, "parties.most_named"))
    return list(found.values()) if len(found) == count else []


def _inferred_home(marks: Marks, figures: list[Figure]) -> str | None:
    """Whose officials are named without a country.

    The state most spoken of that no figure is said to act for; else the one of those whose posts name no country
    though their side is told (`Lithuania was represented by Vice-Minister X`).
    """
    unsaid = [figure for figure in figures if figure.party is None]
    if not unsaid:
        return None
    own = any(not any(told_foreign(marks, place) for place in figure.places) for figure in unsaid)
    taken = {figure.party.key for figure in figures if figure.party is not None}
    free = sorted(((count, code) for code, count in _named(marks).items() if code not in taken), reverse=True)
    if own and free and free[0][0] >= LEAST_NAMED and (len(free) == 1 or free[0][0] > free[1][0]):
        return free[0][1]
    bare = {
        figure.party.key
        for figure in figures
        if figure.party is not None and figure.offices and _goes_without_country(figure.party)
    }
    return bare.pop() if len(bare) == 1 else _host(marks, taken)


def _goes_without_country(party: Mark) -> bool:
    """Whether somebody's party is told without its name: by their side, their post, or the seat (`White House`)."""
    return party.kind == "seat" or party.rule.startswith(("sides", "parties.post"))


def _host(marks: Marks, parties: set[str]) -> str | None:
    """Of two states whose people are told the one on whose soil all is: there officials go without a country."""
    soils = {
        sense.key
        for hit in marks.hits
        for sense in hit.senses
        if sense.kind in ("place", "seat")
        and sense.key in parties
        and _IN.search(marks.text, max(0, hit.start - 4), hit.start)
    }
    return soils.pop() if len(parties) == TWO and len(soils) == 1 else None


def _own(figure: Figure, home: str) -> Mark:
    """The publisher's own official, named without a country: cited to the office, or to the name."""
    words = figure.offices[0] if figure.offices else figure.name
    return Mark(words.start, words.end, "home", home, "parties.home")
