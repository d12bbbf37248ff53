"""Standing bodies: the working groups, commissions, dialogues in which parties meet again and again.

    [Demonym-Demonym | Joint | Capitalised]*  KIND  [(ABBR)]  [on|for|of|between Complement]*

Forms that share their kind and whose words do not contradict are one body; `the Committee` is the last one named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Mark, Marks
from communique.reader.page import Page
from communique.reader.people import Figure, content_words
from communique.reading import Body, Head

if TYPE_CHECKING:
    from communique.reader.engagements.draft import Draft

# How far from a body's name its number may stand: `third meeting of the ...`, `... held its third meeting`.
NUMBER_REACH = 60

_COMPLEMENT = frozenset({"on", "for", "of", "between", "in", "and"})
_ORDINAL_BEFORE = re.compile(
    r"(?P<number>\d+(?:st|nd|rd|th)|[A-Za-z-]+|[IVXL]+)\s+(?:\w+[- ]){0,2}?(?:meeting|session|round|sitting|edition|plenary|iteration)s?\s+(?:of|under|in)\s+(?:the\s+)?$"
    r"|(?P<direct>\d+(?:st|nd|rd|th)|[A-Za-z-]+)\s+(?:ordinary\s+|annual\s+)?$",
    re.IGNORECASE,
)
_ORDINAL_AFTER = re.compile(
    r"\b(?P<number>\d+(?:st|nd|rd|th)|[a-z-]+|[IVXL]+)\s+(?:\w+\s+){0,2}?(?:meeting|session|round|sitting|edition|plenary)\b",
    re.IGNORECASE,
)
_REGULAR = re.compile(r"\b(?:annual|regular|next round of|round of)\s+$", re.IGNORECASE)


@dataclass(slots=True)
class Standing:
    """A standing body as read: every place it is named, longest form first found."""

    places: list[Mark]
    kind: str
    parties: list[Mark] = field(default_factory=list)
    heads: list[Figure] = field(default_factory=list)
    areas: list[Mark] = field(default_factory=list)

    @property
    def name(self) -> Mark:
        """The longest form."""
        return max(self.places, key=lambda mark: (mark.end - mark.start, -mark.start))


@dataclass(frozen=True, slots=True)
class Sitting:
    """A place that names a body, with the number of the session told beside it."""

    start: int
    body: Mark
    number: tuple[int, int, int] | None
    regular: bool


def find_bodies(page: Page) -> list[Standing]:
    """Every body named in the text, in order of first mention."""
    bodies: list[Standing] = []
    for place in _places(page.marks):
        if not page.runs(place.start):
            continue
        known = _known(bodies, place)
        if known is not None:
            known.places.append(place)
        elif _names_a_body(page.marks, place):
            bodies.append(Standing([place], place.detail))
    for body in bodies:
        body.parties = _parties(page.marks, body)
    return bodies


def find_sittings(page: Page, bodies: list[Standing]) -> list[Sitting]:
    """Every place at which a body is named, with its number there."""
    found = [
        Sitting(
            place.start,
            body.name,
            _number(page.marks.text, place),
            bool(_REGULAR.search(page.marks.text, max(0, place.start - 20), place.start))
            or place.key.lower().startswith("annual"),
        )
        for body in bodies
        for place in body.places
    ]
    return sorted(found, key=lambda sitting: sitting.start)


def _places(marks: Marks) -> Iterator[Mark]:
    after = 0
    for hit in marks.hits:
        kind = hit.sense("body_kind")
        if kind is None or hit.start < after:
            continue
        first, beyond = marks.index_at(hit.start), marks.index_at(hit.end)
        if first >= beyond or (
            any(office.start <= hit.start < office.end for office in marks.offices) and not marks.words[first].capital
        ):
            continue
        left = _left(marks, first, marks.index_at(after))
        right = _right(marks, beyond)
        start, end = marks.words[left].start, marks.words[right - 1].end
        if marks.text[end : end + 1] == ")" and "(" in marks.text[start:end]:
            end += 1
        yield Mark(start, end, "body", marks.text[start:end], "bodies.kind", kind.key)
        after = end


def _left(marks: Marks, first: int, limit: int) -> int:
    left = first
    while left > limit and marks.gap(left) in (" ", "-", " - ", "–"):
        word = marks.words[left - 1]
        if (
            word.text.casefold() in ("to", "of")
            and left > limit + 1
            and marks.words[left - 2].capital
            and word.text == "to"
        ):
            left -= 2  # Navy to Navy Staff Talks
            continue
        if not (word.capital or word.text in vocabulary("body_modifiers")) or marks.is_a(left - 1, "rank"):
            break
        if _function(word.text):
            break
        left -= 1
    return left


def _function(word: str) -> bool:
    return word.casefold() in vocabulary("function_words") and word.casefold() not in ("joint",)


def _right(marks: Marks, beyond: int) -> int:
    right = beyond
    while right < len(marks.words):
        step = _complement(marks, right)
        if step == right:
            break
        right = step
    return right


def _complement(marks: Marks, at: int) -> int:
    gap, word = marks.gap(at), marks.words[at]
    if gap == " (" and word.text.isupper() and marks.text[word.end : word.end + 1] == ")":
        return at + 1
    if gap not in (" ", ") ") or word.text not in _COMPLEMENT or at + 1 >= len(marks.words):
        return at
    start = at + 1
    if marks.words[start].text == "the":
        start += 1
    if start >= len(marks.words) or not marks.words[start].capital or marks.is_a(start, "rank"):
        return at
    if word.text == "in" and marks.is_a(start, "place", "country"):
        return at
    if word.text == "and" and not _institution(marks, start):
        return at
    i = start
    while i < len(marks.words) and (i == start or marks.gap(i) in (" ", "-")) and marks.words[i].capital:
        i += 1
    return i


def _institution(marks: Marks, i: int) -> bool:
    return marks.words[i].text in vocabulary("institution_words") or marks.is_a(i, "country", "demonym")


def _known(bodies: list[Standing], place: Mark) -> Standing | None:
    """The body named before of which this is another form."""
    words = content_words(place.key)
    for body in reversed(bodies):
        if body.kind != place.detail and not _same_head(body, place):
            continue
        longest = content_words(body.name.key)
        if words <= longest or longest <= words or len(words & longest) >= max(2, 0.5 * min(len(words), len(longest))):
            return body
    return None


def _same_head(body: Standing, place: Mark) -> bool:
    return bool(
        content_words(place.key)
        & {"group", "committee", "commission", "council", "dialogue"}
        & content_words(body.name.key)
    )


def _names_a_body(marks: Marks, place: Mark) -> bool:
    """A first mention must be more than the bare kind: two parties, `joint`, or capitals beside the kind."""
    words = content_words(place.key)
    kind = content_words(place.detail)
    if words <= kind:
        return False
    capitals = sum(1 for word in re.findall(r"[^\W\d_][\w'-]*", place.key) if word[0].isupper())
    return capitals >= 2 or bool(words & {"joint", "bilateral", "strategic", "political"})


def _parties(marks: Marks, body: Standing) -> list[Mark]:
    found: dict[str, Mark] = {}
    for place in body.places:
        for hit in marks.hits:
            if place.start <= hit.start < place.end:
                sense = hit.sense("country", "demonym", "organisation")
                if sense is not None and "|" not in sense.key:
                    found.setdefault(sense.key, Mark(hit.start, hit.end, sense.kind, sense.key, "bodies.party"))
    return list(found.values())


def _number(text: str, place: Mark) -> tuple[int, int, int] | None:
    """The ordinal told beside a body's name, with its offsets."""
    before = _ORDINAL_BEFORE.search(text, max(0, place.start - NUMBER_REACH), place.start)
    if before is not None:
        group = "number" if before.group("number") else "direct"
        value = ordinal(before.group(group))
        if value is not None:
            return value, *before.span(group)
    head = re.match(r"(?:the\s+)?(\d+(?:st|nd|rd|th)|[A-Za-z-]+)\b", place.key, re.IGNORECASE)
    if head is not None and ordinal(head.group(1)) is not None:
        return ordinal(head.group(1)) or 0, place.start + head.start(1), place.start + head.end(1)
    after = _ORDINAL_AFTER.search(text, place.end, min(len(text), place.end + NUMBER_REACH))
    if after is not None and "." not in text[place.end : after.start()]:
        value = ordinal(after.group("number"))
        if value is not None:
            return value, *after.span("number")
    return None


def ordinal(word: str) -> int | None:
    """The number of an ordinal in words, digits or Roman figures; None where it is none."""
    from communique import lexicon

    return lexicon.load().ordinals.get(word.casefold()) or lexicon.load().ordinals.get(word)


def close_bodies(page: Page, bodies: list[Standing], drafts: list["Draft"]) -> tuple[Body, ...]:
    """The bodies as parts of a reading, `B1`, `B2`, … in order of first mention."""
    return tuple(_close(page, body, f"B{number}") for number, body in enumerate(bodies, start=1))


def _close(page: Page, body: Standing, name: str) -> Body:
    longest = body.name
    forms: dict[str, Mark] = {}
    for place in body.places:
        if place.key != longest.key:
            forms.setdefault(place.key, place)
    return Body(
        id=name,
        name=page.marked(longest),
        aliases=tuple(page.marked(mark) for mark in forms.values()),
        kind=page.cite(longest.start, longest.end, value=body.kind, rule="bodies.kind"),
        parties=tuple(page.cite(m.start, m.end, value=m.key, rule=m.rule) for m in body.parties),
        heads=tuple(Head(name=page.marked(figure.name)) for figure in body.heads),
    )
