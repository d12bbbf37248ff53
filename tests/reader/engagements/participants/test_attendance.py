"""Parties that are told together to have attended."""

import pytest

from communique import read

OPENING = (
    "NAIROBI, 4 May 2021 - The 9th Meeting of the Regional Committee on Border Trade was held in Nairobi on Monday. "
)


def parties(text: str) -> set[str]:
    """The parties of the first encounter of a text."""
    part = read(text).engagements[0].participants
    return {each.party.value for each in part if each.party is not None}


@pytest.mark.parametrize(
    "sentence",
    [
        "Delegations from Ghana, Malawi and Zambia participated.",
        "Ghana, Malawi and Zambia also sent observers.",
        "Ghana, Malawi and Zambia were represented at senior level.",
    ],
)
def test_parties_told_together_each_take_part(sentence: str) -> None:
    assert {"GH", "MW", "ZM"} <= parties(OPENING + sentence)


def test_who_did_not_come_takes_no_part() -> None:
    assert not parties(OPENING + "Ghana, Malawi and Zambia did not participate.") & {"GH", "MW", "ZM"}
