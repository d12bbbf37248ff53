"""Names: runs of capitals that nothing else claims."""

import pytest

from communique.reader.marks import mark
from communique.reader.offices import find_offices
from communique.reader.people.names import find_names


def names(text: str) -> list[str]:
    marks = mark(text)
    marks.offices = find_offices(marks)
    return [name.key for name in find_names(marks)]


@pytest.mark.parametrize(
    "name",
    [
        "Khalid bin Salem Al Marri",
        "Faris al-Kurdi",
        "Siti binti Haji Omar",
        "Maria del Carmen Ibarra",
        "Cornelius von Rehden",
        "Pieter van der Berg",
        "Tran Viet Khoi",
        "Cho Tae-yong",
        "D. Enkhbold",
        "H.-R. Karimi",
        "Jean-Luc DUPONT",
        "Mohd. Zain Yusof",
        "Md Anwarul Kabir",
        "Nana Akua Owusu-Ansah",
        "Sean O'Rourke",
        'William "Bill" Thornton',
        "Haile Tesfaye",
        "Nasser bin Sultan Al-Amri",
        "Juan dela Cruz Santos",
        '"Kilo" Amaral',
        "Thura Ko",
        "Kyaw Than Oo",
        "Ts.Erdenebat",
        "ARAKI Jun",
    ],
)
def test_a_name_is_found_whole(name: str) -> None:
    assert name in names(f"On Monday General {name} arrived.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Ann Mora (Kenya) spoke.", ["Ann Mora"]),
        ("President Carl J. Moe, Jr. Approves Florida Plan", ["Carl J. Moe, Jr"]),
        ("Captain AK Rao sailed.", ["AK Rao"]),
        ("It said The General Amin Dost Receives Guest", ["Amin Dost"]),
    ],
)
def test_a_name_ends_where_it_ends(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Defence Minister ARAKI Jun spoke.", ["ARAKI Jun"]),
        ("Speaker Ann Mora Wednesday said so.", ["Ann Mora"]),
        ("Lieutenant General Bo Lind PA came.", ["Bo Lind"]),
        ("Minister of State Sultan bin Ahmed Al-Kurdi came.", ["Sultan bin Ahmed Al-Kurdi"]),
        ("Today in Tbilisi Giorgi Maruashvili spoke.", ["Giorgi Maruashvili"]),
        ("The Fourth Session was opened.", []),
        ("Welcoming Korhaven, she said so.", ["Korhaven"]),
    ],
)
def test_a_name_ends_where_other_words_begin(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_name_of_two_places_is_one_behind_a_post() -> None:
    assert names("She met the Minister of Health of Portugal, Duarte Vilhena. They spoke.") == ["Duarte Vilhena"]
