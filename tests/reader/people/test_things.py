"""Things: what stands beside a title and names no person."""

import pytest

from communique.reader.marks import mark
from communique.reader.offices import find_offices
from communique.reader.people import find_people
from communique.reader.people.names import find_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He landed at King Faris Air Base.", []),
        ("King Faris landed at the base.", ["Faris"]),
        ("Yesterday in Porto Novelo, Ambassador Ann Mora spoke.", ["Ann Mora"]),
        ("At the Karimi Villa, the Special Envoy, Ann Mora, spoke.", ["Ann Mora"]),
        ("Ann Mora, the Special Envoy, spoke.", ["Ann Mora"]),
    ],
)
def test_people_only(text: str, expected: list[str]) -> None:
    marks = mark(text)
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    assert [figure.name.key for figure in find_people(marks)] == expected
