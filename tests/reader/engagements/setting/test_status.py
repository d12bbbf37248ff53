"""Status: what the words and the tense say of an encounter."""

import pytest

from communique.reader.engagements.setting.status import status_of
from communique.reader.engagements.triggers import find_triggers
from communique.reader.marks import mark
from communique.reader.parser import parser


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("held", "The Minister concluded his visit to Sri Lanka."),
        ("held", "The previous session took place in Lomé."),
        ("under way", "The President of Ghana is on a state visit to China."),
        ("under way", "A delegation of the Royal Navy arrived in Muscat on Sunday."),
        ("planned", "Minister to visit Brazil next week"),
        ("planned", "The Minister is due to visit Rome next month."),
        ("planned", "It was agreed to hold the next round in Vilnius."),
        ("planned", "The visit of the Minister to Paris has been postponed to June."),
        ("planned", "The two were told of a joint exercise to be carried out at Salla range."),
        ("proposed", "He invited the Minister to visit Tunis at a convenient time."),
        ("proposed", "The Minister proposed to hold a seminar in Accra."),
        ("cancelled", "The visit of the Minister to Paris has been postponed indefinitely."),
        ("cancelled", "The Defence Minister has called off his trip to Berlin."),
        ("cancelled", "The Minister will not travel to Oslo this week."),
    ],
)
def test_words_and_tense_tell_the_status(status: str, text: str) -> None:
    triggers = find_triggers(parser()(mark(text).text))
    assert status in {status_of(trigger, future_day=None) for trigger in triggers}


def test_what_was_put_off_to_a_day_to_come_is_planned() -> None:
    (trigger,) = find_triggers(parser()(mark("The fifth session was postponed.").text))
    assert status_of(trigger, future_day=True) == "planned"
    assert status_of(trigger, future_day=None) == "cancelled"


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("planned", "He invited the Minister to visit Tunis, and the invitation was accepted with pleasure."),
        ("planned", "The Minister accepted his colleague's invitation to visit Lima in the spring."),
        ("planned", "In Lima the General is slated to brief the press and call on the Minister of Defence of Peru."),
        ("under way", "The Minister, who arrived in Lima on Sunday, is scheduled to address the Congress."),
        ("under way", "Tola is heading a delegation on a four-day working visit to Peru."),
        ("under way", "The Minister arrived in Lima to attend the session, which ended yesterday."),
        ("held", "They signed the minutes of their talks held over the past two days."),
        (
            "planned",
            "They looked forward to further strengthening cohesion and common security at the Arctic Summit in Tromsø.",
        ),
    ],
)
def test_the_status_of_what_others_govern(status: str, text: str) -> None:
    triggers = find_triggers(parser()(mark(text).text))
    assert status in {status_of(trigger, future_day=None) for trigger in triggers}


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("planned", "In the afternoon she is to be received by the Prime Minister of Peru."),
        ("planned", "The President directed that the Joint Commission be convened within three months."),
        ("proposed", "A meeting between the ministers of Peru and Chile could be held in Lima."),
        (
            "under way",
            "The seventh session of the Commission is under way. It will end with a session of the ministers.",
        ),
        ("under way", "The officials have been in session since Tuesday in Lima."),
    ],
)
def test_what_forms_of_the_verb_tell(status: str, text: str) -> None:
    triggers = find_triggers(parser()(mark(text).text))
    assert status in {status_of(trigger, future_day=None) for trigger in triggers}
