"""Elsewhere: places in the sentence of an encounter that are those of what is only spoken of in it.

discussed the situation in the Gulf region     → the situation is there
prepared for the coming summit in Madrid       → so is the summit; `met on the sidelines of the summit in Madrid` not
"""

from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.setting.sites import Site
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

# Prepositions by which an encounter is a topic: `spoke about the summit`, `preparations for the conference`.
_ABOUT = frozenset({"about", "concerning", "for", "of", "on", "regarding"})
# Nouns through which `of` leads to the occasion of an encounter: `on the margins of the summit in Bali`.
_OCCASIONS = frozenset(
    {"close", "conclusion", "course", "edge", "end", "eve", "fringe", "frame", "framework", "margin", "occasion",
     "opening", "outskirt", "part", "round", "series", "session", "sideline", "start"}
)  # fmt: skip


def is_elsewhere(page: Page, trigger: Trigger, site: Site) -> bool:
    """Whether a place hangs on a noun of affairs, or on another encounter that is a topic."""
    root = page.tokens(site.start, site.end).root
    led = root.head
    noun = led.head
    if led.dep_ != "prep" or noun.pos_ not in ("NOUN", "PROPN") or noun in (trigger.noun, trigger.head):
        return False
    word = noun.lemma_.lower()
    if noun.pos_ == "NOUN" and word in vocabulary("affair_nouns"):
        return True
    return word in _encounters() and _is_topic(trigger, noun)


@cache
def _encounters() -> frozenset[str]:
    return frozenset({"conference", "exercise", "forum", "manoeuvre", "drill", "summit", "election", "exhibition"})


def _is_topic(trigger: Trigger, noun: "Token") -> bool:
    """Whether what is told of an encounter is said of it as a thing: `assessed the coming summit`."""
    while noun.dep_ in ("conj", "compound", "appos") and noun.head.i != noun.i:
        noun = noun.head
    if noun == trigger.noun or (trigger.noun is not None and noun.is_ancestor(trigger.noun)):
        return False
    if noun.dep_ == "dobj":
        return trigger.talk
    return noun.dep_ == "pobj" and noun.head.lower_ in _ABOUT and noun.head.head.lemma_.lower() not in _OCCASIONS
