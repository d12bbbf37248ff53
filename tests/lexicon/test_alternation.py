"""An alternation matches what trying its phrases from the longest on would match."""

import re

from hypothesis import given
from hypothesis import strategies as st

from communique.lexicon.alternation import alternation

PHRASES = st.lists(st.text("ab -.", min_size=1, max_size=5), min_size=1, max_size=8)


@given(PHRASES, st.text("ab -.", max_size=30))
def test_it_is_the_longest_first(phrases: list[str], text: str) -> None:
    plain = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    for shape in ("{}", r"\b{}\b", r"(?:{})$"):
        found = [match.span() for match in re.finditer(shape.format(alternation(phrases)), text)]
        assert found == [match.span() for match in re.finditer(shape.format(f"(?:{plain})"), text)]


def test_none_of_no_phrases() -> None:
    assert re.search(alternation([]), "anything") is None
