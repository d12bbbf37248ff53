"""Complements: what stands behind the head of an office.

    [connector (the)? institution | , institution (, country)?]*

A complement is a run of words of which institutions' names are made, and of names of states and places; an unknown
capitalised word ends it where it begins a person's name.
"""

import re

from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Marks

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
    "planning",
)
SENT_HEADS = ("ambassador", "attach", "consul", "envoy", "chargé", "charge", "representative", "adviser", "advisor")
LONGEST_ACRONYM = 6
# Regions that a post may have beside another one: `Undersecretary for Latin America and the Caribbean`.
REGIONS = frozenset({"Caribbean", "Pacific", "Middle", "Commonwealth", "Gulf", "Levant", "Sahel", "Balkans", "Caucasus",
                     "Baltic", "Americas", "Maghreb", "Arctic", "Indo-Pacific", "Mediterranean"})  # fmt: skip
DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our"})
_SON_OF = frozenset({"bin", "ibn", "bint", "binti"})
_GIVEN_TOO = frozenset({"Sultan", "Amir", "Emir", "Malik", "Prince", "Regent"})
_INITIALS = re.compile(r"(?:[^\W\d_]\.[- ]?)+$")


def institutional(marks: Marks, i: int) -> bool:
    """Whether word i is of those that names of institutions, states and places are made of."""
    word = marks.words[i].text
    known = vocabulary("institution_words")
    if word in known or word.title() in known:
        return True
    if marks.is_a(i, "country", "demonym", "seat", "organisation", "institution", "place", "body_kind", "office_head"):
        return True
    if word.isupper() and 2 <= len(word) <= LONGEST_ACRONYM:
        return not _INITIALS.match(word)
    return "-" in word and all(part.title() in known for part in word.split("-"))


def is_given_name(marks: Marks, i: int) -> bool:
    """`General Sultan Akhmetov`, `Ali bin Sultan`: a style that is a given name too, after a rank or a particle."""
    if i == 0 or marks.words[i].text not in _GIVEN_TOO:
        return False
    if marks.words[i - 1].text in _SON_OF:
        return marks.gap(i) == " "
    if i + 1 < len(marks.words) and marks.words[i + 1].text in _SON_OF and marks.words[i].text in ("Sultan", "Malik"):
        return marks.gap(i + 1) == " " and not marks.words[i - 1].text.endswith("Majesty")
    return (
        i + 1 < len(marks.words)
        and marks.gap(i) in (" ", ". ")
        and marks.is_a(i - 1, "rank")
        and marks.gap(i + 1) == " "
        and marks.words[i + 1].capital
        and not institutional(marks, i + 1)
    )


def beyond_complements(marks: Marks, first: int, beyond: int) -> int:
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
    if gap == ", " or (gap == "), " and abbreviated(marks, at - 1)):
        return max(_enumerated(marks, at), _after_comma(marks, at))
    if gap == " (":
        return at + 1 if abbreviated(marks, at) or bracketed_country(marks, at) else at
    if word.text == "in" and [each.text for each in marks.words[at + 1 : at + 3]] == ["charge", "of"]:
        return _in_charge_of(marks, at + 3)
    if gap not in (" ", " & ") and not (gap == ") " and word.text in CONNECTORS and abbreviated(marks, at - 1)):
        return at
    if word.capital:
        return _run(marks, at) if _directly(marks, at) else at
    if word.text not in CONNECTORS or at + 1 >= len(marks.words):
        return at
    start = at + 1
    if marks.words[start].text in DETERMINERS and start + 1 < len(marks.words) and marks.gap(start) == " ":
        start += 1
    if marks.gap(start) != " " or not _may_connect(marks, word.text, first, at, start):
        return at
    beyond = _run(marks, start)
    return beyond if beyond > start else at


def bracketed_country(marks: Marks, i: int) -> bool:
    """`of the Republic of China (Taiwan)`."""
    return marks.is_a(i, "country") and marks.is_a(i - 1, "country") and marks.text.startswith(")", marks.words[i].end)


def _in_charge_of(marks: Marks, at: int) -> int:
    """`Minister Delegate … in charge of the National Defence Administration`: beyond what it is in charge of."""
    start = at + 1 if at < len(marks.words) and marks.words[at].text in DETERMINERS else at
    beyond = _run(marks, start) if start < len(marks.words) and marks.words[start].capital else start
    return beyond if beyond > start else at - 3


def abbreviated(marks: Marks, i: int) -> bool:
    """Whether word i is an abbreviation, or the name of a field, alone in brackets: `(COAS)`, `(DAs)`, `(Defence)`."""
    word = marks.words[i]
    short = len(word.text) <= LONGEST_ACRONYM and sum(map(str.isupper, word.text)) > 1 and word.text.isalpha()
    alone = marks.gap(i) == " (" and marks.text[word.end : word.end + 1] == ")"
    return alone and (short or word.text in vocabulary("institution_words"))


