"""Owners: which encounter a matter belongs to.

The one whose words it hangs on; else the one told of last; else the report's main one. Never one of years ago.
"""

from typing import TYPE_CHECKING

from communique.reader.engagements.draft import Draft
from communique.reader.engagements.triggers import Trigger
from communique.reader.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

# Encounters in which people talk; the others are chosen only where there is none.
TALKS = frozenset({"meeting", "session", "call", "conference"})
_DONE = frozenset({"held", "under way"})


def owners(page: Page, drafts: list[Draft], token: "Token", *, ahead: bool | None = None) -> list[Draft]:
    """The encounters that the matter told by `token` belongs to: one, or several told by the same words.

    `ahead` says whether the matter is still to come; None where the words do not say.
    """
    return _hanging(drafts, token) or _told_before(page, drafts, token, ahead=ahead) or _main(page, drafts, ahead=ahead)


def fits(draft: Draft, *, ahead: bool | None) -> bool:
    """Whether an encounter's status allows a matter that is, or is not, still to come."""
    if ahead is None or draft.status == "cancelled":
        return True
    return (draft.status not in _DONE or draft.status == "under way") if ahead else draft.status in _DONE


def is_recalled(page: Page, draft: Draft) -> bool:
    """Whether an encounter took place in a year before the report's own."""
    if page.front.anchor is None or draft.time is None or draft.time.start is None:
        return False
    return int(draft.time.start[:4]) < page.front.anchor.year


def _hanging(drafts: list[Draft], token: "Token") -> list[Draft]:
    """The encounters whose trigger is the word itself, its subject, or a word above it."""
    subjects = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")]
    for above in (token, *subjects, *token.ancestors):
        found = [draft for draft in drafts if any(is_of(trigger, above) for trigger in draft.triggers)]
        if found:
            return found
    return []


def is_of(trigger: Trigger, token: "Token") -> bool:
    """Whether a token is the verb or the noun that tells of an encounter."""
    return token.i == trigger.head.i or (trigger.noun is not None and token.i == trigger.noun.i)


def _told_before(page: Page, drafts: list[Draft], token: "Token", *, ahead: bool | None) -> list[Draft]:
    """The encounter told last before a word in its paragraph."""
    paragraph = page.marks.text.rfind("\n", 0, token.idx) + 1
    told = [
        (trigger.start, draft)
        for draft in drafts
        for trigger in draft.triggers
        if paragraph <= trigger.start < token.idx and fits(draft, ahead=ahead) and not is_recalled(page, draft)
    ]
    if not told:
        return []
    talks = [each for each in told if each[1].kind in TALKS] or told
    last = max(start for start, _ in talks)
    return [draft for start, draft in talks if start == last]


def _main(page: Page, drafts: list[Draft], *, ahead: bool | None) -> list[Draft]:
    """The report's first encounter that fits, talks before others."""
    recent = [draft for draft in drafts if not is_recalled(page, draft)]
    fitting = [draft for draft in recent if fits(draft, ahead=ahead)] or recent
    talks = [draft for draft in fitting if draft.kind in TALKS]
    return (talks or fitting)[:1]
