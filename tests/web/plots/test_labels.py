"""Labels: how much room words take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.web.plots.labels import Box, beside, length


def test_words_take_room_by_their_signs() -> None:
    assert length("Baku", 10) == pytest.approx(4 * 6.4)
    assert length("東京", 10) > length("ab", 10)
    assert length("e\u0301", 10) == length("e", 10)  # an accent stands on its letter
    assert length("", 10) == 0


@given(st.text(max_size=20), st.booleans())
def test_a_label_begins_or_ends_beside_its_point(text: str, before: bool) -> None:
    found = beside(100, 50, text, 10, gap=4, before=before)
    assert (found.right if before else found.left) == (96 if before else 104)
    assert found.right - found.left == pytest.approx(length(text, 10))
    assert (found.top + found.bottom) / 2 == 50


def test_boxes_meet_where_they_have_room_in_common() -> None:
    box = Box(0, 0, 10, 10)
    assert box.meets(Box(9, 9, 20, 20))
    assert box.meets(box)
    assert not box.meets(Box(10, 0, 20, 10))  # side by side
    assert box.within(10, 10)
    assert not Box(-1, 0, 5, 5).within(10, 10)
