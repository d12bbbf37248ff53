"""Offices: the grammar of posts.

    [modifier | institution | demonym | X's]*  HEAD  [(abbreviation)]  complement*  [a.i. | designate | from the X side]

`HEAD` is an office head of the lexicon; what follows it is in `complements`.
"""

import re

from communique.lexicon import Hit
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Mark, Marks
from communique.reader.offices.complements import (
    CONNECTORS,
    abbreviated,
    beyond_complements,
    bracketed_country,
    institutional,
    is_given_name,
    only_place,
)
from communique.reader.offices.holders import up_to_holder

# How many words an `and` inside the left part of an office may join: `Middle East and North Africa Coordinator`.
LONGEST_JOINED = 5
# In lower case before a common noun these are adjectives; before anything but `of` the last ones are verbs.
_ADJECTIVES = frozenset({"official", "general", "chief", "private", "deputy", "head", "expert", "representative"})
_VERBS = frozenset({"chairs", "heads", "deputies", "envoy's"})
_AFTER_NOUNS = frozenset(
    {"who", "was", "were", "is", "are", "has", "had", "have", "will", "would", "said", "says", "told", "added", "noted",
     "from", "by", "that", "as", "also", "later", "then", "or", "but", "here"}
)  # fmt: skip
_PREPOSITIONS = frozenset({"in", "at", "to", "from", "for", "near", "via", "outside", "visited", "toured", "and", "of"})
# `from the Iranian side`, `on behalf of the Kenyan side`: whose head of a joint body somebody is.
_AFTER = re.compile(
    r"(?:,?\s+(?:a\.\s?i\.|ad[ -]interim\b|designate\b|\((?:acting|designate|a\.i\.)\))|-(?:designate|elect)\b)?"
    r"(?:\s+(?:from|on|for)\s+the\s+[A-Z][\w-]+\s+side\b)?",
)


def find_offices(marks: Marks) -> list[Mark]:
    """Every office named in the text, longest form, in order."""
    found: list[Mark] = []
    after = 0
    for hit in marks.hits:
        head = hit.sense("office_head")
        if head is None or hit.start < after:
            continue
        first, beyond = marks.index_at(hit.start), marks.index_at(hit.end)
        if first >= beyond or _is_no_post(marks, hit, first, beyond):
            continue
        right = up_to_holder(marks, beyond_complements(marks, first, beyond))
        left = _left(marks, first, marks.index_at(after))
        if _is_rank(marks, hit, left, right):
            continue
        start, end = marks.words[left].start, _end(marks, right)
        found.append(Mark(start, end, "office", marks.text[start:end], "offices.head", head.key))
        after = end
    return found


def _is_no_post(marks: Marks, hit: Hit, first: int, beyond: int) -> bool:
    return (
        _before_another(marks, beyond)
        or _is_common_word(marks, hit, first, beyond)
        or _names_a_place(marks, first, beyond)
        or is_given_name(marks, first)
    )


def _before_another(marks: Marks, beyond: int) -> bool:
    """`Deputy | Assistant to the President`: a head right before another only modifies it."""
    if beyond >= len(marks.words) or marks.gap(beyond) != " ":
        return False
    return any(hit.start == marks.words[beyond].start and hit.sense("office_head") for hit in marks.known[beyond])


def _is_common_word(marks: Marks, hit: Hit, first: int, beyond: int) -> bool:
    """`an official visit`, `the general public`, `she chairs it`: a head that is no noun here."""
    word = marks.text[hit.start : hit.end]
    if word in _VERBS:
        return first + 1 >= len(marks.words) or marks.words[first + 1].text != "of"
    if word not in _ADJECTIVES:
        return False
    if beyond >= len(marks.words) or marks.gap(beyond) != " ":
        return False
    following = marks.words[beyond].text
    return following.islower() and following not in CONNECTORS and following not in _AFTER_NOUNS


def _names_a_place(marks: Marks, first: int, beyond: int) -> bool:
    """`King George Island`, `President Ho Chi Minh's Mausoleum`: a post in the name of a place or thing."""
    if not marks.words[first].capital:
        return False
    i = beyond
    while i < min(len(marks.words), beyond + 4) and marks.words[i].capital and marks.gap(i) in (" ", "'s "):
        if marks.words[i].text in vocabulary("place_nouns"):
            return True
        i += 1
    return False


