"""Names: runs of capitalised words that nothing of the lexicon claims.

    (Initial | Unknown | particle Unknown | "nickname")+ (Jr | Sr | II)?

A run is only a candidate; it becomes somebody's name in `people`, by what stands around it.
"""

import re

from communique.lexicon.calendar import calendar_words
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Mark, Marks
from communique.reader.offices.complements import is_given_name

# Months and days of the week, which begin with a capital and are no names.
CALENDAR = ("month", "month_or_word", "month_short", "weekday")
# Kinds of hits that end a name: a name has no ranks, institutions or demonyms in it.
CLAIMED = (
    "country", "demonym", "seat", "organisation", "rank", "honorific", "publisher", "office_head", "body_kind",
    "document_kind", "institution",
)  # fmt: skip
# A word in capitals that is shorter is an acronym, not a surname.
LEAST_SURNAME = 3
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
# Given names that are written short: `Mohd. Zain`, `Wm. Smith`.
_SHORTENED = frozenset({"Md", "Mohd", "Muhd", "Moh", "Muh", "Wm", "St", "Sta", "Ma", "Abd", "Fco"})
# Initials of two letters, as Mongolian and Slavic names have them.
_DIGRAPHS = frozenset({"Ts", "Kh", "Sh", "Ch", "Zh", "Dz", "Dj", "Ya", "Yu", "Ye", "Yo", "Th", "Ph", "Gh"})
# Services behind the rank or the name of their officers: `Major General X PA`, `Commander Y BN`.
_SERVICES = frozenset({"PA", "PN", "PAF", "PNP", "PCG", "PMC", "USN", "USMC", "USAF", "USA", "USCG", "RN", "RAF", "RAN",
                       "BN", "SLN", "RMN", "RSN", "RTN", "TNI", "MD", "MP", "CB", "SC", "DSO"})  # fmt: skip
# Words of grammar that parts of names are written like: `Kyaw Than Oo`.
_NAMES_TOO = frozenset({"Than", "An", "So", "Do", "Min", "Hon", "Will", "Van", "May"})
# `Welcoming Korhaven, she said`: what opens a sentence so is no name.
_PARTICIPLE = re.compile(r"[A-Z][a-z]{3,}ing")
# Words that never begin a name, wherever they stand; other small words may (`Will Smith`, `An Dong-su`).
_NEVER_FIRST = frozenset({"The", "A", "In", "At", "On", "This", "That", "His", "Her", "Its", "Their", "I", "He", "She",
                          "They", "We", "It", "Our", "My", "Of", "And", "No", "New", "Both", "First", "Second",
                          "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
                          "Twelfth", "Related", "Relevant"})  # fmt: skip
# `al-Kurdi`, `d'Orsay`, `as-Sabah`: a small word grown together with a name.
_GROWN = re.compile(
    r"(?:al|el|ul|as|ash|ad|ar|an|at|az|ud|ed|bin|ben|ibn|abu|de|la|le|van|von|d|l|dell|della|t)[-'’][^\W\d_]",
    re.IGNORECASE,
)
_BEFORE_PLACES = frozenset({"in", "at", "to", "from", "near", "of", "for", "via", "outside", "around", "into", "off"})
_NICKNAME = re.compile(r"\s(?P<open>[\"“'(])[^\W\d_][\w-]*[\"”')]\s(?=[^\W\d_])")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[- ]?)+$")


def find_names(marks: Marks) -> list[Mark]:
    """Every candidate for a person's name, in order; none overlaps an office."""
    taken = _taken(marks)
    found: list[Mark] = []
    doubtful: list[Mark] = []
    i = 0
    while i < len(marks.words):
        beyond = _run(marks, i, taken)
        if beyond - i > 2 and marks.is_a(i, "place") and i and marks.words[i - 1].text.casefold() in ("in", "at"):
            i += 1  # `in Port Cruz | Ann Mora`: a given name and a surname at least
        if beyond > i:
            start, end = marks.words[i].start, marks.words[beyond - 1].end
            if marks.text[start - 1 : start] in ('"', "'") and f"{marks.text[start - 1]} " in marks.text[start:end]:
                start -= 1  # `"Kilo" Amaral`: the nickname's opening quote
            into = doubtful if _elsewhere(marks, i, beyond) else found
            into.append(Mark(start, end, "name", marks.text[start:end], "names.run"))
        i = max(beyond, i + 1)
    return sorted(found + _surnames(marks, doubtful, found), key=lambda name: name.start)


def _surnames(marks: Marks, doubtful: list[Mark], found: list[Mark]) -> list[Mark]:
    """Words that are places' names too, where somebody has that surname and no preposition stands before."""
    known = {words[-1] for name in found if len(words := name.key.split()) > 1}
    return [name for name in doubtful if name.key in known and not _located(marks, name)]


def _located(marks: Marks, name: Mark) -> bool:
    i = marks.index_at(name.start)
    return i > 0 and marks.words[i - 1].text.casefold() in _BEFORE_PLACES


