"""A citation that is not true of its text cannot be made."""

import copy
import dataclasses
import hashlib
import pickle
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.errors import FalseCitation
from communique.report import Citation, Cited, Report

# Letters, white space, controls, emoji with joiners, right-to-left script and marks, combining marks, lone surrogates.
SIGNS = "aB é\u0301\n\r\t\0.😀👩‍✈️🇳🇴שלוםسلام\u200f\u202e\ud83d\ude00\ufeff"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=30) | st.text(st.characters(), max_size=30)
OFFSETS = st.integers(-40, 40)


@given(TEXTS, OFFSETS, OFFSETS)
@example("😀 met", 2, 5)
@example("", 0, 0)
def test_a_citation_is_true_or_is_not_made(text: str, start: int, end: int) -> None:
    if 0 <= start < end <= len(text):
        citation = Citation(text, start, end)
        assert (citation.start, citation.end) == (start, end)
        assert text[start:end] == citation.quote != ""
    else:
        with pytest.raises(FalseCitation, match=f"no words at {start}:{end} "):
            Citation(text, start, end)


@given(TEXTS.filter(bool), st.data(), TEXTS)
def test_a_quote_that_is_given_must_stand_there(text: str, data: st.DataObject, quote: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end] == quote:
        assert Citation(text, start, end, quote) == Citation(text, start, end)
    else:
        with pytest.raises(FalseCitation, match="count code points"):
            Citation(text, start, end, quote)
    assert Citation(text, start, end, text[start:end]).quote == text[start:end]


def test_offsets_are_code_points_not_bytes_or_utf_16() -> None:
    text = "😀😀 met"
    assert Citation(text, text.index("met"), len(text)).quote == "met"
    for start, end in ((9, 12), (5, 8)):  # where UTF-8 and UTF-16 have it
        with pytest.raises(FalseCitation):
            Citation(text, start, end, "met")


def test_the_message_says_what_stands_there_and_what_to_do() -> None:
    with pytest.raises(FalseCitation, match=r"the text has 'met' at 5:8, not 'mat'; count code points"):
        Citation("They met.", 5, 8, "mat")
    with pytest.raises(FalseCitation, match=r"no words at 5:80 in a text of 9 characters; offsets are half-open"):
        Citation("They met.", 5, 80)


def test_a_message_stays_short() -> None:
    with pytest.raises(FalseCitation) as caught:
        Citation("a" * 10_000, 0, 10_000, "b" * 10_000)
    assert len(str(caught.value)) < 300


def cited() -> Cited[str]:
    return Cited("They met in Oslo.", 12, 16, value="Oslo", rule="test.place", quote="Oslo")


def test_a_citation_cannot_be_changed() -> None:
    citation: Any = Citation("They met.", 5, 8)
    for field, value in (("start", 0), ("end", 4), ("quote", "mat")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(citation, field, value)
    with pytest.raises(TypeError):
        dataclasses.replace(citation, start=0)


def test_a_cited_value_is_a_citation_with_value_and_rule() -> None:
    place = cited()
    assert isinstance(place, Citation)
    assert (place.start, place.end, place.quote, place.value, place.rule) == (12, 16, "Oslo", "Oslo", "test.place")
    with pytest.raises(FalseCitation):
        Cited("They met in Oslo.", 12, 16, value="Oslo", rule="test.place", quote="Bergen")


def test_cited_values_compare_hash_and_travel_between_processes() -> None:
    place = cited()
    assert place == cited()
    assert len({place, cited()}) == 1
    assert pickle.loads(pickle.dumps(place)) == copy.deepcopy(place) == place


@given(TEXTS)
def test_a_report_keeps_its_text_and_knows_it_by_digest(text: str) -> None:
    report = Report("r1", text, url="https://example.org/1")
    assert report.text == text
    assert report.digest == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    assert report == Report("r1", text, url="https://example.org/1")
    assert report.digest == Report("r2", text).digest
    assert report.digest != Report("r1", text + ".").digest


def test_a_report_cites_its_own_text() -> None:
    report = Report("r1", "They met.")
    assert report.cite(5, 8) == Citation(report.text, 5, 8, "met")
    with pytest.raises(FalseCitation):
        report.cite(5, 5)
