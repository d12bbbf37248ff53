"""Theirs: days in the sentence of an encounter that are another's: of a journey, of what comes after it, of its end.

arrived on Tuesday to attend the session   → Tuesday is the arrival's; the session has its own day
will travel there next week before hosting X   → next week is the journey's
the trip was called off on 24 May   → on that day it was called off
made a visit from 25 to 26 October and co-chaired the session   → one of these days, nobody says which
the first to go there since 2019   → in 2019 somebody else went
"""

from typing import TYPE_CHECKING

from communique.reader.engagements.setting.reach import governor
from communique.reader.engagements.triggers.rows import verb_rows
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.page import Page
from communique.reader.times import Time

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs of calling off, by lemma (`scrapped` is one, `trip` the noun it is about).
CALLING_OFF = frozenset({"abandon", "abort", "call", "cancel", "drop", "scrap", "scratch", "scrub", "shelve", "suspend"})
_FIRSTS = frozenset({"first", "last", "only", "latest"})
_CLAUSES = frozenset({"acl", "relcl", "xcomp", "ccomp"})


def is_theirs(page: Page, trigger: Trigger, time: Time) -> bool:
    """Whether the grammar gives a time of the trigger's sentence to something else."""
    if trigger.rule == "engagements.visitor":  # `received the visiting minister on Monday`
        return True
    root = page.tokens(time.start_offset, time.end_offset).root
    verb = governor(root)
    if time.rule == "times.since":
        return not _is_since(trigger, root)
    if _is_before_it(trigger.head, verb):
        return True
    if _is_day(time) and _is_aim(trigger, verb):
        return True
    if time.sense == "interval" and _is_one_of_many(trigger, verb):
        return True
    return verb == trigger.head and verb.lemma_ in CALLING_OFF and not _is_call(trigger)


def _is_day(time: Time) -> bool:
    return time.precision == "day" and time.start == time.end


def _is_call(trigger: Trigger) -> bool:
    """`called on X on Friday`, `called X`: nothing is called off."""
    return trigger.head.lemma_ == "call" and not any(child.lower_ == "off" for child in trigger.head.children)


def _is_since(trigger: Trigger, root: "Token") -> bool:
    """Whether `since` hangs on the trigger itself, and is not how long nobody else did it."""
    head = root.head.head if root.head.dep_ == "prep" else root.head
    if any(child.lower_ in _FIRSTS for child in _doer(trigger.head).children):
        return False
    return head in (trigger.head, trigger.noun, governor(trigger.head))


def _doer(verb: "Token") -> "Token":
    """Of whom a clause tells: `the first minister | to go`."""
    return verb.head if verb.dep_ in _CLAUSES else verb


def _is_before_it(head: "Token", verb: "Token") -> bool:
    """Whether a verb's day lies before: `travels on Monday, before hosting X`."""
    word = head
    while word.head.i != word.i and word != verb:
        if word.dep_ == "pcomp" and word.head.lower_ in ("before", "until"):
            return verb.is_ancestor(word)
        word = word.head
    return False


def _is_aim(trigger: Trigger, verb: "Token") -> bool:
    """Whether it is what somebody travels for: `flew in on Tuesday to attend`, `returned from X, where he attended`."""
    head = trigger.head
    if trigger.kind == "visit" or verb == head or not _goes(verb) or not verb.is_ancestor(head):
        return False
    if head.dep_ == "relcl":
        return verb.lemma_ in ("return", "come") and verb.is_ancestor(head)
    return head.dep_ in ("advcl", "acl") and any(child.lower_ == "to" and child.dep_ == "aux" for child in head.children)


def _goes(verb: "Token") -> bool:
    """Whether a verb is one of journeys: its rows in the table are of visits."""
    rows = verb_rows().get(verb.lemma_.lower(), ())
    return any(row.kind == "visit" and row.object in ("place", "arrival") for row in rows)


def _is_one_of_many(trigger: Trigger, verb: "Token") -> bool:
    """Whether a stretch of days is told of the clause before: `visited X from 25 to 26 October and met Y`."""
    head = trigger.head
    return head.dep_ == "conj" and verb != head and verb.is_ancestor(head) and trigger.kind not in ("visit", "exercise")
