"""Setting: when and where an encounter is."""

import datetime
import re
from functools import cache

from communique import lexicon
from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.draft import Draft, Span
from communique.reader.engagements.triggers import Trigger
from communique.reader.marks import Mark
from communique.reader.page import Page
from communique.reader.times import Time

# Sentences within which a signing without signatories goes with the encounter told before it.
NEAR = 4
# Characters before a place that the words which lead to it may take: `in the capital city of `.
LONGEST_BEFORE = 40
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|to|for|into|from|near|aboard|on)\s+(?:the\s+|its\s+)?"
    r"(?:port of\s+|city of\s+|capital(?: city)?,?\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|and|,\s*and|&)\s*(?:(?:to|in)\s+)?(?:the\s+)?")
# A venue: capitalised words after `at`, or in a building told by its kind.
_VENUE = re.compile(
    r"\b(?:at|in|aboard)\s+(?P<venue>(?:the\s+)?(?:[A-ZÀ-Þ][\w'’.-]*)(?:\s+(?:of|the|and|for|de|del|al|[A-ZÀ-Þ0-9][\w'’.-]*))*"
    r"(?:\s+(?:in|,)\s*[A-ZÀ-Þ][\w'’-]+)?)"
)
# A room or house in lower case: `in his office`, `in the building of the Ministry of Defence`.
_ROOM = re.compile(
    r"\b(?:at|in|on)\s+(?P<venue>(?:the|his|her|their)\s+(?:\w+\s+)?"
    r"(?:office|ministry|headquarters|embassy|parade ground|palace|residence|building|"
    r"premises|secretariat|training ground|range|base|airport|port|academy|mausoleum|memorial|cemetery|tomb)"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w'-]*(?:\s+(?:of|and|the|[A-Z][\w'-]*))*)?)"
)


@cache
def _building() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(vocabulary('venue_words'))}\b")


def place_of(page: Page, trigger: Trigger) -> tuple[Span | None, Mark | None]:
    """The place named with a trigger in its sentence, and the country it lies in, each with its words."""
    sentence = page.sentence_at(trigger.start)
    start, end = sentence.start_char, sentence.end_char
    venue = _venue(page, trigger, start, end)
    city, country = _city(page, trigger, start, end)
    if venue is not None and (city is None or abs(venue.start - trigger.end) < abs(city.start - trigger.end) + 40):
        return venue, country
    return city, country


def destinations(page: Page, draft: Draft) -> list[tuple[Span | None, Mark | None]]:
    """The places of a visit, one a country: `to the United Kingdom and Belgium`, `to Seoul and Tokyo`."""
    if draft.country is None:
        return [(draft.place, draft.country)]
    found: list[tuple[Span | None, Mark | None]] = [(draft.place, draft.country)]
    last = draft.country
    for hit in page.marks.hits_in(last.end, len(page.marks.text)):
        sense = hit.sense("country", "place")
        if not _LISTED.fullmatch(page.marks.text, last.end, hit.start) or sense is None or "|" in sense.key:
            break
        last = Mark(hit.start, hit.end, sense.kind, sense.key, f"setting.{sense.kind}")
        span = Span(hit.start, hit.end, "setting.place") if sense.kind == "place" else None
        if sense.key not in {country.key for _, country in found if country is not None}:
            found.append((span, last))
    return found


def _venue(page: Page, trigger: Trigger, start: int, end: int) -> Span | None:
    found = []
    for match in (*_VENUE.finditer(page.marks.text, start, end), *_ROOM.finditer(page.marks.text, start, end)):
        first, last = match.span("venue")
        last = _before_people(page, first, last)
        if _building().search(page.marks.text, first, last) and page.marks.office_at(first) is None:
            found.append(Span(first, last, "setting.venue"))
    return min(found, key=lambda span: abs(span.start - trigger.end)) if found else None


def _before_people(page: Page, first: int, last: int) -> int:
    """The end of a venue's name, before the rank or office of who is named behind it, without its full stop."""
    marks = page.marks
    people = [hit.start for hit in marks.hits_in(first + 1, last) if hit.sense("rank", "honorific") is not None]
    people += [office.start for office in marks.offices_in(first + 1, last)]
    return first + len(page.marks.text[first : min(people, default=last)].rstrip(" .,"))


