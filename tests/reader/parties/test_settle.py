"""Parties: for whom somebody acts, said or inferred; none rather than a wrong one."""

import pytest

from communique.reader.marks import mark
from communique.reader.offices import find_offices
from communique.reader.parties import office_party, settle_parties
from communique.reader.people import find_people
from communique.reader.people.names import find_names


def parties(text: str, home: str | None = None) -> dict[str, str | None]:
    marks = mark(text)
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    figures = find_people(marks)
    settle_parties(marks, figures, home)
    return {figure.name.key: figure.party.key if figure.party else None for figure in figures}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Minister of Defence of Kenya Ann Mora came.", "KE"),
        ("Kenya's new defence minister Ann Mora came.", "KE"),
        ("The Italian Admiral Ann Mora came.", "IT"),
        ("Colonel Ann Mora (Angola) came.", "AO"),
        ("Colonel Ann Mora of the Italian Navy came.", "IT"),
        ("General Ann Mora of Austria, Commander of EUFOR Althea, came.", "EU"),
        ("European Commissioner Ann Mora came.", "EU"),
        ("Republic of Korea President Ann Mora came.", "KR"),
        ("Ambassador of Peru to Spain Ann Mora came.", "PE"),
        ("NATO Secretary General Ann Mora came.", "NATO"),
        ("Knesset Speaker Ann Mora came.", "IL"),
        ("He wrote to his counterpart in Tonga, Ann Mora.", "TO"),
        ("He wrote to his Tongan colleague, the Minister for Lands, Ann Mora.", "TO"),
        ("The Kenyan President's envoy Ann Mora came.", "KE"),
        ("Director General at the Kenyan Ministry of Health Ann Mora came.", "KE"),
        ("Treasury Secretary Ann Mora came.", "US"),
    ],
)
def test_the_party_is_said(text: str, party: str) -> None:
    assert parties(text, "PH") == {"Ann Mora": party}


def test_a_name_of_two_states_is_settled_by_the_rest_of_the_text() -> None:
    assert parties("The Korean Ambassador Kim Duri spoke in Suva.") == {"Kim Duri": None}
    assert parties("The Republic of Korea gave trucks. The Korean Ambassador Kim Duri spoke.") == {"Kim Duri": "KR"}


def test_several_parties_are_told_in_the_order_of_the_names() -> None:
    assert parties("He saw his Cypriot and Jordanian peers, Ann Mora and Bo Lind.", "GR") == {
        "Ann Mora": "CY",
        "Bo Lind": "JO",
    }
    text = "Permanent Representatives of Rwanda and Angola to the African Union, Ambassador Ann Mora and Ambassador Bo Lind, came."
    assert parties(text, "ET") == {"Ann Mora": "RW", "Bo Lind": "AO"}


def test_the_publishers_own_are_named_without_a_country() -> None:
    assert parties("Minister of Defence Ann Mora met Kenyan General Bo Lind.", "PE") == {
        "Ann Mora": "PE",
        "Bo Lind": "KE",
    }


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("President Ann Mora met Prime Minister Bo Lind in Oslo, Norway.", "Bo Lind", "NO"),
        ("Minister of Defence Ann Mora saw visiting General Bo Lind. Kenya is a partner.", "Bo Lind", "KE"),
        ("General Ann Mora and General Bo Lind, who holds the same post in the neighbouring state, spoke of Kenya.", "Bo Lind", "KE"),
        ("Minister Ann Mora offered Poland a post. Her opposite number, Bo Lind, agreed.", "Bo Lind", "PL"),
        ("A delegation went to Kenya to attend the Inauguration of His Excellency Bo Lind.", "Bo Lind", "KE"),
        ("President Bo Lind met Crown Prince Ann Mora of the dynasty. Norway is near.", "Ann Mora", "NO"),
        ("Chancellor Ann Mora and Vice Chancellor Bo Lind of Germany came.", "Ann Mora", "DE"),
    ],
)  # fmt: skip
def test_words_that_tell_a_foreigner(text: str, name: str, party: str) -> None:
    assert parties(text, "US")[name] == party


