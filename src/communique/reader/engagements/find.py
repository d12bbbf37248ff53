"""From triggers to drafts: the order in which an encounter is read."""

from dataclasses import replace

from communique.reader.bodies import Sitting
from communique.reader.engagements.back import look_back, points_back
from communique.reader.engagements.carry import carry_days
from communique.reader.engagements.company import add_company, add_heads, settle_leads
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.gather import gather
from communique.reader.engagements.matter import read_matter
from communique.reader.engagements.parts import parts_of
from communique.reader.engagements.roles import settle_roles
from communique.reader.engagements.sits import set_body
from communique.reader.engagements.soil import from_dateline, inherit
from communique.reader.engagements.status import status_of
from communique.reader.engagements.triggers import Trigger, find_triggers
from communique.reader.engagements.when import first_day, is_future, settle_days, times_of
from communique.reader.engagements.where import destinations, place_of
from communique.reader.page import Page
from communique.reader.who import Who

# How far after its verb the place of a visit may stand: `travelled yesterday evening with his delegation to ...`.
PLACE_REACH = 90
# Verbs of meeting that take things as well as people: `hosted a forum`, `welcomes the offer`.
OF_THINGS = frozenset({"host", "see", "welcome"})
# Verbs of arrival that tell of a visit even where its place is not told: `who arrived on Monday`.
ARRIVING = frozenset({"arrive", "land", "dock", "berth", "anchor", "moor"})


def find_engagements(page: Page, who: Who, sittings: list[Sitting]) -> list[Draft]:
    """Every encounter the page tells of, with its people, setting and matter."""
    drafts: list[Draft] = []
    for trigger in find_triggers(page.doc):
        if page.runs(trigger.start):
            for draft in _drafts(page, who, trigger, sittings):
                look_back(page, who, draft, drafts)
                drafts.append(draft)
    gathered = gather(page, drafts)
    add_company(page, who, gathered)
    add_heads(page, gathered, sittings)
    carry_days(page, gathered)
    for draft in gathered:
        from_dateline(page, draft)
    inherit(page, gathered)
    settle_roles(gathered)
    settle_leads(page, gathered)
    _tell_who(who, gathered)
    read_matter(page, who, gathered)
    return gathered


def _drafts(page: Page, who: Who, trigger: Trigger, sittings: list[Sitting]) -> list[Draft]:
    """One draft a trigger; a trip to several countries is one visit for each."""
    draft = _draft(page, who, trigger, sittings)
    if not _wanted(page, draft) and not points_back(who, trigger):
        return []
    if draft.kind != "visit":
        return [draft]
    return [
        replace(draft, place=place, country=country, parts=list(draft.parts), triggers=list(draft.triggers))
        for place, country in destinations(page, draft)
    ]


def _draft(page: Page, who: Who, trigger: Trigger, sittings: list[Sitting]) -> Draft:
    told = times_of(page, trigger)
    status = status_of(trigger, future_day=is_future(page, first_day(told)))
    place, country = place_of(page, trigger)
    kind = trigger.ahead if trigger.ahead is not None and status in ("planned", "proposed") else trigger.kind
    draft = Draft([trigger], kind, status, parts_of(page, who, trigger), place=place, country=country)
    settle_days(page, draft, told)
    draft.sentence = page.sentence_number(trigger.start)
    draft.tenseless = trigger.form == "noun" and status == "held"
    set_body(page, draft, sittings)
    return draft


def _wanted(page: Page, draft: Draft) -> bool:
    """Whether a verb has what its row asks for."""
    trigger = draft.trigger
    if trigger.wants == "person":
        return len(draft.parts) >= 2 or (trigger.kind == "meeting" and _names_one(draft))
    if trigger.wants == "document":
        sentence = page.sentence_at(trigger.start)
        return any(h.sense("document_kind") for h in page.marks.hits_in(sentence.start_char, sentence.end_char))
    if trigger.wants == "place":
        at = draft.place.start if draft.place is not None else draft.country.start if draft.country is not None else -1
        if trigger.phase == "under way" and draft.figures and trigger.head.lemma_ in ARRIVING:
            return True
        return bool(draft.parts) and 0 <= at - trigger.head.idx <= PLACE_REACH
    return True


def _names_one(draft: Draft) -> bool:
    """Whether a verb of meeting names one of the two, and only the other is not told: `they were received by X`."""
    return bool(draft.figures) and draft.trigger.head.lemma_ not in OF_THINGS


def _tell_who(who: Who, drafts: list[Draft]) -> None:
    """Let the guests and hosts of the encounters be known to later steps."""
    for draft in drafts:
        for part in draft.parts:
            if part.figure is not None:
                if part.role == "guest" and part.figure not in who.guests:
                    who.guests.append(part.figure)
                elif part.role == "host" and part.figure not in who.hosts:
                    who.hosts.append(part.figure)
