"""follows: the session before, what an encounter builds on, the return visit, the exercise after its planning."""

import re
from collections.abc import Iterator
from functools import cmp_to_key, partial
from itertools import pairwise

from communique.reader.engagements.draft import Draft
from communique.reader.links.story import Story, days, is_earlier, phase, share_somebody
from communique.reading import Link

# From words of following to the encounter that is followed.
CUE_REACH = 120
# How far after its trigger an invitation says that it is to a return visit.
RETURN_REACH = 60
# How near to its trigger stands what says that an encounter is taken up again.
NEAR = 24
# `following the recent call`: clear by itself. `after the talks` is often said of the same afternoon.
_FOLLOWS = re.compile(
    r"\b(?:follow(?:s|ed|ing)?(?! (?:by|days?|weeks?|months?|years?|morning)\b)(?: up)?(?: on| to)?|"
    r"buil(?:d|ds|t|ding) (?:up)?on|further to|pursuant to|"
    r"in (?:follow[- ]up|continuation) (?:to|of)|(?:came|comes|coming) (?:next to|after|weeks? after)|"
    r"continu(?:e|es|ed|ing)|resum(?:e|es|ed|ing)|after|in accordance with|as agreed|"
    r"return(?:s|ed|ing) (?:the|a|an) (?:visit|one|call)|"
    r"(?:agreed|announced|decided|reached|discussed|launched|concluded|outlined|set out|"
    r"identified)(?: upon)? (?:at|during|in|on))\b",
    re.IGNORECASE,
)
_LAID = re.compile(r"\b(?:foundations?|groundwork|basis|ground)\b[^.]{0,40}\b(?:was|were|had been|is)\s+laid\b", re.I)
_RETURN = re.compile(r"\b(?:return|reciprocal|reciprocate)\b", re.IGNORECASE)
_PLANNING = re.compile(
    r"\bplanning\s+(?:conference|meeting|event|session|workshop)|staff (?:negotiations|talks)|scripting conference",
    re.IGNORECASE,
)
_ANEW = re.compile(
    r"\b(?:follow-(?:on|up)|pick(?:s|ed)? up|continue (?:the|their|these) (?:talks|conversation|discussions?)|"
    r"reconvene|resume)\b",
    re.IGNORECASE,
)
# Kinds that are held in rows, and words for the one to come and the one before.
ROWS = frozenset({"meeting", "session", "call", "conference"})
AHEAD = frozenset({"next", "again"})
PAST = frozenset({"last", "preceding", "previous", "previously"})


def find_following(story: Story) -> Iterator[Link]:
    """Every encounter that follows another."""
    yield from _sessions(story)
    yield from _told(story)
    yield from _returned(story)
    yield from _planned(story)
    yield from _anew(story)
    yield from _next(story)


def _sessions(story: Story) -> Iterator[Link]:
    """Sessions of one body, each after the one before it."""
    for key in dict.fromkeys(draft.body.key for draft in story.drafts if draft.body is not None):
        sittings = [draft for draft in story.drafts if draft.body is not None and draft.body.key == key]
        in_order: list[Draft] = []
        for draft in sorted(sittings, key=cmp_to_key(partial(_order, story))):
            if not in_order or _order(story, in_order[-1], draft):
                in_order.append(draft)
        for one, other in pairwise(in_order):
            if phase(other) != "off":
                words = other.number[1] if other.number is not None else other.trigger
                yield story.link(other, one, "follows", (words.start, words.end, "links.previous_session"))


def _order(story: Story, one: Draft, other: Draft) -> int:
    """Which of two sessions comes first (below, above 0), by their numbers, else as told; 0 where they are one."""
    if one.number is not None and other.number is not None:
        return one.number[0] - other.number[0]
    a, b = _place(story, one), _place(story, other)
    return (a > b) - (a < b)


def _place(story: Story, draft: Draft) -> tuple[int, str]:
    """Where a session stands in the row: before the report's own, its own, or to come; then by its day."""
    order = {"done": 1, "ahead": 2, "off": 2}[phase(draft)] - story.is_before(draft)
    told = days(draft)
    return order, told[0] if told is not None else ""


def _told(story: Story) -> Iterator[Link]:
    """What the words say an encounter follows, builds on, or had its ground laid by."""
    text = story.page.marks.text
    for sentence in story.page.sentences:
        start, end = int(sentence.start_char), int(sentence.end_char)
        for match in (*_FOLLOWS.finditer(text, start, end), *_LAID.finditer(text, start, end)):
            laid = match.re is _LAID
            told = story.told_in(match.end(), end if laid else min(end, match.end() + CUE_REACH))
            for at, earlier in told:
                later = _later(story, earlier, start, match)
                if later is not None and (laid or _clearly(story, earlier, later, text[match.start() : at])):
                    yield story.link(later, earlier, "follows", (match.start(), at, "links.follows"))
            if told:
                break


