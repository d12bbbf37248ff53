import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.names.matching import Match, Ways, match
from communique.resolve.names.parts import parse

PARTS = [
    "Said",
    "bin",
    "Hamad",
    "Al",
    "Hinawi",
    "S.",
    "van",
    "Wira",
    "Sakti",
    "Wirasakti",
    "Safarov",
    "Safarzoda",
    "Jon",
    "Jonathan",
    "Lee",
]
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(" ".join)


def held(one: str, other: str, ways: Ways | None = None) -> Match:
    return match(parse(one), parse(other), ways=ways or Ways())


@pytest.mark.parametrize(
    ("one", "other", "rules"),
    [
        ("Said Hinawi", "Hinawi Said", "same same"),
        ("Said Hinawi", "Saeed Al-Hinawy", "spelling spelling"),
        ("Bambang Wirasakti", "Bambang Wira Sakti", "same joined"),
        ("Bambang Wira Sakti", "Bambang Wirasakti", "same joined"),
        ("Youssef Aboujaoudeh", "Youssef Abou Jaoudeh", "same joined"),
        ("Khalid Alsubaie", "Khalid Al-Subaie", "same joined"),
        ("Khurshed Safarzoda", "Khurshed Safarov", "same ending"),
        ("Jon Marburton", "Jonathan Marburton", "same nickname"),
        ("Jonas Marburton", "Jonas Marbuston", "same slip"),
    ],
)
def test_how_words_stand_for_each_other(one: str, other: str, rules: str) -> None:
    found = held(one, other)
    assert " ".join(each.rule for each in found.pairings) == rules
    assert not found.contradicts


def test_syllables_of_a_script() -> None:
    korean, chinese = Ways(scripts=frozenset({"Korean"})), Ways(scripts=frozenset({"Chinese"}), strict=True)
    assert not held("Lee Young-chul", "Yi Yeong-cheol", korean).contradicts
    assert held("Lee Young-chul", "Yi Yeong-cheol").contradicts
    assert len(held("Hsieh Chih-ming", "Xie Zhiming", chinese).pairings) == 2


def test_letters_as_a_party_reads_them() -> None:
    turkic = Ways(letters=(("c", "j"),))
    assert len(held("Elçin Cəfərov", "Elchin Jafarov", turkic).pairings) == 2
    assert len(held("Elçin Cəfərov", "Elchin Jafarov").pairings) == 1


def test_initials_take_what_words_leave() -> None:
    found = held("B. Ganzorigt", "Ganzorigt Batbold")
    assert (len(found.pairings), len(found.initials), found.contradicts) == (1, 1, False)
    assert held("D. Ganzorigt", "Ganzorigt Batbold").contradicts
    assert held("Ye. Kozhabekov", "Erlan Kozhabekov").initials


@given(NAMES, NAMES)
def test_matching_is_symmetric_in_what_it_finds(one: str, other: str) -> None:
    there, back = held(one, other), held(other, one)
    assert sorted(each.likeness for each in there.pairings) == sorted(each.likeness for each in back.pairings)
    assert (len(there.left_over), len(there.right_over)) == (len(back.right_over), len(back.left_over))
    assert there.contradicts == back.contradicts


@given(NAMES)
def test_a_name_is_all_of_itself(name: str) -> None:
    found = held(name, name)
    assert (*found.left_over, *found.right_over, *found.left_initials, *found.right_initials, *found.doubtful) == ()
    assert all(each.likeness == 1 for each in found.pairings)
