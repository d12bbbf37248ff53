"""Groups: those who take part without being named."""

import pytest

from communique.reader.marks import mark
from communique.reader.offices import find_offices
from communique.reader.people.groups import (
    find_groups,
    find_joint_offices,
    find_shared_groups,
    parties_of,
    size_of,
)


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


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The defence ministers of Kenya, Uganda and Rwanda met.", "defence ministers of Kenya, Uganda and Rwanda"),
        ("The Kenyan and Ugandan foreign ministers met.", "Kenyan and Ugandan foreign ministers"),
    ],
)
def test_an_office_of_several_parties(text: str, office: str) -> None:
    marks = mark(text)
    marks.offices = find_offices(marks)
    (found,) = find_joint_offices(marks)
    assert found.key == office
    assert {party.key for party in parties_of(marks, found)} >= {"KE", "UG"}


def test_a_group_of_the_two_countries() -> None:
    (found,) = find_shared_groups(mark("The navies of the two countries trained off Mombasa."))
    assert (found.key, size_of(found)) == ("navies of the two countries", 2)
