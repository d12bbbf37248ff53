"""Equal Earth: what its authors say of it holds."""

from math import cos, radians

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.web.plots.projection import BOTTOM, HEIGHT, TOP, WIDTH, equal_earth, on_map

LATITUDES = st.floats(-85, 85)
LONGITUDES = st.floats(-179, 179)
STEP = 0.01  # degrees: a field so small that its edges are straight


@settings(max_examples=50)
@given(LONGITUDES, LATITUDES)
def test_areas_are_as_on_the_globe(longitude: float, latitude: float) -> None:
    corners = [equal_earth(longitude + x, latitude + y) for x, y in ((0, 0), (STEP, 0), (STEP, STEP), (0, STEP))]
    turned = [*corners[1:], corners[0]]
    area = abs(sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in zip(corners, turned, strict=True))) / 2
    assert area == pytest.approx(radians(STEP) ** 2 * cos(radians(latitude + STEP / 2)), rel=1e-3)


def test_the_globe_is_as_wide_and_high_as_published() -> None:
    assert equal_earth(180, 0)[0] == pytest.approx(2.7066, abs=1e-4)
    assert equal_earth(0, 90)[1] == pytest.approx(1.3174, abs=1e-4)


def test_the_map_begins_at_its_corner_and_ends_at_its_size() -> None:
    assert on_map(-180, 0)[0] == pytest.approx(0)
    assert on_map(180, 0)[0] == pytest.approx(WIDTH)
    assert on_map(0, TOP) == pytest.approx((WIDTH / 2, 0))
    assert on_map(0, BOTTOM) == pytest.approx((WIDTH / 2, HEIGHT), abs=0.5)


@given(LONGITUDES, LATITUDES)
@settings(max_examples=30)
def test_east_is_right_and_north_is_up(longitude: float, latitude: float) -> None:
    x, y = on_map(longitude, latitude)
    assert on_map(longitude + 1, latitude)[0] > x
    assert on_map(longitude, latitude + 1)[1] < y
    assert 0 <= x <= WIDTH