def _city(page: Page, trigger: Trigger, start: int, end: int) -> tuple[Span | None, Mark | None]:
    best: tuple[int, Span | None, Mark] | None = None
    for hit in page.marks.hits_in(start, end):
        sense = hit.sense("place", "seat", "country")
        if sense is None or "|" in sense.key or page.marks.office_at(hit.start) is not None:
            continue
        before = max(start, hit.start - LONGEST_BEFORE)
        if not (_PLACE_BEFORE.search(page.marks.text, before, hit.start) or _is_visited(page, trigger, hit.start)):
            continue
        mark = Mark(hit.start, hit.end, sense.kind, sense.key, f"setting.{sense.kind}")
        distance = abs(hit.start - trigger.end)
        span = None if sense.kind == "country" else Span(hit.start, hit.end, "setting.place")
        if best is None or (distance, span is None) < (best[0], best[1] is None):
            best = (distance, span, mark)
    return (best[1], best[2]) if best else (None, None)


def _is_visited(page: Page, trigger: Trigger, offset: int) -> bool:
    """`is visiting Japan`, `reached Kathmandu`, `Japan visit`: a place that the trigger's own word takes."""
    token = page.tokens(offset, offset + 1)[0]
    while token.dep_ in ("compound", "amod") and token.head is not token and token.head.pos_ == "PROPN":
        token = token.head
    return trigger.kind == "visit" and token.dep_ in ("dobj", "compound") and token.head == trigger.head


def from_dateline(page: Page, draft: Draft) -> None:
    """The dateline's city is the place of what happened on its day, where the text names no other."""
    place = page.front.masthead.dateline_place
    if (
        place is None
        or draft.place is not None
        or draft.kind in ("call", "correspondence")
        or draft.country is not None
    ):
        return
    if draft.status not in ("held", "under way") or not (
        _same_day(page.front.anchor, draft.time) or _undated(page, draft)
    ):
        return
    draft.place = Span(place.start, place.end, "setting.dateline")
    country = country_at(page, place.start, place.end)
    if country is not None:
        draft.country = country


def _undated(page: Page, draft: Draft) -> bool:
    """Whether an encounter of the opening sentence says no day that would part it from the dateline's."""
    opening = page.sentence_number(page.front.body_start)
    return draft.sentence <= opening + 1 and (draft.time is None or draft.time.start is None)


def inherit(page: Page, drafts: list[Draft]) -> None:
    """Give what says no place that of what it is within: a visit, what is told beside it, the house that tells."""
    for draft in drafts:
        if draft.country is not None or draft.kind in ("call", "correspondence", "conference", "visit", "exercise"):
            continue
        whole = _whole(draft, drafts)
        if whole is not None:
            draft.country = whole.country
            draft.place = draft.place or whole.place
        elif page.home is not None and _receives(page, draft):
            home = next(part.party for part in draft.parts if part.party_key == page.home)
            draft.country = home


def _whole(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """A visit somebody of this is on, or an encounter of the same people, on the same days."""
    for other in drafts:
        if other is draft or other.country is None or not _same_days(draft, other):
            continue
        shared = [figure for figure in draft.figures if any(figure is each for each in other.figures)]
        if (
            not draft.parts
            and draft.kind == "signing"
            and 0 <= draft.sentence - other.sentence <= NEAR
            and other.kind != "visit"
        ):
            return other
        if shared and (other.kind in ("visit", "session") or len(shared) == len(draft.figures)):
            return other
    return None


def _same_days(one: Draft, other: Draft) -> bool:
    if one.time is None or other.time is None or one.time.start is None or other.time.start is None:
        return _held(one) == _held(other)
    return (
        one.time.start <= (other.time.end or other.time.start) and (one.time.end or one.time.start) >= other.time.start
    )


def _held(draft: Draft) -> bool:
    return draft.status in ("held", "under way")


def _receives(page: Page, draft: Draft) -> bool:
    """Whether officials of the publisher's own are met by those of others, in a text that names no ground abroad."""
    keys = {part.party_key for part in draft.parts}
    return page.home in keys and len(keys) > 1 and _held(draft) and draft.place is not None


def country_at(page: Page, start: int, end: int) -> Mark | None:
    """The country of a place named in a range."""
    for hit in page.marks.hits:
        if start <= hit.start < end or hit.start <= start < hit.end:
            sense = hit.sense("country", "place", "seat")
            if sense is not None and "|" not in sense.key:
                return Mark(max(hit.start, start), min(hit.end, end), sense.kind, sense.key, "setting.country")
    return None


def _same_day(anchor: datetime.date | None, time: Time | None) -> bool:
    if time is None or time.start is None:
        return False
    if anchor is None:
        return True
    return abs((datetime.date.fromisoformat(time.start) - anchor).days) <= 1 if len(time.start) == 10 else False


def display(code: str) -> str:
    """A country's name for messages."""
    return lexicon.name_of(code)
