"""Where: the place of an encounter and its country, and the places in a sentence that are neither."""

import pytest

from communique import read
from communique.reading import Account

PUBLISHED = "2022-03-16"
MINISTER = "Defence Minister of Estonia Tarvo Kuusmets"
GUEST = "Defence Minister of Latvia Arnis Bērzkalns"


def first(text: str, kind: str) -> Account:
    """The first account of a kind."""
    found = [each for each in read(text, published=PUBLISHED).engagements if each.kind.value == kind]
    assert found, text
    return found[0]


def setting(text: str, kind: str = "meeting") -> tuple[str | None, str | None]:
    """Place and country of the first account of a kind."""
    account = first(text, kind)
    return (account.place.quote if account.place else None, account.country.value if account.country else None)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("in Tallinn", ("Tallinn", "EE")),
        ("in Visby, Sweden,", ("Visby", "SE")),
        ("at the Haapsalu Barracks in Tartu", ("the Haapsalu Barracks in Tartu", "EE")),
        ("at the Ministry of Defence in Tallinn", ("the Ministry of Defence in Tallinn", "EE")),
        ("in his office", ("his office", "EE")),
        ("at the White House on June 29", ("the White House", "US")),
        ("at the Embassy of Japan in Riga", ("the Embassy of Japan in Riga", "LV")),
    ],
)
def test_city_and_building(where: str, expected: tuple[str, str]) -> None:
    assert setting(f"{MINISTER} received {GUEST} {where} on Tuesday.") == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{MINISTER} met with {GUEST} to discuss the Nairobi-based centre.",
        f"{MINISTER} met with {GUEST}, who signed the memorandum in Lisbon in 2012.",
        f"{MINISTER} met with {GUEST} to review the Ljubljana Process.",
        f"{MINISTER} met with {GUEST}, who had flown in from Ankara.",
    ],
)
def test_places_of_something_else(text: str) -> None:
    assert setting(text)[0] is None


def test_calls_have_no_place() -> None:
    assert setting(f"{MINISTER} spoke by telephone with {GUEST} in Riga on Tuesday.", "call") == (None, None)


def test_the_capital_is_the_city_where_the_text_names_it() -> None:
    text = f"{GUEST} arrived in the Kenyan capital on Tuesday on an official visit. Traffic in Nairobi stood still."
    assert setting(text, "visit") == ("Nairobi", "KE")


def test_here_is_the_city_of_the_dateline() -> None:
    text = f"TALLINN, March 16 (BNX) - {MINISTER} will meet {GUEST} here on Friday."
    assert setting(text) == ("TALLINN", "EE")


@pytest.mark.parametrize(
    "text",
    [
        "Ljubljana on Monday became the venue of the third session of the Slovenian-Latvian Joint Defence Committee.",
        "Ljubljana hosted the third session of the Slovenian-Latvian Joint Defence Committee on Monday.",
    ],
)
def test_a_city_may_host(text: str) -> None:
    assert setting(text, "session") == ("Ljubljana", "SI")


def test_georgia_is_the_country() -> None:
    text = (
        "Defence Minister of Georgia Levan Kobiashvili received Defence Minister of Latvia Arnis Bērzkalns in Georgia."
    )
    assert setting(text) == (None, "GE")


def test_a_trip_to_two_countries_is_two_visits() -> None:
    text = f"{GUEST} will travel to Lithuania and Poland on Friday."
    visits = [each for each in read(text, published=PUBLISHED).engagements if each.kind.value == "visit"]
    assert [visit.country.value for visit in visits if visit.country] == ["LT", "PL"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("on Tuesday at the Army Staff Headquarters in Tartu", ("the Army Staff Headquarters in Tartu", "EE")),
        ("at Pühakivi on Tuesday", ("Pühakivi", None)),
        ("on Tuesday at Pühakivi, Gravel Shore,", ("Pühakivi, Gravel Shore", None)),
    ],
)
def test_places_of_no_table(where: str, expected: tuple[str, str | None]) -> None:
    place, country = setting(f"{MINISTER} received {GUEST} {where}.")
    assert place == expected[0]
    assert expected[1] in (None, country)


def test_a_visit_goes_to_a_building() -> None:
    text = f"{GUEST} arrived in Tallinn on Monday. {GUEST} visited the Naval Academy in Tartu on Tuesday."
    places = [each.place.quote for each in read(text, published=PUBLISHED).engagements if each.place]
    assert "the Naval Academy in Tartu" in places


def test_the_ground_of_an_invitation_is_the_inviters() -> None:
    text = f"{MINISTER} received {GUEST} in Tallinn on Tuesday. Kuusmets was invited by Bērzkalns to visit Latvia."
    assert setting(text, "visit")[1] == "LV"


@pytest.mark.parametrize(("day", "place"), [("today", "TALLINN"), ("yesterday", None)])
def test_the_datelines_city_is_the_place_of_its_own_day(day: str, place: str | None) -> None:
    lead = f"TALLINN, March 16 - {MINISTER} spoke to the press today. He praised the army. He praised the navy too."
    assert setting(f"{lead} {GUEST} had been received {day} by {MINISTER}.")[0] == place


def test_a_conference_named_for_a_city_is_there() -> None:
    text = f"{MINISTER} met {GUEST} in Tallinn on Tuesday. They prepared the Warsaw Summit and looked at the map."
    assert setting(text, "conference") == ("Warsaw", "PL")


def test_an_invitation_to_visit_a_city() -> None:
    text = (
        f"{MINISTER} received {GUEST} in Tallinn on Tuesday. {GUEST} extended to Kuusmets an invitation to visit Riga."
    )
    assert setting(text, "visit") == ("Riga", "LV")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("to discuss the situation in Aleppo", (None, None)),
        ("to take stock of preparations for the summit in Madrid", (None, None)),
        ("on the sidelines of the summit in Madrid", ("Madrid", "ES")),
    ],
)
def test_places_of_what_is_only_spoken_of(told: str, expected: tuple[str | None, str | None]) -> None:
    assert setting(f"{MINISTER} met {GUEST} on Tuesday {told}.") == expected


def test_a_street_has_only_its_name_from_another_place() -> None:
    assert setting(f"{MINISTER} met {GUEST} on Tuesday at the Oxford Road Centre.") == ("the Oxford Road Centre", None)


def test_a_building_of_the_datelines_day_is_in_its_country() -> None:
    text = f"TALLINN, March 16 - Defence Minister of Finland Aino Salmela met {GUEST} at the Kraavi Palace today."
    assert setting(text) == ("the Kraavi Palace", "EE")


def test_who_is_posted_to_the_capital_is_met_there() -> None:
    talk = "TALLINN, March 16 - Defence Minister of Estonia Tarvo Kuusmets spoke today with"
    assert setting(f"{talk} Latvian Ambassador to Estonia Arnis Bērzkalns about ties.", "meeting") == ("TALLINN", "EE")
    assert [each.kind.value for each in read(f"{talk} {GUEST} about ties.", published=PUBLISHED).engagements] == [
        "call"
    ]


def test_a_city_that_will_house_a_summit() -> None:
    text = f"{MINISTER} met {GUEST} in Tallinn on Tuesday and spoke of the summit which Madrid will house in June."
    (summit,) = (each for each in read(text, published=PUBLISHED).engagements if each.kind.value == "conference")
    assert summit.status.value == "planned"
    assert (summit.place.quote if summit.place else None) == "Madrid"
