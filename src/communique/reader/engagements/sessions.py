"""Sessions told by the body alone: a numbered body, or a body that is held, convened or hosted.

results will be reported to the 12th Defence Ministerial Dialogue   → a session, whatever the clause tells besides
they agreed to convene the Joint Economic Committee in May          → a session, told by its verb of holding

Where a verb or noun close by already tells of the session, nothing is added: it takes the body by itself.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.bodies import Sitting
from communique.reader.engagements.nouns import held_by, held_span
from communique.reader.engagements.sits import REACH, SITTING
from communique.reader.engagements.trigger import Trigger
from communique.reader.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token


def with_sessions(page: Page, triggers: list[Trigger], sittings: list[Sitting]) -> list[Trigger]:
    """The triggers and those of the sittings that none of them tells of, in order."""
    added = [
        trigger
        for sitting in sittings
        if sitting.body.may_meet and not any(_tells(page, trigger, sitting) for trigger in triggers)
        for trigger in _trigger(page, sitting)
    ]
    return sorted([*triggers, *added], key=lambda trigger: trigger.start)


def _tells(page: Page, trigger: Trigger, sitting: Sitting) -> bool:
    """Whether a trigger is of the session: it shares words with it, or takes its body from the same sentence."""
    spans = [(trigger.start, trigger.end)]
    if trigger.noun is not None:
        spans.append((trigger.noun.idx, trigger.noun.idx + len(trigger.noun)))
    if any(start < sitting.end and sitting.start < end for start, end in spans):
        return True
    if trigger.kind not in SITTING or (trigger.form == "verb" and trigger.wants == "person"):
        return False
    here = page.sentence_number(sitting.start) == page.sentence_number(trigger.start)
    return here and any(max(sitting.start - end, start - sitting.end) <= REACH for start, end in spans)


def _trigger(page: Page, sitting: Sitting) -> Iterator[Trigger]:
    if not page.runs(sitting.start) or page.marks.office_at(sitting.start) is not None:
        return
    noun: Token = page.tokens(sitting.start, sitting.end).root
    kind = "conference" if sitting.body.sort == "series" else "session"
    holding = held_by(noun, kind)
    if noun.dep_ == "attr":  # `the meeting was the first in-person Dialogue`: told by the meeting
        return
    if holding is not None and (sitting.number is not None or _once(holding[0])):
        verb, row = holding
        span = held_span(verb, noun, kind, sitting.start, sitting.end)
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
