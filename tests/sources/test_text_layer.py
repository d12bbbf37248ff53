import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.sources.text_layer import mended, paragraphs


@pytest.mark.parametrize(
    ("given_text", "text"),
    [
        ("co\u00adoperation", "cooperation"),
        ("the\u200b talks\u00a0 were", "the talks were"),
        ("Canada\u00e2\u20ac\u2122s Th\u00c3\u00a9r\u00c3\u00a8se", "Canada\u2019s Th\u00e9r\u00e8se"),
        ("Ukraine &amp; Moldova&nbsp;&#8211; talks", "Ukraine & Moldova \u2013 talks"),
        ("a \x93quote\x94", "a \u201cquote\u201d"),
        ("\u200fMuscat\u200e", "Muscat"),
        ("\u0645\u06cc\u200c\u06a9\u0646\u0646\u062f", "\u0645\u06cc\u200c\u06a9\u0646\u0646\u062f"),
        ("1 &lt; 2", "1 &lt; 2"),
        (
            "\u00c2 part \u00c3 part, na\u00efve caf\u00e9 \u00c9cole",
            "\u00c2 part \u00c3 part, na\u00efve caf\u00e9 \u00c9cole",
        ),
        ("Minist\u0435r", "Minist\u0435r"),
    ],
)
def test_what_a_format_broke_is_mended_and_what_an_author_wrote_is_not(given_text: str, text: str) -> None:
    assert mended(given_text) == text


@given(st.text(alphabet=st.characters(codec="ascii", exclude_characters="&"), max_size=80))
def test_plain_words_only_lose_white_space(text: str) -> None:
    kept = [each for each in mended(text) if not each.isspace()]
    assert kept == [each for each in text if not each.isspace() and (each.isprintable())]


def test_paragraphs_are_parted_by_one_blank_line() -> None:
    assert paragraphs([" One. ", "", "Two.\n\n\nThree.\nFour."]) == "One.\n\nTwo.\n\nThree.\nFour."
