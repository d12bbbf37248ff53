"""Where: the place of an encounter and its country, chosen among the sites its sentence names.

sites.py   what places a stretch of text names
elsewhere.py   which of them are places of what is only spoken of
reach.py   how far each stands from the trigger
soil.py    what is told of the place elsewhere: the dateline, the visit, the house that tells
"""

import re
from dataclasses import dataclass

from communique.lexicon import territory_of
from communique.reader.engagements.draft import Draft, Span
from communique.reader.engagements.setting.elsewhere import is_elsewhere
from communique.reader.engagements.setting.reach import LIMIT, distance
from communique.reader.engagements.setting.sites import Site, find_sites
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.marks import Mark
from communique.reader.page import Page

_LISTED = re.compile(r"\s*(?:,|and|,\s*and|&)\s*(?:(?:to|in)\s+)?(?:the\s+)?")
_HERE = re.compile(r"\bhere\b(?!\s+(?:is|are|to)\b)|\b(?:in|at|to|reached) the (?:port |coastal |host )?city\b(?! of)")
# How far from a building the place may stand that says in which country it is.
AROUND = 40
# Words between a city and the conference it gave its name to, and how long the name may be.
_OF_A_CITY = re.compile(r"\s+(?:(?:Security|Peace|Donors['’]?|Leaders['’]?|Recovery|Climate|Humanitarian)\s+)?")
LONGEST_NAME = 30
_CAPITAL = re.compile(r"\bthe (?P<whose>[A-Z][\w-]+) capital\b")
# `Praia will host the talks`, `Ljubljana became the venue of the talks`.
HOSTING = frozenset({"accommodate", "become", "host", "house", "stage"})
# What it costs a place to be only a country, to be known by its form alone, to lie on the way of no journey.
COUNTRY, UNNAMED, OTHER_WAY, BEHIND = 0.5, 1.0, 1.2, 0.4


@dataclass(frozen=True, slots=True)
class Choice:
    """A site and how far it stands from the trigger."""

    site: Site
    cost: float


def place_of(page: Page, trigger: Trigger) -> tuple[Span | None, Mark | None]:
    """The place named with a trigger in its sentence, and the country it lies in, each with its words."""
    if trigger.dated:
        return None, None
    sentence = page.sentence_at(trigger.start)
    sites = find_sites(page, sentence.start_char, sentence.end_char)
    chosen = sorted((choice for site in sites if (choice := _choice(page, trigger, site))), key=lambda each: each.cost)
    if not chosen and trigger.kind == "conference" and (city := _named_for(page, trigger)) is not None:
        return Span(city.start, city.end, "setting.place"), city
    if not chosen:
        return _pointed(page, trigger, sentence.start_char, sentence.end_char)
    site = chosen[0].site
    country = site.country or next((c.site.country for c in chosen if _is_around(site, c.site)), None)
    if site.kind == "country":
        return None, country
    return Span(site.start, site.end, f"setting.{'venue' if site.kind == 'venue' else 'place'}"), country


def _is_around(site: Site, other: Site) -> bool:
    """Whether another place beside a site may say its country: `in Nairobi, at Camp Lion`, not somebody's from afar."""
    return other.country is not None and max(other.start - site.end, site.start - other.end) <= AROUND


def _choice(page: Page, trigger: Trigger, site: Site) -> Choice | None:
    """A site with its cost; None where it is no place of this trigger's."""
    taken = _is_taken(page, trigger, site)
    if (site.use == "none" and not taken) or is_elsewhere(page, trigger, site):
        return None
    cost = 0.0 if taken else distance(page, trigger, site.start, site.end)
    if site.kind == "country":
        cost += COUNTRY
    if site.use == "go" and trigger.kind != "visit":
        cost += OTHER_WAY
    if site.use == "stay" and trigger.kind == "visit" and trigger.form == "verb":
        cost += BEHIND
    return Choice(site, cost) if cost <= LIMIT else None


def _is_taken(page: Page, trigger: Trigger, site: Site) -> bool:
    """`is visiting Japan`, `Japan visit`, `Praia will host`: a place that the trigger's own word takes."""
    token = page.tokens(site.start, site.end).root
    while token.dep_ in ("compound", "amod") and token.head.i != token.i and token.head.pos_ == "PROPN":
        token = token.head
    if trigger.kind == "visit":
        if token.dep_ == "dobj" and token.head.lemma_ == "visit" and trigger.head.is_ancestor(token.head):
            return True  # `extended an invitation to visit Lima`
        return token.dep_ in ("dobj", "compound") and token.head.i == trigger.head.i
    if site.kind not in ("city", "venue") or token.dep_ != "nsubj":
        return False
    verb = token.head
    of_noun = verb.dep_ == "relcl" and trigger.noun is not None and verb.head.i in (trigger.noun.i, trigger.noun.head.i)
    return verb.lemma_ in HOSTING and (of_noun or verb.i == trigger.head.i or verb.is_ancestor(trigger.head))


def _named_for(page: Page, trigger: Trigger) -> Mark | None:
    """`the Warsaw Summit`, `the Munich Security Conference`: the city that a conference has its name from."""
    if trigger.noun is None:
        return None
    for hit in page.marks.hits_in(trigger.noun.idx - LONGEST_NAME, trigger.noun.idx):
        sense = hit.sense("place")
        if sense is None or sense.care or "|" in sense.key:
            continue
        if _OF_A_CITY.fullmatch(page.marks.text, hit.end, trigger.noun.idx):
            return Mark(hit.start, hit.end, sense.kind, sense.key, "setting.place")
    return None


def _pointed(page: Page, trigger: Trigger, start: int, end: int) -> tuple[Span | None, Mark | None]:
    """`here`, the dateline's city; `the Turkish capital`, by its name where the text has it."""
    text = page.marks.text
    found = _CAPITAL.search(text, start, end)
    if found is not None and distance(page, trigger, *found.span()) <= LIMIT:
        return _capital(page, found)
    dateline = page.front.masthead.dateline_place
    found = _HERE.search(text, start, end)
    if found is None or dateline is None or distance(page, trigger, *found.span()) > LIMIT:
        return None, None
    sites = [hit for hit in page.marks.hits_in(dateline.start, dateline.end) if hit.sense("place", "seat")]
    for hit in sites:
        sense = hit.sense("place", "seat")
        if sense is not None and "|" not in sense.key:
            mark = Mark(hit.start, hit.end, sense.kind, sense.key, "setting.here")
            return Span(dateline.start, dateline.end, "setting.here"), mark
    return Span(dateline.start, dateline.end, "setting.here"), None


def _capital(page: Page, found: re.Match[str]) -> tuple[Span | None, Mark | None]:
    hit = page.marks.hit_at(found.start("whose"))
    sense = hit.sense("demonym") if hit is not None else None
    if sense is None or "|" in sense.key:
        return None, None
    country = Mark(*found.span("whose"), "demonym", sense.key, "setting.capital")
    territory = territory_of(sense.key)
    names = territory.capitals if territory is not None else ()
    for named in page.marks.hits:
        if page.marks.text[named.start : named.end] in names:
            return Span(named.start, named.end, "setting.capital"), country
    return None, country


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
