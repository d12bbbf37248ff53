"""Titles: what stands around a name and says who that is.

To the left of a name stand `(office ,)* (rank | courtesy | counterpart)*`, to the right `, office (and office)*`,
`(Country)` or `of Country`. Names told one after another may share what stands before the first:
`defence ministers A of X and B of Y`.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache, lru_cache

from communique import lexicon
from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Mark, Marks

# What may stand between two parts of one styled person.
_RETIRED = r"(?:\(?(?:Retired|retired|Retd|retd|Ret'd|Ret|ret|Rtd|rtd|Res)\b\.?\)?[ \t]*)"
_SERVICE = (
    r"(?:(?:TNI(?:[- ]A[LDU])?|USN|USMC|USAF|USA|RN|RAF|PNP|PAF|PN|PA|BN|SLN|IN|RMN|RSN|RTN)[ \t]+"
    r"|\([A-Z]{1,4}\)[ \t]*)"
)
_SERVICE_NAME = re.compile(_SERVICE)
_TITLE_GAP = re.compile(rf"[.]?[ \t]*{_RETIRED}?{_SERVICE}?[\"“(]?$")
_OFFICE_GAP = re.compile(
    rf",?[ \t]+(?:(?:the|its|his|her|their)[ \t]+)?{_RETIRED}?$|[ \t]+[-–—][ \t]+$|[ \t]+\((?:the[ \t]+)?$"
    r"|,?[ \t]+(?:resident|based|residing|accredited)[ \t]+in[ \t]+[A-Z][\w ]{2,20},[ \t]+$"
)
_OFFICES_GAP = re.compile(r",?[ \t]+(?:and[ \t]+)?(?:(?:the|its|his|her|their)[ \t]+)?$|[ \t]+[-–—][ \t]+$")
# Honours and degrees behind a name: `X, GCMG, PhD`; and letters that are no post beside another one.
_HONOUR_GAP = re.compile(r"[ \t]*,?[ \t]*\(?$")
_LETTERS = frozenset({"MP", "MEP", "MLA"})
_RELATION_GAP = re.compile(r"[ \t]*[,:]?[ \t]+(?:the[ \t]+)?$")
_APPOSING_GAP = re.compile(r"[ \t]*,[ \t]+(?:the[ \t]+)?$")  # `his Omani colleague, Health Minister X`
_APPOSED = re.compile(
    r"[ \t]*,[ \t]*(?:(?:who is|who was|who serves as|as|also|currently|now)[ \t]+)?"
    r"(?:(?:the|a|an|its|his|her|their|my|our)[ \t]+)?"
    r"(?:(?:new|newly appointed|current|incumbent|former|serving|visiting)[ \t]+)?$"
    r"|[ \t]+\([ \t]*(?:the[ \t]+)?$|[ \t]+[-–—][ \t]+(?:the[ \t]+)?$"
)
_ALSO = re.compile(r"[ \t]*,?[ \t]+and[ \t]+(?:the[ \t]+)?$|[ \t]*,[ \t]+(?:(?:the|and)[ \t]+)?$|[ \t]+[-–—][ \t]+$")
_PARTY_GAP = re.compile(
    r"[ \t]+(?:of|from|representing)[ \t]+(?:the[ \t]+)?$|[ \t]*\([ \t]*(?:the[ \t]+)?$|[ \t]*,[ \t]*$"
)
_NEXT = re.compile(r"[ \t]*\)?[ \t]*(?:,|;|,?[ \t]+and|,?[ \t]+as well as|[ \t]+&)[ \t]+(?:the[ \t]+)?$")
_POSTPOSED = re.compile(
    r",[ \t]+(?:his|her|their|its)[ \t]+(?:[\w-]+[ \t]+){0,3}"
    r"(?P<noun>counterparts?|opposite numbers?|homologues?|colleagues?)\b"
)
_OF = re.compile(r"[ \t]+(?:in|from|of)[ \t]+(?:the[ \t]+)?")
_AND_OF = re.compile(r",?[ \t]+and[ \t]+(?:the[ \t]+)?|,[ \t]+(?:the[ \t]+)?")
# `MP` and a line's end between a name and the post on the next line of a letterhead.
_NEXT_LINE = re.compile(r"(?:,?[ \t]+(?:MP|MLA|M\.P\.|PhD))?[ \t]*\n")
# Between a post in the plural and the list of those who hold it.
_NAMELY = re.compile(
    r"[^.\n]{0,60}(?:[.:,]?\s+(?:They|These|Those|The (?:two|three|four|five|\w+s)|who)\s+(?:are|were|included?)"
    r"|[,:]?\s+(?:namely|including|among them)|:)[,:]?\s+$"
)
# Characters between an office and the name of its holder that ranks and courtesies may fill.
LONGEST_TITLES = 60
_ABBREVIATING = re.compile(r"(?<=[ ])[.](?= )")
# Posts whose holder is nobody else of the same list: `the President and First Lady X` are two.
_TOPMOST = frozenset({"head of state"})
_AROUND: tuple[lexicon.Kind, ...] = ("rank", "honorific", "country", "demonym", "organisation", "institution")


@dataclass(slots=True)
class Styled:
    """One place where a person is named: the marks of the name and of what stands around it.

    `shared` and `common` are offices and a relation that stand before the first name of a list this one is in.
    """

    name: Mark
    ranks: list[Mark] = field(default_factory=list)
    honorifics: list[Mark] = field(default_factory=list)
    offices: list[Mark] = field(default_factory=list)
    relation: Mark | None = None
    party: Mark | None = None
    shared: list[Mark] = field(default_factory=list)
    common: Mark | None = None

    @property
    def titled(self) -> bool:
        """Whether anything but its capitals says that this is a person."""
        return bool(self.ranks or self.honorifics or self.offices or self.relation or self.shared or self.common)

    @property
    def parts(self) -> list[Mark]:
        """All its own marks, in text order."""
        own = [self.name, *self.ranks, *self.honorifics, *self.offices]
        own += [mark for mark in (self.relation, self.party) if mark is not None]
        return sorted(own, key=lambda mark: mark.start)

    @property
    def posts(self) -> list[Mark]:
        """Its offices, those included that it shares with others."""
        return [*self.offices, *self.shared]

    @property
    def start(self) -> int:
        """Where it begins, titles included."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where it ends, appositions included."""
        return max(mark.end for mark in self.parts)


