"""The encounters of one report in their order, and the questions that the rules of links ask of them."""

import datetime
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from communique.reader.bodies import Standing
from communique.reader.clause import auxiliaries
from communique.reader.engagements.draft import Draft
from communique.reader.page import Page
from communique.reading import Link, Relation

Phase = Literal["done", "ahead", "off"]
# How long a visit may last whose end is not told.
LONGEST_VISIT = datetime.timedelta(days=10)
# `had arrived` is where the report's own story begins; what else somebody had done lies before it.
_ARRIVED = frozenset({"arrive", "come", "land", "reach", "fly", "begin", "leave"})
_BEFORE = re.compile(r"\b(?:last|previous|earlier|past|recent|preceding|prior)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Story:
    """All encounters and bodies of a page; `E1`, `E2`, … and `B1`, `B2`, … by their place in the lists."""

    page: Page
    drafts: list[Draft]
    bodies: list[Standing]

    def link(self, one: Draft | Standing, other: Draft, relation: Relation, evidence: tuple[int, int, str]) -> Link:
        """The link from one to the other; `evidence` is where the words for it are, and the rule's id."""
        start, end, rule = evidence
        return Link(
            from_id=self._id(one),
            to_id=self._id(other),
            relation=relation,
            evidence=self.page.quoted(start, end, rule=rule),
        )

    def _id(self, one: Draft | Standing) -> str:
        if isinstance(one, Standing):
            return f"B{next(n for n, body in enumerate(self.bodies, start=1) if body is one)}"
        return f"E{next(n for n, draft in enumerate(self.drafts, start=1) if draft is one)}"

    @cached_property
    def main(self) -> Draft | None:
        """The encounter the report is about: the first that is not told as something before it."""
        ordered = sorted(self.drafts, key=lambda draft: (self.is_before(draft), draft.trigger.start))
        return next(iter(ordered), None)

    @cached_property
    def visits(self) -> list[Draft]:
        """The visits that are no past of the report's own story."""
        return [draft for draft in self.drafts if draft.kind == "visit" and not self.is_before(draft)]

    def is_before(self, draft: Draft) -> bool:
        """Whether an encounter is told as something that lies before the report's own story."""
        if phase(draft) != "done":
            return False
        if self._pluperfect(draft) or _BEFORE.search(self._named(draft)):
            return True
        anchor = self.page.front.anchor
        return (
            draft.time is not None
            and draft.time.start is not None
            and anchor is not None
            and (draft.time.start[:4] < str(anchor.year - 1))
        )

    def _pluperfect(self, draft: Draft) -> bool:
        head = draft.trigger.head
        return head.pos_ == "VERB" and "had" in auxiliaries(head) and head.lemma_.lower() not in _ARRIVED

    def _named(self, draft: Draft) -> str:
        """The words of an encounter's noun and those right before it."""
        if draft.trigger.noun is None:
            return ""
        return self.page.marks.text[max(0, draft.trigger.noun.idx - 24) : draft.trigger.noun.idx]

    def sentence_of(self, draft: Draft) -> tuple[int, int]:
        """The offsets of the sentence an encounter is first told in."""
        sentence = self.page.sentence_at(draft.trigger.start)
        return int(sentence.start_char), int(sentence.end_char)

    def told_in(self, start: int, end: int) -> list[tuple[int, Draft]]:
        """The encounters told between two offsets, with where, in order; each once."""
        found = [
            (trigger.noun.idx if trigger.noun is not None else trigger.start, draft)
            for draft in self.drafts
            for trigger in draft.triggers
        ]
        return sorted(((at, draft) for at, draft in found if start <= at < end), key=lambda each: each[0])


def phase(draft: Draft) -> Phase:
    """Whether an encounter has begun, is to come, or was called off."""
    if draft.is_done:
        return "done"
    return "off" if draft.status == "cancelled" else "ahead"


def days(draft: Draft) -> tuple[str, str] | None:
    """The first and last day (or month, or year) told of an encounter."""
    if draft.time is None or draft.time.start is None:
        return None
    return draft.time.start, draft.time.end or draft.time.start


def is_earlier(one: Draft, other: Draft) -> bool:
    """Whether the days told say that one was over before the other began."""
    a, b = days(one), days(other)
    if a is None or b is None:
        return False
    length = min(len(a[1]), len(b[0]))
    return a[1][:length] < b[0][:length]


def same_days(one: Draft, other: Draft) -> bool:
    """Whether the days told of two encounters do not conflict."""
    return not is_earlier(one, other) and not is_earlier(other, one)


def during(draft: Draft, visit: Draft) -> bool:
    """Whether an encounter can lie within the days of a visit, of which often only the first is told."""
    if is_earlier(draft, visit):
        return False
    if not is_earlier(visit, draft):
        return True
    last = days(visit)
    if last is None or last[0] != last[1] or draft.day is None or visit.day is None:
        return False
    return draft.day - visit.day <= LONGEST_VISIT


def same_ground(one: Draft, other: Draft) -> bool:
    """Whether the countries told of two encounters do not conflict."""
    return one.country is None or other.country is None or one.country.key == other.country.key


def share_somebody(one: Draft, other: Draft) -> bool:
    """Whether a named person, or an unnamed office or delegation of one party, is in both."""
    return any(part.is_same(other_part) for part in one.parts for other_part in other.parts)


def alike(one: Draft, other: Draft) -> bool:
    """Whether both have begun or both are to come; a bare noun says nothing of it."""
    if "cancelled" in (one.status, other.status):
        return False
    return one.tenseless or other.tenseless or phase(one) == phase(other)


def travels(visit: Draft, draft: Draft) -> bool:
    """Whether who visits has a part in an encounter, by name or only as the office or side of their party."""
    if share_somebody(draft, visit):
        return True
    guests = [part for part in visit.parts if part.role != "host"]
    parties = {part.party_key for part in guests} - {None}
    unnamed = all(part.figure is None for part in guests)
    return any((unnamed or part.figure is None) and part.party_key in parties for part in draft.parts)
