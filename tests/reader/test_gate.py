"""The gate: what is parsed of a page, and that nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import Reader, Report, examples
from communique.reader import learned
from communique.reader.gate import MODEL, Stretch, blanked_but, features, may_tell, paragraphs
from communique.reader.marks import mark

TALKS = "The foreign minister of Malta, Carmelo Zahra, met his Tunisian counterpart in Tunis on Thursday. They signed an accord."
RECIPE = "Peel the onions and slice them thinly. Heat the butter in a pan until it foams, then add the onions and stir."


def parsed(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in may_tell(mark(text))]


@pytest.mark.parametrize("text", [RECIPE * 12, "\n\n".join([RECIPE] * 12), "The museum opens at ten on Sundays. " * 40])
def test_a_page_that_tells_of_no_encounter_is_closed(text: str) -> None:
    assert parsed(text) == []


def test_a_page_that_tells_of_one_is_open() -> None:
    assert TALKS in parsed(TALKS)


def test_of_an_open_page_what_stands_far_from_all_encounters_is_not_parsed() -> None:
    kept = parsed("\n\n".join([TALKS, *[RECIPE] * 12]))
    assert TALKS in kept
    assert len(kept) < 13


@pytest.mark.parametrize("text", ["", " ", "The Foreign Minister of Tunisia flies to Tallinn on Friday.", RECIPE])
def test_a_short_page_is_parsed_whatever_it_says(text: str) -> None:
    assert parsed(text) == [text.strip()]


def test_where_no_model_is_shipped_everything_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "model", lambda name: None)
    assert may_tell(mark(RECIPE)) == [Stretch(0, len(RECIPE))]


def test_the_examples_read_the_same_with_and_without_the_gate() -> None:
    reports = list(examples.reports())
    gated, whole = (list(Reader(gated=each).read_many(reports)) for each in (True, False))
    assert [each.engagements for each in gated] == [each.engagements for each in whole]
    assert [each.statements for each in gated] == [each.statements for each in whole]


def test_a_closed_page_still_says_where_and_by_whom_it_was_published_and_whom_it_names() -> None:
    text = f"VALLETTA, 4 March 2021 - Colonel Maria Borg likes onions.\n\n{RECIPE * 12}"
    closed, whole = (Reader(gated=each).read(Report("r", text, published="2021-03-04")) for each in (True, False))
    assert parsed(text) == []
    assert closed.report == whole.report
    assert closed.report.dateline_place is not None
    assert [each.name.value for each in closed.people] == ["Maria Borg"]
    assert closed.engagements == ()


def test_closed_and_open_pages_come_in_the_order_given() -> None:
    reports = [Report(f"r{n}", TALKS if n % 3 == 1 else RECIPE * 12) for n in range(40)]
    readings = list(Reader().read_many(reports))
    assert [each.report.id for each in readings] == [each.id for each in reports]
    assert [bool(each.engagements) for each in readings] == [n % 3 == 1 for n in range(40)]


texts = st.lists(st.sampled_from([TALKS, RECIPE, RECIPE * 6, "", "Minister", "\r\n", "\n \n"]), max_size=8).map(
    "\n\n".join
)


@given(texts)
def test_paragraphs_are_all_of_a_text(text: str) -> None:
    found = paragraphs(text)
    assert "".join(text[start:end] for start, end in found) == text
    assert len(list(features(mark(text), found))) == len(found)


@given(texts)
def test_what_is_kept_stays_where_it_was(text: str) -> None:
    kept = may_tell(mark(text))
    shown = blanked_but(text, kept)
    assert len(shown) == len(text)
    for start, end in kept:
        assert shown[start:end] == text[start:end]


def test_the_words_that_count_are_no_names() -> None:
    shipped = learned.model(MODEL)
    assert shipped is not None
    assert shipped.weights.keys().isdisjoint({"biden", "harris", "blinken", "zelenskyy", "macron", "jinping"})
