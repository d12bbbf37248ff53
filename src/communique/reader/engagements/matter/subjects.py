"""Subjects: who does what leads to a matter, one side or both, or the talks themselves."""

from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.tables import table
from communique.reader import clause
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

# Subjects that are several by their sense.
_SEVERAL = frozenset(
    {"they", "both", "we", "it", "which", "who", "committee", "commission", "group", "council", "board", "trio", "pair"}
)

# ... and those by which talks are told.
_TALKING = frozenset(
    {
        "work",
        "proceeding",
        "agenda",
        "programme",
        "program",
        "reunion",
        "exchange",
        "conversation",
        "pair",
        "duo",
        "side",
    }
)


@cache
def talk_nouns() -> dict[str, str]:
    """The kind of encounter that the last word of a noun names: `the talks covered`, `the letter deals with`."""
    return {row["noun"].split()[-1]: row["kind"] for row in table("event_nouns", ["noun", "kind", "alone"])}


def are_several(who: Who, verb: "Token") -> bool:
    """Whether both sides, or a body of both, are a verb's subject; what is said without one is said of both."""
    subject = clause.subject(verb)
    if subject is None or clause.is_passive(verb):
        return True
    if subject.lower_ in _SEVERAL or subject.tag_ in ("NNS", "NNPS", "CD"):
        return True
    if any(child.dep_ == "conj" for child in subject.children):
        return True
    return any(mention.sort == "sides" for mention in who.within(*clause.span_of(subject)))


def are_talkers(who: Who, verb: "Token") -> bool:
    """Whether a verb's subject is somebody, or the talks themselves."""
    subject = clause.subject(verb)
    if subject is None or subject.pos_ in ("PRON", "PROPN") or subject.lemma_.lower() in _TALKING | talk_nouns().keys():
        return True
    if any(below.lemma_.lower() in talk_nouns() for below in subject.subtree if below.i < verb.i):
        return True  # `the first of the meetings dealt with`
    start, end = clause.span_of(subject)
    return bool(who.within(start, min(end, verb.idx) if start < verb.idx else end))