def find_styled(marks: Marks) -> list[Styled]:
    """Each candidate name with its surroundings, in text order."""
    titles = _titles(marks)
    found: list[Styled] = []
    posts: list[Mark] = []
    for position, name in enumerate(marks.names):
        following = marks.names[position + 1] if position + 1 < len(marks.names) else None
        place = Styled(name)
        _look_left(marks, place, titles, after=found[-1].end if found else 0)
        place.relation = place.relation or _postposed(marks, name)
        posts = _share(marks, place, found[-1] if found else None, posts)
        _look_right(marks, place, titles, before=following.start if following else None)
        found.append(place)
    return found


def _postposed(marks: Marks, name: Mark) -> Mark | None:
    """`X, his German counterpart`: a relation told behind a name."""
    found = _POSTPOSED.match(marks.text, name.end)
    return Mark(found.start("noun"), found.end(), "relation", found["noun"], "titles.relation") if found else None


def _titles(marks: Marks) -> list[Mark]:
    """Ranks, courtesies, offices, relations, states in text order; those inside an office are the office's own."""
    titles = list(marks.offices)
    for hit in marks.hits:
        sense = hit.sense(*_AROUND)
        if sense is not None and marks.office_at(hit.start) is None:
            titles.append(Mark(hit.start, hit.end, sense.kind, sense.key, f"lexicon.{sense.kind}", sense.detail))
    for match in _relations().finditer(marks.text):
        if marks.office_at(match.start()) is None:
            end = _with_party(marks, match.end())
            titles = (
                [title for title in titles if not match.start() <= title.start < end] if end > match.end() else titles
            )
            titles.append(Mark(match.start(), end, "relation", match.group(), "titles.relation"))
    return sorted(titles, key=lambda mark: (mark.start, mark.end))


