"""Sites: the places that a stretch of text names, by the lexicon or by their form.

in the port of Aktau, at Kigali Airport        known names, and names with a word for a building or a ground
at the Queen Elizabeth Barracks in Nabua       a building and what it stands in are one place
in Visby, Sweden; off Marsa Matrouh            names the lexicon need not know
in his office, on the parade ground            rooms in lower case
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from communique.lexicon import Hit, Sense
from communique.lexicon.alternation import alternation
from communique.lexicon.tables import Column, table
from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.setting.unlisted import unlisted
from communique.reader.marks import Mark
from communique.reader.page import Page
from communique.reader.parties import own_regions

Use = Literal["stay", "go", "none"]
# Characters of the words that lead to a place: `in the capital city of `.
LONGEST_LEAD = 40
_NAME = r"[A-ZÀ-Þ][\w'’-]*(?:\.(?=[A-Z]))?"
_LINK = r"(?:of|to|the|de|del|da|do|al|el|la|-|–|&)"
_NAMES = rf"{_NAME}(?:\s+(?:{_LINK}\s+){{0,2}}(?:{_NAME}|\d+\b))*"


@dataclass(frozen=True, slots=True)
class Site:
    """A place as written, what it is, its country where known, and the use of the word before it."""

    start: int
    end: int
    kind: Literal["venue", "city", "country"]
    country: Mark | None
    use: Use


@cache
def _lead() -> re.Pattern[str]:
    nouns, words = alternation(vocabulary("settlement_nouns")), alternation(_uses())
    return re.compile(
        rf"\b(?P<lead>{words})\s+(?:the\s+|its\s+)?(?:(?:\w+\s+)?{nouns},?\s+(?:of\s+)?)?$", re.IGNORECASE
    )


@cache
def _uses() -> dict[str, Use]:
    rows = table("place_prepositions", ["words", Column("use", values=frozenset({"stay", "go"}))])
    return {row["words"]: cast(Use, row["use"]) for row in rows}


@cache
def _building() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(vocabulary('venue_words'))}\b")


@cache
def _venue() -> re.Pattern[str]:
    """A venue after its preposition: capitalised words with what they stand in, or a room in lower case."""
    rooms = alternation(word for word in vocabulary("venue_words") if word.islower())
    within = rf"(?:(?:,|,?\s+(?:in|at|on))\s+(?:the\s+)?{_NAMES})?"
    named = rf"(?:the\s+)?{_NAMES}(?:\s+and\s+{_NAMES})?(?:\s+{rooms})?(?:\s+of\s+(?:the\s+)?{_NAMES})?{within}"
    office = rf"(?:\s+of\s+(?:the\s+)?(?:{_NAMES}(?:\s+and\s+{_NAMES})?|{rooms}))?"
    room = rf"(?:the|his|her|their|its)\s+(?:[\w'’-]+\s+)?{rooms}{office}{within}"
    return re.compile(
        rf"\b(?i:at|in|on|aboard|on board|inside|outside|(?P<go>to|visit(?:ed|s|ing)?|"
        rf"tour(?:ed|s|ing)?|inspect(?:ed|s|ing)?))\s+(?P<venue>{named}|{room})"
    )


# What a place's words end with where more is cut off: `the White House | on June 29`.
_LOOSE_END = re.compile(r"(?:[\s.,]|\b(?:in|on|at|by|of|the|and|to)(?=\s*$))+$")
_CITY = re.compile(r"\s+(?:city|town)\b")
_ABROAD = re.compile(r"\b(?:embassy|mission|consulate|high commission|legation)\b", re.IGNORECASE)
_BESIDE = re.compile(rf",\s+(?P<more>{_NAMES})(?=[,.;:)]|\s|$)")


def find_sites(page: Page, start: int, end: int) -> list[Site]:
    """The places named in a stretch of text; of two that overlap, the building."""
    venues = list(_venues(page, start, end))
    cities = [
        site for site in _cities(page, start, end) if not any(venue.start <= site.start < venue.end for venue in venues)
    ]
    taken = [(site.start, site.end) for site in venues + cities]
    others = [
        site
        for site in _unlisted(page, start, end)
        if not any(first < site.end and site.start < last for first, last in taken)
    ]
    return venues + cities + others


def use_of(page: Page, start: int, offset: int) -> Use:
    """The use of the preposition that leads to an offset; `none` where there is no such word."""
    found = _lead().search(page.marks.text, max(start, offset - LONGEST_LEAD), offset)
    return _uses()[found["lead"].lower()] if found is not None else "none"


def country_at(page: Page, start: int, end: int) -> Mark | None:
    """The country of a place named in a range."""
    for hit in page.marks.hits:
        if start <= hit.start < end or hit.start <= start < hit.end:
            sense = hit.sense("country", "place", "seat")
            if sense is not None and "|" not in sense.key:
                return Mark(max(hit.start, start), min(hit.end, end), sense.kind, sense.key, "setting.country")
    return None


def _venues(page: Page, start: int, end: int) -> Iterator[Site]:
    for first, last, use in _after_prepositions(page, start, end):
        last = _before_others(page, first, last)
        built = _building().search(page.marks.text, first, last)
        if built is None or not page.runs(first) or _is_none(page, first, built.end(), last):
            continue
        yield Site(first, last, "venue", _ground(page, first, last), use)


def _after_prepositions(page: Page, start: int, end: int) -> Iterator[tuple[int, int, Use]]:
    """The capitalised words after a preposition or a verb of going there, without days: `on Thursday at the Palace`."""
    found = _venue().search(page.marks.text, start, end)
    while found is not None:
        first, last = found.span("venue")
        day = next((time for time in page.times if time.start_offset <= first < time.end_offset), None)
        if day is None:
            yield first, last, "go" if found["go"] else "stay"
        found = _venue().search(page.marks.text, max(first, day.end_offset) if day is not None else last, end)


def _unlisted(page: Page, start: int, end: int) -> Iterator[Site]:
    """Places of no table, with the region or country beside them."""
    for name, more in unlisted(page, start, end):
        region = country_at(page, *more) if more is not None else None
        yield Site(name[0], more[1] if more is not None and region is None else name[1], "city", region, "stay")


def _ground(page: Page, first: int, last: int) -> Mark | None:
    """The country a building lies in; an embassy lies in another than it is named for."""
    led = _city_led_to(page, first, last)
    if led is not None or _ABROAD.search(page.marks.text, first, last):
        return led
    return country_at(page, first, last)


def _city_led_to(page: Page, first: int, last: int) -> Mark | None:
    """The country of the city a building stands in: `the Cocoa Institute in Jember`; none of a name of many places."""
    for hit in reversed(page.marks.hits_in(first + 1, last)):
        sense = _place_sense(hit)
        if sense is not None and not sense.care and use_of(page, first, hit.start) == "stay":
            return _country(page, hit)
    return None


def _is_none(page: Page, first: int, built: int, last: int) -> bool:
    """Whether a venue's words are a day's, an office's or a town's: `the Staff College Commandant`, `the port city`."""
    if page.marks.office_at(first) is not None or _CITY.match(page.marks.text, built):
        return True
    if any(time.start_offset <= first < time.end_offset for time in page.times):
        return True
    return any(office.start < built <= office.end for office in page.marks.offices_in(built - 1, last))


def _before_others(page: Page, first: int, last: int) -> int:
    """The end of a venue's name, before the people and days told of behind it, without a full stop."""
    marks = page.marks
    people = [hit.start for hit in marks.hits_in(first + 1, last) if hit.sense("rank", "honorific") is not None]
    people += [office.start for office in marks.offices_in(first + 1, last)]
    people += [
        place.name.start for figure in page.figures for place in figure.places if first < place.name.start < last
    ]
    people += [time.start_offset for time in page.times if first < time.start_offset < last]
    kept = marks.text[first : min(people, default=last)]
    return first + len(_LOOSE_END.sub("", kept))


