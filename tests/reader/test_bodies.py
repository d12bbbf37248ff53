"""Standing bodies: how far their names reach, which places name one, who sits in them, and the number of a session."""

import pytest

import communique
from communique.reader.bodies import ordinal
from communique.reading import Account, Body, Reading


def reading(text: str) -> Reading:
    return communique.read(text, published="2023-05-16")


def bodies(text: str) -> list[Body]:
    return list(reading(text).bodies)


def names(text: str) -> list[str]:
    return [body.name.value for body in bodies(text)]


def sessions(text: str) -> list[Account]:
    return [account for account in reading(text).engagements if account.body is not None]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            (
                "The third session of the Joint Border Committee between Border Guard Atlantis (BGA) and the police of Chile "
                "was held in Lima on 15 May."
            ),
            "Joint Border Committee",
        ),
        (
            "The fourth meeting of the Chilean-Peruvian Defence Cooperation Committee was held in Lima on 15 May.",
            "Chilean-Peruvian Defence Cooperation Committee",
        ),
        (
            (
                "The second session of the Joint Commission between the Ministry of Defence of Chile and the Ministry of "
                "National Defence of Colombia was held in Santiago on 15 May."
            ),
            "Joint Commission between the Ministry of Defence of Chile and the Ministry of National Defence of Colombia",
        ),
        (
            "The Joint Technical Committee of Chad, Niger and Mali held its third meeting in Niamey on 15 May.",
            "Joint Technical Committee of Chad, Niger and Mali",
        ),
        (
            "The third round of the Chile – Peru Defence Policy Dialogue was held in Lima on 15 May.",
            "Chile – Peru Defence Policy Dialogue",
        ),
        (
            "The fifth session of the Peru-Chile Joint Border Governors' Committee was held in Tacna on 15 May.",
            "Peru-Chile Joint Border Governors' Committee",
        ),
        (
            "The first meeting of the Joint Working Group on Maritime Safety (JWG) was held in Lima on 15 May.",
            "Joint Working Group on Maritime Safety (JWG)",
        ),
    ],
)
def test_a_name_reaches_over_its_parties_and_what_it_deals_with(sentence: str, name: str) -> None:
    assert names(sentence) == [name]


def test_a_name_ends_before_a_person_and_before_a_date() -> None:
    text = (
        "The third meeting of the Joint Commission on Trade and Minister of Defence Luis Quiroga opened in Lima. "
        "The Chile-Peru Joint Committee on Fisheries on 15 May held its second session."
    )
    assert names(text) == ["Joint Commission on Trade", "Chile-Peru Joint Committee on Fisheries"]


def test_forms_of_one_body_are_its_aliases() -> None:
    text = (
        "The third meeting of the Joint Defence Cooperation Committee (JDCC) between Chile and Kenya was held in "
        "Nairobi on 15 May. The Committee adopted a plan. The Chile-Kenya JDCC meets every year."
    )
    (body,) = bodies(text)
    assert body.name.value == "Joint Defence Cooperation Committee (JDCC) between Chile and Kenya"
    assert {"Committee", "Chile-Kenya JDCC"} <= {alias.value for alias in body.aliases}
    assert {party.value for party in body.parties} == {"CL", "KE"}


def test_bodies_of_other_parties_or_matters_are_others() -> None:
    text = (
        "The second session of the Chile-Peru Joint Commission was held in Lima on 15 May. "
        "The third session of the Chile-Bolivia Joint Commission was held in Arica on 14 May. "
        "The first session of the Chile-Peru Joint Committee on Fisheries was held in Ilo on 13 May."
    )
    assert names(text) == [
        "Chile-Peru Joint Commission",
        "Chile-Bolivia Joint Commission",
        "Chile-Peru Joint Committee on Fisheries",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Luis Quiroga, director at the National Security Council, met Ambassador of Kenya Peter Wafula on 15 May.",
        "The Chile-Peru alliance is strong, Minister of Defence Luis Quiroga said.",
        "The Foreign Affairs Committee of the Senate received Ambassador of Kenya Peter Wafula on 15 May.",
        "Minister of Defence Luis Quiroga spoke of political dialogue at the NATO Summit.",
        "Peter Wafula, chair of the Data Quality Working Group, met Ambassador of Chile Luis Quiroga on 15 May.",
        "They praised the dialogue between Chile and Kenya.",
    ],
)
def test_what_is_one_states_own_or_a_relation_is_no_standing_body(sentence: str) -> None:
    assert bodies(sentence) == []


def test_an_alliance_is_a_body_once_its_founding_is_told() -> None:
    text = (
        "Minister Peter Wafula of Kenya met on 15 May with Minister Luis Quiroga of Peru in Lima. "
        "They launched the Southern Copper Alliance of Peru and Kenya."
    )
    assert names(text) == ["Southern Copper Alliance of Peru and Kenya"]


