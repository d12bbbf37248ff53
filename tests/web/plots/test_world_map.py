"""The map: circles by how many, where they belong, and labels that can be read."""

from math import pi
from xml.etree import ElementTree

import pytest

from communique.record.questions import PlaceLine
from communique.web.plots.projection import on_map
from communique.web.plots.world_map import CIRCLES, world_map


def place(name: str, east: float, north: float, engagements: int, *, country: str = "PE") -> PlaceLine:
    return PlaceLine(
        name=name,
        country=country,
        latitude=north,
        longitude=east,
        engagements=engagements,
        first=None,
        last=None,
        told=(name,),
    )


def drawn(*places: PlaceLine) -> ElementTree.Element:
    return ElementTree.fromstring(world_map(places, lambda each: f"/at/{each.name}"))


def test_a_circle_is_where_its_city_is_and_its_area_is_by_how_many() -> None:
    found = drawn(place("Lima", -77, -12, 64), place("Baku", 50, 40, 16)).findall("a/circle")
    areas = [pi * float(each.attrib["r"]) ** 2 for each in found]
    assert areas[0] / areas[1] == pytest.approx(4, rel=0.01)
    assert [(float(each.attrib["cx"]), float(each.attrib["cy"])) for each in found] == [
        pytest.approx(on_map(-77, -12), abs=0.6),
        pytest.approx(on_map(50, 40), abs=0.6),
    ]


def test_a_circle_leads_to_what_was_there() -> None:
    assert [each.attrib["href"] for each in drawn(place("Lima", -77, -12, 2)).findall("a")] == ["/at/Lima"]


def test_what_is_pointed_at_is_told_with_its_country() -> None:
    found = [each.text for each in drawn(place("Lima", -77, -12, 2)).iter("title")]
    assert "Lima, Peru: 2 engagements" in found
    assert "Singapore: 1 engagement" in [
        each.text for each in drawn(place("Singapore", 103.8, 1.3, 1, country="SG")).iter("title")
    ]


def test_labels_leave_each_other_room() -> None:
    found = drawn(*(place(f"A city called {nth}", 10 + nth / 10, 50, 20 - nth) for nth in range(20)))
    labels = [each.text for each in found.findall("text")]
    assert 1 <= len(labels) <= 3
    assert labels[0] == "A city called 0"


def test_no_more_circles_than_can_be_told_apart() -> None:
    many = [place(f"P{nth}", nth % 300 - 150, nth % 100 - 50, 1) for nth in range(CIRCLES + 20)]
    assert len(drawn(*many).findall("a/circle")) == CIRCLES


def test_a_name_is_only_a_name() -> None:
    hostile = "</title><script>alert(1)</script>"
    assert "<script" not in world_map([place(hostile, 0, 0, 1)], str)
    assert hostile in [each.text for each in drawn(place(hostile, 0, 0, 1)).findall("text")]


def test_of_no_place_there_is_the_world() -> None:
    found = drawn()
    assert len(found.findall("path")) == 2
    assert found.findtext("desc") == "none"
