"""Words: offsets that are true, names in one piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reader.words import plain, words

TEXT = st.text(st.sampled_from("Aa bÉ.'’-“\"<>*()\n\u200b\u00a01z,;"), max_size=80)


@given(TEXT)
def test_plain_keeps_the_length(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(TEXT)
def test_offsets_are_true_and_in_order(text: str) -> None:
    shown = plain(text)
    after = 0
    for word in words(shown):
        assert shown[word.start : word.end] == word.text
        assert word.start >= after
        after = word.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jean-Luc O'Brien's team", ["Jean-Luc", "O'Brien", "team"]),
        ("H.-R. Karimi met Z. Aliyev", ["H.-R.", "Karimi", "met", "Z.", "Aliyev"]),
        ("Al‑Masri’s visit", ["Al-Masri", "visit"]),
        ("the 3rd round, 1,200 men", ["the", "3rd", "round", "1,200", "men"]),
        ("Ministry of Kenya’s Defence", ["Ministry", "of", "Kenya", "Defence"]),
    ],
)
def test_a_name_is_one_word(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(plain(text))] == expected


def test_markup_is_blanked_where_it_stands() -> None:
    assert plain("**Mr. A** <u>B</u>") == "  Mr. A      B    "
