"""Soil: on whose ground an encounter is where its own sentence does not say: dateline, visit, publisher."""

import datetime
import re
from functools import cache

from communique.lexicon import territory_of
from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.draft import Draft, Part, Span
from communique.reader.engagements.setting.sites import country_at
from communique.reader.marks import Mark
from communique.reader.page import Page
from communique.reader.times import Time

# Sentences within which a signing without signatories goes with the encounter told before it.
NEAR = 4
# Days for which somebody who was met in a country may still be there.
STAY = 7


@cache
def _seat() -> re.Pattern[str]:
    """`at his office`, `the visiting minister`, `called on him`."""
    phrases, rooms = alternation(vocabulary("seat_phrases")), alternation(vocabulary("seat_nouns"))
    return re.compile(rf"\b(?:{phrases}|(?:at|in) (?:his|her) (?:\w+ )?{rooms})\b", re.IGNORECASE)


def from_dateline(page: Page, draft: Draft) -> None:
    """The dateline's city is the place of what happened on its day, where the text names no other.

    What is told of the day before or of a whole stay is only sure to lie in the dateline's country.
    """
    place = page.front.masthead.dateline_place
    if place is None or draft.country is not None or draft.kind in ("call", "correspondence"):
        return
    away = _days_away(page.front.anchor, draft.time)
    if draft.place is not None:
        if draft.is_done and draft.place.rule == "setting.venue" and (away == 0 or _undated(page, draft)):
            draft.country = country_of_dateline(page)
        return
    if not draft.is_done or not (away in (0, 1) or _undated(page, draft)):
        return
    if draft.kind != "visit" and not _elsewhere(page, draft, away):
        draft.place = Span(place.start, place.end, "setting.dateline")
    draft.country = country_of_dateline(page)


def country_of_dateline(page: Page) -> Mark | None:
    """The country the dateline's place lies in; a place of no table is one of the publisher's own country."""
    place = page.front.masthead.dateline_place
    if place is None:
        return None
    country = country_at(page, place.start, place.end)
    if country is not None or page.home is None or territory_of(page.home) is None:
        return country
    known = any(hit.sense("place", "seat", "country") for hit in page.marks.hits_in(place.start, place.end))
    return None if known else Mark(place.start, place.end, "place", page.home, "setting.home")


def _elsewhere(page: Page, draft: Draft, away: int | None) -> bool:
    """Whether it may have been anywhere in the country: the day before, or `the same day` as something else."""
    rule = draft.time.rule if draft.time is not None else None
    if away == 1 and (draft.kind == "ceremony" or not _opens(page, draft)):
        return True
    return rule == "times.relative" or (draft.kind == "ceremony" and rule == "when.carried")


def _opens(page: Page, draft: Draft) -> bool:
    """Whether the first two sentences tell of it."""
    return draft.sentence <= page.sentence_number(page.front.body_start) + 1


def _undated(page: Page, draft: Draft) -> bool:
    """Whether an encounter of the opening sentence says no day that would part it from the dateline's."""
    return _opens(page, draft) and (draft.time is None or draft.time.start is None)


def inherit(page: Page, drafts: list[Draft]) -> None:
    """Give what says no place that of what it is within: a visit, what is told beside it, the house that tells."""
    for draft in drafts:
        if draft.country is None and draft.kind == "visit" and draft.status in ("planned", "proposed"):
            draft.country = _inviter(draft)
        if draft.country is not None or draft.kind in ("call", "correspondence", "conference", "visit", "exercise"):
            continue
        whole = _whole(draft, drafts)
        if whole is not None:
            draft.country = whole.country
            draft.place = draft.place or whole.place
        elif (beside := draft.beside or _beside(draft, drafts)) is not None and _told(beside):
            draft.country = beside.country
        elif (ground := _of_the_met(draft, drafts)) is not None or (ground := _own_ground(page, draft)) is not None:
            draft.country = ground


def _inviter(draft: Draft) -> Mark | None:
    """The state that invites to a visit, where one does: it is the ground."""
    hosts = [part.party for part in draft.parts if part.role == "host" and part.party is not None]
    keys = {party.key for party in hosts}
    return hosts[0] if len(keys) == 1 and territory_of(hosts[0].key) is not None else None


