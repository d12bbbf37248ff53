"""Offices: the grammar of posts.

    [modifier | institution | demonym | X's]*  HEAD  [(abbreviation)]  [connector (the)? Complement]*

`HEAD` is an office head of the lexicon. A complement is a run of words of which institutions' names are made,
and of names of states and places; an unknown capitalised word ends it where it begins a person's name.
"""

import re

from communique.lexicon import Hit
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Mark, Marks

CONNECTORS = frozenset({"of", "for", "to", "in", "at", "on", "and", "&", "with", "under"})
# Connectors that only some heads take: an ambassador *to* a state, a director *in* a ministry.
TO_HEADS = (
    "ambassador",
    "envoy",
    "adviser",
    "advisor",
    "attach",
    "representative",
    "commissioner",
    "assistant",
    "deputy",
    "delegate",
    "secretary",
    "consul",
    "aide",
    "observer",
)
LONGEST_ACRONYM = 6
DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our"})


def find_offices(marks: Marks) -> list[Mark]:
    """Every office named in the text, longest form, in order."""
    found: list[Mark] = []
    after = 0
    for hit in marks.hits:
        head = hit.sense("office_head")
        if head is None or hit.start < after:
            continue
        first, beyond = marks.index_at(hit.start), marks.index_at(hit.end)
        if first >= beyond:
            continue
        left = _left(marks, first, marks.index_at(after))
        right = _right(marks, first, beyond)
        if _is_adjective(marks, hit, beyond) or _is_rank(marks, hit, left, right) or _before_another(marks, beyond):
            continue
        end = _with_side(marks, _with_brackets(marks, right))
        start = marks.words[left].start
        found.append(Mark(start, end, "office", marks.text[start:end], "offices.head", head.key))
        after = end
    return found


def _is_adjective(marks: Marks, hit: Hit, beyond: int) -> bool:
    """`an official visit`, `the general public`: a head in lower case before another common noun."""
    word = marks.text[hit.start : hit.end]
    if word not in ("official", "general", "chief", "private"):
        return False
    return beyond < len(marks.words) and marks.gap(beyond) == " " and marks.words[beyond].text.islower()


def _is_rank(marks: Marks, hit: Hit, left: int, right: int) -> bool:
    """`Ambassador X`: a word that is a rank too is one where it stands alone before a name."""
    rank = hit.sense("rank")
    if rank is None or rank.detail == "style" or right - left > len(hit.senses[0].key.split()):
        return False
    return (
        right < len(marks.words)
        and marks.gap(right) == " "
        and marks.words[right].capital
        and not _institutional(marks, right)
    )


def _before_another(marks: Marks, beyond: int) -> bool:
    """`Deputy | Assistant to the President`: a head right before another only modifies it."""
    if beyond >= len(marks.words) or marks.gap(beyond) != " ":
        return False
    return any(hit.start == marks.words[beyond].start and hit.sense("office_head") for hit in marks.known[beyond])


def _left(marks: Marks, first: int, limit: int) -> int:
    """The index of the first word of the office whose head begins at `first`."""
    left = first
    while left > limit:
        gap, word = marks.gap(left), marks.words[left - 1]
        if word.text == "and" and gap == " " and _joins_left(marks, left, limit):
            left -= 2
            continue
        if gap == "'s ":
            if not word.capital:
                break
            left = _left_institution(marks, left - 1, limit)
            continue
        if gap not in (" ", "-") or not _modifies(marks, left - 1):
            break
        left -= 1
    return left


def _joins_left(marks: Marks, left: int, limit: int) -> bool:
    """`Middle East and North Africa Coordinator`: an `and` inside what stands before the head."""
    i = left - 2
    if i < limit or marks.gap(left - 1) != " " or not (marks.words[i].capital and _institutional(marks, i)):
        return False
    while i >= limit and marks.words[i].capital:
        if marks.is_a(i, "office_head", "rank"):
            return False
        if marks.gap(i) != " ":
            return True
        i -= 1
    return True


