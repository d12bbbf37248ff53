"""Who is meant: every place of the text that stands for somebody, and for whom.

Names and offices are settled here, in text order; pronouns and parts (`the guest`, `his counterpart`) keep only
their sort, since who is the guest is known when the engagements are.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.lexicon.alternation import alternation
from communique.lexicon.tables import Column, table
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import PARTIES, Mark, Marks
from communique.reader.parties import office_party
from communique.reader.people import Figure, content_words
from communique.reader.people.groups import find_groups, find_joint_offices, find_shared_groups
from communique.reader.people.ships import find_ships

Sort = Literal["name", "office", "pronoun", "guest", "host", "other", "sides", "side", "group", "party"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that stands for somebody: a figure, an office nobody is named for, a group, a state, or a part."""

    start: int
    end: int
    sort: Sort
    figure: Figure | None = None
    mark: Mark | None = None
    leads: bool = False


# Characters between an office and whoever holds it: `the ministers of X and Y, | A and B`.
LONGEST_APPOSITION = 3
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
# `the Latvian guest`, `the Italian admiral`, `the Kenyan side`: a party, then a noun for who acts for it.
_OF_PARTY = re.compile(
    r"\s+(?:defen[cs]e\s+|foreign\s+|prime\s+|chief\s+)?(?:guests?|side|delegation|team|party|diplomat|envoy|admiral|general|minister|official|ambassador|"
    r"commander|leader|president|dignitary|visitors?|hosts?|counterpart|colleague|chief|officer|representative|commodore|colonel)\b"
)
_GROUP = re.compile(
    r"\b(?:(?:the|an?|his|her|its|their)\s+)?(?:accompanying|visiting|\w+-member|high-level)\s+"
    r"(?:\w+\s+)?(?:delegation|team|contingent)\b|\bdelegation accompanying (?:him|her)\b",
    re.IGNORECASE,
)
_LEADERSHIP = re.compile(
    r"(?:led|headed|chaired|co-chaired|presided(?: over)?)\s+by\s+(?:the\s+|its\s+|a\s+|his\s+|her\s+)?$|"
    r"under the (?:leadership|chairmanship|co-chairmanship|chair) of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


# What is `of` others is theirs: `the foreign ministers of Chile and Norway`.
_THEIRS = r"(?!\s+(?:of|from)\b)"


@cache
def _role_nouns() -> tuple[tuple[re.Pattern[str], Sort], ...]:
    rows = table("role_nouns", ["noun", Column("role", values=frozenset({"host", "guest", "other", "sides"}))])
    by_role: dict[str, list[str]] = {}
    for row in rows:
        by_role.setdefault(row["role"], []).append(row["noun"])
    return tuple(
        (re.compile(rf"\b{alternation(nouns)}\b{_THEIRS if role == 'sides' else ''}", re.IGNORECASE), role)  # type: ignore[misc]
        for role, nouns in by_role.items()
    )


@cache
def _sides() -> re.Pattern[str]:
    """`both ministers`, `the two defence chiefs`; what is `of` others is theirs."""
    own = r"(?:both|the\s+(?:two|three|four)|these\s+two|our\s+two|all\s+three)"
    nouns = rf"{alternation(vocabulary('side_nouns'))}\b"
    return re.compile(
        rf"\b(?:{own}\s+(?:[\w-]+\s+){{0,2}}?{nouns}){_THEIRS}",
        re.IGNORECASE,
    )


def find_mentions(marks: Marks, figures: list[Figure]) -> list[Mention]:
    """Every mention in text order; none lies inside another."""
    found = [
        Mention(place.start, place.end, "name", figure, place.name, leads=_leads(marks, place.start))
        for figure in figures
        for place in figure.places
    ]
    found += _joint_offices(marks, found)
    found += _offices(marks, figures, found)
    found += _common_nouns(marks)
    return _outermost(found)


def _leads(marks: Marks, start: int) -> bool:
    return bool(_LEADERSHIP.search(marks.text, max(0, start - 60), start))


def _joint_offices(marks: Marks, named: list[Mention]) -> list[Mention]:
    """Offices of several parties whose holders are not named beside them."""
    places = [(mention.start, mention.end + LONGEST_APPOSITION) for mention in named]
    return [
        Mention(office.start, office.end, "group", mark=office)
        for office in find_joint_offices(marks)
        if not any(start < office.end + LONGEST_APPOSITION and office.start < end for start, end in places)
    ]


def _offices(marks: Marks, figures: list[Figure], named: list[Mention]) -> list[Mention]:
    """Offices that stand alone: for the figure who holds them, or for somebody nobody names."""
    found: list[Mention] = []
    for office in marks.offices:
        if any(mention.start <= office.start < mention.end for mention in named):
            continue
        figure = _holder(marks, office, figures)
        mark = office if figure is not None else _told_before(office, found)
        if mark is None:
            continue
        found.append(Mention(office.start, office.end, "office", figure, mark, leads=_leads(marks, office.start)))
    for hit in marks.hits:
        rank = hit.sense("rank")
        if rank is not None and not any(m.start <= hit.start < m.end for m in (*named, *found)):
            figure = _ranked(marks.text[hit.start : hit.end], hit.start, figures)
            if figure is not None:
                found.append(Mention(hit.start, hit.end, "office", figure))
    return found


def _told_before(office: Mark, found: list[Mention]) -> Mark | None:
    """The longer words for a post nobody is named for: `the minister` after `Kenya's defence minister`.

    None where a lone common noun (`officials`, `leaders`) stands for nobody in particular.
    """
    words = content_words(office.key)
    for mention in reversed(found):
        if mention.figure is None and mention.mark is not None and words < content_words(mention.mark.key):
            return mention.mark
    return None if office.key.islower() and " " not in office.key else office


def _holder(marks: Marks, office: Mark, figures: list[Figure]) -> Figure | None:
    """Who holds an office told in short: its words are among those of theirs, or it is their post of their party."""
    words = content_words(office.key)
    holders = [figure for figure in figures if any(words <= content_words(held.key) for held in figure.offices)]
    earlier = [figure for figure in holders if figure.places[0].start < office.start]
    if not earlier and len(words) > 1:
        party = office_party(marks, office.start, office.end)
        holders = [figure for figure in holders if not (party is None and _is_told_of_another(marks, figure, office))]
        earlier = holders or [figure for figure in figures if party is not None and _posted(figure, office, party.key)]
    return max(earlier, key=lambda figure: _last_named(figure, office.start)) if earlier else None


def _is_told_of_another(marks: Marks, figure: Figure, office: Mark) -> bool:
    """`The Prime Minister spoke to the Prime Minister of Japan, X`: whether who is named after it has it of a state."""
    first = figure.places[0]
    same_sentence = (
        ". " not in marks.text[office.end : first.start] and "\n" not in marks.text[office.end : first.start]
    )
    return same_sentence and any(
        office_party(marks, held.start, held.end) is not None for held in first.offices if held.start != office.start
    )


def _posted(figure: Figure, office: Mark, party: str) -> bool:
    """`the Turkish defence minister` and `Minister of National Defence of Türkiye`: one party, one level, one field."""
    if figure.party is None or figure.party.key != party:
        return False
    words = {_american(word) for word in content_words(office.key)}
    return any(
        held.detail == office.detail and len(words & {_american(w) for w in content_words(held.key)}) > 1
        for held in figure.offices
    )


def _american(word: str) -> str:
    return word.replace("defence", "defense")


def _ranked(rank: str, offset: int, figures: list[Figure]) -> Figure | None:
    """`the Admiral`: who was last named with a rank of which this is the last word."""
    last = rank.split()[-1].casefold()
    holders = [
        figure
        for figure in figures
        if figure.rank is not None and figure.places[0].start < offset and figure.rank.key.casefold().endswith(last)
    ]
    return max(holders, key=lambda figure: _last_named(figure, offset)) if holders else None


def _last_named(figure: Figure, offset: int) -> int:
    return max((place.start for place in figure.places if place.start < offset), default=-1)


def _common_nouns(marks: Marks) -> list[Mention]:
    found = [Mention(match.start(), match.end(), "pronoun") for match in _PRONOUN.finditer(marks.text)]
    for pattern, role in _role_nouns():
        found += [Mention(match.start(), match.end(), role) for match in pattern.finditer(marks.text)]
    for match in _sides().finditer(marks.text):
        if party_in(marks, match.start(), match.end()) is None:
            found.append(Mention(match.start(), match.end(), "sides"))
    return [*found, *_of_parties(marks), *_groups(marks), *_states(marks)]


def _of_parties(marks: Marks) -> list[Mention]:
    """`the Kenyan side`, `the Omani ambassador`."""
    found = []
    for hit in marks.hits:
        party = marks.party(hit, "demonym", "country")
        noun = _OF_PARTY.match(marks.text, hit.end) if party is not None else None
        if party is not None and noun is not None:
            mark = Mark(hit.start, hit.end, party.kind, party.key, "refer.of_party")
            found.append(Mention(hit.start, noun.end(), "side", mark=mark))
    return found


def _groups(marks: Marks) -> list[Mention]:
    groups = [*(ship for ship, _ in find_ships(marks)), *find_shared_groups(marks), *find_groups(marks)]
    groups += [
        Mark(match.start(), match.end(), "group", match.group(), "refer.group") for match in _GROUP.finditer(marks.text)
    ]
    return [Mention(group.start, group.end, "group", mark=group) for group in groups]


def _states(marks: Marks) -> list[Mention]:
    found = []
    for hit in marks.hits:
        sense = marks.party(hit, "country", "organisation", "seat", "institution")
        if sense is not None:
            mark = Mark(hit.start, hit.end, sense.kind, sense.key, f"lexicon.{sense.kind}")
            found.append(Mention(hit.start, hit.end, "party", mark=mark))
    return found


def party_in(marks: Marks, start: int, end: int) -> Mark | None:
    """The first party named in a range."""
    for hit in marks.hits_in(start, end):
        sense = marks.party(hit, *PARTIES)
        if sense is not None:
            return Mark(hit.start, hit.end, sense.kind, sense.key, f"lexicon.{sense.kind}")
    return None


def _outermost(found: list[Mention]) -> list[Mention]:
    found.sort(key=lambda mention: (mention.start, -mention.end))
    outer: list[Mention] = []
    for mention in found:
        if not outer or mention.start >= outer[-1].end:
            outer.append(mention)
    return outer
