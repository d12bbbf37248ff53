"""People: who is named, with rank, offices and party.

A name with what stands around it is a `Styled` person; styled persons whose names agree are one `Figure`.
Around a name stand, to the left, `(office ,)* rank* honorific*`, and to the right `, office (and office)*`,
`(Country)` or `of Country`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from communique.reader.marks import Mark, Marks
from communique.reader.namesakes import folded, same_person

# What may stand between two parts of one styled person.
_TITLE_GAP = re.compile(r"[.]?[ \t]*(?:\((?:Retd|Ret)\.?\)[ \t]*)?[\"“(]?$")
_OFFICE_GAP = re.compile(
    r",?[ \t]+(?:(?:the|its|his|her|their)[ \t]+)?$|[ \t]+[-–—][ \t]+$|,?[ \t]+and[ \t]+(?:the[ \t]+)?$"
)
_APPOSED = re.compile(
    r"[ \t]*,[ \t]*(?:(?:who is|who was|as|also|currently|now)[ \t]+)?(?:(?:the|a|an|its|his|her|their|my)[ \t]+)?$"
    r"|[ \t]+\([ \t]*(?:the[ \t]+)?$|[ \t]+[-–—][ \t]+(?:the[ \t]+)?$"
)
_ALSO = re.compile(r"[ \t]*,?[ \t]+and[ \t]+(?:the[ \t]+)?$|[ \t]*,[ \t]+(?:(?:the|and)[ \t]+)?$|[ \t]+[-–—][ \t]+$")
# Characters between an office and the name of its holder that ranks and courtesies may fill.
LONGEST_TITLES = 60
_ABBREVIATING = re.compile(r"(?<=[ ])[.](?= )")
_PARTY_GAP = re.compile(r"[ \t]+(?:of|from)[ \t]+(?:the[ \t]+)?$|[ \t]*\([ \t]*(?:the[ \t]+)?$|[ \t]*,[ \t]*$")


@dataclass(slots=True)
class Styled:
    """One place where a person is named: the marks of the name and of what stands around it."""

    name: Mark
    ranks: list[Mark] = field(default_factory=list)
    honorifics: list[Mark] = field(default_factory=list)
    offices: list[Mark] = field(default_factory=list)
    party: Mark | None = None

    @property
    def titled(self) -> bool:
        """Whether anything but its capitals says that this is a person."""
        return bool(self.ranks or self.honorifics or self.offices)

    @property
    def parts(self) -> list[Mark]:
        """All its marks, in text order."""
        own = [self.name, *self.ranks, *self.honorifics, *self.offices, *([self.party] if self.party else [])]
        return sorted(own, key=lambda mark: mark.start)

    @property
    def start(self) -> int:
        """Where it begins, titles included."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where it ends, appositions included."""
        return self.parts[-1].end


@dataclass(slots=True)
class Figure:
    """Somebody the report names: all places where it does, first one first."""

    places: list[Styled]
    party: Mark | None = None

    @property
    def name(self) -> Mark:
        """The full name as first written: the first of those with the most words."""
        return max((place.name for place in self.places), key=lambda name: (len(name.key.split()) > 1, -name.start))

    @property
    def rank(self) -> Mark | None:
        """The first rank it is written with."""
        return next((rank for place in self.places for rank in place.ranks), None)

    @property
    def offices(self) -> list[Mark]:
        """Every post named, the longest form of each."""
        longest: list[Mark] = []
        for office in (office for place in self.places for office in place.offices):
            longest = _with_office(longest, office)
        return longest


def _with_office(longest: list[Mark], office: Mark) -> list[Mark]:
    """The offices with one more, unless a longer form of it is there already."""
    words = content_words(office.key)
    for i, known in enumerate(longest):
        others = content_words(known.key)
        if words <= others:
            return longest
        if others < words:
            return [*longest[:i], office, *longest[i + 1 :]]
    return [*longest, office]


@lru_cache(maxsize=4096)
def content_words(office: str) -> frozenset[str]:
    """The words of an office that tell it from others, case folded."""
    small = {"of", "the", "for", "and", "in", "to"}
    return frozenset(re.findall(r"[^\W_]+", office.casefold())) - small


def find_people(marks: Marks) -> list[Figure]:
    """Everybody the text names, in order of first mention."""
    styled = list(_styled(marks))
    figures: list[Figure] = []
    for place in sorted(styled, key=lambda one: (-_certainty(one), one.name.start)):
        _join(figures, place)
    for figure in figures:
        figure.places.sort(key=lambda one: one.name.start)
    return sorted(figures, key=lambda figure: figure.places[0].name.start)