def _later(story: Story, earlier: Draft, start: int, words: re.Match[str]) -> Draft | None:
    """What follows: the encounter told before the words in their sentence, else the one the report is about."""
    before = [draft for _, draft in story.told_in(start, words.start()) if draft is not earlier]
    if not before and words.group().casefold() == "after":
        return None
    later = before[-1] if before else story.main
    if later is None or later is earlier or is_earlier(later, earlier) or phase(earlier) != "done":
        return None
    return later


def _clearly(story: Story, earlier: Draft, later: Draft, words: str) -> bool:
    """Whether it lies before and is not a part of the same afternoon."""
    if re.search(r"[;:]|\.\s", words):
        return False
    if is_earlier(earlier, later) or story.is_before(earlier):
        return True
    if words.casefold().startswith(("after", "continu", "resum")):
        return False
    return phase(later) == "ahead" or not share_somebody(earlier, later)


def _returned(story: Story) -> Iterator[Link]:
    """The visit that returns another, or the talks at which it was asked for."""
    for draft in story.drafts:
        if draft.kind != "visit" or phase(draft) != "ahead":
            continue
        start, end = story.sentence_of(draft)
        told = _RETURN.search(story.page.marks.text, start, min(end, draft.trigger.end + RETURN_REACH))
        if told is not None and story.main is not None and story.main is not draft:
            yield story.link(draft, story.main, "follows", (told.start(), told.end(), "links.return_visit"))


def _planned(story: Story) -> Iterator[Link]:
    """An exercise follows the conferences that plan it, and the exercise of its name before it."""
    plannings = [draft for draft in story.drafts if draft.kind == "conference" and _plans(story, draft)]
    for exercise in (draft for draft in story.drafts if draft.kind == "exercise" and phase(draft) == "ahead"):
        for planning in plannings:
            words = planning.trigger
            yield story.link(exercise, planning, "follows", (words.start, words.end, "links.planning"))
    for one, other in pairwise(sorted(plannings, key=lambda draft: _place(story, draft))):
        if is_earlier(one, other) or story.is_before(one) is not story.is_before(other):
            words = other.trigger
            yield story.link(other, one, "follows", (words.start, words.end, "links.planning"))


def _plans(story: Story, draft: Draft) -> bool:
    return any(_PLANNING.search(story.page.marks.text, max(0, t.start - 30), t.end + 30) for t in draft.triggers)


def _anew(story: Story) -> Iterator[Link]:
    """Talks told as taken up again: `a follow-on meeting`, `will pick up the conversation`."""
    for draft in story.drafts:
        if draft.kind not in ("meeting", "call") or draft is story.main or story.main is None:
            continue
        start, end = story.sentence_of(draft)
        words = _ANEW.search(
            story.page.marks.text, max(start, draft.trigger.start - 24), min(end, draft.trigger.end + 24)
        )
        if words is not None and phase(story.main) == "done" and not is_earlier(draft, story.main):
            yield story.link(draft, story.main, "follows", (words.start(), words.end(), "links.taken_up_again"))


def _next(story: Story) -> Iterator[Link]:
    """The next meeting, agreed on at this one; this one after the previous."""
    for draft in story.drafts:
        if draft.kind not in ROWS or _sits_again(story, draft):
            continue
        words = draft.trigger
        pairs = []
        if phase(draft) == "ahead" and _in_a_row(draft, AHEAD):
            pairs = [(draft, other) for other in _held(story, draft) if other.trigger.start < words.start]
        elif phase(draft) == "done" and _in_a_row(draft, PAST):
            held = [other for other in _held(story, draft) if other.kind == draft.kind]
            pairs = [(other, draft) for other in held if not is_earlier(other, draft)]
        same = [pair for pair in pairs if pair[0].kind == pair[1].kind]
        for later, before in (same or pairs)[:1]:
            yield story.link(later, before, "follows", (words.start, words.end, "links.next"))


def _in_a_row(draft: Draft, words: frozenset[str]) -> bool:
    """Whether an encounter is told as one after or before another: `the next round`, `will meet again`."""
    noun = draft.trigger.noun
    near = [*draft.trigger.head.children, *(noun.children if noun is not None else ())]
    return any(child.lower_ in words for child in near)


def _sits_again(story: Story, draft: Draft) -> bool:
    """Whether the body that meets is told to meet at other times: then those are its row."""
    return draft.body is not None and any(
        other.body is not None and other.body.key == draft.body.key for other in story.drafts if other is not draft
    )


def _held(story: Story, draft: Draft) -> list[Draft]:
    """The talks the report is about, which may be of a row with one that has no other body."""
    return [
        other
        for other in story.drafts
        if other is not draft
        and other.kind in ROWS
        and phase(other) == "done"
        and not story.is_before(other)
        and None in (other.body, draft.body)
        and not _in_a_row(other, PAST)
    ]
