"""The sentence around cited words: never other words than the report's, and these among them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.export.brief.asking import Citing
from communique.export.brief.passages import passage
from communique.reading import Masthead, Reading
from communique.record import Record
from communique.record.entries import Told
from communique.report import Report

TEXT = (
    "TBILISI, May 17. Lt. Gen. J. Smith met with the Minister. They discussed training and, as Dr. Gogia put it, "
    "“many things.” A plan was signed\nNo more was said."
)


def of(text: str, words: str, most: int = 200) -> str:
    start = text.index(words)
    return passage(text, Told(words, "r", start, start + len(words), words, "test"), most).quote


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("met", "Lt. Gen. J. Smith met with the Minister."),
        ("May 17", "TBILISI, May 17."),
        ("training", "They discussed training and, as Dr. Gogia put it, “many things.”"),
        ("signed", "A plan was signed"),
        ("said", "No more was said."),
        (
            "Minister. They",
            "Lt. Gen. J. Smith met with the Minister. They discussed training and, as Dr. Gogia put it, “many things.”",
        ),
    ],
)
def test_the_sentence_is_quoted(words: str, sentence: str) -> None:
    assert of(TEXT, words) == sentence


def test_of_a_long_sentence_there_is_its_beginning_its_end_or_what_is_around() -> None:
    long = "They " + "talked and " * 30 + "signed " + "plan after " * 30 + "plan."
    assert of(long, "They", 60).startswith("They talked and talked")
    assert of(long, "plan.", 60).endswith("plan after plan.")
    assert " signed " in of(long, "signed", 60)
    assert all(len(of(long, each, 60)) <= 60 for each in ("They", "signed", "plan."))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .\n“”é😀A", min_size=1, max_size=80), st.data(), st.integers(1, 40))
def test_it_is_always_words_of_the_report_around_the_cited_ones(text: str, data: st.DataObject, most: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = passage(text, Told("x", "r", start, end, text[start:end], "test"), most)
    assert text[found.start : found.end] == found.quote
    assert found.end - found.start <= max(most, end - start)
    if end - start <= most and text[start:end].strip() == text[start:end]:
        assert found.start <= start < end <= found.end


def test_cited_words_that_are_too_many_are_cut_between_words() -> None:
    assert (
        of("He spoke of cooperation and of training alike.", "spoke of cooperation and of training", 21)
        == "spoke of cooperation"
    )


def test_words_of_a_passage_already_cited_are_cited_by_it(tmp_path: Path) -> None:
    words = "They met in Baku, talked of training and went on to talk of ports."
    with Record(tmp_path / "record.db") as record:
        record.add(Report("r", words), Reading(report=Masthead(id="r"), reader="test-1"))
        citing = Citing(record, most=40)

        def told(each: str) -> Told[str]:
            start = words.index(each)
            return Told(each, "r", start, start + len(each), each, "test")

        assert [each.quote for each in citing.passages(told("met"), told("training"), told("talked"))] == [
            "They met in Baku, talked of training and"
        ]
        assert [each.quote for each in citing.passages(told("ports"))] == ["training and went on to talk of ports."]
