"""Reports of talk that tell of an encounter without a verb of meeting."""

from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, set[str]]]]
CHILE, JAPAN = "the Foreign Minister of Chile, Rosa Paredes,", "the Foreign Minister of Japan, Kenji Morita,"
BOTH = {"Rosa Paredes", "Kenji Morita"}


@pytest.mark.parametrize(
    "text",
    [
        f"On Tuesday {CHILE} mulled over the fishing quota with {JAPAN} in Lima.",
        f"On Tuesday {CHILE} and {JAPAN} debated the fishing quota.",
        f"With {JAPAN} she discussed the fishing quota, said {CHILE} on Tuesday.",
    ],
)
def test_talk_with_a_partner_is_a_meeting(told: Told, text: str) -> None:
    assert [kind for kind, _ in told(text)] == ["meeting"]


def test_talk_in_a_telephone_conversation_is_a_call(told: Told) -> None:
    text = f"In a telephone conversation, {CHILE} and {JAPAN} stressed the importance of fishing."
    assert ("call", BOTH) in told(text)


def test_talk_of_those_whose_meeting_is_told_is_none_besides(told: Told) -> None:
    text = f"On Tuesday {CHILE} received {JAPAN} in Lima. The two ministers discussed the fishing quota."
    assert told(text) == [("meeting", BOTH)]


def test_whom_they_talk_about_takes_no_part(told: Told) -> None:
    text = f"On Tuesday {CHILE} and {JAPAN} discussed ties with the Minister of Defence of Peru, Luis Vega."
    assert told(text) == [("meeting", BOTH)]
