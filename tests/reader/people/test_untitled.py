"""Untitled names: when a sentence tells that a name is somebody's."""

import pytest

from communique.reader.marks import mark
from communique.reader.offices import find_offices
from communique.reader.people import Figure, find_people
from communique.reader.people.names import find_names


def figures(text: str) -> dict[str, Figure]:
    marks = mark(text)
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    return {figure.name.key: figure for figure in find_people(marks)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The team was led by Ann Mora.", "Ann Mora"),
        ("The sides were headed by General Bo Lind and by Ann Mora, of the navy.", "Ann Mora"),
        ("Ann Mora, who heads the academy, came.", "Ann Mora"),
        ("Ann Mora and General Bo Lind signed it.", "Ann Mora"),
        ("General Bo Lind and Ann Mora signed it.", "Ann Mora"),
        ("The heads of the two delegations, Bo Lind and Ann Mora, signed it.", "Ann Mora"),
        ("It is safe, Ann Mora said.", "Ann Mora"),
        ("Ann Mora took over from Bo Lind in May.", "Bo Lind"),
        ("Minister Bo Lind, Hungary's Ann Mora and others came.", "Ann Mora"),
        ("The two, Bulgaria's Ann Mora and Italy's Bo Lind, signed.", "Bo Lind"),
    ],
)
def test_the_sentence_tells_a_person(text: str, name: str) -> None:
    assert name in figures(text)


@pytest.mark.parametrize(
    "text", ["They flew over Amber Gate.", "The Nasser Palace was opened.", "Amber Gate ended on Friday."]
)
def test_capitals_alone_tell_nobody(text: str) -> None:
    assert figures(text) == {}


def test_the_next_sentence_gives_the_names() -> None:
    text = "Kenya's defence minister phoned his Ghanaian counterpart on Monday. Ann Mora and Sheikh Bo Lind spoke of trade."
    found = figures(text)
    assert [office.key for office in found["Ann Mora"].offices] == ["Kenya's defence minister"]
    assert set(found) == {"Ann Mora", "Bo Lind"}


def test_posts_told_together_are_given_to_both() -> None:
    text = "The declaration was signed by their defence ministers. Ann Mora and Bo Lind said crews would train."
    offices = {name: [office.key for office in figure.offices] for name, figure in figures(text).items()}
    assert offices == {"Ann Mora": ["defence ministers"], "Bo Lind": ["defence ministers"]}
