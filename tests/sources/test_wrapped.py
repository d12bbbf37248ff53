from textwrap import fill

from hypothesis import given
from hypothesis import strategies as st

from communique.sources.wrapped import unwrapped

LONG = "The Minister of Defence of Norway met with her Chilean counterpart in Oslo on Friday and spoke about training."


def test_lines_broken_at_a_width_are_one() -> None:
    assert unwrapped(f"{fill(LONG, 60)}\n\n{fill(LONG, 60)}") == f"{LONG}\n\n{LONG}"


def test_lines_that_end_before_they_had_to_stay() -> None:
    text = "OSLO, 3 May\nMinistry of Defence\n\n" + LONG[:69]
    assert unwrapped(text) == text


def test_items_and_headings_stay() -> None:
    text = "They spoke about a matter that is as long as this\n- one\n1. two\n# Three\nTopic: four"
    assert unwrapped(text) == text


def test_long_lines_were_not_broken() -> None:
    text = f"{LONG}\nThey parted."
    assert unwrapped(text) == text


@given(st.text(alphabet="ab -\n", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    assert unwrapped(text).split() == text.split()