def _is_rank(marks: Marks, hit: Hit, left: int, right: int) -> bool:
    """`Ambassador X`: a word that is a rank too is one where it stands alone before a name."""
    rank = hit.sense("rank")
    if rank is None or rank.detail == "style" or right - left > len(hit.senses[0].key.split()):
        return False
    return (
        right < len(marks.words)
        and marks.gap(right) == " "
        and marks.words[right].capital
        and (only_place(marks, right) or not institutional(marks, right))
    )


def _left(marks: Marks, first: int, limit: int) -> int:
    """The index of the first word of the office whose head begins at `first`."""
    left = first
    while left > limit:
        gap = marks.gap(left)
        if gap == " " and marks.words[left - 1].text == "and":
            further = _joined_left(marks, left, limit)
        elif gap == "'s ":
            further = _institution_left(marks, left, limit) if marks.words[left - 1].capital else left
        elif gap == ") ":
            further = _abbreviated_left(marks, left, limit)
        else:
            further = _modifier_left(marks, left, limit) if gap in (" ", "-") else left
        if further == left:
            return left
        left = further
    return left


def _modifier_left(marks: Marks, left: int, limit: int) -> int:
    """Where the modifier before word `left` begins: a whole name of the lexicon (`Republic of Korea`), or one word."""
    if not _modifies(marks, left - 1):
        return left
    for hit in marks.known[left - 1]:
        first = marks.index_at(hit.start)
        if limit <= first < left - 1 and hit.sense("country", "organisation", "institution") is not None:
            return first
    return left - 1


def _joined_left(marks: Marks, left: int, limit: int) -> int:
    """`Middle East and North Africa Coordinator`: beyond an `and` inside what stands before the head."""
    i = left - 2
    least = max(limit, left - 2 - LONGEST_JOINED)
    if i < limit or marks.gap(left - 1) != " ":
        return left
    while i >= least and _joinable(marks, i):
        if marks.gap(i) != " ":
            break
        i -= 1
    several = left - 2 - i > 1
    return left - 2 if several and not _after_preposition(marks, i + 1) else left


def _joinable(marks: Marks, i: int) -> bool:
    word = marks.words[i]
    return (
        word.capital
        and institutional(marks, i)
        and not marks.is_a(i, "office_head", "rank")
        and (word.text in vocabulary("institution_words") or not marks.is_a(i, "country", "place"))
    )


def _after_name(marks: Marks, i: int) -> bool:
    """Whether a word that is a place's name too follows a given name: `Ann Mora | MP`."""
    return i > 0 and marks.gap(i) == " " and marks.words[i - 1].capital and not institutional(marks, i - 1)


def _after_preposition(marks: Marks, i: int) -> bool:
    return i > 0 and marks.gap(i) == " " and marks.words[i - 1].text in _PREPOSITIONS


def _abbreviated_left(marks: Marks, left: int, limit: int) -> int:
    """`Department of National Defense (DND) Secretary`: where an institution with its abbreviation begins."""
    if left - 1 <= limit or marks.gap(left - 1) != " (" or not marks.words[left - 1].text.isupper():
        return left
    first = _institution_left(marks, left - 1, limit)
    return first if first < left - 1 else left


def _institution_left(marks: Marks, last: int, limit: int) -> int:
    """Where the name that ends before word `last` begins: `Ministry of Defence's`, `Poland's`."""
    left = last - 1
    while left > limit and marks.gap(left) == " ":
        word = marks.words[left - 1]
        joins = word.text in ("of", "for", "and", "the") and left > limit + 1 and institutional(marks, left - 2)
        joins = joins and not (word.text == "and" and only_place(marks, left - 2))
        if not (joins or (word.capital and institutional(marks, left - 1))):
            break
        left -= 1
    while left < last - 1 and not marks.words[left].capital:
        left += 1
    return left


def _modifies(marks: Marks, i: int) -> bool:
    word = marks.words[i]
    if marks.is_a(i, "rank", "honorific"):
        return False
    if word.capital and institutional(marks, i):
        if word.text in vocabulary("institution_words") or not only_place(marks, i) or marks.is_a(i, "seat"):
            return True
        return not (_after_preposition(marks, i) or _after_name(marks, i))
    return word.text.casefold() in vocabulary("office_modifiers") or (not word.capital and marks.is_a(i, "demonym"))


def _end(marks: Marks, right: int) -> int:
    """The end offset, with a bracket closed (`Chief of Army Staff (COAS)`) and marks of the appointment."""
    end = marks.words[right - 1].end
    if abbreviated(marks, right - 1) or bracketed_country(marks, right - 1):
        end += 1
    after = _AFTER.match(marks.text, end)
    return after.end() if after else end