def _with_party(marks: Marks, end: int) -> int:
    """`counterpart in Tonga`, `colleagues from Kenya and Uganda`: beyond the parties a relation is told with."""
    linked = _OF.match(marks.text, end)
    while linked is not None:
        hit = marks.hit_at(linked.end())
        if hit is None or hit.sense("country", "organisation") is None:
            break
        end = hit.end
        linked = _AND_OF.match(marks.text, end)
    return end


@cache
def _relations() -> re.Pattern[str]:
    """Nouns for somebody by what they are to another: `his Turkish counterpart, X`."""
    return re.compile(rf"\b{alternation(vocabulary('relation_nouns'))}\b", re.IGNORECASE)


def _look_left(marks: Marks, place: Styled, titles: list[Mark], *, after: int) -> None:
    cursor, last = place.name.start, place.name
    at = bisect_left(titles, cursor, key=lambda mark: mark.start)
    while at > 0 and titles[at - 1].start >= after:
        at -= 1
        title = titles[at]
        if title.end > cursor or (
            title.kind == "institution" and _SERVICE_NAME.fullmatch(marks.text[title.start : cursor])
        ):
            continue
        if not _take_left(place, title, last, marks.text[title.end : cursor]):
            break
        cursor, last = title.start, title


def _take_left(place: Styled, title: Mark, last: Mark, gap: str) -> bool:
    """Take one title more to the left of a name, where what stands between allows it."""
    if title.kind == "rank" and _TITLE_GAP.match(gap):
        place.ranks.insert(0, title)
    elif title.kind == "honorific" and _TITLE_GAP.match(gap):
        place.honorifics.insert(0, title)
    elif title.kind == "relation" and (_APPOSING_GAP if last.kind == "office" else _RELATION_GAP).match(gap):
        place.relation = title
    elif title.kind == "office" and last.kind == "office":
        if title.detail in _TOPMOST or not _OFFICES_GAP.match(gap):
            return False
        place.offices.insert(0, title)
    elif title.kind == "office" and _OFFICE_GAP.match(gap):
        place.offices.insert(0, title)
    else:
        return False
    return True


def _look_right(marks: Marks, place: Styled, titles: list[Mark], *, before: int | None) -> None:
    cursor = place.name.end
    for at in range(bisect_left(titles, cursor, key=lambda mark: mark.start), len(titles)):
        title = titles[at]
        gap = marks.text[cursor : title.start]
        if title.kind == "honorific" and title.detail == "after" and _HONOUR_GAP.match(gap):
            pass
        elif title.kind == "office" and (title.key in _LETTERS or marks.text.startswith("'s ", title.end)):
            continue  # `X, PM's Secretary Y`
        elif title.kind == "office" and not _owned_ahead(marks, title, titles[at + 1 :][:6], before, place):
            apposed = _APPOSED if not place.offices or cursor == place.name.end else _ALSO
            if apposed is _ALSO and _another(gap, title, place.offices[-1]):
                break
            if not apposed.match(gap) and not (cursor == place.name.end and _below(marks, gap, title)):
                break
            place.offices.append(title)
        elif _tells_party(marks, title, gap) and place.titled:
            if place.party is None:
                place.party = title
            if not place.offices and gap.strip() in ("of", "from", "of the", "("):
                cursor = title.end + (marks.text[title.end : title.end + 1] == ")")
                continue  # `General X of Austria, Commander of Y`
            break
        else:
            break
        cursor = title.end


def _another(gap: str, office: Mark, known: Mark) -> bool:
    """`X, Director of Training, and the British Attaché`: whether an office after one behind a name is another's."""
    if "and the" not in " ".join(gap.split()):
        return False
    return "," in gap or bool(_states(office.key) - _states(known.key))


