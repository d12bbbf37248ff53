"""Names: runs of capitals that nothing else claims."""

import pytest

from communique.reader.marks import mark
from communique.reader.names import find_names
from communique.reader.offices import find_offices


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
