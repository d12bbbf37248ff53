"""One encounter told twice is one; what is told of one state alone is none."""

from communique import read
from communique.reading import Account


def engagements(text: str, published: str = "2022-05-12") -> list[Account]:
    return list(read(text, published=published).engagements)


def kinds(text: str) -> list[str]:
    return [account.kind.value for account in engagements(text)]


def test_a_headline_and_its_text_tell_of_one_meeting() -> None:
    text = (
        "Defence Minister of Kenya Receives Ambassador of Finland\n\n"
        "On 12 May the Defence Minister of Kenya, Hon. Wanjiru Karanja, received the Ambassador of Finland, Pekka Salonen, "
        "in Nairobi. During the meeting they discussed peacekeeping training."
    )
    assert kinds(text) == ["meeting"]


def test_two_guests_on_one_day_are_two_meetings() -> None:
    text = (
        "On Thursday the Foreign Minister of Peru, Carmen Quispe Rojas, received the Ambassador of Japan, Kenji Morita. "
        "Later in the day the Foreign Minister of Peru, Carmen Quispe Rojas, received the Ambassador of Spain, Lucía Ferrer."
    )
    assert kinds(text) == ["meeting", "meeting"]


def test_last_years_meeting_is_another() -> None:
    text = (
        "General Tomas Berg of Sweden met General Ilmar Kask of Estonia in Tallinn on 10 May 2022. "
        "General Tomas Berg of Sweden had met General Ilmar Kask of Estonia in Stockholm in June 2021."
    )
    assert [account.start.value for account in engagements(text) if account.start] == ["2022-05-10", "2021-06"]


def test_a_commander_who_visits_his_own_troops_is_no_engagement() -> None:
    text = (
        "ACCRA, May 12 - The Chief of Defence Staff of Ghana, Vice Admiral Kofi Mensah-Adu, visited a battalion in Tamale. "
        "He met the officers of the battalion and inspected a new clinic."
    )
    assert kinds(text) == []


def test_a_conference_of_one_state_on_its_own_soil_is_no_engagement() -> None:
    text = "ACCRA, May 12 - The Chief of Defence Staff of Ghana, Vice Admiral Kofi Mensah-Adu, chaired the Commanders' Conference."
    assert kinds(text) == []
