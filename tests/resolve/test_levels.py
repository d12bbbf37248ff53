"""Levels: of an office by its head, of an encounter by the lower of its sides."""

import pytest

from communique.lexicon.entries import LEVELS as KNOWN
from communique.resolve.levels import LEVELS, highest, level_between, level_of


def test_every_level_of_the_lexicon_has_its_place() -> None:
    assert set(LEVELS) == KNOWN
    assert len(LEVELS) == len(KNOWN)


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("President of the Republic of Kenya", "head of state"),
        ("Prime Minister", "head of government"),
        ("Minister of Defence and Veterans Affairs", "minister"),
        ("Defense Secretary", "minister"),
        ("Deputy Minister of Defence and Armed Forces Logistics", "deputy"),
        ("Chief of the General Staff of the Armed Forces", "chief of defence"),
        ("Ambassador to Peru", "envoy"),
        ("Director of International Cooperation", "official"),
    ],
)
def test_an_office_has_the_level_of_its_head(office: str, level: str) -> None:
    assert level_of([office]) == level


def test_of_several_offices_the_highest_counts() -> None:
    assert level_of(["Director of the Press Service", "Minister of State", "Chief of the General Staff"]) == "minister"
    assert level_of(["beekeeper"]) is None
    assert level_of([]) is None


def test_an_encounter_is_at_the_level_of_its_lower_side() -> None:
    assert level_between(["minister", "envoy"]) == "envoy"
    assert level_between(["minister", None]) == "minister"
    assert level_between([None]) is None
    assert highest(["envoy", None, "minister"]) == "minister"
