"""Which standing body meets in an encounter, and for the how manieth time."""

import re

from communique.reader.bodies import Sitting, ordinal
from communique.reader.engagements.draft import Draft, Span
from communique.reader.engagements.triggers.sessions import REACH, SITTING, TIME_TOLD, is_beside
from communique.reader.marks import Mark
from communique.reader.page import Page
from communique.reading import Kind

_CLAUSE = re.compile(r",\s(?:who|whom|where|when|while)\b|;", re.IGNORECASE)


def set_body(page: Page, draft: Draft, sittings: list[Sitting]) -> None:
    """Give a draft the body that meets, its number, and the kind that follows from both."""
    if draft.kind not in SITTING:
        return
    if draft.trigger.form == "verb" and draft.trigger.wants == "person":
        draft.body = _met_with(page, draft, sittings)  # `received the co-chair of the commission`: people meet here
        return
    sitting = _nearest(page, draft, sittings)
    if sitting is None:
        return
    draft.body = sitting.body.name
    if sitting.number is not None:
        draft.number = (sitting.number[0], Span(sitting.number[1], sitting.number[2], "bodies.ordinal"))
    elif (told := TIME_TOLD.search(page.marks.text, draft.trigger.start, draft.trigger.end)) is not None:
        number = ordinal(told["number"])
        draft.number = (number, Span(*told.span("number"), "bodies.ordinal")) if number is not None else None
    draft.kind = _kind(draft, sitting)


def _met_with(page: Page, draft: Draft, sittings: list[Sitting]) -> Mark | None:
    """The organ that somebody meets as a whole: `consulted with the North Atlantic Council`."""
    after = [s for s in sittings if 0 <= s.start - draft.trigger.end <= len(" with the ") and s.body.may_meet]
    return next((s.body.name for s in after if not _in_office(page, s)), None)


def _nearest(page: Page, draft: Draft, sittings: list[Sitting]) -> Sitting | None:
    """The sitting told nearest to the trigger in its sentence."""
    sentence = page.sentence_at(draft.trigger.start)
    near = [
        sitting
        for sitting in sittings
        if sentence.start_char <= sitting.start < sentence.end_char
        and sitting.body.may_meet
        and (sitting.body.sort == "series") is (draft.kind == "conference")
        and _distance(draft, sitting) <= REACH
        and not _apart(page, draft, sitting)
        and not _in_office(page, sitting)
        and not (_distance(draft, sitting) > 0 and is_beside(page, sitting))
    ]
    return min(near, key=lambda sitting: (_distance(draft, sitting), sitting.number is None), default=None)


def _distance(draft: Draft, sitting: Sitting) -> int:
    """Characters between the words of an encounter and those of a sitting; 0 where they overlap."""
    spans = [(draft.trigger.start, draft.trigger.end)]
    if draft.trigger.noun is not None:
        noun = draft.trigger.noun
        spans.append((noun.idx, noun.idx + len(noun)))
    return min(max(0, sitting.start - end, start - sitting.end) for start, end in spans)


def _apart(page: Page, draft: Draft, sitting: Sitting) -> bool:
    """Whether the body is named in a clause of its own: `talks between A and B, who chair the commission`."""
    start, end = sorted((draft.trigger.start, sitting.start))
    if draft.trigger.end <= sitting.start and is_beside(page, sitting):
        return True
    return bool(_CLAUSE.search(page.marks.text, start, end))


def _kind(draft: Draft, sitting: Sitting) -> Kind:
    """A body that meets is in session; consultations only where they are numbered or regular."""
    if draft.kind == "conference":
        return "conference"
    if sitting.body.kind == "consultations" and sitting.number is None and not sitting.regular:
        return "meeting"
    return "session"


def _in_office(page: Page, sitting: Sitting) -> bool:
    return page.marks.office_at(sitting.start) is not None