def _left_institution(marks: Marks, last: int, limit: int) -> int:
    """Where the name before a possessive begins: `Ministry of Defence's`, `Poland's`."""
    left = last
    while left > limit and marks.gap(left) == " ":
        word = marks.words[left - 1]
        joins = word.text in ("of", "for", "and", "the") and left > limit + 1 and _institutional(marks, left - 2)
        if not (joins or (word.capital and _institutional(marks, left - 1))):
            break
        left -= 1
    return left


def _modifies(marks: Marks, i: int) -> bool:
    word = marks.words[i]
    if marks.is_a(i, "rank", "honorific"):
        return False
    if word.capital and _institutional(marks, i):
        return True
    return word.text.casefold() in vocabulary("office_modifiers") or (not word.capital and marks.is_a(i, "demonym"))


def _institutional(marks: Marks, i: int) -> bool:
    """Whether word i is of those that names of institutions, states and places are made of."""
    word = marks.words[i]
    if word.text in vocabulary("institution_words") or word.text.title() in vocabulary("institution_words"):
        return True
    if word.text.isupper() and 2 <= len(word.text) <= LONGEST_ACRONYM:
        return True
    if "-" in word.text and all(part.title() in vocabulary("institution_words") for part in word.text.split("-")):
        return True
    return marks.is_a(i, "country", "demonym", "seat", "organisation", "place", "body_kind", "office_head")


def _right(marks: Marks, first: int, beyond: int) -> int:
    """The index beyond the last word of the office whose head is words[first:beyond]."""
    right = beyond
    while right < len(marks.words):
        following = _complement(marks, first, right)
        if following == right:
            break
        right = following
    return right


def _complement(marks: Marks, first: int, at: int) -> int:
    """The index beyond one more complement beginning at word `at`, or `at` where there is none."""
    gap, word = marks.gap(at), marks.words[at]
    if gap == ", ":
        return _enumerated(marks, at)
    if gap not in (" ", " & "):
        return at
    if word.capital:
        placed = (
            marks.is_a(at, "place")
            and not marks.is_a(at, "country", "demonym")
            and word.text not in vocabulary("institution_words")
        )
        return (
            _run(marks, at)
            if _institutional(marks, at) and not placed and not marks.is_a(at, "office_head", "rank")
            else at
        )
    if word.text not in CONNECTORS or at + 1 >= len(marks.words):
        return at
    start = at + 1
    if marks.words[start].text in DETERMINERS and start + 1 < len(marks.words) and marks.gap(start) == " ":
        start += 1
    if marks.gap(start) != " " or not _may_connect(marks, word.text, first, at, start):
        return at
    beyond = _run(marks, start)
    return beyond if beyond > start else at


def _may_connect(marks: Marks, connector: str, first: int, at: int, start: int) -> bool:
    """Whether this connector takes this complement: keeps `met in Baku` and `Minister and General X` out."""
    lowered = marks.words[start]
    if not lowered.capital and not (connector in ("of", "for") and _lower_institution(marks, start)):
        return False
    if connector == "to":
        return marks.words[at - 1].text.casefold().startswith(TO_HEADS) or marks.is_a(at - 1, "organisation")
    if connector in ("in", "at", "with", "under"):
        return (marks.words[start].text in vocabulary("institution_words") and start > at + 1) or (
            marks.words[at - 1].capital
            and _institutional(marks, at - 1)
            and marks.is_a(start, "country", "place", "organisation")
            and at - first > 1
        )
    if connector in ("and", "&"):
        return (
            start == at + 1
            and _institutional(marks, start)
            and not marks.is_a(start, "office_head", "rank", "honorific")
            and not _head_ahead(marks, start)
        )
    if connector == "on":
        return lowered.capital and not marks.is_a(start, "weekday", "month") and _institutional(marks, start)
    return True


def _lower_institution(marks: Marks, i: int) -> bool:
    word = marks.words[i].text
    return word.title() in vocabulary("institution_words")


