"""Leads: who heads a delegation, a side, a body or its session.

X led the Kenyan side; Y headed the delegation of Z; the session was co-chaired by X and Y.
"""

import re
from functools import cache

from communique.lexicon.alternation import alternation
from communique.lexicon.tables import Column, table
from communique.lexicon.vocabulary import vocabulary
from communique.reader.bodies import Sitting
from communique.reader.engagements.draft import Draft, Part
from communique.reader.page import Page
from communique.reader.refer import Mention
from communique.reader.who import Who

AROUND = 70  # characters around somebody's name in which a delegation of theirs is told of
_DELEGATION = re.compile(
    r"\b(?:(?:at the head of|heading|leading|headed|led) (?:a|an|the|his|her|its|by)\b|"
    r"(?:his|her|the accompanying) (?:\w+ )?delegation|delegation accompanying (?:him|her))",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:co-?)?(?:head|chair|chairman|chairwoman|chairperson|president|leader)\b", re.IGNORECASE)
LONGEST_BETWEEN = 28  # characters between somebody and words of leading that name nobody else


@cache
def leading_words() -> re.Pattern[str]:
    """The words of leading (table leading_words)."""
    return re.compile(rf"\b{alternation(_leaders())}\b", re.IGNORECASE)


@cache
def _leaders() -> dict[str, str]:
    """By words of leading, whether who leads stands `before` or `after` them."""
    rows = table("leading_words", ["phrase", Column("leader", values=frozenset({"before", "after"}))])
    return {row["phrase"]: row["leader"] for row in rows}


def add_heads(page: Page, drafts: list[Draft], sittings: list[Sitting]) -> None:
    """Whoever heads a body by office takes part in its session: `head of the Working Group from the X side`."""
    for draft in drafts:
        if draft.kind != "session" or draft.body is None or not draft.is_done:
            continue
        places = [sitting.start for sitting in sittings if sitting.body.name.key == draft.body.key]
        for figure in page.figures:
            office = next((o for o in figure.offices if any(o.start <= place < o.end for place in places)), None)
            if office is None or not _HEADING.match(office.key):
                continue
            part = Part(
                figure, figure.name, "participant", draft.trigger_span, (office.start, office.end), figure.party
            )
            twin = next((other for other in draft.parts if other.is_same(part)), None)
            if twin is None:
                draft.parts.append(part)
            else:
                twin.leads = twin.leads or part.leads


def settle_leads(page: Page, drafts: list[Draft]) -> None:
    """Who convenes a session for a side heads that side, and who is told to bring a delegation leads it on the visit.

    Several conveners of one session all lead (codebook); a side is told of by its head first. Who only attends a
    session convenes nothing.
    """
    for draft in drafts:
        if draft.kind == "session" and not _only_attended(page, draft):
            for party in {part.party_key for part in draft.parts if part.figure is not None}:
                side = [part for part in draft.parts if part.party_key == party and part.figure is not None]
                if not any(part.leads for part in side):
                    side[0].leads = draft.trigger_span
        elif draft.kind == "visit":
            for part in draft.parts:
                part.leads = part.leads or _brings(page, part)


def _only_attended(page: Page, draft: Draft) -> bool:
    """Whether the words that tell of a session are words of attending it."""
    told = [page.tokens(trigger.start, trigger.end) for trigger in draft.triggers if not page.in_title(trigger.start)]
    return bool(told) and any(word.lemma_.lower() in vocabulary("attending_verbs") for word in told[0])


def _brings(page: Page, part: Part) -> tuple[int, int] | None:
    """The words that say that a guest came with a delegation: `leading a delegation`, `and his delegation`."""
    if part.figure is None or part.role != "guest":
        return None
    for place in part.figure.places:
        around = (max(0, place.start - AROUND), min(len(page.marks.text), place.end + AROUND))
        found = _DELEGATION.search(page.marks.text, *around)
        if (
            found is not None
            and "." not in page.marks.text[min(found.end(), place.end) : max(found.start(), place.start)]
        ):
            return found.span()
    return None


def leading(page: Page, who: Who, mention: Mention, start: int, end: int) -> tuple[int, int] | None:
    """The words of leading that are a mention's own: `led by X`, `X led the side`, `chaired by X and Y`."""
    text = page.marks.text
    for match in leading_words().finditer(text, start, end):
        leader = _leaders()[match.group().casefold()]
        before = match.end() <= mention.start and leader == "after"
        after = mention.end <= match.start() and leader == "before"
        if not (before or after):
            continue
        first, last = (match.end(), mention.start) if before else (mention.end, match.start())
        if _only_people(who, text, first, last):
            return match.span()
    return None


def _only_people(who: Who, text: str, first: int, last: int) -> bool:
    """Whether nothing stands between but other people of the same list and a few small words."""
    between = text[first:last]
    for mention in reversed(who.within(first, last)):
        between = between[: mention.start - first] + between[mention.end - first :]
    return ";" not in between and len(between.strip()) <= LONGEST_BETWEEN
