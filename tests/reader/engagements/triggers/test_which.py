"""Which: a visit or signing told by one word is cited with the place or year that says which it was."""

import pytest

from communique.reader.engagements.triggers import find_triggers
from communique.reader.parser import parser


def cited(text: str) -> list[str]:
    return [text[trigger.start : trigger.end] for trigger in find_triggers(parser()(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Minister told of her visit to Kyiv last week.", "visit to Kyiv"),
        ("She spoke of his stay in Addis Ababa in May.", "stay in Addis Ababa"),
        ("The group rests on an agreement signed in Rome on 3 December 1991.", "signed in Rome"),
        ("The ministers regret that the accord concluded in 1999 is seldom used.", "concluded in 1999"),
        ("The ministers signed in Rome an agreement on fishing.", "signed"),
        ("The Minister told of his official visit to Lima.", "official visit"),
    ],
)
def test_which_visit_or_signing(text: str, words: str) -> None:
    assert words in cited(text)


def test_a_month_is_no_place() -> None:
    assert "visit" in cited("The General spoke of his visit in May to the troops.")
