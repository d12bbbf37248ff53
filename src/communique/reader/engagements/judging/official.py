"""Official: whether a draft tells of an encounter between two parties, by itself or beside others that do."""

import re

from communique import lexicon
from communique.reader.engagements.draft import Draft
from communique.reader.page import Page

_MANY = re.compile(
    r"\b(?:international|world|global|regional|multilateral|trilateral|summit|ministerial|leaders|pacific|african|european|asian|americas)\b",
    re.IGNORECASE,
)
_ORGANISATIONS: tuple[lexicon.Kind, ...] = ("organisation",)
# Encounters that need two sides to be one.
TWO_SIDED = frozenset({"meeting", "call", "correspondence"})
# Words of the place of one in a row of encounters.
ORDER = frozenset(
    {"next", "previous", "last", "following", "upcoming", "forthcoming", "preceding", "earlier", "second", "third"}
)
# How far before an encounter's noun its parties may stand: `Georgian-Latvian defence consultations`.
NAMED_BEFORE = 40
# What ends the clause they are named in: `which replaces equipment from Germany, and planted a tree`.
_ENDS = re.compile(r"\.(?=\s*\S)|;|, (?:and|but|then)\b")


def is_engagement(page: Page, draft: Draft) -> bool:
    """Whether a draft is by itself an official encounter of two parties; one state's own affairs are none."""
    parties = parties_told(page, draft)
    if draft.kind in TWO_SIDED:
        return draft.body is not None or len(parties) >= 2 or _with_a_stranger(page, draft, parties)
    if draft.kind == "visit":
        return bool(draft.parts) and _abroad(page, draft)
    if draft.kind == "session":
        return draft.body is not None or len(parties) >= 2
    if draft.kind == "conference":
        return _of_many(page, draft, parties)
    return len(parties) >= 2


def _with_a_stranger(page: Page, draft: Draft, parties: set[str]) -> bool:
    """Whether somebody of a foreign party meets somebody of whom no party is told: it is the report's own."""
    unknown = [part for part in draft.parts if part.party_key is None]
    return bool(unknown) and bool(parties - {page.home})


def goes_with(page: Page, draft: Draft, sure: list[Draft]) -> bool:
    """Whether a draft that says too little by itself is one beside encounters that are sure."""
    if draft.kind == "signing":
        return True
    if draft.kind == "ceremony":
        return bool(_guests(sure) & _people(draft)) or any(part.party_key != page.home for part in draft.parts)
    if draft.kind == "exercise":
        return bool(draft.parts or draft.time)
    if draft.kind == "visit":
        return _goes_abroad(page, draft, sure)
    if draft.kind in ("meeting", "call"):
        return _meets_again(page, draft, sure)
    return draft.kind == "session"


def _people(draft: Draft) -> set[int]:
    return {id(figure) for figure in draft.figures}


def _guests(sure: list[Draft]) -> set[int]:
    """Whoever takes part in one of the encounters."""
    return {figure for draft in sure for figure in _people(draft)}


def _visitors(sure: list[Draft]) -> set[int]:
    """Whoever is the guest of one of the encounters."""
    return {
        id(part.figure) for draft in sure for part in draft.parts if part.figure is not None and part.role == "guest"
    }


def _goes_abroad(page: Page, draft: Draft, sure: list[Draft]) -> bool:
    """Whether a visit is to a country that is not the report's own, or one made by a guest of the story."""
    if draft.country is None or page.home is None:
        return False
    return draft.country.key != page.home or bool(_visitors(sure) & _people(draft))


def _meets_again(page: Page, draft: Draft, sure: list[Draft]) -> bool:
    """Whether somebody who meets the other side in the story meets somebody else, or the next meeting is told."""
    if _points_on(draft):
        return True
    if len(draft.parts) >= 2:
        return bool(_guests(sure) & _people(draft)) or any(
            part.party_key not in (page.home, None) for part in draft.parts
        )
    return bool(draft.figures)


def _points_on(draft: Draft) -> bool:
    """Whether its noun is told as the one before or after another: `the next round`, `their previous meeting`."""
    noun = draft.trigger.noun
    return noun is not None and any(child.lower_ in ORDER for child in noun.children)


def parties_told(page: Page, draft: Draft) -> set[str]:
    """The parties told of: those of the participants, and those in the name of the encounter or its body."""
    parties = {part.party_key for part in draft.parts if part.party_key is not None}
    for trigger in draft.triggers:
        end = trigger.noun.idx if trigger.noun is not None else trigger.start
        for hit in page.marks.hits_in(end - NAMED_BEFORE, end):
            sense = hit.sense("demonym", "country")
            if sense is not None and "|" not in sense.key and not _ENDS.search(page.marks.text, hit.end, end):
                parties.add(sense.key)
    return parties


def _abroad(page: Page, draft: Draft) -> bool:
    """Whether somebody is where they are not at home; where nothing is said of the place, whether they are foreign."""
    soil = draft.country.key if draft.country is not None else page.home
    return any(part.party_key != soil for part in draft.parts)


def _of_many(page: Page, draft: Draft, parties: set[str]) -> bool:
    """Whether a conference is one of states: it has a name or a place, and is not one state's own on its own soil."""
    own = {page.home, None}
    if not (capitals(page, draft) or parties - own or draft.place or draft.country):
        return False
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


def capitals(page: Page, draft: Draft) -> frozenset[str]:
    """The words of an encounter that are written large: its name."""
    words = page.marks.text[draft.trigger.start : draft.trigger.end].split()
    return frozenset(word for word in words if word[0].isupper() or word[0].isdigit())
