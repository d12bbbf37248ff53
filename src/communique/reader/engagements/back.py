"""Looking back: what a trigger takes from the encounters told before it.

The two ministers then signed ...   → the ministers are those of the encounter before
The same day the guest was received by ...   → the day is that of the encounter before
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.triggers import Trigger
from communique.reader.page import Page
from communique.reader.refer import Mention
from communique.reader.who import Who
from communique.reading import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


# Kinds at which whoever visits is with the one who is named.
HOSTED = frozenset({"meeting"})
# Characters between words for both sides and the noun they modify: `the two | defence ministers`.
LONGEST_MODIFIER = 12


def points_back(who: Who, trigger: Trigger) -> bool:
    """Whether both sides together are the subject, or whose it is: `they met again`, `their meeting`."""
    verb = trigger.head
    heads = [clause.subject(verb)]
    if trigger.noun is not None:
        heads += [child for child in trigger.noun.children if child.dep_ == "poss"]
    for head in heads:
        if head is None:
            continue
        if head.lower_ == "their" or any(_is_sides(mention, head) for mention in who.within(*clause.span_of(head))):
            return True
    return False


def _is_sides(mention: Mention, head: "Token") -> bool:
    """Whether words for both sides are the head word or modify it: `both`, `the two | ministers`."""
    return mention.sort == "sides" and head.left_edge.idx <= mention.start <= head.idx <= mention.end + LONGEST_MODIFIER


def look_back(page: Page, who: Who, draft: Draft, before: list[Draft]) -> None:
    """Complete a draft by the last encounter of two sides told before it."""
    if draft.time is not None and draft.time.relative is not None:
        day = next((other.day for other in reversed(before) if other.day is not None), None)
        if day is not None:
            draft.time = draft.time.beside(day)
    if len(draft.parts) < 2 and points_back(who, draft.trigger):
        sides = next(
            (other for other in reversed(before) if len(other.parts) > 1 and not page.in_title(other.trigger.start)),
            None,
        )
        sides = sides or next((other for other in reversed(before) if len(other.parts) > 1), None)
        if sides is not None:
            known = [part for part in sides.parts if not any(part.is_same(own) for own in draft.parts)]
            draft.parts += [replace(part, role="participant", leads=None) for part in known]


def bring_guests(drafts: list[Draft]) -> None:
    """Let whoever is received be at the meetings told with the host's side alone: `the guests also met X`."""
    for place, draft in enumerate(drafts):
        if draft.kind not in HOSTED or not draft.parts or len({part.party_key for part in draft.parts}) > 1:
            continue
        guest = _guest_for(draft, drafts[:place]) or _guest_for(draft, drafts[place + 1 :])
        if guest is not None:
            role: Role = "guest" if draft.parts[0].role == "host" else "participant"
            draft.parts.append(replace(guest, role=role, role_words=draft.trigger_span, leads=None))


def _guest_for(draft: Draft, others: list[Draft]) -> Part | None:
    """The one who visits in the nearest of the encounters that has a guest, where that is not one of the hosts."""
    guests = [
        part
        for other in others
        if _phase(other) == _phase(draft)
        for part in other.parts
        if part.role == "guest" and part.figure is not None
    ]
    if not guests or guests[-1].party_key in (None, draft.parts[0].party_key) or guests[-1].figure in draft.figures:
        return None
    return guests[-1]


def _phase(draft: Draft) -> bool:
    return draft.status in ("held", "under way")