def test_heads_are_those_whose_office_says_so() -> None:
    text = (
        "Minister of Defence of Chile Luis Quiroga received on 15 May Major General Peter Wafula, co-chair of the "
        "Chilean-Kenyan Working Group on Military Medicine from the Kenyan side."
    )
    (body,) = bodies(text)
    assert [head.name.value for head in body.heads] == ["Peter Wafula"]
    assert [area.value for area in body.areas] == ["Military Medicine"]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The fourth meeting of the Chile-Peru Joint Commission was held in Lima on 15 May.", 4),
        ("The Chile-Peru Joint Commission held its sixth meeting in Lima on 15 May.", 6),
        ("The 4th Chile-Peru Strategic Dialogue was held in Lima on 15 May.", 4),
        ("The VII Session of the Chile-Peru Joint Commission was held in Lima on 15 May.", 7),
        ("The inaugural meeting of the Chile-Peru Joint Commission was held in Lima on 15 May.", 1),
        ("The first-ever session of the Chile-Peru Joint Commission was held in Lima on 15 May.", 1),
        ("The 41st Ordinary Meeting of the Chile-Peru Joint Commission was held in Lima on 15 May.", 41),
        ("The Chile-Peru Joint Commission met in Lima on 15 May for its twenty-second session.", 22),
    ],
)
def test_the_number_of_a_session(sentence: str, number: int) -> None:
    told = [account for account in sessions(sentence) if account.session_number is not None]
    assert [(a.kind.value, a.session_number.value) for a in told if a.session_number] == [("session", number)]


def test_a_session_told_apart_from_the_name_is_of_the_body_named_before() -> None:
    text = (
        "The fourth meeting of the Chile-Peru Joint Committee on Hydrography was held in Lima on 15 May 2023. "
        "The fifth meeting will be held in Arica in 2024. The third meeting had been held in Iquique in 2021."
    )
    told = {a.session_number.value: a for a in sessions(text) if a.session_number is not None}
    assert set(told) == {3, 4, 5}
    assert {a.body.value for a in told.values() if a.body} == {"Chile-Peru Joint Committee on Hydrography"}


def test_a_body_being_set_up_does_not_meet() -> None:
    text = "At the meeting in Lima on 15 May, Chile and Peru discussed establishing a joint working group on fisheries."
    assert sessions(text) == []


def test_a_numbered_series_is_a_conference_with_body_and_number_and_no_standing_body() -> None:
    text = "Chile will host the Ninth Summit of the Pacific Ports in Arica in June 2024."
    (account,) = sessions(text)
    assert account.kind.value == "conference"
    assert account.body is not None
    assert account.body.value == "Summit of the Pacific Ports"
    assert account.session_number is not None
    assert account.session_number.value == 9
    assert bodies(text) == []


def test_a_conference_without_a_number_has_no_body() -> None:
    assert sessions("Minister of Defence of Chile Luis Quiroga will attend the Pacific Ports Summit in Arica.") == []


def test_named_consultations_without_a_number_are_a_meeting_with_a_body() -> None:
    text = "Political consultations between the foreign ministries of Chile and Kenya were held in Nairobi on 15 May."
    (account,) = sessions(text)
    assert account.kind.value == "meeting"
    assert account.body is not None
    assert account.body.value.startswith("Political consultations")


@pytest.mark.parametrize(
    ("word", "number"), [("third", 3), ("XII", 12), ("22nd", 22), ("maiden", 1), ("first-ever", 1), ("often", None)]
)
def test_ordinals(word: str, number: int | None) -> None:
    assert ordinal(word) == number


def test_consultations_of_a_kind_are_a_body_and_those_of_nothing_are_talk() -> None:
    assert names("Chile and Peru held the third round of diplomatic consultations in Lima on 15 May.") == [
        "diplomatic consultations"
    ]
    assert names("Chile and Peru held consultations in Lima on 15 May.") == []


def test_a_session_counted_by_times() -> None:
    (account,) = sessions("The Chile-Peru Joint Border Commission met in Lima on 15 May for the eighth time.")
    assert account.session_number is not None
    assert account.session_number.value == 8


def test_who_meets_on_the_margins_of_a_session_is_not_that_body() -> None:
    assert not sessions(
        "Foreign Minister Ana Rojas of Peru held a meeting with Foreign Minister Luis Vera of Chile in Quito on Monday "
        "on the margins of the Joint Border Commission."
    )


@pytest.mark.parametrize("listed", ["trade, energy", "trade, energy, defence", "Trade, the Century"])
def test_a_list_that_the_text_breaks_off_in_is_read(listed: str) -> None:
    text = f"The Minister of Defence of Kenya and his Ugandan colleague held the third session of the Joint Group on {listed}"
    assert reading(text).bodies
