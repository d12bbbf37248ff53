"""From triggers to drafts: the order in which an encounter is read."""

import re
from dataclasses import replace

from communique.reader.bodies import Sitting
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.judging.apart import apart
from communique.reader.engagements.judging.gather import gather
from communique.reader.engagements.judging.judge import judge
from communique.reader.engagements.matter import read_matter
from communique.reader.engagements.participants.attendance import add_attendance
from communique.reader.engagements.participants.back import bring_guests, look_back, points_back
from communique.reader.engagements.participants.company import add_company
from communique.reader.engagements.participants.leads import add_heads, settle_leads
from communique.reader.engagements.participants.lend import drop_stand_ins, lend_signatories
from communique.reader.engagements.participants.parts import parts_of
from communique.reader.engagements.participants.receiving import weigh_roles
from communique.reader.engagements.participants.roles import settle_roles
from communique.reader.engagements.participants.rolls import call_rolls
from communique.reader.engagements.participants.seats import settle_seats
from communique.reader.engagements.setting.body import set_body
from communique.reader.engagements.setting.carry import carry_days
from communique.reader.engagements.setting.soil import from_dateline, inherit
from communique.reader.engagements.setting.status import status_of
from communique.reader.engagements.setting.when import Told, first_day, is_future, settle_days, times_of
from communique.reader.engagements.setting.where import destinations, place_of
from communique.reader.engagements.triggers import TALKED, Trigger, find_triggers
from communique.reader.engagements.triggers.instruments import with_instruments
from communique.reader.engagements.triggers.kinds import is_remote
from communique.reader.engagements.triggers.sessions import with_sessions
from communique.reader.page import Page
from communique.reader.who import Who

# How far after its verb the place of a visit may stand: `travelled yesterday evening with his delegation to ...`.
PLACE_REACH = 90
# Verbs of meeting that take things as well as people: `hosted a forum`, `welcomes the offer`.
OF_THINGS = frozenset({"host", "see", "welcome"})
# Verbs of arrival that tell of a visit even where its place is not told: `who arrived on Monday`.
ARRIVING = frozenset({"arrive", "land", "dock", "berth", "anchor", "moor"})
# A time of the report's own day that is still to come where the plain present tells of it.
LATER = re.compile(r"(?:this (?:afternoon|evening)|tonight|later (?:today|this))\b", re.IGNORECASE)
# Rules of verbs that tell of a call where nothing says that it was face to face.
OF_TALK = frozenset({"engagements.verb.speak_to", "engagements.verb.speak_with"})


def find_engagements(page: Page, who: Who, sittings: list[Sitting]) -> list[Draft]:
    """Every encounter the page tells of, with its people, setting and matter."""
    return finish(page, who, sittings, judge(page, find_drafts(page, who, sittings)))


def find_drafts(page: Page, who: Who, sittings: list[Sitting]) -> list[Draft]:
    """Everything that may be an encounter, each once, before it is judged."""
    drafts: list[Draft] = []
    programme = False
    for trigger in with_instruments(page, with_sessions(page, list(find_triggers(page.doc)), sittings)):
        if page.runs(trigger.start):
            for draft in _drafts(page, who, trigger, sittings, programme=programme):
                look_back(page, who, draft, drafts)
                drafts.append(draft)
                programme = programme or _is_programme(page, draft)
    return gather(page, [draft for draft in drafts if not _is_known_talk(draft, drafts)])


def finish(page: Page, who: Who, sittings: list[Sitting], drafts: list[Draft]) -> list[Draft]:
    """The encounters with everything that is told beside their triggers."""
    furnish(page, who, sittings, drafts)
    seat(page, who, drafts)
    told = [[part.role for part in draft.parts] for draft in drafts]
    settle_roles(drafts)
    weigh_roles(page, drafts, told)
    settle_leads(page, drafts)
    _tell_who(who, drafts)
    read_matter(page, who, drafts)
    return drafts