@lru_cache(maxsize=1024)
def _states(office: str) -> frozenset[str]:
    return frozenset(hit.key for hit in lexicon.load().find(office, kinds=("country", "demonym", "organisation")))


def _below(marks: Marks, gap: str, office: Mark) -> bool:
    """Whether an office has the line below a name to itself, as letterheads and lists of those present print it."""
    return bool(_NEXT_LINE.fullmatch(gap)) and marks.text[office.end : office.end + 1] in ("", "\n")


def _tells_party(marks: Marks, title: Mark, gap: str) -> bool:
    """`X of Austria`, `X (Angola)`, `X of the Italian Navy`."""
    if not _PARTY_GAP.match(gap) or marks.text.startswith("'s", title.end):
        return False
    if title.kind == "organisation" and marks.text[title.start : title.end].casefold() in vocabulary("function_words"):
        return False  # `X, WHO FLEW TO …`
    if title.kind in ("country", "organisation", "institution"):
        return True
    following = re.match(r" ([A-Z][\w-]+)", marks.text[title.end : title.end + 30])
    return (
        title.kind == "demonym"
        and gap.strip() in ("of the", "from the", "of", "from")
        and following is not None
        and following.group(1) in vocabulary("institution_words")
    )


def _owned_ahead(marks: Marks, office: Mark, next_titles: list[Mark], before: int | None, place: Styled) -> bool:
    """Whether an office after one name is the next person's: directly before that name, or with only ranks between."""
    if before is None:
        return False
    if office.end > before:
        return True
    between = marks.text[office.end : before]
    if len(between) > LONGEST_TITLES or "\n" in between:
        return False
    for title in next_titles:
        if title.kind in ("rank", "honorific", "relation") and title.end <= before:
            between = between.replace(marks.text[title.start : title.end], "", 1)
    bare = _ABBREVIATING.sub(" ", between).strip()
    return bare == "" or (bare == "," and bool(place.offices))


def _share(marks: Marks, place: Styled, last: Styled | None, posts: list[Mark]) -> list[Mark]:
    """Give a later name of a list the post in the plural that stands before the first one; the posts now shared."""
    several = place.relation is not None and place.relation.key.endswith("s")
    own = [office for office in place.offices if office.end <= place.name.start and (several or in_plural(office))]
    if own:
        return own
    if last is None or place.offices or not _NEXT.match(marks.text[last.end : place.start]):
        place.shared = [] if place.offices else _list_heading(marks, place)
        return place.shared
    place.shared = posts
    if place.relation is None and last.relation is not None and last.relation.key.endswith("s"):
        place.common = last.relation
    return posts


def _list_heading(marks: Marks, place: Styled) -> list[Mark]:
    """`five new Defence Attachés. They are | Colonel X (Angola), …`: the post that the list a name begins is of."""
    before = marks.offices_in(max(0, place.start - 3 * LONGEST_TITLES), place.start)
    if not before or not (place.ranks or place.honorifics) or not in_plural(before[-1]):
        return []
    office = before[-1]
    return [office] if _NAMELY.fullmatch(marks.text[office.end : place.start]) else []


def in_plural(office: Mark) -> bool:
    """Whether an office is told in the plural: `defence ministers`, `Permanent Representatives of X and Y`."""
    words = re.findall(r"[\w-]+", office.key.casefold())
    if "chiefs" in words[:3] and "joint" in words:
        return False
    return any(word in _IRREGULAR or _singular(word) in _heads() for word in words)


def _singular(word: str) -> str | None:
    """`minister` for `ministers`, `undersecretary` for `undersecretaries`; None for what is no plural."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") else None


_IRREGULAR = frozenset({"secretaries", "deputies", "chairmen", "chargés", "attachés", "attaches"})


@cache
def _heads() -> frozenset[str]:
    """The last words of the heads of offices, and those before an `of`."""
    return frozenset(re.split(r" (?:of|for|to|in) ", term.name)[0].split()[-1] for term in lexicon.load().office_heads)