def test_a_state_has_ministers_and_an_organisation_has_none() -> None:
    text = "She met the Prime Minister of Albania, Mr Bo Lind, and the Minister of Defence, Ms Ann Mora, in Tirana."
    assert parties(text, "NATO") == {"Bo Lind": "AL", "Ann Mora": "AL"}


def test_the_captain_is_of_the_ships_navy() -> None:
    text = "The destroyer Kaze of the Japan Maritime Self-Defense Force arrived. The Commanding Officer of the ship, Commander Aki Mori, spoke."
    assert parties(text, "LK") == {"Aki Mori": "JP"}


def test_a_foreigner_of_no_state_in_the_text_is_nobodys() -> None:
    assert parties("President Ann Mora met President Bo Lind.", "US") == {"Ann Mora": "US", "Bo Lind": None}


def test_home_is_inferred_from_what_is_spoken_of() -> None:
    text = (
        "Talks of Georgia and Latvia were held. Minister of Defence Ann Mora met Minister of Defence of Latvia Bo Lind."
    )
    assert parties(text) == {"Ann Mora": "GE", "Bo Lind": "LV"}


def test_home_is_inferred_from_whose_side_is_told() -> None:
    text = "Lithuania was represented by Vice-Minister Ann Mora. Minister Bo Lind was on leave."
    assert parties(text) == {"Ann Mora": "LT", "Bo Lind": "LT"}


def test_a_state_named_once_is_nobodys_home() -> None:
    assert parties("State Secretary Ann Mora spoke of Kosovo.") == {"Ann Mora": None}


def test_a_post_told_apart_goes_to_its_only_holder() -> None:
    marks = mark(
        "Ann Doe, Foreign Minister of Peru, phoned her Cypriot colleague Bo Lind. The Foreign Minister of Cyprus agreed."
    )
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    figures = find_people(marks)
    settle_parties(marks, figures, "PE")
    assert [[office.key for office in figure.offices] for figure in figures] == [
        ["Foreign Minister of Peru"],
        ["Foreign Minister of Cyprus"],
    ]


@pytest.mark.parametrize(
    ("office", "party"),
    [("Ambassador to Kenya", None), ("Kenyan Ambassador to Peru", "KE"), ("White House Press Secretary", "US")],
)
def test_the_party_in_an_office(office: str, party: str | None) -> None:
    found = office_party(mark(office), 0, len(office))
    assert (found.key if found else None) == party


@pytest.mark.parametrize(
    "text",
    [
        "The Ambassador of Peru to Kenya, Bo Lind, saw Minister Ann Mora. Cuba is far. Cuba sells. Peru buys.",
        "Minister Ann Mora travels to Cuba. She will return home to Kenya, where trade with Cuba is small.",
        "Minister Ann Mora underlined Kenya's support. Cuba is near. Cuba sells.",
    ],
)
def test_whose_report_it_is(text: str) -> None:
    assert parties(text)["Ann Mora"] == "KE"


def test_a_deputy_does_not_make_the_minister_foreign() -> None:
    text = "Deputy Foreign Minister Ann Mora spoke in Cuba. Foreign Minister Bo Lind left Cuba."
    assert parties(text, "KE") == {"Ann Mora": "KE", "Bo Lind": "KE"}


def test_the_soil_tells_for_whom_somebody_foreign_acts() -> None:
    text = (
        "Peru, Peru and Peru were named.\n\nIn Doha, President Ann Mora of Kenya and his counterpart, Bo Lind, spoke."
    )
    assert parties(text, "KE")["Bo Lind"] == "QA"


def test_an_attache_told_after_somebody_is_another() -> None:
    text = "Present were General Ann Mora, Director of Training, and the British Defence Attaché."
    assert parties(text, "KE") == {"Ann Mora": "KE"}


def test_of_two_states_the_host_names_its_own_without_a_country() -> None:
    text = "Minister Ann Mora of Peru came to Doha. Emir Bo Lind of Qatar met her. Deputy Speaker Eva Luna saw her too."
    assert parties(text)["Eva Luna"] == "QA"