def _directly(marks: Marks, at: int) -> bool:
    """Whether an institution follows a head without a connector: `Director Naval Operations`, `Corps Commander X`.

    A place does only where a rank or courtesy comes next, since it may be the surname of who holds the office.
    """
    if not institutional(marks, at) or marks.is_a(at, "office_head", "rank") or _surname_in_capitals(marks, at):
        return False
    if marks.words[at].text in vocabulary("institution_words") or not only_place(marks, at):
        return True
    return (
        at + 1 < len(marks.words)
        and marks.gap(at + 1) in (" ", ", ")
        and marks.is_a(at + 1, "rank")
        and marks.words[at + 1].capital
        and marks.words[at - 1].capital
    )


def _surname_in_capitals(marks: Marks, i: int) -> bool:
    """`Defence Minister ARAKI Jun`: an unknown word in capitals before an unknown one that is not."""
    return (
        marks.words[i].text.isupper()
        and len(marks.words[i].text) > 2
        and not marks.known[i]
        and marks.words[i].text.title() not in vocabulary("institution_words")
        and i + 1 < len(marks.words)
        and marks.gap(i + 1) in (" ", ", ")
        and marks.words[i + 1].capital
        and not marks.words[i + 1].text.isupper()
        and not institutional(marks, i + 1)
    )


def only_place(marks: Marks, i: int) -> bool:
    """Whether a word is known as a place and as nothing that acts."""
    return marks.is_a(i, "place") and not marks.is_a(i, "country", "demonym", "organisation", "institution")


def _may_connect(marks: Marks, connector: str, first: int, at: int, start: int) -> bool:
    """Whether this connector takes this complement: keeps `met in Baku` and `Minister and General X` out."""
    word = marks.words[start]
    if not word.capital:
        return connector in ("of", "for") and _lower_institution(marks, start)
    if connector == "to":
        heads = (marks.words[i].text.casefold() for i in range(first, at))
        return any(head.startswith(TO_HEADS) for head in heads) or marks.is_a(at - 1, "organisation")
    if connector == "with" and marks.words[at - 1].text in ("Relations", "Cooperation", "Liaison", "Ties", "Affairs"):
        return institutional(marks, start)
    if connector in ("in", "at", "with", "under"):
        return _located(marks, first, at, start)
    if connector in ("and", "&"):
        return (
            (start == at + 1 or word.text in REGIONS)
            and institutional(marks, start)
            and not marks.is_a(start, "office_head", "rank", "honorific")
            and not _head_ahead(marks, start)
        )
    if connector == "on":
        return not marks.is_a(start, "weekday", "month") and institutional(marks, start)
    return True


def _located(marks: Marks, first: int, at: int, start: int) -> bool:
    """`State Secretary in the Ministry of X`, `Egypt's ambassador in Khartoum`: where a post is."""
    if marks.words[start].text in vocabulary("institution_words") and start > at + 1:
        return True
    if marks.is_a(start, "demonym") and start > at + 1 and start + 1 < len(marks.words):
        return marks.words[start + 1].text in vocabulary("institution_nouns")  # `at the Kenyan Ministry`
    if not marks.is_a(start, "country", "place", "organisation"):
        return False
    before = marks.words[at - 1]
    if before.text.casefold().startswith(SENT_HEADS):
        return marks.words[at].text in ("in", "at") and start == at + 1
    if marks.is_a(at - 1, "country") and marks.words[first].text.casefold().startswith(SENT_HEADS):
        return marks.words[at].text == "in" and start == at + 1  # `Ambassador of Iran in Doha`
    if only_place(marks, start):
        return before.text in vocabulary("institution_nouns") and at - first > 1
    return before.capital and institutional(marks, at - 1) and at - first > 1


def _lower_institution(marks: Marks, i: int) -> bool:
    """`leader of the parliament`, `minister of defence`: an institution or a field told in lower case."""
    word = marks.words[i].text
    return word.title() in vocabulary("institution_nouns") or word in vocabulary("office_modifiers")


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
    """`Political, Legal, and Security Affairs`: commas inside an office, before more such words and an `and`."""
    i, joined = at, False
    while i < len(marks.words) and marks.gap(i) in (", ", " ", ", and "):
        word = marks.words[i]
        if word.text == "and":
            joined = True
        elif word.text == "the" and marks.words[i - 1].text == "and":
            pass
        elif not (word.capital and word.text in vocabulary("institution_words")) or marks.is_a(
            i, "office_head", "rank"
        ):
            break
        i += 1
    return i if joined and i > at + 1 and marks.words[i - 1].text not in ("and", "the") else at


def _after_comma(marks: Marks, at: int) -> int:
    """`Permanent Secretary, Ministry of Housing and Lands, Mauritius`: an institution behind a comma."""
    i, found = at, False
    while i < len(marks.words) and (i == at or marks.gap(i) == " "):
        word = marks.words[i]
        if word.capital and not (institutional(marks, i) and not marks.is_a(i, "office_head", "rank")):
            break
        if not word.capital and not _joins(marks, i):
            break
        found = found or word.text in vocabulary("institution_nouns")
        i += 1
    if not found and i == at + len(_long_country(marks, at)):
        return i if i > at and _ends_there(marks, i) else at
    if not found or not _ends_there(marks, i):
        return at
    return i + _country_after(marks, i)


