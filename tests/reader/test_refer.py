"""Mentions: every place that stands for somebody, none inside another."""

from itertools import pairwise

import pytest

from communique.reader.marks import Marks, mark
from communique.reader.offices import find_offices
from communique.reader.parties import settle_parties
from communique.reader.people import find_people
from communique.reader.people.names import find_names
from communique.reader.refer import Mention, find_mentions, party_in


def mentions(text: str) -> tuple[Marks, list[Mention]]:
    marks = mark(text)
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    figures = find_people(marks)
    settle_parties(marks, figures, "PE")
    return marks, find_mentions(marks, figures)


def meant(text: str) -> list[tuple[str, str, str | None]]:
    marks, found = mentions(text)
    return [(m.sort, marks.text[m.start : m.end], m.figure.name.key if m.figure else None) for m in found]


def test_a_post_told_in_short_is_its_holders() -> None:
    found = meant("Minister of Defence Ann Mora met Admiral Bo Lind of Sweden. The Minister thanked the Admiral.")
    assert ("office", "Minister", "Ann Mora") in found
    assert ("office", "Admiral", "Bo Lind") in found


def test_a_post_and_its_country_are_its_holders() -> None:
    found = meant(
        "Turkish Minister of National Defence Can Demir arrived. The defence minister of Türkiye saw the fleet."
    )
    assert ("office", "defence minister of Türkiye", "Can Demir") in found


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("The Latvian guest thanked them.", "side", "Latvian guest"),
        ("Officers from Kenya and Uganda took part.", "group", "Officers from Kenya and Uganda"),
        ("USS Maple called at Suva.", "group", "USS Maple"),
        ("The TNI hosted the drill.", "party", "TNI"),
        ("The two sides agreed.", "sides", "The two sides"),
    ],
)
def test_what_stands_for_somebody(text: str, sort: str, words: str) -> None:
    assert (sort, words, None) in meant(text)


def test_who_leads() -> None:
    _, found = mentions("The team was led by General Ann Mora and met Admiral Bo Lind.")
    assert [m.leads for m in found if m.sort == "name"] == [True, False]


def test_no_mention_lies_inside_another() -> None:
    _, found = mentions(
        "The Kenyan delegation led by Kenyan Chief of Defence Forces General Ann Mora met the TNI and both sides agreed."
    )
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_first_party_of_a_range() -> None:
    marks = mark("the armies of Peru and Chile")
    found = party_in(marks, 0, len(marks.text))
    assert found is not None
    assert found.key == "PE"
    assert party_in(marks, 0, 5) is None
