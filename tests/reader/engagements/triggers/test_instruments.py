"""Signings told by the date of what was signed."""

import pytest

from communique import read


def signings(text: str) -> list[tuple[str, str | None, str | None]]:
    reading = read(
        f"{text} Defence Minister Anna Berg of Sweden met General Ilmar Kask of Estonia in Tallinn. They spoke."
    )
    return [
        (told.trigger.quote, told.start.value if told.start else None, told.place.quote if told.place else None)
        for told in reading.engagements
        if told.kind.value == "signing"
    ]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "The working group, set up under the Tartu Declaration of 2014, will meet again in Riga in May.",
            "Tartu Declaration of 2014",
            "2014",
        ),
        ("The two navies have been bound by a memorandum since 2009.", "memorandum since 2009", "2009"),
    ],
)
def test_a_dated_instrument_tells_of_its_signing_and_takes_nothing_from_beside(text: str, words: str, day: str) -> None:
    assert signings(text) == [(words, day, None)]


def test_an_instrument_without_a_date_tells_of_none() -> None:
    assert signings("The two navies are bound by the memorandum of their ministers.") == []


def test_a_signing_that_a_verb_tells_of_is_not_told_twice() -> None:
    assert len(signings("The ministers signed the Tartu Declaration of 2014.")) == 1
