"""The map: the world in outline, and a circle where engagements took place, its area as large as they are many."""

from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from xml.etree.ElementTree import Element

from markupsafe import Markup

from communique.record.questions import PlaceLine
from communique.web.plots.labels import Box, beside
from communique.web.plots.projection import HEIGHT, WIDTH, on_map
from communique.web.plots.svg import drawing, element, link
from communique.web.plots.world import outline
from communique.wording import parties, words

CIRCLES = 300  # more would hide each other; the table says what there is
LABELS = 25
LARGEST, SMALLEST = 22.0, 2.5  # radius
HIDING = 6.0  # a circle of a larger radius would make a label hard to read
LETTERS = 11.0  # height of a label


def world_map(places: Sequence[PlaceLine], to: Callable[[PlaceLine], str]) -> Markup:
    """The first `CIRCLES` of these places, by how many engagements they have, most first, and where each leads `to`."""
    shown = places[:CIRCLES]
    most = max((each.engagements for each in shown), default=1)
    drawn = outline()
    told = ", ".join(f"{each.name}: {each.engagements}" for each in shown[:LABELS]) or "none"
    marks = [(each, *on_map(each.longitude, each.latitude), _radius(each.engagements, most)) for each in shown]
    return drawing(
        WIDTH,
        HEIGHT,
        "Places of engagements",
        told,
        element("path", class_="land", d=drawn.land),
        element("path", class_="border", d=drawn.borders),
        *(link(to(mark[0]), _circle(*mark)) for mark in marks),
        *_labels(marks),
        role="group",
        class_="map",
    )


def name(place: PlaceLine) -> str:
    """A city with its country: there are two of many names."""
    country = parties.name(place.country)
    return place.name if country == place.name else f"{place.name}, {country}"


def _radius(engagements: int, most: int) -> float:
    return max(SMALLEST, LARGEST * sqrt(engagements / most))


def _circle(place: PlaceLine, x: float, y: float, radius: float) -> Element:
    told = element("title", text=f"{name(place)}: {words.count(place.engagements, 'engagement')}")
    return element("circle", told, cx=x, cy=y, r=radius, class_="place")


def _labels(marks: Sequence[tuple[PlaceLine, float, float, float]]) -> Iterator[Element]:
    """The names of the most frequent places, right or left of their circle, while there is room."""
    taken = [Box(x - radius, y - radius, x + radius, y + radius) for _, x, y, radius in marks if radius > HIDING]
    for place, x, y, radius in marks[:LABELS]:
        for before in (False, True):
            room = beside(x, y, place.name, LETTERS, gap=radius + 2, before=before)
            if room.within(WIDTH, HEIGHT) and not any(room.meets(each) for each in taken):
                taken.append(room)
                at = room.right if before else room.left
                anchor = "end" if before else None
                yield element("text", text=place.name, x=at, y=y + LETTERS / 3, text_anchor=anchor)
                break
