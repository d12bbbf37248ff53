"""Titles: what stands around a name."""

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


def offices(text: str) -> dict[str, list[str]]:
    return {name: [office.key for office in figure.offices] for name, figure in figures(text).items()}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Kenya's Defence Minister Ruth Oloo arrived.", "Ruth Oloo", "Kenya's Defence Minister"),
        ("The Minister of Defence of Peru, General (Retired) Luis Ibarra, spoke.", "Luis Ibarra", "Minister of Defence of Peru"),
        ("Indonesian Defence Minister Retired General Adi Santoso spoke.", "Adi Santoso", "Indonesian Defence Minister"),
        ("Vice Adm R Menon, AVSM, VSM, Chief Hydrographer, spoke.", "R Menon", "Chief Hydrographer"),
        ("The Ambassador of Rwanda, resident in Doha, Odile Umutoni, came.", "Odile Umutoni", "Ambassador of Rwanda"),
        ("General Karl Huber of Austria, Commander of EUFOR Althea, spoke.", "Karl Huber", "Commander of EUFOR Althea"),
        ("Lieutenant General Sultan Akmetov, Deputy Minister of Defence, spoke.", "Sultan Akmetov", "Deputy Minister of Defence"),
        ("Admiral Bo Lind, commander of U.S. Southern Command, spoke.", "Bo Lind", "commander of U.S. Southern Command"),
        ("The Chief of Defence Staff (General Kofi Badu) spoke.", "Kofi Badu", "Chief of Defence Staff"),
        ("Ann Mora, Director, Trade and Development Agency\nThe Honorable Bo Lind, Deputy Administrator", "Ann Mora",
         "Director, Trade and Development Agency"),
        ("The Hon Ann Mora MP\nMinister for Oceans and Fisheries\n\nMedia release", "Ann Mora", "Minister for Oceans and Fisheries"),
        ("H.E. Abebe Tesfaye, who is the Minister of Defence of Ethiopia, spoke.", "Abebe Tesfaye", "Minister of Defence of Ethiopia"),
    ],
)  # fmt: skip
def test_the_post_beside_a_name(text: str, name: str, office: str) -> None:
    assert offices(text)[name] == [office]


@pytest.mark.parametrize(
    ("text", "shared", "names"),
    [
        ("Defence Ministers Ann Mora of Peru and Bo Lind of Sweden met.", "Defence Ministers", ["Ann Mora", "Bo Lind"]),
        ("He met the national security advisors Aki Mori of Japan, Kim Duri of the ROK, and Ed Cruz of the Philippines.",
         "national security advisors", ["Aki Mori", "Kim Duri", "Ed Cruz"]),
        ("It accredited two new Defence Attachés to Nigeria. They are Col. Ana Sá (Angola) and Capt. Rui Dias (Brazil).",
         "Defence Attachés to Nigeria", ["Ana Sá", "Rui Dias"]),
    ],
)  # fmt: skip
def test_a_post_in_the_plural_is_of_all_in_the_list(text: str, shared: str, names: list[str]) -> None:
    assert offices(text) == {name: [shared] for name in names}


def test_a_relation_told_behind_the_name() -> None:
    found = figures("The minister, Ann Mora, spoke with Bo Lind, his German counterpart.")
    assert set(found) == {"Ann Mora", "Bo Lind"}


def test_two_posts_are_two() -> None:
    text = "Deputy Prime Minister and Minister of Defence General Ann Mora spoke."
    assert offices(text) == {"Ann Mora": ["Deputy Prime Minister", "Minister of Defence"]}


def test_who_is_named_after_and_is_somebody_else() -> None:
    assert offices("The President and First Lady Jill Moe came.") == {"Jill Moe": ["First Lady"]}
    assert offices("The Minister and General Bo Lind came.") == {"Bo Lind": []}


def test_a_relation_is_no_office() -> None:
    found = figures("Minister of Defence Ann Mora met her Turkish counterpart, Can Demir, on Monday.")
    assert set(found) == {"Ann Mora", "Can Demir"}
    assert found["Can Demir"].offices == []
