"""Phrases: whether words follow a verb, and what sort of thing a noun stands for, asked of the parser's tree."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.tables import table
from communique.lexicon.vocabulary import vocabulary
from communique.reader import clause
from communique.reader.engagements.triggers.rows import words_for

if TYPE_CHECKING:
    from spacy.tokens import Token

# How many words may stand where a row has ~, and between a verb and the word that follows it ("met today with").
LOOSE = 6
ADVERBS = 2
# How many words a day or place may take that stands between, and what begins one.
LONGEST_SETTING = 5
_SETTING = frozenset({"on", "in", "at"})
_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "POS"})
_NAMED = frozenset({"PROPN", "PRON"})
# Prepositions that may stand apart from their verb; `called on X at Y` is no call at Y.
_PREPOSITIONS = frozenset({"with", "to", "on", "for"})
# Days and months, after which `on` is a date: `the case was called on Wednesday`.
_DATED = re.compile(
    r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|behalf|condition",
    re.IGNORECASE,
)


def follow(verb: "Token", wanted: tuple[str, ...]) -> "Token | None":
    """The last word of a phrase that begins with the verb, or None where the words do not follow."""
    at, last, loose = verb.i + 1, verb, ADVERBS
    for word in wanted:
        if word == "~":
            loose = LOOSE
            continue
        found = _next(verb, at, word, loose)
        if found is None:
            return None
        at, last, loose = found.i + 1, found, ADVERBS
    return last


def _next(verb: "Token", at: int, word: str, loose: int) -> "Token | None":
    """The next occurrence of a word within reach, over determiners, adverbs and, where it is loose, anything."""
    skipped, beyond = 0, at
    for token in verb.doc[at:]:
        if token.i < beyond:
            continue
        if _is_word(token, word):
            return token
        if loose == ADVERBS:
            beyond = _setting_end(token)
            if beyond > token.i:
                continue
        if token.is_sent_start or (token.is_punct and token.tag_ not in ("HYPH", "-LRB-", "-RRB-", "``", "''")):
            return None
        if loose == ADVERBS and not _adverbial(token):
            return None
        skipped += token.tag_ not in _DETERMINERS
        if skipped > loose:
            return None
    return None


def _is_word(token: "Token", word: str) -> bool:
    if token.lemma_.lower() != word and token.lower_ != word:
        return False
    return word != "on" or not any(child.dep_ == "pobj" and _DATED.match(child.text) for child in token.children)


def _setting_end(token: "Token") -> int:
    """The index after a day or place in between, its own where none is: `sat down | on Monday in Doha | with`."""
    if token.lower_ not in _SETTING or token.i + 1 >= len(token.doc):
        return int(token.i)
    at = token.i + 1
    while at < min(token.i + 1 + LONGEST_SETTING, token.sent.end) and _is_of_setting(token.doc[at]):
        at += 1
    return at if at > token.i + 1 else int(token.i)


def _is_of_setting(token: "Token") -> bool:
    return token.pos_ in ("PROPN", "NUM") or token.tag_ in _DETERMINERS or bool(_DATED.match(token.text))


def _adverbial(token: "Token") -> bool:
    return (
        token.pos_ == "ADV"
        or token.dep_ in ("advmod", "npadvmod", "prt")
        or token.tag_ in _DETERMINERS
        or bool(_DATED.match(token.text))
    )


def hangs(verb: "Token", wanted: tuple[str, ...]) -> "Token | None":
    """The one wanted preposition where it hangs on the verb further off: `spoke yesterday by phone with`."""
    if len(wanted) != 1 or wanted[0] not in _PREPOSITIONS:
        return None
    own = [child for child in verb.children if child.i > verb.i and child.dep_ in ("prep", "agent")]
    below = [each for child in own for pobj in child.children for each in pobj.children if each.dep_ == "prep"]
    near = below if wanted == ("with",) else []  # `spoke by telephone with`
    return next((each for each in (*own, *near) if _is_word(each, wanted[0])), None)


def turned(verb: "Token", wanted: tuple[str, ...]) -> bool:
    """Whether the object of a row `lay ~ wreath` stands before its verb: `a wreath was laid`, `the wreath laid by`."""
    if len(wanted) < 2 or wanted[0] != "~":
        return False
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if (
        not subjects
        and verb.tag_ in ("VBD", "VBN")
        and not any(child.dep_ in ("dobj", "aux") for child in verb.children)
    ):
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]  # `regret that the accord concluded in`
    phrase = list(wanted[1:])
    if stands_right_before(verb, phrase):
        return True
    if not subjects and verb.dep_ not in ("relcl", "acl"):
        return False
    before = subjects[0] if subjects else verb.head
    lemmas = [token.lemma_.lower() for token in verb.doc[before.left_edge.i : before.i + len(wanted)]]
    return any(lemmas[i : i + len(phrase)] == phrase for i in range(len(lemmas)))


def stands_right_before(verb: "Token", phrase: Sequence[str]) -> bool:
    """Whether a participle follows what it is done to, whatever the parser makes of it: `the pacts concluded in X`."""
    if (
        verb.tag_ not in ("VBD", "VBN")
        or verb.is_upper
        or any(child.dep_ in ("dobj", "aux", "ccomp") for child in verb.children)
    ):
        return False
    first = verb.i - len(phrase)
    return first >= 0 and [token.lemma_.lower() for token in verb.doc[first : verb.i]] == list(phrase)


@cache
def _persons() -> frozenset[str]:
    """Lemmas of nouns for somebody."""
    groups = {word.split()[-1].removesuffix("s") for word in vocabulary("group_nouns")}
    return vocabulary("person_nouns") | groups


def lemma(token: "Token") -> str:
    """The lemma in lower case; that of a plural in capitals too (`the Joint Staff Consultations`)."""
    told = token.lemma_.lower()
    return told[:-1] if token.pos_ == "PROPN" and told.endswith("s") and not told.endswith("ss") else told


def is_somebody(token: "Token") -> bool:
    """Whether a noun stands for somebody who can meet and be met: a name, a pronoun, a person, a ship."""
    if token.pos_ in ("PROPN", "PRON", "NUM") or token.text[0].isupper():
        return True
    if token.lemma_.lower() in _persons() or token.lower_ in _persons():
        return True
    return any(child.dep_ in ("appos", "compound", "nmod") and child.pos_ == "PROPN" for child in token.children)


def is_person(token: "Token") -> bool:
    """Whether a noun is a person or persons by its own word or by a title before or beside it: `Foreign Minister X`."""
    titles = [child for child in token.children if child.dep_ in ("compound", "nmod", "appos")]
    return any(each.lemma_.lower() in _persons() for each in (token, *titles))


@cache
def _bodies() -> frozenset[str]:
    words = {row["name"].split(" of ")[0].split()[-1] for row in table("body_kinds", ["name", "kind", "care", "other"])}
    return frozenset(words - {"meeting", "round", "talks", "conference", "command", "team", "alliance"})


def is_body(token: "Token") -> bool:
    """Whether a noun names a standing body: `the Joint Commission`, `the Working Group`, `the JWG`."""
    return token.pos_ in ("NOUN", "PROPN") and token.lower_ in _bodies()


def is_company(token: "Token") -> bool:
    """Whether a subject is more than one: `the ministers`, `X and Y`, `the two`, or a body."""
    if _is_joined(token):
        return True
    if token.head.tag_ == "VBP" and token.tag_ == "NNP":  # a heading without `and`: `X, Y discuss border`
        return True
    if token.lower_ in ("they", "we", "two", "three", "four", "both", "sides", "who"):
        return True
    if token.lower_ in words_for("members"):  # whatever the parser takes its capital for
        return True
    return (token.tag_ in ("NNS", "NNPS") and is_somebody(token)) or is_body(token)


def _is_joined(token: "Token") -> bool:
    """Whether another is joined to it, or to a title before it: `X and Y`, `Minister X and Secretary Y`."""
    near = [token, *(child for child in token.lefts if child.dep_ in ("nmod", "compound") and child.pos_ in _NAMED)]
    return any(below.dep_ == "conj" or below.lower_ == "and" for each in near for below in each.children)


def is_acronym(token: "Token") -> bool:
    """Whether a word is an acronym in running text: `the next BPC`, not a word of a heading in capitals."""
    return token.text.isupper() and token.text.isalpha() and 2 < len(token.text) < 8 and not token.sent.text.isupper()


def subject_of(verb: "Token") -> "Token | None":
    """Who does it, or to whom it is done; the antecedent of a relative pronoun."""
    found = clause.subject(verb)
    if found is not None and found.lower_ in ("who", "which", "that") and verb.dep_ in ("relcl", "acl"):
        return verb.head
    return found