def _elsewhere(marks: Marks, i: int, beyond: int) -> bool:
    """Whether the run is a place or a day, and no title before it makes it a name."""
    if not all(
        marks.is_a(j, "place") or marks.words[j].text.casefold() in calendar_words(*CALENDAR) for j in range(i, beyond)
    ):
        return False
    if beyond - i > 1 and i and marks.gap(i) == ", " and any(o.end == marks.words[i - 1].end for o in marks.offices):
        return False
    return not (i and marks.gap(i) in (" ", ". ") and marks.is_a(i - 1, "rank", "honorific", "office_head"))


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
    if marks.words[i - 1].text in SUFFIXES:
        return 0
    if word.text in SUFFIXES and gap in (" ", ", "):
        return 1
    if gap == ". " and marks.words[i - 1].text in _SHORTENED and word.capital:
        return 1
    if gap in ('" ', "' ") and marks.text[marks.words[i - 1].start - 1 : marks.words[i - 1].start] == gap[0]:
        return 1 if word.capital and _continues(marks, i) else 0  # `General "Kilo" Amaral`
    if gap in (' "', " '", " ("):
        return 2 if _nickname(marks, i) else 0
    if gap in (".", ". ") and marks.words[i - 1].text in _DIGRAPHS and word.capital:
        return 1  # `Ts.Erdene`
    if gap not in (" ", ""):
        return 0
    if _namelike(word.text):
        return 1 if _continues(marks, i) else 0
    return _particle(marks, i)


def _particle(marks: Marks, i: int) -> int:
    """How many words a particle takes into the name: `bin Zayed` two, the `de` of `de la Cruz` one."""
    if marks.words[i].text not in vocabulary("particles") or i + 1 >= len(marks.words) or marks.gap(i + 1) != " ":
        return 0
    following = marks.words[i + 1].text
    if _namelike(following) and _continues(marks, i + 1):
        return 2
    return 1 if following in vocabulary("particles") and _particle(marks, i + 1) else 0


def _namelike(word: str) -> bool:
    """Whether a word is written as a part of a name."""
    return word[0].isupper() or bool(_GROWN.match(word) and not word.islower())


def _nickname(marks: Marks, i: int) -> bool:
    """Whether word i is a nickname in quotes or brackets, with the name going on behind it."""
    if i + 1 >= len(marks.words) or not marks.words[i].capital or marks.is_a(i, *CLAIMED):
        return False
    around = _NICKNAME.match(marks.text, marks.words[i - 1].end)
    return bool(around) and marks.words[i + 1].capital and _continues(marks, i + 1)


def _begins(marks: Marks, i: int) -> bool:
    word = marks.words[i]
    if not _namelike(word.text) or _claimed(marks, i) or word.text in _NEVER_FIRST:
        return False
    if _sentence_starts(marks, i) and (
        word.text.casefold() in vocabulary("function_words") or _PARTICIPLE.fullmatch(word.text)
    ):
        return False
    acronym = word.text.isupper() and len(word.text) > 1 and not _INITIALS.match(word.text) and _acronym(marks, i)
    return not acronym or _bare_initials(marks, i)


def _bare_initials(marks: Marks, i: int) -> bool:
    """`Captain AK Rao`: initials without their stops, between a title and a surname."""
    return (
        0 < i < len(marks.words) - 1
        and len(marks.words[i].text) <= LEAST_SURNAME
        and marks.gap(i) in (" ", ". ")
        and marks.is_a(i - 1, "rank", "honorific")
        and marks.gap(i + 1) == " "
        and _namelike(marks.words[i + 1].text)
        and _continues(marks, i + 1)
    )


def _continues(marks: Marks, i: int) -> bool:
    word = marks.words[i].text
    if word.casefold() in vocabulary("function_words") and not (word in _NAMES_TOO and _goes_on(marks, i)):
        return False
    if word in _SERVICES:
        return False
    return not _claimed(marks, i) or _courtesy_within(marks, i)


def _goes_on(marks: Marks, i: int) -> bool:
    """Whether a capitalised word that is none of grammar comes next."""
    following = i + 1
    return (
        following < len(marks.words)
        and marks.gap(following) == " "
        and marks.words[following].capital
        and marks.words[following].text.casefold() not in vocabulary("function_words")
        and not _claimed(marks, following)
    )


def _courtesy_within(marks: Marks, i: int) -> bool:
    """`Siti binti Haji Omar`: a courtesy inside a name, which goes on behind it."""
    if not marks.is_a(i, "honorific") or marks.gap(i) != " ":
        return False
    following = i + 1
    if following < len(marks.words) and marks.gap(following) == " " and _namelike(marks.words[following].text):
        return not _claimed(marks, following)
    # `U Aung Ko,`: what is a courtesy before a name may be the end of one
    return any(sense.care and sense.detail == "before" for hit in marks.known[i] for sense in hit.senses)


def _acronym(marks: Marks, i: int) -> bool:
    """A lone all-capital word is an acronym; before or after a name it may be a surname in capitals."""
    if len(marks.words[i].text) < LEAST_SURNAME:
        return True
    near = [j for j in (i - 1, i + 1) if 0 <= j < len(marks.words)]
    return not any(marks.words[j].capital and marks.gap(max(i, j)) == " " and not _claimed(marks, j) for j in near)


def _claimed(marks: Marks, i: int) -> bool:
    word = marks.words[i]
    if word.text.casefold() in calendar_words("weekday"):
        return True
    if marks.is_a(i, *CLAIMED):
        return not is_given_name(marks, i)
    shown = word.text.title() if word.text.isupper() else word.text
    return shown in vocabulary("institution_words") or shown in vocabulary("headline_words")


def _sentence_starts(marks: Marks, i: int) -> bool:
    return i == 0 or any(mark in marks.gap(i) for mark in (".", "\n", "!", "?", ":", '"'))