def _whole(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """A visit somebody of this is on, or an encounter of the same people, on the same days."""
    for other in drafts:
        if other is draft or other.country is None or not _same_days(draft, other):
            continue
        shared = _shared(draft, other)
        if not draft.parts and draft.kind == "signing" and _is_near(draft, other):
            return other
        if shared and (other.kind in ("visit", "session") or shared == len(draft.figures)):
            return other
    return None


def _beside(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The country alone: of the encounter that a signing closes, or of that whose guest lays a wreath."""
    before = [other for other in drafts if other is not draft and other.country is not None and _told(other)]
    near = [other for other in before if _is_near(draft, other)]
    if draft.kind == "signing" and _told(draft) and near:
        return near[-1]
    if draft.kind == "ceremony" and draft.status in ("held", "planned"):
        return next((other for other in reversed(before) if _shared(draft, other)), None)
    return None


def _of_the_met(draft: Draft, drafts: list[Draft]) -> Mark | None:
    """The country a visitor is in by another encounter, where those met are of it: `the guest also met the Speaker`."""
    for other in drafts:
        if other is draft or other.country is None or not other.has_soil or not _shared(draft, other):
            continue
        if (_held(draft) and not _held(other)) or _days_apart(draft, other) > STAY:
            continue
        soil = other.country.key
        at_home = [part for part in draft.parts if part.party_key == soil]
        away = [part for part in draft.parts if part.party_key not in (soil, None)]
        if at_home and any(part.figure in other.figures for part in away if part.figure is not None):
            return other.country
    return None


def _days_apart(one: Draft, other: Draft) -> int:
    return abs((one.day - other.day).days) if one.day is not None and other.day is not None else 0


def _own_ground(page: Page, draft: Draft) -> Mark | None:
    """The publisher's own country, where its officials are met by those of others and words say who came."""
    if page.home is None or not _receives(page, draft):
        return None
    if draft.place is None and not _at_seat(page, draft) and not any(part.resides for part in _others(page, draft)):
        return None
    return next(part.party for part in draft.parts if part.party_key == page.home)


def _others(page: Page, draft: Draft) -> list[Part]:
    return [part for part in draft.parts if part.party_key != page.home]


def _at_seat(page: Page, draft: Draft) -> bool:
    """`at his office`, `the visiting minister`, `here today`: whether a sentence that tells of it says who came."""
    sentences = [page.sentence_at(trigger.start) for trigger in draft.triggers]
    return any(_seat().search(page.marks.text, each.start_char, each.end_char) for each in sentences)


def _told(draft: Draft) -> bool:
    return draft.is_done and draft.kind not in ("call", "correspondence")


def _is_near(draft: Draft, other: Draft) -> bool:
    return 0 <= draft.sentence - other.sentence <= NEAR and other.kind != "visit"


def _shared(one: Draft, other: Draft) -> int:
    """How many named people two encounters share."""
    return sum(any(figure is each for each in other.figures) for figure in one.figures)


def _same_days(one: Draft, other: Draft) -> bool:
    if one.time is None or other.time is None or one.time.start is None or other.time.start is None:
        return _held(one) == _held(other)
    return (
        one.time.start <= (other.time.end or other.time.start) and (one.time.end or one.time.start) >= other.time.start
    )


def _held(draft: Draft) -> bool:
    return draft.is_done


def _receives(page: Page, draft: Draft) -> bool:
    """Whether officials of the publisher's own are met by those of others."""
    keys = {part.party_key for part in draft.parts}
    return page.home in keys and len(keys - {None}) > 1 and _held(draft)


def _days_away(anchor: datetime.date | None, time: Time | None) -> int | None:
    """How many days lie between an encounter's day and the dateline's; None where one of them is not to be had."""
    if time is None or time.start is None or time.precision != "day":
        return None
    if anchor is None:
        return 0
    return abs((datetime.date.fromisoformat(time.start) - anchor).days)
