"""Elsewhere: places in the sentence of an encounter that are those of what is only spoken of in it.

discussed the situation in the Gulf region     → the situation is there
prepared for the coming summit in Madrid       → so is the summit; `met on the sidelines of the summit in Madrid` not
"""

from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.setting.sites import Site
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENCOUNTERS = frozenset({"conference", "drill", "election", "exercise", "exhibition", "forum", "manoeuvre", "summit"})
# Prepositions by which an encounter is a topic: `spoke about the summit`, `preparations for the conference`.
_ABOUT = frozenset({"about", "concerning", "for", "of", "on", "regarding"})
# Nouns through which `of` leads to the occasion of an encounter: `on the margins of the summit in Bali`.
_OCCASIONS = frozenset(
    {"close", "conclusion", "course", "edge", "end", "eve", "fringe", "frame", "framework", "margin", "occasion",
     "opening", "outskirt", "part", "round", "series", "session", "sideline", "start"}
)  # fmt: skip


def is_elsewhere(page: Page, trigger: Trigger, site: Site) -> bool:
    """Whether a place hangs on a noun of affairs, or on another encounter that is a topic."""
    led = page.tokens(site.start, site.end).root.head
    if led.dep_ != "prep":
        return False
    if led.i > led.sent.start and _is_affair(trigger, led.nbor(-1)):
        return True  # `discussed the situation | in X`, whatever the parser hangs it on
    noun = led.head
    return _is_affair(trigger, noun) or (noun.lemma_.lower() in _ENCOUNTERS and _is_topic(trigger, noun))


def _is_affair(trigger: Trigger, noun: "Token") -> bool:
    """Whether a word is a noun of affairs, and not the encounter's own."""
    own = noun in (trigger.noun, trigger.head)
    return noun.pos_ == "NOUN" and not own and noun.lemma_.lower() in vocabulary("affair_nouns")


def _is_topic(trigger: Trigger, noun: "Token") -> bool:
    """Whether what is told of an encounter is said of it as a thing: `assessed the coming summit`."""
    if noun in (trigger.noun, trigger.head):
        return False
    while noun.dep_ in ("conj", "compound", "appos") and noun.head.i != noun.i:
        noun = noun.head
    if noun == trigger.noun or (trigger.noun is not None and noun.is_ancestor(trigger.noun)):
        return False
    if noun.dep_ == "dobj":
        return trigger.talk
    return noun.dep_ == "pobj" and noun.head.lower_ in _ABOUT and noun.head.head.lemma_.lower() not in _OCCASIONS
