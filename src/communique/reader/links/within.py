"""part_of: talks, ceremonies and signings on a visit; what is held on the margins; what is signed at a session."""

import re
from collections.abc import Iterator

from communique.reader.engagements.draft import Draft
from communique.reader.links.story import Story, alike, during, phase, same_ground, share_somebody, travels
from communique.reading import Link

Evidence = tuple[int, int, str]
ON_A_VISIT = frozenset({"meeting", "ceremony", "signing", "session", "conference", "exercise"})
# Kinds that are the visitor's where nobody is named and nobody else has come.
UNTOLD = frozenset({"meeting", "ceremony", "signing"})
WHOLES = frozenset({"session", "conference", "visit", "meeting", "exercise"})
# From words of being within to the encounter that is meant: `on the margins of the annual session of the ...`.
MARGIN_REACH = 110
# A signing is taken to close the talks told at most so many sentences before it.
SENTENCES_BACK = 2

_WITHIN = re.compile(
    r"\b(?:(?:on|in|at) the (?:margins?|sidelines?|fringes?) of|on the occasion of|(?:with)?in the framework of|"
    r"as part of|in the course of|during|alongside|at)\s+",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:to|and) (?:attend|take part in|participate in|join|open|observe|represent|lead)\b|\bfor the\b", re.IGNORECASE
)
_AFTER = re.compile(r"\s*(?:after|following|later)\b", re.IGNORECASE)
_MARGINS = re.compile(r"\b(?:on|in|at) the (?:margins?|sidelines?|fringes?)\b(?: of)?", re.IGNORECASE)
_BESIDES = re.compile(r"\b(?:meanwhile|also|likewise|separately|at the same time)\b", re.IGNORECASE)


def find_parts(story: Story) -> Iterator[Link]:
    """The whole of each encounter that is part of another: at most one."""
    for draft in story.drafts:
        for rule in RULES:
            found = rule(story, draft)
            if found is not None:
                whole, evidence = found
                yield story.link(draft, whole, "part_of", evidence)
                break


def _farther_on(story: Story, draft: Draft) -> tuple[Draft, Evidence] | None:
    """Where a visitor goes in the country of the visit: `he will also travel to Samarkand`."""
    if draft.kind != "visit" or draft.place is None or draft.country is None:
        return None
    for visit in story.visits:
        if (
            visit is draft
            or visit.status == "proposed"
            or visit.trigger is draft.trigger
            or visit.trigger.start > draft.trigger.start
            or visit.country is None
        ):
            continue
        whole = visit.country.key == draft.country.key and (
            visit.place is None or visit.place.start != draft.place.start
        )
        if whole and share_somebody(draft, visit) and during(draft, visit) and phase(draft) != "off":
            trigger = draft.trigger
            return visit, (trigger.start, trigger.end, "links.farther_on")
    return None


def _signed_at_a_session(story: Story, draft: Draft) -> tuple[Draft, Evidence] | None:
    """What a session that was told of just before signs: its minutes, its plan; the visit is the session's."""
    return _at_a_session(story, draft) if draft.kind == "signing" else None


def _on_the_margins(story: Story, draft: Draft) -> tuple[Draft, Evidence] | None:
    """`met on the sidelines of the summit`; `On the margins, X held talks`: those of what was told last."""
    if draft.kind in ("visit", "session", "correspondence"):
        return None
    text, (start, end) = story.page.marks.text, story.sentence_of(draft)
    for match in _WITHIN.finditer(text, start, end):
        for at, whole in story.told_in(match.end(), min(end, match.end() + MARGIN_REACH)):
            if whole is not draft and _holds(whole, draft, match) and not _broken(text[match.end() : at]):
                return whole, (match.start(), at, "links.margins")
    margins = _MARGINS.search(text, start, end)
    if margins is None:
        return None
    before = [d for at, d in story.told_in(0, start) if d is not draft and d.kind in ("session", "conference")]
    fitting = [d for d in before if phase(d) == phase(draft)]
    return (fitting[-1], (margins.start(), margins.end(), "links.margins")) if fitting else None


def _holds(whole: Draft, draft: Draft, words: re.Match[str]) -> bool:
    """Whether words of being within fit the whole: any margins, but only a conference is something one meets at."""
    if words.group().strip().casefold() == "at":
        return whole.kind == "conference" and draft.kind in ("meeting", "conference")
    if words.group().strip().casefold() == "during":
        return (
            whole.kind in ("visit", "conference", "session")
            and whole.kind != draft.kind
            and phase(whole) == phase(draft)
        )
    return (whole.kind in WHOLES and whole.kind != draft.kind) or whole.kind == "conference"


def _broken(words: str) -> bool:
    """Whether a new clause begins in the words between."""
    return bool(re.search(r"[;:]|,\s(?:who|which|where|when|while)\b", words))


def _sent_for(story: Story, draft: Draft) -> tuple[Draft, Evidence] | None:
    """What somebody travels for: `will travel to Lima to attend the summit`, `a delegation to the inauguration`."""
    if draft.kind not in ("conference", "ceremony", "exercise"):
        return None
    start, _ = story.sentence_of(draft)
    at = draft.trigger.start
    for travelled, visit in reversed(story.told_in(start, at)):
        if visit.kind != "visit" or phase(visit) != phase(draft) or not same_ground(draft, visit):
            continue
        purpose = _PURPOSE.search(story.page.marks.text, travelled, draft.trigger.end)
        if purpose is not None and not _broken(story.page.marks.text[purpose.end() : at]):
            return visit, (purpose.start(), purpose.end(), "links.sent_for")
    return None


