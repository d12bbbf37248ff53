"""Visits told by the word before the visitor."""

import pytest

from communique.reader.engagements.triggers import find_triggers
from communique.reader.marks import mark
from communique.reader.parser import parser


def visits(text: str) -> list[str]:
    told = find_triggers(parser()(mark(text).text))
    return [text[trigger.start : trigger.end] for trigger in told if trigger.kind == "visit"]


@pytest.mark.parametrize(
    "text",
    [
        "The President received visiting Prime Minister of Malta Joseph Zammit.",
        "He said so in talks with visiting Maltese Prime Minister Joseph Zammit.",
        "Visiting Maltese Prime Minister Joseph Zammit called on the President.",
    ],
)
def test_visiting_before_a_title_is_a_visit(text: str) -> None:
    assert [told.lower() for told in visits(text)] == ["visiting"]


def test_visiting_before_a_plain_noun_was_told_before() -> None:
    assert visits("The visiting dignitary thanked the host.") == []
