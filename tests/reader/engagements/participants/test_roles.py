"""Host and guest: by the verb, else by whose soil it is."""

import pytest

from communique import read

MINISTER = "Defence Minister of Estonia Tarvo Kuusmets"
GUEST = "Defence Minister of Latvia Arnis Bērzkalns"
THIRD = "Defence Minister of Finland Aarne Kivelä"


def roles(text: str) -> dict[str, str]:
    """Role by family name in the first account."""
    account = read(text, published="2022-03-16").engagements[0]
    return {
        person.name.quote.split()[-1]: person.role.value
        for person in account.participants
        if person.name and person.role
    }


@pytest.mark.parametrize(
    ("text", "host", "guest"),
    [
        (f"{MINISTER} received {GUEST} on Tuesday.", "Kuusmets", "Bērzkalns"),
        (f"{GUEST} called on {MINISTER} on Tuesday.", "Kuusmets", "Bērzkalns"),
        (f"{GUEST} met with {MINISTER} in Tallinn on Tuesday.", "Kuusmets", "Bērzkalns"),
        (f"{GUEST} met with {MINISTER} in Riga on Tuesday.", "Bērzkalns", "Kuusmets"),
    ],
)
def test_host_and_guest(text: str, host: str, guest: str) -> None:
    assert roles(text) == {host: "host", guest: "guest"}


@pytest.mark.parametrize(
    "text",
    [
        f"{MINISTER} spoke by telephone with {GUEST} on Tuesday.",
        f"{MINISTER} met with {GUEST} in Lisbon on Tuesday.",
        f"{MINISTER} met with {GUEST} on Tuesday.",
    ],
)
def test_calls_third_ground_and_no_place_have_none(text: str) -> None:
    assert set(roles(text).values()) == {"participant"}


def test_of_many_states_only_the_one_at_home_is_host() -> None:
    found = roles(f"{MINISTER} met with {GUEST} and {THIRD} in Tallinn on Tuesday.")
    assert found == {"Kuusmets": "host", "Bērzkalns": "participant", "Kivelä": "participant"}


def test_nobody_visits_his_own_country() -> None:
    found = roles(f"{GUEST} will visit Estonia on Friday at the invitation of {MINISTER}.")
    assert found["Bērzkalns"] == "guest"
    assert found.get("Kuusmets", "host") == "host"
