"""Sides: whose delegation somebody leads or belongs to."""

import pytest

from communique.reader.marks import mark
from communique.reader.offices import find_offices
from communique.reader.parties import settle_parties
from communique.reader.people import find_people
from communique.reader.people.names import find_names


def party(text: str, name: str) -> str | None:
    marks = mark(text)
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    figures = find_people(marks)
    settle_parties(marks, figures, "PH")
    return next(figure.party.key if figure.party else None for figure in figures if figure.name.key == name)


@pytest.mark.parametrize(
    "text",
    [
        "The Cuban delegation headed by General Ann Mora arrived.",
        "The Cuban National Defence Force (CNDF) team, led by General Ann Mora, Head of Training, arrived.",
        "Cuba was represented by General Ann Mora.",
        "Peru was represented by Admiral Bo Lind, and Cuba by General Ann Mora.",
        "The Peruvian side was led by Admiral Bo Lind, and that of Cuba by General Ann Mora.",
        "From Cuba came General Ann Mora.",
        "At the table was, for Cuba, General Ann Mora.",
        "Heading the Cuban side was General Ann Mora.",
        "Admiral Bo Lind headed the Peruvian side, and heading the Cuban one General Ann Mora.",
        "General Ann Mora led the Cuban delegation.",
        "General Ann Mora, the Deputy Chief of Staff, chairs it for Cuba.",
        "General Ann Mora stood at the head of the Cuban one.",
        "Cuban Admiral Bo Lind was accompanied by Ambassador Ann Mora.",
        "Cuban Admiral Bo Lind stood in for General Ann Mora.",
        "A mission of the Cuban General Staff headed by General Ann Mora arrived.",
        "The Cuban leader was accompanied by Health Minister Ann Mora.",
        "Admiral Bo Lind led the Peruvian side, the Cuban one – by General Ann Mora.",
        "General Ann Mora is to lead the Cuban delegation.",
        "Accompanying Cuban Minister Eva Luna were Admiral Bo Lind and General Ann Mora.",
        "Cuban Admiral Bo Lind introduced his successor, General Ann Mora.",
        "The Cuban side was led by Admiral Bo Lind and General Ann Mora.",
    ],
)
def test_the_side_is_told(text: str) -> None:
    assert party(text, "Ann Mora") == "CU"


@pytest.mark.parametrize(
    "text",
    ["On Cuba, General Ann Mora was brief.", "General Ann Mora spoke for an hour about Cuba.", "Cuba was met by silence. General Ann Mora left."],
)  # fmt: skip
def test_a_state_that_is_only_spoken_of(text: str) -> None:
    assert party(text, "Ann Mora") == "PH"
