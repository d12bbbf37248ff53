"""Looking back: what a trigger takes from the encounters told before it.

The two ministers then signed ...   → the ministers are those of the encounter before
The same day the guest was received by ...   → the day is that of the encounter before
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.triggers import Trigger
from communique.reader.page import Page
from communique.reader.refer import Mention
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token


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
