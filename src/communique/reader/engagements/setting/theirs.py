"""Theirs: days in the sentence of an encounter that are another's: of a journey, of what comes after it, of its end.

arrived on Tuesday to attend the session   → Tuesday is the arrival's; the session has its own day
will travel there next week before hosting X   → next week is the journey's
the trip was called off on 24 May   → on that day it was called off
made a visit from 25 to 26 October and co-chaired the session   → one of these days, nobody says which
the first to go there since 2019   → in 2019 somebody else went
the session of the Commission, created in 1996   → in that year it was created
spoke to prepare the summit of 2 November   → that day is the summit's
"""

import re
from typing import TYPE_CHECKING

from communique.reader.engagements.setting.reach import governor
from communique.reader.engagements.triggers.rows import verb_rows
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.page import Page
from communique.reader.times import Time

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs of calling off, by lemma (`scrapped` is one, `trip` the noun it is about).
CALLING_OFF = frozenset(
    {"abandon", "abort", "call", "cancel", "drop", "scrap", "scratch", "scrub", "shelve", "suspend"}
)
# Encounters that last, and so may go on since a day.
LASTING = frozenset({"conference", "exercise", "session", "visit"})
_FIRST = re.compile(r"\b(?:first|last|latest|only|highest|most senior)\b")
# Characters that the words before `since` may take, and those that tell of a thing: `in operation since 2007`.
LONGEST_USE = 20
_IN_USE = re.compile(r"\bin (?:being|effect|existence|force|office|operation|place|power|service|use),?\s*$")
# Verbs of making what is then named with its year: `the forum, launched in 2014`. By lemma.
FOUNDING = frozenset(
    {"constitute", "create", "establish", "form", "found", "institute", "launch", "name", "set", "term"}
)
# Nouns of time and manner, through which `of` leads to a day of the clause's own: `on the evening of 5 May`.
_OF_TIME = frozenset(
    {"afternoon", "beginning", "close", "course", "dawn", "day", "end", "eve", "evening", "half", "hour", "middle",
     "midnight", "month", "morning", "night", "noon", "period", "quarter", "space", "start", "week", "weekend", "year"}
)  # fmt: skip


def is_theirs(page: Page, trigger: Trigger, time: Time) -> bool:
    """Whether the grammar gives a time of the trigger's sentence to something else."""
    if trigger.rule == "engagements.visitor":  # `received the visiting minister on Monday`
        return True
    root = page.tokens(time.start_offset, time.end_offset).root
    verb = governor(root)
    if time.rule == "times.since":
        return not _is_since(page, trigger, time)
    if _is_only_on_it(trigger, root):
        return True
    if _is_before_it(trigger.head, verb) or _is_founding(trigger, verb) or _is_of_another(trigger, root):
        return True
    if _is_day(time) and _is_aim(trigger, verb):
        return True
    if time.sense == "interval" and _is_one_of_many(trigger, verb):
        return True
    return verb == trigger.head and verb.lemma_ in CALLING_OFF and not _is_call(trigger)


def _is_founding(trigger: Trigger, verb: "Token") -> bool:
    """Whether a day hangs on a participle of making, which says when something with a part in it came to be."""
    return verb != trigger.head and verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl") and verb.lemma_ in FOUNDING


def _is_of_another(trigger: Trigger, root: "Token") -> bool:
    """Whether `of` binds a day to a noun that is not the trigger's: `to prepare the summit of 2 November`."""
    of = root.head
    noun = of.head
    if of.lower_ != "of" or noun.pos_ not in ("NOUN", "PROPN") or noun.lemma_.lower() in _OF_TIME:
        return False
    return noun not in (trigger.noun, trigger.head)


def _is_day(time: Time) -> bool:
    return time.precision == "day" and time.start == time.end


def _is_call(trigger: Trigger) -> bool:
    """`called on X on Friday`, `called X`: nothing is called off."""
    return trigger.head.lemma_ == "call" and not any(child.lower_ == "off" for child in trigger.head.children)


def _is_since(page: Page, trigger: Trigger, time: Time) -> bool:
    """Whether `since` tells of the trigger itself: not how long nobody else did it, nor how long a thing is in use."""
    text, sentence = page.marks.text, page.sentence_at(trigger.start)
    if _FIRST.search(text, sentence.start_char, time.start_offset) or trigger.kind not in LASTING:
        return False
    return _IN_USE.search(text, max(0, time.start_offset - LONGEST_USE), time.start_offset) is None


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
    return head.dep_ in ("advcl", "acl") and any(
        child.lower_ == "to" and child.dep_ == "aux" for child in head.children
    )


def _is_only_on_it(trigger: Trigger, root: "Token") -> bool:
    """Whether somebody on a visit does what the day is of: `X, currently on a visit, held talks on Tuesday`."""
    noun = trigger.noun
    if trigger.kind != "visit" or trigger.form != "noun" or noun is None or noun.is_ancestor(root):
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ in ("on", "following", "after")


def _goes(verb: "Token") -> bool:
    """Whether a verb is one of journeys: its rows in the table are of visits."""
    rows = verb_rows().get(verb.lemma_.lower(), ())
    return any(row.kind == "visit" and row.object in ("place", "arrival") for row in rows)


def _is_one_of_many(trigger: Trigger, verb: "Token") -> bool:
    """Whether a stretch of days is told of the clause before: `visited X from 25 to 26 October and met Y`."""
    head = trigger.head
    return head.dep_ == "conj" and verb != head and verb.is_ancestor(head) and trigger.kind not in ("visit", "exercise")
