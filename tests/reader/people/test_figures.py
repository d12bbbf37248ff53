"""People: which places name one person, and what is kept of them."""

import pytest

from communique.reader.marks import mark
from communique.reader.offices import find_offices
from communique.reader.people import find_people
from communique.reader.people.names import find_names


def people(text: str) -> list[tuple[str, str | None, list[str], list[str]]]:
    marks = mark(text)
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    return [
        (
            figure.name.key,
            figure.rank.key if figure.rank else None,
            [office.key for office in figure.offices],
            [place.name.key for place in figure.places],
        )
        for figure in find_people(marks)
    ]


def test_shorter_forms_are_the_same_person() -> None:
    text = "General Ann Mora Ibarra arrived. Gen. Mora spoke. A. Mora Ibarra left. Ibarra thanked them."
    assert people(text) == [("Ann Mora Ibarra", "General", [], ["Ann Mora Ibarra", "Mora", "A. Mora Ibarra", "Ibarra"])]


def test_one_surname_and_one_post_are_one_person() -> None:
    text = "President Joe Moe spoke. President Joseph R. Moe, Jr. left."
    ((name, _, offices, places),) = people(text)
    assert name == "Joseph R. Moe, Jr"
    assert offices == ["President"]
    assert places == ["Joe Moe", "Joseph R. Moe, Jr"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Defence Minister Bo Lind came. The Minister of Defence of Sweden, Bo Lind, left.", "Minister of Defence of Sweden"),
        (("Ambassador of Laos to Russia Kham Vong came. The Ambassador Extraordinary and Plenipotentiary of the Lao People's Democratic Republic "
         "to the Russian Federation, Kham Vong, left."),
         "Ambassador Extraordinary and Plenipotentiary of the Lao People's Democratic Republic to the Russian Federation"),
        ("CoAS General Hari Thapa came. The Chief of the Army Staff, General Hari Thapa, left.", "Chief of the Army Staff"),
    ],
)  # fmt: skip
def test_the_longest_form_of_a_post_is_kept(text: str, office: str) -> None:
    ((_, _, offices, _),) = people(text)
    assert offices == [office]


def test_a_brother_is_somebody_else() -> None:
    names = [name for name, *_ in people("General Ann Mora met Colonel Luis Mora.")]
    assert names == ["Ann Mora", "Luis Mora"]


def test_two_posts_before_a_name_may_be_of_two() -> None:
    text = "Vice President Ann Mora met Chancellor Bo Lind. The Vice President and Chancellor Lind spoke."
    assert [(name, offices) for name, _, offices, _ in people(text)] == [
        ("Ann Mora", ["Vice President"]),
        ("Bo Lind", ["Chancellor"]),
    ]


def test_a_service_between_rank_and_name() -> None:
    ((name, rank, _, _),) = people("Major General TNI Budi Prakasa came.")
    assert (name, rank) == ("Budi Prakasa", "Major General")


def test_the_post_of_somebody_elses_aide_is_not_ones_own() -> None:
    (first, _) = people("Ambassador Ann Mora, PM's Principal Secretary Bo Lind and others came.")
    assert first[2] == []