def _long_country(marks: Marks, i: int) -> list[str]:
    """The words of a state's name of several words that begins at word i: `State Minister, Republic of Kenya`."""
    for hit in marks.known[i]:
        if hit.sense("country") and hit.start == marks.words[i].start:
            names = [word.text for word in marks.words[i : marks.index_at(hit.end)]]
            return names if "of" in names else []
    return []


def _joins(marks: Marks, i: int) -> bool:
    """Whether a small word inside an institution's name goes on to more of it."""
    beyond = i + 2 if i + 1 < len(marks.words) and marks.words[i + 1].text == "the" else i + 1
    return (
        marks.words[i].text in ("of", "for", "and", "the", "to")
        and beyond < len(marks.words)
        and marks.gap(beyond) == " "
        and marks.words[beyond].capital
        and institutional(marks, beyond)
        and not marks.is_a(beyond, "office_head", "rank")
    )


def _ends_there(marks: Marks, i: int) -> bool:
    """Whether an institution after a comma ends at punctuation: `the minister, Ministry officials said` does not."""
    if i >= len(marks.words):
        return True
    return marks.gap(i)[:1] in ",.;)(\n" or marks.words[i].text in ("and", "who", "in", "at", "with", "as")


def _country_after(marks: Marks, i: int) -> int:
    """How many words a country after a comma has that only says where the institution is."""
    if i >= len(marks.words) or marks.gap(i) != ", ":
        return 0
    for hit in marks.known[i]:
        beyond = marks.index_at(hit.end)
        if hit.sense("country") and hit.start == marks.words[i].start and _ends_there(marks, beyond):
            listed = beyond < len(marks.words) and marks.words[beyond].text == "and"
            return 0 if listed else beyond - i
    return 0


def _run(marks: Marks, start: int) -> int:
    """Beyond the words of one complement: capitalised institution words, joined by spaces or a possessive.

    Unknown capitalised words inside the run belong to it; two or more at its end are the name of who holds the office.
    """
    i, last_known = start, start - 1
    while i < len(marks.words) and (i == start or _joined(marks, i)):
        word = marks.words[i]
        known = institutional(marks, i) or (i == start and _lower_institution(marks, i))
        if (
            _ranks_ahead(marks, i)
            or (marks.is_a(i, "honorific") and not known)
            or (not known and (_INITIALS.match(word.text) or _shortened(marks, i)))
        ):
            break
        if not word.capital and not (_lower_institution(marks, i) and not marks.words[start].capital):
            break
        if known and not (i > start and _surname_like(marks, i, last_known)):
            last_known = i
        i += 1
    return _without_holder(marks, start, i, last_known)


def _shortened(marks: Marks, i: int) -> bool:
    """`Ts.Erdene`, `Mohd. Zain`: whether a word is a short one with a stop, before more of a name."""
    word = marks.words[i]
    return (
        len(word.text) <= len("Mohd")
        and i + 1 < len(marks.words)
        and marks.gap(i + 1)[:1] == "."
        and (marks.gap(i + 1) == "." or word.text.title() in ("Mohd", "Muhd", "Md", "Wm", "Ma", "Ts", "Kh"))
    )


def _surname_like(marks: Marks, i: int, last_known: int) -> bool:
    """Whether a place after a country, or after words that are not known, is rather a name (`Kurt | Campbell`)."""
    if marks.words[i].text in vocabulary("institution_words") or not only_place(marks, i):
        return False
    if any(hit.start < marks.words[i].start for hit in marks.known[i]):
        return False  # the end of a name of several words: `Los Angeles`
    return last_known < i - 1 or marks.is_a(i - 1, "country") or _surname_follows(marks, i)


def _surname_follows(marks: Marks, i: int) -> bool:
    """Whether an unknown capitalised word comes next: `… Affairs Ely | Rathbone`."""
    following = i + 1
    return (
        following < len(marks.words)
        and marks.gap(following) == " "
        and marks.words[following].capital
        and not institutional(marks, following)
    )


def _joined(marks: Marks, i: int) -> bool:
    return marks.gap(i) == " " or (marks.gap(i) == "'s " and institutional(marks, i))


def _ranks_ahead(marks: Marks, i: int) -> bool:
    """Whether a rank begins at word i: one of several words, or one that no institution's word follows."""
    for hit in marks.known[i]:
        if hit.sense("rank") and hit.start == marks.words[i].start:
            beyond = marks.index_at(hit.end)
            several = beyond > i + 1
            return several or not (
                beyond < len(marks.words) and marks.gap(beyond) == " " and institutional(marks, beyond)
            )
    return False


def _without_holder(marks: Marks, start: int, beyond: int, last_known: int) -> int:
    """The end of a run without the name at its end, and with the noun that its last demonym asks for."""
    unknown = beyond - 1 - last_known
    if unknown == 1 and last_known >= start and beyond < len(marks.words) and _INITIALS.match(marks.words[beyond].text):
        return last_known + 1  # `… of the United States | Joseph R. Stone`
    if unknown and last_known >= start:
        return last_known + 1 if unknown > 1 or _names_a_holder(marks, beyond) else beyond
    if unknown > 2:  # a place, then a given name and a surname
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
