"""Kinds: what the words around make of an encounter, a call of a meeting by video, a session of a body's meeting."""

import re
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.engagements.triggers.phrases import is_body, is_person, lemma, subject_of
from communique.reader.engagements.triggers.rows import words_for
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reading import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far after its word it may stand that an encounter is by telephone or video.
_REMOTE_REACH = 120
_REMOTE = re.compile(
    r"\b(?:virtually|(?:by|via|over|on) (?:the )?(?:tele)?phone|(?:by|via|through|over) (?:a )?(?:secure )?video\S*|"
    r"(?:by|via|through) (?:a )?tele-?conference|video[- ]?conference|video[- ]?link|tele-?conference|telephone|phone|"
    r"virtual (?:\w+ )?(?:meeting|talks|summit|conference)|online|on the line|(?:via|over) zoom)\b",
    re.IGNORECASE,
)
_REGULAR = re.compile(
    r"annual|yearly|regular|biannual|biennial|\d+(?:st|nd|rd|th)$|[IVX]{2,}$|\w+(?:teen|ie)?th$|first|second|third|fifth",
    re.I,
)


def kind_here(head: "Token", kind: Kind) -> Kind:
    """The kind of what a verb tells of: a meeting by video or telephone is a call."""
    if kind != "meeting":
        return kind
    return "call" if _is_told_remote(head) else kind


def is_remote(trigger: Trigger) -> bool:
    """Whether the words around a trigger say that it was by telephone or video."""
    return _is_told_remote(trigger.head)


def _is_told_remote(head: "Token") -> bool:
    near = clause.text_of(head.doc)[head.idx : min(head.idx + _REMOTE_REACH, head.sent.end_char)]
    return _REMOTE.search(near) is not None or _is_within_call(head)


def _is_within_call(verb: "Token") -> bool:
    """Whether what goes before says that it was by telephone or video: `in a telephone call, X and Y agreed`."""
    means = clause.prepositional(verb, "in", "during", "by", "over", "via", "through", "on", depth=0)
    return any(each.i < verb.i and _REMOTE.search(each.doc[each.left_edge.i : each.i + 1].text) for each in means)


def kind_of_noun(noun: "Token", kind: Kind, verb: "Token | None") -> Kind:
    """The kind of what a noun names: `the meeting of the Committee`, `the eighth talks`, `a virtual meeting`."""
    if calls_on(noun):
        return "meeting"
    if kind == "session" and _of_assembly(noun):
        return "conference"
    if kind != "meeting":
        return kind
    word = lemma(noun)
    if word in words_for("sitting") and (_of_body(noun) or (verb is not None and _held_by_body(verb, noun))):
        return "session"
    if word in words_for("talk") and any(_REGULAR.match(child.text) for child in noun.children if child.i < noun.i):
        return "session"
    if word in ("meeting", "gathering") and _of_members(noun):
        return "conference"
    if any(child.lower_ in words_for("remote") for child in noun.children if child.i < noun.i):
        return "call"
    return kind_here(noun, kind)


def calls_on(noun: "Token") -> bool:
    """Whether a call is one on somebody, not by telephone: `a call on the Minister`."""
    return lemma(noun) == "call" and any(map(is_person, clause.prepositional(noun, "on", "upon", depth=0)))


def _of_body(noun: "Token") -> bool:
    owners = clause.prepositional(noun, "of") + [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod")]
    return any(is_body(owner) for owner in owners)


def _held_by_body(verb: "Token", noun: "Token") -> bool:
    subject = subject_of(verb)
    return subject is not None and subject != noun and is_body(subject)


def _of_members(noun: "Token") -> bool:
    """Whether the ministers of an organisation meet: `a meeting of NATO defence ministers`."""
    members = clause.prepositional(noun, "of") + [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod")]
    return any(each.lower_ in words_for("members") and _of_many(noun, each) for each in members)


def _of_many(noun: "Token", members: "Token") -> bool:
    """Whether words before them say that the members are of more than two states: `Baltic ministers`, `NATO chiefs`."""
    before = [*members.subtree, *(below for child in noun.lefts for below in child.subtree)]
    return any(_is_organisation(each) or each.lower_ in words_for("many") for each in before if each.i != members.i)


def _of_assembly(noun: "Token") -> bool:
    """`the 60th session of the General Assembly`: all members of an organisation meet, not a body of two."""
    return any(
        each.lower_ in words_for("assembly") and each.text[0].isupper() for each in clause.prepositional(noun, "of")
    )


def _is_organisation(token: "Token") -> bool:
    return len(token.text) > 2 and token.text.isupper() and token.text not in words_for("state")
