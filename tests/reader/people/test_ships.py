"""Ships, by the prefix of their names or by a noun before them."""

import pytest

from communique.reader.marks import mark
from communique.reader.people.ships import find_ships


def test_a_ship_is_its_navys() -> None:
    ((ship, party),) = find_ships(mark("The frigate HMAS Banksia called at Suva."))
    assert party is not None
    assert (ship.key, party.key) == ("HMAS Banksia", "AU")


@pytest.mark.parametrize(
    ("text", "ship", "party"),
    [
        ("Peru's landing ship Huallaga docked at Guayaquil.", "Peru's landing ship Huallaga", "PE"),
        ("The Omani patrol vessel 'Al Dhafra' left on Sunday.", "Omani patrol vessel 'Al Dhafra'", "OM"),
        ("The Portuguese Navy frigate Corvo do Mar sailed.", "Portuguese Navy frigate Corvo", "PT"),
        ("On Monday the corvette Larus put in at Split.", "corvette Larus", None),
    ],
)
def test_a_ship_told_by_its_noun_is_of_the_state_before_it(text: str, ship: str, party: str | None) -> None:
    ((found, owner),) = find_ships(mark(text))
    assert found.key == ship
    assert (owner.key if owner is not None else None) == party


@pytest.mark.parametrize("text", ["A frigate of the Navy sailed.", "They toured the ship. Banksia is a plant."])
def test_a_ship_without_a_name_is_none(text: str) -> None:
    assert find_ships(mark(text)) == []
