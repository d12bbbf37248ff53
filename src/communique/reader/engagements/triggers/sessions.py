"""Sessions told by the body alone: a numbered body, or a body that is held, convened or hosted.

results will be reported to the 12th Defence Ministerial Dialogue   → a session, whatever the clause tells besides
they agreed to convene the Joint Economic Committee in May          → a session, told by its verb of holding
the Working Group will next gather in Split; it has not met since 2016   → a session, whatever the parser makes of it

Where a verb or noun close by already tells of the session, nothing is added: it takes the body by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.bodies import Sitting
from communique.reader.engagements.triggers.nouns import held_by
from communique.reader.engagements.triggers.phrases import lemma
from communique.reader.engagements.triggers.rows import words_for
from communique.reader.engagements.triggers.spans import held_span
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.engagements.triggers.verbs import verb_start
from communique.reader.page import Page, token_end
from communique.reading import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

# `for the eighth time`, after the verb of a body that meets.
TIME_TOLD = re.compile(r"[ \t]+for (?:the|its|their) (?P<number>\w+(?:-\w+)?) time\b")
SITTING = frozenset({"session", "meeting", "conference", "call"})
# Words after which a body's session is another encounter than the one told: `met ahead of the third Dialogue`.
_BESIDE = re.compile(
    r"\b(?:ahead of|before|prior to|on the eve of|margins? of|sidelines? of|fringes of|preparations? for|"
    r"in preparation of|report(?:s|ed)? to|follow-up to)[ \t]+(?:(?:the|their|its|a|an)[ \t]+)?(?:[\w-]+[ \t]+){0,2}$",
    re.IGNORECASE,
)
# Furthest from the words of an encounter that the body which meets may be named, in the same sentence.
REACH = 80
# Most words with which a verb and the body it holds are told in one breath: `hosted the autumn sitting`.
SHORT = 5
# A body that gathers: `will next meet`, `last convened`; `has not met since 2016` tells of the time in 2016.
_GATHERS = re.compile(
    r"(?:[ \t]+\([^()\n]{1,40}\))?,?[ \t]+(?P<told>(?:(?:will|would|shall|is|are|was|were|be|to|due|set|slated|"
    r"scheduled|expected|has|have|had|last|next|now|again|also|then|first|(?P<not>not|never))[ \t]+){0,5}"
    r"(?P<verb>meets?|met|gather(?:s|ed)?|(?:re)?convene[sd]?|sits?|sat|(?:re)?assemble[sd]?|(?:re)?unites?|"
    r"c[oa]me together|g[eo]t together))\b(?P<since>[ \t]+since\b)?"
    r"(?![ \t]+(?:with|a|an|the|once|twice|every|annually|yearly|regularly|periodically|quarterly)\b)"
)


def with_sessions(page: Page, triggers: list[Trigger], sittings: list[Sitting]) -> list[Trigger]:
    """The triggers and those of the sittings that none of them tells of, in order."""
    added = [
        trigger
        for sitting in sittings
        if sitting.body.may_meet and page.runs(sitting.start) and page.marks.office_at(sitting.start) is None
        for trigger in _told(page, sitting, triggers)
    ]
    return sorted([_with_time(page, each) for each in (*triggers, *added)], key=lambda trigger: trigger.start)


def _with_time(page: Page, trigger: Trigger) -> Trigger:
    """A session told for the how manieth time: `sits for the eighth time`."""
    told = TIME_TOLD.match(page.marks.text, trigger.end) if trigger.kind == "session" else None
    return replace(trigger, end=told.end()) if told is not None else trigger


def _told(page: Page, sitting: Sitting, triggers: list[Trigger]) -> Iterator[Trigger]:
    gathers = _GATHERS.match(page.marks.text, sitting.end)
    if gathers and bool(gathers["not"]) is bool(gathers["since"]):
        start, end = gathers.span("told")
        if not any(trigger.start < end and start < trigger.end for trigger in triggers):
            verb = page.tokens(*gathers.span("verb"))[0]
            yield Trigger(
                start, end, verb, "session", "verb", "participant", "participant", False, "any",
                "engagements.sitting.gathers",
            )  # fmt: skip
            triggers = [trigger for trigger in triggers if trigger.start < sitting.start]
    if not any(_tells(page, trigger, sitting) for trigger in triggers):
        yield from _trigger(page, sitting)


def _tells(page: Page, trigger: Trigger, sitting: Sitting) -> bool:
    """Whether a trigger is of the session: it shares words with it, or takes its body from the same sentence."""
    spans = [(trigger.start, trigger.end)]
    if trigger.noun is not None:
        spans.append((trigger.noun.idx, trigger.noun.idx + len(trigger.noun)))
    if any(start < sitting.end and sitting.start < end for start, end in spans):
        return True
    if trigger.end <= sitting.start and is_beside(page, sitting):
        return False
    if trigger.kind not in SITTING or (trigger.form == "verb" and trigger.wants == "person"):
        return False
    here = page.sentence_number(sitting.start) == page.sentence_number(trigger.start)
    return here and any(max(sitting.start - end, start - sitting.end) <= REACH for start, end in spans)


def _trigger(page: Page, sitting: Sitting) -> Iterator[Trigger]:
    noun: Token = page.tokens(sitting.start, sitting.end).root
    kind: Kind = "conference" if sitting.body.sort == "series" else "session"
    holding = held_by(noun, kind)
    if noun.dep_ == "attr":  # `the meeting was the first in-person Dialogue`: told by the meeting
        return
    if (revival := _revived(noun)) is not None:
        yield Trigger(
            revival.idx, token_end(revival), revival, kind, "noun", "participant", "participant", False, "any",
            "engagements.sitting.revived", revival,
        )  # fmt: skip
    elif holding is not None and (sitting.number is not None or _once(holding[0])):
        verb, row = holding
        span = held_span(verb, noun, kind, sitting.start, sitting.end, row.words)
        if verb.i < noun.i and len(page.marks.text[slice(*span)].split()) > SHORT:
            span = verb_start(verb), token_end(verb)
        yield Trigger(
            *span, verb, kind, "held", "participant", "participant", clause.is_passive(verb), "any",
            "engagements.sitting.held", noun, phase=row.phase,
        )  # fmt: skip
    elif sitting.number is not None:
        yield Trigger(
            sitting.start, sitting.end, noun, kind, "noun", "participant", "participant", False, "any",
            "engagements.sitting.numbered", noun,
        )  # fmt: skip


def _once(verb: "Token") -> bool:
    """Whether a verb tells of one time, not of what is so: `who chair the Committee`, `the Forum brings together`."""
    return verb.tag_ not in ("VBZ", "VBP") or bool(clause.auxiliaries(verb))


def _revived(noun: "Token") -> "Token | None":
    """The noun of an act by which the body meets: `the resumption of the Strategic Dialogue`."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return above if above is not None and lemma(above) in words_for("sitting-act") else None


def is_beside(page: Page, sitting: Sitting) -> bool:
    """Whether the words before a session set it beside another encounter: `ahead of the third Dialogue`."""
    return bool(_BESIDE.search(page.marks.text[max(0, sitting.start - REACH) : sitting.start]))