def _on_a_visit(story: Story, draft: Draft) -> tuple[Draft, Evidence] | None:
    """What a traveller does where and while the visit lasts."""
    if draft.kind not in ON_A_VISIT:
        return None
    visits = [visit for visit in story.drafts if visit.kind == "visit" and _on(story, draft, visit)]
    if not visits:
        return None
    visit = min(visits, key=lambda each: (not _same_country(draft, each), _apart(story, draft, each)))
    trigger = visit.trigger
    return visit, (trigger.start, trigger.end, "links.within_visit")


def _on(story: Story, draft: Draft, visit: Draft) -> bool:
    if not (same_ground(draft, visit) and during(draft, visit)):
        return False
    if not travels(visit, draft) and not (story.visits == [visit] and _hosts_alone(draft, visit)):
        return False
    if draft.kind == "conference" and (draft.tenseless or not share_somebody(draft, visit)):
        return False
    apart = story.is_before(draft) is not story.is_before(visit)
    if apart and visit.status != "under way" and draft.sentence != visit.sentence:
        return False
    if visit.status == "under way":
        return phase(draft) != "off"
    if visit.status == "proposed":
        return draft.status == "proposed"
    return alike(draft, visit)


def _hosts_alone(draft: Draft, visit: Draft) -> bool:
    """Whether only the side that is visited is told of: `the general gave a dinner in their honour`."""
    hosts = {visit.country.key} if visit.country is not None else set()
    return draft.kind in UNTOLD and {part.party_key for part in draft.parts if part.figure is not None} <= hosts


def _same_country(draft: Draft, visit: Draft) -> bool:
    return draft.country is not None and visit.country is not None and draft.country.key == visit.country.key


def _apart(story: Story, draft: Draft, visit: Draft) -> tuple[bool, int]:
    """How far apart two are told; what is told before comes first."""
    distance = story.page.sentence_number(draft.trigger.start) - story.page.sentence_number(visit.trigger.start)
    return distance < 0, abs(distance)


def _with_a_head(story: Story, draft: Draft) -> tuple[Draft, Evidence] | None:
    """Whoever has come for a session is received: `met with the head of the working group from the Iranian side`."""
    if draft.kind != "meeting" or draft.body is not None:
        return None
    start, end = story.sentence_of(draft)
    for whole in story.drafts:
        if whole.kind != "session" or not _fits(story, draft, whole) or _comes_after(story, whole):
            continue
        body = next((body for body in story.bodies if body.name == whole.body), None)
        place = next((p for p in body.places if start <= p.start < end), None) if body is not None else None
        if place is not None and not any(start <= trigger.start < end for trigger in whole.triggers):
            return whole, (place.start, place.end, "links.with_a_head")
    return None


def _comes_after(story: Story, draft: Draft) -> bool:
    """Whether an encounter is told as coming after what was told before: `After the reception, the session began`."""
    start, _ = story.sentence_of(draft)
    return bool(_AFTER.match(story.page.marks.text, start))


def _at_a_session(story: Story, draft: Draft) -> tuple[Draft, Evidence] | None:
    """What is signed at a session or conference; the courtesy calls that a delegation pays meanwhile."""
    if draft.kind not in ("signing", "meeting", "ceremony") or story.is_before(draft):
        return None
    start, _ = story.sentence_of(draft)
    besides = _BESIDES.search(story.page.marks.text, start, draft.trigger.end)
    if draft.kind != "signing" and besides is None:
        return None
    for whole in story.drafts:
        if whole.kind != "session" or not _fits(story, draft, whole):
            continue
        if draft.kind == "signing" or not whole.parts or share_somebody(draft, whole):
            trigger = draft.trigger
            return whole, (trigger.start, trigger.end, "links.at_session")
    return None


def _fits(story: Story, draft: Draft, whole: Draft) -> bool:
    """Whether one may have happened at the other: begun or to come alike, and neither day nor ground against it."""
    alike = phase(draft) == phase(whole) or (whole.status == "under way" and draft.status == "planned")
    return alike and during(draft, whole) and same_ground(draft, whole) and not story.is_before(whole)


def _closing_talks(story: Story, draft: Draft) -> tuple[Draft, Evidence] | None:
    """What is signed at the end of talks, or at a ceremony."""
    if draft.kind != "signing" or story.is_before(draft):
        return None
    number = story.page.sentence_number(draft.trigger.start)
    talks = [
        other
        for other in story.drafts
        if other.kind in ("meeting", "ceremony", "conference")
        and (other is story.main or number - story.page.sentence_number(other.trigger.start) <= SENTENCES_BACK)
        and other.trigger.start < draft.trigger.start
        and _fits(story, draft, other)
    ]
    if not talks:
        return None
    return talks[-1], (draft.trigger.start, draft.trigger.end, "links.closing_talks")


# The rules in the order in which they are asked: the nearer whole before the wider one.
RULES = (
    _on_the_margins,
    _sent_for,
    _signed_at_a_session,
    _on_a_visit,
    _farther_on,
    _with_a_head,
    _at_a_session,
    _closing_talks,
)