def _head_ahead(marks: Marks, i: int) -> bool:
    """Whether the run of capitalised words at i ends in the head of another office."""
    while i < len(marks.words) and marks.words[i].capital:
        if marks.is_a(i, "office_head"):
            return True
        i += 1
        if i < len(marks.words) and marks.gap(i) != " ":
            break
    return False


def _enumerated(marks: Marks, at: int) -> int:
    """`Political, Legal, and Security Affairs`: a comma inside an office, before more institution words and an `and`."""
    i, joined = at, False
    while i < len(marks.words) and marks.gap(i) in (", ", " ", ", and "):
        word = marks.words[i]
        if word.text == "and":
            joined = True
        elif not (word.capital and word.text in vocabulary("institution_words")) or marks.is_a(
            i, "office_head", "rank"
        ):
            break
        i += 1
    return i if joined and i > at + 1 and marks.words[i - 1].text != "and" else at


def _run(marks: Marks, start: int) -> int:
    """Beyond the words of one complement: capitalised institution words, joined by spaces or a possessive.

    Unknown capitalised words inside the run belong to it; two or more at its end are the name of who holds the office.
    """
    i, last_known = start, start - 1
    while i < len(marks.words) and (i == start or _joined(marks, i)):
        word = marks.words[i]
        known = _institutional(marks, i) or (i == start and _lower_institution(marks, i))
        if _ranks_ahead(marks, i) or (marks.is_a(i, "honorific") and not known):
            break
        if not word.capital and not (_lower_institution(marks, i) and not marks.words[start].capital):
            break
        if known:
            last_known = i
        i += 1
    return _without_holder(marks, start, i, last_known)


def _joined(marks: Marks, i: int) -> bool:
    return marks.gap(i) == " " or (marks.gap(i) == "'s " and _institutional(marks, i))


def _ranks_ahead(marks: Marks, i: int) -> bool:
    """Whether a rank begins at word i: one of several words, or one that no institution's word follows."""
    for hit in marks.known[i]:
        if hit.sense("rank") and hit.start == marks.words[i].start:
            beyond = marks.index_at(hit.end)
            several = beyond > i + 1
            return several or not (
                beyond < len(marks.words) and marks.gap(beyond) == " " and _institutional(marks, beyond)
            )
    return False


def _without_holder(marks: Marks, start: int, beyond: int, last_known: int) -> int:
    """The end of a run without the name at its end, and with the noun that its last demonym asks for."""
    unknown = beyond - 1 - last_known
    if unknown and last_known >= start:
        return last_known + 1 if unknown > 1 or _names_a_holder(marks, beyond) else beyond
    if unknown > 2:  # noqa: PLR2004 - a place, then a given name and a surname
        return beyond - 2
    last_is_adjective = beyond > start and marks.is_a(beyond - 1, "demonym") and not marks.is_a(beyond - 1, "country")
    if last_is_adjective and beyond < len(marks.words) and marks.gap(beyond) == " " and not marks.words[beyond].capital:
        return beyond + 1
    return beyond


def _names_a_holder(marks: Marks, beyond: int) -> bool:
    """Whether one unknown word at the end of an office is a surname: a verb or nothing but a space follows."""
    return (
        beyond < len(marks.words)
        and marks.gap(beyond) == " "
        and not marks.words[beyond].capital
        and (marks.words[beyond].text not in CONNECTORS)
    )


# `from the Iranian side`, `on behalf of the Kenyan side`: whose head of a joint body somebody is.
_SIDE = re.compile(r"\s+(?:from|on|for)\s+the\s+[A-Z][\w-]+\s+side\b")


def _with_side(marks: Marks, end: int) -> int:
    side = _SIDE.match(marks.text, end)
    return side.end() if side else end


def _with_brackets(marks: Marks, right: int) -> int:
    """The end offset, with an abbreviation in brackets: `Chief of Army Staff (COAS)`."""
    end = marks.words[right - 1].end
    if right < len(marks.words) and marks.gap(right) == " (":
        word = marks.words[right]
        if marks.text[word.end : word.end + 1] == ")" and (word.text.isupper() or _institutional(marks, right)):
            return word.end + 1
    return end
