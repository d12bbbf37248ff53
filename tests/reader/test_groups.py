"""Groups and ships: those who take part without being named."""

import pytest

from communique.reader.groups import find_groups, find_ships, parties_of
from communique.reader.marks import mark


@pytest.mark.parametrize(
    ("text", "group", "parties"),
    [
        ("Some 350 senior Kenyan and Ugandan officers trained.", "Some 350 senior Kenyan and Ugandan officers", ["KE", "UG"]),
        ("Officers from Kenya, Uganda and Rwanda trained.", "Officers from Kenya, Uganda and Rwanda", ["KE", "UG", "RW"]),
        ("The Kazakh paratroopers jumped.", "Kazakh paratroopers", ["KZ"]),
        ("High-level representatives of NATO came.", "High-level representatives of NATO", ["NATO"]),
    ],
)  # fmt: skip
def test_a_group_with_its_parties(text: str, group: str, parties: list[str]) -> None:
    marks = mark(text)
    (found,) = find_groups(marks)
    assert found.key == group
    assert [party.key for party in parties_of(marks, found)] == parties


def test_a_bare_noun_is_no_group() -> None:
    assert find_groups(mark("They spoke of officers.")) == []


def test_a_ship_is_its_navys() -> None:
    ((ship, party),) = find_ships(mark("The frigate HMAS Banksia called at Suva."))
    assert (ship.key, party.key) == ("HMAS Banksia", "AU")