def _certainty(place: Styled) -> int:
    """Full names with titles first, so that shorter forms find them; bare single words last."""
    return 2 * (len(place.name.key.split()) > 1) + place.titled


def _join(figures: list[Figure], place: Styled) -> None:
    alike = [
        figure for figure in figures if any(same_person(place.name.key, other.name.key) for other in figure.places)
    ]
    if len(alike) > 1:
        alike = [f for f in alike if _shares_title(f, place)] or alike
    if alike:
        nearest = min(alike, key=lambda f: abs(f.places[0].name.start - place.name.start) if len(alike) > 1 else 0)
        nearest.places.append(place)
    elif place.titled:
        figures.append(Figure([place]))


def _same_holder(figure: Figure, place: Styled) -> bool:
    """`President Joe X` and `President Joseph R. X`: one surname, one post, given names that begin alike."""
    if not _shares_title(figure, place):
        return False
    own = folded(place.name.key)
    return any(
        own[-1:] == known[-1:] and own[0][:2] == known[0][:2]
        for other in figure.places
        if (known := folded(other.name.key)) and own
    )


def _shares_title(figure: Figure, place: Styled) -> bool:
    ranks = {rank.key for other in figure.places for rank in other.ranks}
    offices = [content_words(office.key) for other in figure.places for office in other.offices]
    return any(rank.key in ranks for rank in place.ranks) or any(
        content_words(office.key) <= known for office in place.offices for known in offices
    )


def _styled(marks: Marks) -> Iterator[Styled]:
    """Each candidate name with its surroundings."""
    around = _titles(marks)
    previous: Styled | None = None
    for position, name in enumerate(marks.names):
        following = marks.names[position + 1] if position + 1 < len(marks.names) else None
        place = Styled(name)
        _look_left(marks, place, around, after=previous.end if previous else 0)
        _look_right(marks, place, around, before=following.start if following else len(marks.text))
        yield place
        previous = place


def _titles(marks: Marks) -> list[Mark]:
    """Ranks, honorifics, offices, countries in text order; those inside an office are the office's own."""
    titles = list(marks.offices)
    for hit in marks.hits:
        if marks.office_at(hit.start) is not None:
            continue
        for sense in hit.senses:
            if sense.kind in ("rank", "honorific", "country", "demonym", "organisation"):
                titles.append(Mark(hit.start, hit.end, sense.kind, sense.key, f"lexicon.{sense.kind}"))
                break
    return sorted(titles, key=lambda mark: (mark.start, mark.end))


def _look_left(marks: Marks, place: Styled, titles: list[Mark], *, after: int) -> None:
    cursor = place.name.start
    for title in reversed([t for t in titles if after <= t.start and t.end <= cursor]):
        gap = marks.text[title.end : cursor]
        if title.kind == "rank" and _TITLE_GAP.match(gap):
            place.ranks.insert(0, title)
        elif title.kind == "honorific" and _TITLE_GAP.match(gap):
            place.honorifics.insert(0, title)
        elif title.kind == "office" and _OFFICE_GAP.match(gap):
            place.offices.insert(0, title)
        else:
            break
        cursor = title.start


def _look_right(marks: Marks, place: Styled, titles: list[Mark], *, before: int) -> None:
    cursor = place.name.end
    for title in (t for t in titles if cursor <= t.start):
        gap = marks.text[cursor : title.start]
        if title.kind == "office" and not _owned_ahead(marks, title, before, bool(place.offices)):
            if not (_APPOSED if not place.offices or cursor == place.name.end else _ALSO).match(gap):
                break
            place.offices.append(title)
        elif title.kind in ("country", "organisation") and _PARTY_GAP.match(gap) and place.titled:
            place.party = title
            break
        else:
            break
        cursor = title.end


def _owned_ahead(marks: Marks, office: Mark, before: int, held: bool) -> bool:
    """Whether an office after one name is the next person's: directly before that name, or with only ranks between."""
    if office.end > before:
        return True
    between = marks.text[office.end : before]
    if len(between) > LONGEST_TITLES:
        return False
    for hit in marks.hits_in(office.end, before):
        if hit.end <= before and hit.sense("rank", "honorific") is not None:
            between = between.replace(marks.text[hit.start : hit.end], "", 1)
    bare = _ABBREVIATING.sub(" ", between).strip()
    return bare == "" or (bare == "," and held)


def everyone(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Styled]]:
    """Every place where anybody is named, in text order."""
    places = [(figure, place) for figure in figures for place in figure.places]
    return iter(sorted(places, key=lambda pair: pair[1].name.start))
