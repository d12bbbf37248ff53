"""Across: for whom somebody acts who is met by the publisher's own, and of whom no words say it."""

import pytest

from communique import read

MET = "ISLAMABAD, 9 May 2022: Foreign Secretary Adnan Saleem Rathore received {} at the Foreign Office of Pakistan today. {}"


def parties(text: str) -> dict[str, str | None]:
    """The party of each named participant."""
    return {
        part.name.value: part.party.value if part.party is not None else None
        for account in read(text, published="2022-05-09").engagements
        for part in account.participants
        if part.name is not None
    }


def test_a_guest_is_of_the_state_told_beside_him() -> None:
    text = MET.format("Ambassador Lars Ekdahl", "They discussed trade between Pakistan and Sweden.")
    assert parties(text)["Lars Ekdahl"] == "SE"


def test_whoever_has_no_title_is_of_no_state() -> None:
    text = MET.format("the parents of Lars Ekdahl", "He was held captive in Sweden. In Sweden nobody knew of it.")
    assert parties(text).get("Lars Ekdahl") != "SE"


def test_a_state_told_in_passing_is_nobodys() -> None:
    text = (
        MET.format("Secretary Ahsan Mir", "He also saw the garden.")
        + "\n\nThe garden has trees bought in Sweden in 1994."
    )
    assert parties(text).get("Ahsan Mir") != "SE"


@pytest.mark.parametrize("words", ["held a meeting with", "co-chaired the fourth session of the Joint Commission with"])
def test_whom_they_hold_an_encounter_with_is_of_the_state_told_beside_him(words: str) -> None:
    text = (
        f"ISLAMABAD, 9 May 2022: Foreign Secretary Adnan Saleem Rathore of Pakistan {words} Deputy Prime Minister "
        "Lars Ekdahl today. They discussed trade between Pakistan and Sweden."
    )
    assert parties(text) == {"Adnan Saleem Rathore": "PK", "Lars Ekdahl": "SE"}
