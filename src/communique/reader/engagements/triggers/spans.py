"""Spans: which words tell of an encounter that a noun names: its own name, or the name with its verb.

the 3rd Nordic Defence Forum | opened          → the name and the verb, where they are told in one breath
the talks, which had begun on Monday, | ended  → the name alone
"""

import re
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.engagements.triggers.phrases import follow, lemma
from communique.reader.engagements.triggers.verbs import verb_start
from communique.reading import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

# What parts a noun from its verb, so that the two are not told in one breath.
_APART = re.compile(r"[,;:()\n\"]")
# Kinds that are told by their own name where it stands far from the verb.
NAMED = frozenset({"ceremony", "conference", "exercise", "meeting", "visit"})
# How many words after its noun the head of what is signed or who meets may stand to be cited with it.
NAMED_REACH = 5
# Words of a verb with its particle, which it is cited with anyway; a longer phrase is cited whole.
PARTICLE = 2
# How many words `held` may stand from what is held to be cited with it.
HELD_REACH = 8


def named_span(noun: "Token", first: int, kind: Kind) -> tuple[int, int]:
    """An encounter's own name: `NATO Summit`, `third meeting`, `Summit of the Americas`, `Exercise Northern Shield`."""
    doc, left, right = noun.doc, first, noun.i
    while left > noun.sent.start and doc[left - 1].dep_ in ("compound", "amod", "nummod", "nmod"):
        left -= 1
    left = _members_before(noun, left)
    following = doc[right + 1 : right + 4]
    if noun.text[0].isupper() and len(following) > 1 and following[0].lower_ in ("of", "for"):
        named = 2 if following[1].lower_ == "the" else 1
        if len(following) > named and following[named].text[0].isupper():
            right += named + 1
    elif is_named_exercise(noun, kind):
        right += 1
        while (
            right + 1 < len(doc)
            and (doc[right + 1].text[0].isupper() or doc[right + 1].tag_ in ("HYPH", "CD"))
            and not doc[right + 1].is_sent_start
        ):
            right += 1
    last = doc[max(right, _object_after(noun, kind, right))]
    return doc[left].idx, last.idx + len(last)


def is_named_exercise(noun: "Token", kind: Kind) -> bool:
    """`Exercise Northern Shield`, `exercise "Western Pearl"`: a name follows."""
    if kind != "exercise" or noun.i + 1 >= len(noun.doc):
        return False
    following = noun.nbor()
    if following.text in ('"', "'", "(", "“") and noun.i + 2 < len(noun.doc):
        following = noun.nbor(2)
    return (
        following.text[0].isupper()
        and following.pos_ in ("PROPN", "NOUN", "ADJ", "NUM")
        and not following.is_sent_start
    )


def _members_before(noun: "Token", left: int) -> int:
    """Where those who meet begin: `the | Baltic defence ministers' meeting`."""
    members = next((child for child in noun.lefts if child.dep_ == "poss" and child.tag_ in ("NNS", "NNPS")), None)
    if members is None:
        return left
    first: int = members.left_edge.i
    while first < members.i and noun.doc[first].dep_ in ("det", "poss"):
        first += 1
    return min(left, first)


def _object_after(noun: "Token", kind: Kind, right: int) -> int:
    """The last word of what is signed or who meets: `signing of the agreement`, `summit of Nordic leaders`."""
    if right != noun.i or not (kind == "signing" or lemma(noun) in ("summit", "conference")):
        return right
    of = next((child for child in noun.rights if child.lower_ == "of" and child.i == noun.i + 1), None)
    objects = [child for child in of.children if child.dep_ == "pobj"] if of is not None else []
    if not objects or objects[0].i - noun.i > NAMED_REACH:
        return right
    return objects[0].i if kind == "signing" or objects[0].tag_ in ("NNS", "NNPS") else right


def held_span(
    verb: "Token", noun: "Token", kind: Kind, start: int, end: int, words: tuple[str, ...] = ()
) -> tuple[int, int]:
    """The words that tell: `held talks`, `the talks were held`; the verb or the name alone where they stand apart."""
    if verb.i < noun.i <= verb.i + HELD_REACH:
        return verb_start(verb), max(end, verb.idx)
    particle = [
        child for child in verb.children if child.dep_ == "prt" or (child.lower_ == "place" and child.i == verb.i + 1)
    ]
    phrase = follow(verb, words[1:]) if len(words) > PARTICLE else None  # `drew to a close`
    last = max((verb, *particle, *([phrase] if phrase is not None else ())), key=lambda token: token.i)
    told, ended = verb_start(verb), last.idx + len(last)
    if noun.i > verb.i:
        return told, ended
    named = _joined(noun, start, told, ended)
    if named is not None:
        return named, ended
    return (start, end) if kind in NAMED and verb.dep_ in ("acl", "relcl") else (told, ended)


def _joined(noun: "Token", start: int, told: int, ended: int) -> int | None:
    """Where a name right before its verb begins, cut so that neither outweighs the other; None where it is apart."""
    text = clause.text_of(noun.doc)
    most = 2 * len(text[told:ended].split())
    if _APART.search(text, noun.idx, told) or len(text[noun.idx : told].split()) > most:
        return None
    named = min(start, noun.idx)
    while len(text[named:told].split()) > most:
        named += len(text[named:told].split()[0]) + 1
    return named
