"""Parties by code and by name."""

import pytest

from communique.lexicon import entries
from communique.wording import parties


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("AZ", "AZ"),
        ("az", "AZ"),
        ("Azerbaijan", "AZ"),
        ("islamic republic of iran", "IR"),
        ("nato", "NATO"),
        ("European Union", "EU"),
        ("Atlantis", "Atlantis"),
    ],
)
def test_code(given: str, code: str) -> None:
    assert parties.code(given) == code


def test_name() -> None:
    assert parties.name("AZ") == "Azerbaijan"
    assert parties.name("NATO") == "NATO"


def test_every_country_is_found_by_its_code_and_its_name() -> None:
    for each in entries.territories():
        assert parties.code(each.code) == each.code
        assert parties.name(each.code) == each.name
        assert parties.code(each.name) == each.code
