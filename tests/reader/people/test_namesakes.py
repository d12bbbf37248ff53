"""Namesakes: whether two forms in one report are one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import read
from communique.reader.people.namesakes import alike, folded, same_person

WORD = st.text(st.sampled_from("abdeghikmoquyz"), min_size=1, max_size=8).map(str.title)
NAME = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


@given(NAME, NAME)
def test_sameness_is_symmetric(one: str, other: str) -> None:
    assert same_person(one, other) == same_person(other, one)


@given(NAME)
def test_everybody_is_themselves(name: str) -> None:
    assert same_person(name, name)


@given(NAME)
def test_case_and_marks_do_not_matter(name: str) -> None:
    assert folded(name.upper()) == folded(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zaur Mammadli", "Z. Mammadli"),
        ("Zaur Mammadli", "Mammadli"),
        ("Radovan Mišković", "Radovan Miskovic"),
        ("Hojat Ghorbani", "H. Gorbani"),
        ("Faris al-Kurdi", "Kurdi"),
        ("Elnur Kasimov", "E. Kasimov"),
    ],
)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize(("one", "other"), [("Zaur Mammadli", "Aydin Mammadli"), ("Peter Otieno", "Peter Wanjiru")])
def test_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)


@given(WORD, WORD)
def test_likeness_is_of_spellings_of_about_one_length(one: str, other: str) -> None:
    assert alike(one, one)
    if abs(len(one) - len(other)) > 3:
        assert not alike(one, other)


def test_names_a_letter_apart_in_two_posts_are_two() -> None:
    text = (
        "On 4 May General Tran Van Hinh, Chief of the General Staff of Viet Nam, met General Pekka Salonen of Finland in Hanoi. "
        "General Tran Van Hanh, Minister of National Defence of Viet Nam, received the guest on 5 May."
    )
    people = {person.name.value: [office.value for office in person.office] for person in read(text).people}
    assert people["Tran Van Hinh"] == ["Chief of the General Staff of Viet Nam"]
    assert people["Tran Van Hanh"] == ["Minister of National Defence of Viet Nam"]
