"""Lending: what the people of one encounter are for another that names nobody.

The talks were led by X and Y. A protocol was signed.          → X and Y signed it
The two ministers, X and Y … the foreign ministers of both     → one part for each party
A Ugandan delegation led by X; India and Uganda took part      → X stands for the delegation, and for Uganda
"""

import re
from dataclasses import replace

from communique.reader.engagements.draft import Draft, Part
from communique.reader.page import Page

# Sentences after an encounter within which a signing that names nobody is its close.
NEAR = 8
LENDING = frozenset({"meeting", "session", "conference", "visit"})
# Words for people who act for somebody else that is named.
_RETINUE = re.compile(r"\b(?:delegations?|side|team|party|group|mission|contingent|entourage)\b", re.IGNORECASE)


def lend_signatories(page: Page, drafts: list[Draft]) -> None:
    """Who signs where no signatory is named: the heads of the sides that met just before."""
    for place, draft in enumerate(drafts):
        if draft.kind != "signing" or draft.figures or len(draft.parts) > 1:
            continue
        lender = next((other for other in reversed(drafts[:place]) if _may_lend(page, draft, other)), None)
        if lender is not None:
            keep = [part for part in draft.parts if part.party is not None]
            lent = [part for part in lender.principals if part.party_key not in {own.party_key for own in keep}]
            draft.parts = keep + [
                replace(part, role="participant", leads=part.leads if lender.kind == "session" else None, lent=True)
                for part in lent
            ]


def _may_lend(page: Page, draft: Draft, other: Draft) -> bool:
    """Whether two sides met close before, in the same phase, and not long after what is signed."""
    if other.kind not in LENDING or len(other.principals) != 2 or page.in_title(other.trigger.start):
        return False
    if draft.sentence - other.sentence > NEAR or draft.is_done != other.is_done:
        return False
    if draft.day is not None and other.day is not None and draft.day < other.day:
        return False
    own = draft.time.start if draft.time is not None else None
    theirs = other.time.start if other.time is not None else None
    return own is None or (theirs is not None and own[:4] == theirs[:4])


def drop_stand_ins(drafts: list[Draft]) -> None:
    """Leave out a state or delegation for whom somebody named takes part."""
    for draft in drafts:
        if draft.kind == "exercise":
            continue
        acting = {part.party_key for part in draft.parts if part.figure is not None and part.party is not None}
        draft.parts = [part for part in draft.parts if not _says_little(draft, part) and not _stands_in(part, acting)]


def _says_little(draft: Draft, part: Part) -> bool:
    """Whether words stand for nobody in particular: of no party, or a state where officials sit or no verb tells of it.

    `talks between X and Y` without a verb are talk of their relations more often than an encounter of the two.
    """
    if part.figure is not None:
        return False
    bare = part.words.kind == "party" and (draft.kind == "session" or draft.trigger.form == "noun")
    return part.party is None or bare


def _stands_in(part: Part, acting: set[str | None]) -> bool:
    if part.figure is not None:
        return False
    told = part.words.kind == "party" or _is_joint(part) or _RETINUE.search(part.words.key) is not None
    return told and part.party_key in acting


def _is_joint(part: Part) -> bool:
    """Whether words are for the holders of one post in several states: `defence ministers of the three countries`."""
    return part.words.rule == "groups.office" or (part.words.rule == "groups.shared" and bool(part.words.detail))
