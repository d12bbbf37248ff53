"""What is worth recording: whether a draft tells of an official encounter of two parties, as far as rules can say."""

import re

from communique import lexicon
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.gather import capitals
from communique.reader.page import Page

_MANY = re.compile(
    r"\b(?:international|world|global|regional|multilateral|trilateral|summit|ministerial|leaders|pacific|african|european|asian|americas)\b",
    re.IGNORECASE,
)
_ORGANISATIONS: tuple[lexicon.Kind, ...] = ("organisation",)
# Encounters that need two sides to be one.
TWO_SIDED = frozenset({"meeting", "call", "correspondence"})
# How far before an encounter's noun its parties may stand: `Georgian-Latvian defence consultations`.
NAMED_BEFORE = 40


def is_engagement(page: Page, draft: Draft) -> bool:
    """Whether a draft is by itself an official encounter of two parties; one state's own affairs are none."""
    parties = parties_told(page, draft)
    if draft.kind in TWO_SIDED:
        return draft.body is not None or len(parties) >= 2
    if draft.kind == "visit":
        return bool(draft.parts) and _abroad(page, draft)
    if draft.kind == "session":
        return draft.body is not None or len(parties) >= 2
    if draft.kind == "conference":
        return _of_many(page, draft, parties)
    return len(parties) >= 2


def goes_with(page: Page, draft: Draft, sure: list[Draft]) -> bool:
    """Whether a draft that says too little by itself is one beside encounters that are sure: a wreath, a signing."""
    if draft.kind == "signing":
        return True
    if draft.kind == "ceremony":
        guests = {id(part.figure) for other in sure for part in other.parts if part.figure is not None}
        return any(id(figure) in guests for figure in draft.figures) or any(
            part.party_key != page.home for part in draft.parts
        )
    return draft.kind == "exercise" and bool(draft.parts or draft.time)


def parties_told(page: Page, draft: Draft) -> set[str]:
    """The parties told of: those of the participants, and those in the name of the encounter or its body."""
    parties = {part.party_key for part in draft.parts if part.party_key is not None}
    for trigger in draft.triggers:
        end = trigger.noun.idx if trigger.noun is not None else trigger.start
        for hit in page.marks.hits_in(end - NAMED_BEFORE, end):
            sense = hit.sense("demonym", "country")
            if sense is not None and "|" not in sense.key and "." not in page.marks.text[hit.end : end].strip():
                parties.add(sense.key)
    return parties


def _abroad(page: Page, draft: Draft) -> bool:
    """Whether somebody is where they are not at home; where nothing is said of the place, whether they are foreign."""
    soil = draft.country.key if draft.country is not None else page.home
    return any(part.party_key != soil for part in draft.parts)


def _of_many(page: Page, draft: Draft, parties: set[str]) -> bool:
    """Whether a conference is one of states: it has a name or a place, and is not one state's own on its own soil."""
    if not (capitals(page, draft) or draft.parts or draft.place or draft.country):
        return False
    own = {page.home, None}
    return not (
        parties
        and parties <= own
        and (draft.country is None or draft.country.key in own)
        and not _names_many(page, draft)
    )


def _names_many(page: Page, draft: Draft) -> bool:
    """Whether its own words say that it is of more than one state."""
    words = page.marks.text[draft.trigger.start : draft.trigger.end]
    return bool(_MANY.search(words)) or bool(lexicon.load().find(words, kinds=_ORGANISATIONS))
