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


def test_summits_of_two_organisations_are_two() -> None:
    text = (
        "President Joseph Kamau of Kenya travels to Brussels on 13 June 2022 to meet President Ana Salcedo of Peru. "
        "He will attend the NATO summit on 14 June. In Brussels he will also participate in the EU summit."
    )
    assert kinds(text).count("conference") == 2


def test_the_previous_visit_is_another() -> None:
    text = (
        "TALLINN, May 12 - General Tomas Berg of Sweden paid a visit to Estonia on Thursday. "
        "The previous visit of General Tomas Berg of Sweden to Estonia was in 2019."
    )
    assert [account.start.value for account in engagements(text) if account.start] == ["2022-05-12", "2019"]


def test_what_a_meeting_was_for_is_no_other_meeting() -> None:
    text = (
        "ACCRA, May 12 - Defence Minister of Ghana Kwame Ofori met Defence Minister of Peru Luis Paredes Soto "
        "on Thursday to continue their talks on training."
    )
    assert kinds(text) == ["meeting"]


def test_one_verb_read_twice_is_one_meeting() -> None:
    text = (
        "ACCRA, May 12 - Defence Minister of Peru Luis Paredes Soto will be received on Friday "
        "by the President of Ghana Kwame Ofori."
    )
    assert kinds(text) == ["meeting"]


def test_the_other_words_for_an_encounter_are_its_mentions() -> None:
    (session,) = engagements(
        "The fourth session of the Kenyan-Finnish Joint Defence Committee opened in Nairobi on 12 May 2022. The Kenyan side was led by "
        "General Wanjiru Karanja, the Finnish side by General Pekka Salonen. The session will last until 13 May."
    )
    assert session.trigger.quote == "opened"
    assert [mention.quote for mention in session.mentions] == ["fourth session", "session", "session will last"]


def test_a_meeting_of_another_weekday_is_another() -> None:
    text = (
        "General Tomas Berg of Sweden met General Ilmar Kask of Estonia in Tallinn on 10 May 2022. "
        "Their talk was a follow-up to the bilateral meeting of the two officials last Monday in Stockholm."
    )
    assert kinds(text) == ["meeting", "meeting"]


def test_a_session_next_week_is_not_the_one_that_was_held() -> None:
    text = (
        "The third session of the Kenyan-Finnish Joint Defence Committee took place in Nairobi on 4 and 5 May. "
        "A separate Kenyan-Finnish working group on naval affairs meets in Turku next week for the first time. "
        "General Wanjiru Karanja of Kenya and General Pekka Salonen of Finland will take part."
    )
    assert [account.status.value for account in engagements(text)][:2] == ["held", "planned"]


def test_what_went_before_a_session_is_another_encounter() -> None:
    text = (
        "The third session of the Joint Commission of Peru and Japan opened in Lima on 11 May 2022. "
        "Two delegations sat at the table. The session was preceded by meetings of the sub-committees of trade and customs."
    )
    assert len(engagements(text)) == 2


def test_who_met_two_one_after_the_other_is_no_guest_of_the_first() -> None:
    text = (
        "Defence Minister Anna Berg of Sweden arrived in Riga on 10 May 2022. Her Latvian colleague met her. "
        "The Nordic leader paid a courtesy visit to President Juris Ozols of Latvia, and received Chairman Pekka Salonen "
        "of the Finnish chamber. She left in the evening."
    )
    met = [
        {part.name.quote for part in account.participants if part.name is not None}
        for account in engagements(text)
        if account.kind.value == "meeting"
    ]
    assert all(not {"Juris Ozols", "Pekka Salonen"} <= names for names in met)
    assert any("Juris Ozols" in names for names in met)


def test_the_last_conference_of_a_level_is_another() -> None:
    text = (
        "The 12th Secretary-level Border Conference of Peru and Chile is taking place. Two delegations sit at the table. "
        "The last Secretary-level Border Conference was held in Arica."
    )
    assert len(engagements(text)) == 2
