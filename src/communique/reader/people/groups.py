"""Groups: those who take part without being named.

[number | demonym | adjective]* NOUN [from|of PARTY (, PARTY)* (and PARTY)]
"""

import re
from functools import cache

from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import PARTIES, Mark, Marks
from communique.reader.people.blocs import bloc_at, blocs_in
from communique.reader.people.titles import in_plural

# How many words may modify a group: `some 350 senior Kenyan and Ugandan naval officers`.
MODIFIERS = 6
_FROM = re.compile(
    r"\s+(?:from|of|representing)\s+"
    r"(?:(?:across|the governments? of|both|all|the armed forces of|several|other)\s+)?(?:the\s+)?"
    r"(?:(?:two|three|four|five|six|seven|eight|all)\s+)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,\s*and|,|and)\s+(?:the\s+)?")


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(vocabulary('group_nouns'))}\b", re.IGNORECASE)


def find_groups(marks: Marks) -> list[Mark]:
    """Every group that is of some party or told by more than its noun; `key` is the words as written."""
    found = []
    for match in _nouns().finditer(marks.text):
        start = _grown(marks, match.start())
        end = _parties_after(marks, match.end())
        if start < match.start() or end > match.end():
            found.append(Mark(start, end, "group", marks.text[start:end], "groups.noun"))
    return found


def find_joint_offices(marks: Marks) -> list[Mark]:
    """Every post told of several parties at once: `Chadian and Malian army chiefs`, `defence ministers of X and Y`."""
    found = []
    for office in marks.offices:
        if not in_plural(office):
            continue
        start = min(_grown(marks, office.start), office.start)
        listed = _AND.match(marks.text, office.end)
        end = _listed_after(marks, listed.end(), office.end) if listed else _parties_after(marks, office.end)
        joint = Mark(start, end, "group", marks.text[start:end], "groups.office", office.detail)
        if len(parties_of(marks, joint)) > 1:
            found.append(joint)
    return found


# `of the two countries`, `from both sides`.
_OF_ALL = (
    r"(?:\s+each)?\s+(?:of|from|representing)\s+(?:the\s+|our\s+|their\s+)?(?P<count>both|two|three|four)\s+"
    r"(?:countries|sides|states|nations|neighbou?rs|governments|parties|republics|peoples|powers)\b"
)
_OF_ALL_WORDS = re.compile(_OF_ALL, re.IGNORECASE)
# Words for those who come with others, who are told of by their heads.
_RETINUE = re.compile(
    r"^(?:delegations?|sides|teams?|parties|missions?|countries|governments|states|nations)$", re.IGNORECASE
)


@cache
def _shared() -> re.Pattern[str]:
    nouns = alternation(vocabulary("group_nouns") | vocabulary("side_nouns"))
    return re.compile(rf"\b(?P<noun>{nouns}){_OF_ALL}", re.IGNORECASE)


def find_shared_groups(marks: Marks) -> list[Mark]:
    """Every group of all parties told of together: `navies of the two countries`; `key` is the words as written."""
    found = []
    for match in _shared().finditer(marks.text):
        office = marks.office_at(match.start("noun"))
        if _RETINUE.search(match["noun"]):
            continue
        start = _grown(marks, match.start() if office is None else office.start)
        detail = office.detail if office is not None else ""
        found.append(Mark(start, match.end(), "group", marks.text[start : match.end()], "groups.shared", detail))
    for office in marks.offices:
        shared = _OF_ALL_WORDS.match(marks.text, office.end)
        if shared is not None and in_plural(office):
            words = marks.text[office.start : shared.end()]
            found.append(Mark(office.start, shared.end(), "group", words, "groups.shared", office.detail))
    return found


def size_of(group: Mark) -> int:
    """How many parties a group told of together is of."""
    return next((count for word, count in (("three", 3), ("four", 4)) if word in group.key.casefold().split()), 2)


def parties_of(marks: Marks, group: Mark) -> list[Mark]:
    """The parties named in a group, each once; of a bloc its states."""
    found: dict[str, Mark] = {}
    blocs = list(blocs_in(marks.text, group.start, group.end))
    for _, _, states in blocs:
        found.update({state.key: state for state in states if state.key not in found})
    for hit in marks.hits_in(group.start, group.end):
        if any(start <= hit.start < end for start, end, _ in blocs):
            continue
        sense = marks.party(hit, *PARTIES)
        if sense is not None:
            found.setdefault(sense.key, Mark(hit.start, hit.end, sense.kind, sense.key, "groups.party"))
    return list(found.values())


def _grown(marks: Marks, start: int) -> int:
    """Where the modifiers of a group begin; none stand before a noun that ends a word (`law-officers`)."""
    i = marks.index_at(start)
    if i == len(marks.words) or marks.words[i].start != start:
        return start
    left = i
    while left > 0 and i - left < MODIFIERS and marks.gap(left) in (" ", ", ") and _modifies(marks, left - 1):
        left -= 1
    while left < i and marks.words[left].text.casefold() in ("and", "the", "than", "both"):
        left += 1
    return marks.words[left].start


def _modifies(marks: Marks, i: int) -> bool:
    word = marks.words[i].text
    return (
        word.casefold() in vocabulary("group_modifiers")
        or word[0].isdigit()
        or marks.is_a(i, "demonym", "organisation", "country")
        or bloc_at(marks.text, marks.words[i].start) is not None
    )


def _parties_after(marks: Marks, end: int) -> int:
    """Where the list of parties behind a group ends."""
    linked = _FROM.match(marks.text, end)
    return _listed_after(marks, linked.end(), end) if linked is not None else end


def _listed_after(marks: Marks, at: int, last: int) -> int:
    """Where a list of parties that may begin at an offset ends; `last` where none does."""
    bare = last  # where it ends without adjectives that have no noun: `the Nordic and Baltic | parliaments`
    while True:
        hit, bloc = marks.hit_at(at), bloc_at(marks.text, at)
        if bloc is not None:
            last, stands = bloc
        elif hit is not None and hit.sense("country", "organisation") is not None:
            last, stands = hit.end, True
        else:
            return bare
        bare = last if stands else bare
        linked = _AND.match(marks.text, last)
        at = linked.end() if linked else last
