"""Sessions told by their body alone, by a pronoun for it, or by an ordinal whose noun is unsaid."""

import pytest

import communique
from communique.reading import Account

COMMITTEE = "The Chilean-Peruvian Defence Committee met in Lima on 15 May, led by Ministers Juan Soto and Luis Vega."


def sessions(text: str) -> dict[str, Account]:
    """The sessions of a report, by the words that tell of them."""
    reading = communique.read(text, published="2023-05-16")
    return {each.trigger.quote: each for each in reading.engagements if each.kind.value == "session"}


def test_a_numbered_body_is_a_session_whatever_the_clause_tells() -> None:
    text = (
        "Foreign Minister Ana Ruiz of Chile met Foreign Minister Eva Paz of Peru in Lima on 15 May 2023 ahead of the "
        "fourth Chile-Peru Partnership Council."
    )
    account = sessions(text)["fourth Chile-Peru Partnership Council"]
    assert account.session_number is not None
    assert account.session_number.value == 4


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It will next gather in Quito in August.", "will next gather"),
        ("The committee, which has not convened since 2019, was praised.", "has not convened"),
        ("The committee is set to meet again in Quito in August.", "to meet"),
    ],
)
def test_a_body_that_gathers_is_in_session(sentence: str, words: str) -> None:
    assert any(words in trigger for trigger in sessions(f"{COMMITTEE} {sentence}"))


def test_a_body_that_meets_by_habit_is_not() -> None:
    assert len(sessions(f"{COMMITTEE} It meets twice a year.")) == 1


def test_for_the_how_manieth_time_a_body_meets_is_its_number() -> None:
    text = "The Chilean-Peruvian Defence Committee met for the third time in Lima on 15 May between Chile and Peru."
    account = sessions(text)["met for the third time"]
    assert account.session_number is not None
    assert account.session_number.value == 3
