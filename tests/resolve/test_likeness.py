"""Likenesses: kept between two and one, in one order, and told in words."""

import pytest

from communique.resolve.likeness import Reason, likeness

FAMILY = Reason("people.family", 0.5, "same family name")
OFFICE = Reason("people.office", 0.3, "same office")
YEARS = Reason("people.years", -0.4, "thirty years between them")


def test_ids_are_kept_in_order_and_reasons_told_strongest_first() -> None:
    found = likeness("P-b", "P-a", 0.4, [OFFICE, YEARS, FAMILY])
    assert (found.left, found.right) == ("P-a", "P-b")
    assert found.words == "same family name; thirty years between them; same office"
    assert found.rule == "people.family"


def test_where_nothing_speaks_for_it_the_strongest_against_decides() -> None:
    weak = Reason("people.party", -0.1, "other party")
    assert likeness("a", "b", 0.0, [weak, YEARS]).rule == "people.years"
    assert likeness("a", "b", 0.0, []).rule == ""


@pytest.mark.parametrize(("given", "kept"), [(1.7, 1.0), (-0.2, 0.0), (0.123456, 0.1235)])
def test_scores_are_kept_between_two_and_one(given: float, kept: float) -> None:
    assert likeness("a", "b", given, [FAMILY]).score == kept