def _cities(page: Page, start: int, end: int) -> Iterator[Site]:
    """The cities and countries of the lexicon, each with the use of the word before it."""
    regions = own_regions(page.marks, page.home)
    for hit in page.marks.hits_in(start, end):
        sense = _place_sense(hit)
        if sense is None or not page.runs(hit.start) or page.marks.office_at(hit.start) or _is_origin(page, hit):
            continue
        mark = _country(page, hit)
        if mark is None or mark.key in regions:
            continue
        use = use_of(page, start, hit.start)
        if sense.kind == "country":
            yield Site(hit.start, hit.end, "country", mark, use)
        else:
            yield Site(hit.start, _with_region(page, hit, end), "city", mark, use)


def _place_sense(hit: Hit) -> Sense | None:
    """What a name is as a place: a country where it is a city's only with care (`Georgia`, `Jordan`)."""
    sense = hit.sense("place", "seat", "country")
    return (hit.sense("country") or sense) if sense is not None and sense.care else sense


def _country(page: Page, hit: Hit) -> Mark | None:
    """The country of a named place; where several have one of that name, the one told beside it."""
    sense = _place_sense(hit)
    if sense is None:
        return None
    if "|" not in sense.key:
        return Mark(hit.start, hit.end, sense.kind, sense.key, f"setting.{sense.kind}")
    found = _BESIDE.match(page.marks.text, hit.end)
    beside = country_at(page, *found.span("more")) if found is not None else None
    return beside if beside is not None and beside.key in sense.key.split("|") else None


def _with_region(page: Page, hit: Hit, end: int) -> int:
    """The end of a city with the region beside it; a country's name beside it is no part of the place."""
    found = _BESIDE.match(page.marks.text, hit.end, end)
    if found is None:
        return hit.end
    first, last = found.span("more")
    closed = page.marks.text[last : last + 1]
    other = next(iter(page.marks.hits_in(first, last)), None)
    if other is None or page.marks.office_at(first) is not None:
        named = any(place.name.start < last and first < place.name.end for f in page.figures for place in f.places)
        return (
            last
            if other is None and closed in (",", ".") and not named and page.marks.office_at(first) is None
            else hit.end
        )
    region = other.sense("place")
    own = _place_sense(hit)
    same = region is not None and own is not None and set(own.key.split("|")) & set(region.key.split("|"))
    return last if same and other.start == first and other.end == last and closed in (",", ".") else hit.end


_ORIGIN_AFTER = re.compile(
    r"[-–](?:based|born|led|backed|bound)\b|['’]s?\s|\s+(?:Treaty|Process|Declaration|Protocol|Accords?|Agreement|Convention|Format|Talks|Summit)\b"
)


def _is_origin(page: Page, hit: Hit) -> bool:
    """`Nairobi-based`, `the Moscow Treaty`, `Kigali's`: a name beside something that is elsewhere."""
    return bool(_ORIGIN_AFTER.match(page.marks.text, hit.end))
