"""Names: runs of capitalised words that nothing of the lexicon claims.

    (Initial | Unknown | particle Unknown | "nickname")+ (Jr | Sr | II)?

A run is only a candidate; it becomes somebody's name in `people`, by what stands around it.
"""

import re
from functools import cache

from communique.lexicon.tables import table
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Mark, Marks

# Kinds of hits that end a name: a name has no ranks, institutions or demonyms in it.
CLAIMED = (
    "country", "demonym", "seat", "organisation", "rank", "honorific", "publisher", "office_head", "body_kind",
    "document_kind", "month", "weekday",
)  # fmt: skip
# A word in capitals that is shorter is an acronym, not a surname.
LEAST_SURNAME = 3
SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})
_NICKNAME = re.compile(r' ["“(]([^\W\d_][\w-]+)["”)] ')
_INITIALS = re.compile(r"(?:[^\W\d_]\.[- ]?)+$")


def find_names(marks: Marks) -> list[Mark]:
    """Every candidate for a person's name, in order; none overlaps an office."""
    taken = _taken(marks)
    found: list[Mark] = []
    i = 0
    while i < len(marks.words):
        beyond = _run(marks, i, taken)
        if beyond > i:
            start, end = marks.words[i].start, marks.words[beyond - 1].end
        if beyond > i and not _elsewhere(marks, i, beyond):
            found.append(Mark(start, end, "name", marks.text[start:end], "names.run"))
        i = max(beyond, i + 1)
    return found


def _elsewhere(marks: Marks, i: int, beyond: int) -> bool:
    """Whether the run is a place or a day, and no title before it makes it a name."""
    if not all(marks.is_a(j, "place") or marks.words[j].text.casefold() in _calendar() for j in range(i, beyond)):
        return False
    return not (i and marks.gap(i) == " " and marks.is_a(i - 1, "rank", "honorific", "office_head"))


@cache
def _calendar() -> frozenset[str]:
    """Months and days of the week, which begin with a capital and are no names."""
    rows = table("calendar", ["form", "kind", "value"])
    return frozenset(row["form"] for row in rows if row["kind"] in ("month", "month_or_word", "month_short", "weekday"))


def _taken(marks: Marks) -> list[bool]:
    """For each word whether an office has it."""
    taken = [False] * len(marks.words)
    for office in marks.offices:
        for i in range(marks.index_at(office.start), marks.index_at(office.end)):
            taken[i] = True
    return taken


def _run(marks: Marks, i: int, taken: list[bool]) -> int:
    """The index beyond the name that begins at word i, or i where none does."""
    if not _begins(marks, i) or taken[i]:
        return i
    beyond = i + 1
    while beyond < len(marks.words) and not taken[beyond]:
        step = _step(marks, beyond)
        if not step:
            break
        beyond += step
    return beyond


def _step(marks: Marks, i: int) -> int:
    """How many words the name goes on for at word i: 1 or 2, 0 where it ends."""
    gap, word = marks.gap(i), marks.words[i]
    if word.text in SUFFIXES and gap in (" ", ", "):
        return 1
    if gap == ". " and len(marks.words[i - 1].text) <= 2 and word.capital:
        return 1  # `Wm. Smith`: an abbreviated given name
    if gap in (' "', '" ', " (", ") "):
        return 1 if _nickname(marks, i) else 0
    if gap not in (" ", ""):
        return 0
    if word.capital:
        return 1 if _continues(marks, i) else 0
    if word.text in vocabulary("particles") and i + 1 < len(marks.words) and marks.gap(i + 1) == " ":
        if marks.words[i + 1].capital and _continues(marks, i + 1):
            return 2
        if marks.words[i + 1].text in vocabulary("particles"):  # `de la Cruz`, `van der Berg`
            return 1
    return 0


def _nickname(marks: Marks, i: int) -> bool:
    around = marks.text[marks.words[i - 1].end : marks.words[i].end + 3]
    before = marks.text[max(0, marks.words[i - 1].start - 3) : marks.words[i].start + 1]
    return bool(_NICKNAME.match(around) or _NICKNAME.search(before)) and marks.words[i].capital


def _begins(marks: Marks, i: int) -> bool:
    word = marks.words[i]
    if not word.capital or _claimed(marks, i):
        return False
    if _sentence_starts(marks, i) and word.text.casefold() in vocabulary("function_words"):
        return False
    return not (word.text.isupper() and len(word.text) > 1 and not _INITIALS.match(word.text) and _acronym(marks, i))


def _continues(marks: Marks, i: int) -> bool:
    return not _claimed(marks, i) and marks.words[i].text.casefold() not in vocabulary("function_words")


def _acronym(marks: Marks, i: int) -> bool:
    """A lone all-capital word is an acronym; before or after a name it may be a surname in capitals."""
    if len(marks.words[i].text) < LEAST_SURNAME:
        return True
    near = [j for j in (i - 1, i + 1) if 0 <= j < len(marks.words)]
    return not any(marks.words[j].capital and marks.gap(max(i, j)) == " " and not _claimed(marks, j) for j in near)


def _claimed(marks: Marks, i: int) -> bool:
    word = marks.words[i]
    if marks.is_a(i, *CLAIMED):
        return True
    return word.text in vocabulary("institution_words") or word.text in vocabulary("headline_words")


def _sentence_starts(marks: Marks, i: int) -> bool:
    return i == 0 or any(mark in marks.gap(i) for mark in (".", "\n", "!", "?", ":", '"'))