def seat(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Let those take part who do, beside or instead of those whom the grammar told of."""
    settle_seats(page, who, drafts)
    drop_stand_ins(drafts)
    lend_signatories(page, drafts)
    call_rolls(page, drafts)


def furnish(page: Page, who: Who, sittings: list[Sitting], drafts: list[Draft]) -> None:
    """Let the encounters have their people and setting, as far as grammar and neighbours tell them."""
    bring_guests(drafts)
    add_company(page, who, drafts)
    add_attendance(page, who, drafts)
    add_heads(page, drafts, sittings)
    carry_days(page, drafts)
    drop_stand_ins(drafts)
    for draft in drafts:
        from_dateline(page, draft)
    inherit(page, drafts)
    lend_signatories(page, drafts)


def _is_programme(page: Page, draft: Draft) -> bool:
    """Whether running text tells of an encounter to come, so that the plain present after it is of a programme."""
    return draft.status == "planned" and not page.in_title(draft.trigger.start)


def _drafts(page: Page, who: Who, trigger: Trigger, sittings: list[Sitting], *, programme: bool) -> list[Draft]:
    """One draft a trigger; a trip to several countries is one visit for each."""
    draft = _draft(page, who, trigger, sittings, programme=programme)
    draft.wanted = _wanted(page, draft) or points_back(who, trigger)
    if draft.kind != "visit":
        return apart(page, who, draft)
    return [
        replace(draft, place=place, country=country, parts=list(draft.parts), triggers=list(draft.triggers))
        for place, country in destinations(page, draft)
    ]


def _draft(page: Page, who: Who, trigger: Trigger, sittings: list[Sitting], *, programme: bool) -> Draft:
    told = times_of(page, trigger)
    status = status_of(trigger, future_day=_lies_ahead(page, trigger, told, programme=programme))
    place, country = place_of(page, trigger)
    parts = parts_of(page, who, trigger)
    if trigger.rule in OF_TALK and any(part.resides for part in parts) and not is_remote(trigger):
        trigger = replace(trigger, kind="meeting")  # who is posted to a capital is met there, not called
    kind = trigger.ahead if trigger.ahead is not None and status in ("planned", "proposed") else trigger.kind
    draft = Draft([trigger], kind, status, parts, place=place, country=country)
    settle_days(page, draft, told)
    draft.sentence = page.sentence_number(trigger.start)
    draft.tenseless = trigger.form == "noun" and status == "held"
    set_body(page, draft, sittings)
    return draft


def _lies_ahead(page: Page, trigger: Trigger, told: list[Told], *, programme: bool) -> bool | None:
    """Whether its day is still to come: `flies on to Bishkek on Wednesday`, in running text, is the next Wednesday.

    Of journeys the plain present tells so by itself (`leaves this afternoon`), of other encounters in a programme.
    """
    if told and trigger.is_plain_present and not page.in_title(trigger.start):
        nearest = told[0]
        today = page.front.anchor is not None and nearest.time.start == page.front.anchor.isoformat()
        if today and (nearest.edge == "goes" or LATER.match(page.marks.text, nearest.time.start_offset)):
            return True
        if nearest.time.start is None and nearest.time.readings is not None and (trigger.kind == "visit" or programme):
            return True
    return is_future(page, first_day(told))


def _wanted(page: Page, draft: Draft) -> bool:
    """Whether a verb has what its row asks for."""
    trigger = draft.trigger
    if trigger.wants == "person":
        return len(draft.parts) >= 2 or (trigger.kind == "meeting" and _names_one(draft))
    if trigger.wants == "visitor":
        return bool(draft.figures)
    if trigger.wants == "document":
        sentence = page.sentence_at(trigger.start)
        return any(h.sense("document_kind") for h in page.marks.hits_in(sentence.start_char, sentence.end_char))
    if trigger.wants == "place":
        if trigger.phase == "under way" and draft.figures and trigger.head.lemma_ in ARRIVING:
            return True
        return bool(draft.parts) and _has_place_after(draft)
    if trigger.wants == "arrival":
        return bool(draft.parts) and (_has_place_after(draft) or page.front.masthead.dateline_place is not None)
    return True


def _has_place_after(draft: Draft) -> bool:
    place = draft.place or draft.country
    return place is not None and 0 <= place.start - draft.trigger.head.idx <= PLACE_REACH


def _names_one(draft: Draft) -> bool:
    """Whether a verb of meeting names one of the two, and only the other is not told: `they were received by X`."""
    return bool(draft.figures) and draft.trigger.head.lemma_ not in OF_THINGS


def _is_known_talk(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a report of talk is of those whose meeting, call or session the page tells of; of nobody named, any."""
    if not draft.trigger.talk:
        return False
    told = [other for other in drafts if other.kind in TALKED and not other.trigger.talk]
    if not draft.figures:
        return bool(told)
    return any(all(any(part.is_same(each) for each in other.parts) for part in draft.parts) for other in told)


def _tell_who(who: Who, drafts: list[Draft]) -> None:
    """Let the guests and hosts of the encounters be known to later steps."""
    for draft in drafts:
        for part in draft.parts:
            if part.figure is not None:
                if part.role == "guest" and part.figure not in who.guests:
                    who.guests.append(part.figure)
                elif part.role == "host" and part.figure not in who.hosts:
                    who.hosts.append(part.figure)
