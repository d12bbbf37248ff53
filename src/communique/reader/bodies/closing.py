"""Closing: bodies become parts of a reading, with their parties, heads and what they deal with."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.reader.bodies.model import Standing
from communique.reader.marks import Mark
from communique.reader.page import Page
from communique.reader.people import Figure
from communique.reading import Body, Head
from communique.report import Cited

if TYPE_CHECKING:
    from communique.reader.engagements.draft import Draft

_AREA = re.compile(r"\b(?:on|for)\s+(?P<area>.+?)(?=\s+(?:between|among|of the|\()|$)", re.DOTALL)
_HEADS = re.compile(r"\b(?:co-?chair\w*|chair\w*|heads?|presid\w+|leaders?)\b", re.IGNORECASE)


def close_bodies(page: Page, bodies: list[Standing], drafts: list["Draft"]) -> tuple[Body, ...]:
    """The bodies as parts of a reading, `B1`, `B2`, … in order of first mention."""
    return tuple(_close(page, body, f"B{number}", drafts) for number, body in enumerate(bodies, start=1))


def _close(page: Page, body: Standing, name: str, drafts: list["Draft"]) -> Body:
    longest = body.name
    meetings = [draft for draft in drafts if draft.body == longest]
    forms: dict[str, Mark] = {}
    for place in sorted(body.places, key=lambda place: place.start):
        if place.mark.key != longest.key:
            forms.setdefault(place.mark.key, place.mark)
    return Body(
        id=name,
        name=page.marked(longest),
        aliases=tuple(page.marked(mark) for mark in forms.values()),
        kind=page.cite(longest.start, longest.end, value=body.kind, rule=longest.rule),
        parties=tuple(page.cite(m.start, m.end, value=m.key, rule=m.rule) for m in _parties(body, meetings)),
        areas=tuple(_areas(page, body)),
        heads=tuple(_head(page, figure) for figure in _heads(page, body, meetings)),
    )


def _parties(body: Standing, meetings: list["Draft"]) -> list[Mark]:
    """The parties its name tells; where that is not two, those who sat in it too."""
    found = {mark.key: mark for mark in body.parties}
    if len(found) < 2:
        for part in (part for draft in meetings for part in draft.parts):
            if part.party is not None:
                found.setdefault(part.party.key, part.party)
    return list(found.values())


def _areas(page: Page, body: Standing) -> Iterator[Cited[str]]:
    """What it is to deal with, as its names say: `on Civil Protection`."""
    seen: set[str] = set()
    for place in sorted(body.places, key=lambda place: place.start):
        for match in _AREA.finditer(place.mark.key):
            if match.group("area").casefold() not in seen:
                seen.add(match.group("area").casefold())
                at = place.start + match.start("area")
                yield page.quoted(at, place.start + match.end("area"), rule="bodies.area")


def _heads(page: Page, body: Standing, meetings: list["Draft"]) -> list[Figure]:
    """Who heads it: whose office is `head of the body`, and who led a side or the chair where it met."""
    found: list[Figure] = []
    for figure in page.figures:
        if any(_heads_it(body, office) for office in figure.offices):
            found.append(figure)
    for part in (part for draft in meetings for part in draft.parts):
        if part.figure is not None and part.leads is not None and part.figure not in found:
            found.append(part.figure)
    return found


def _heads_it(body: Standing, office: Mark) -> bool:
    return any(
        office.start <= place.start < office.end and _HEADS.search(office.key[: place.start - office.start])
        for place in body.places
    )


def _head(page: Page, figure: Figure) -> Head:
    party = figure.party
    return Head(
        name=page.marked(figure.name),
        party=page.cite(party.start, party.end, value=party.key, rule=party.rule) if party is not None else None,
    )
