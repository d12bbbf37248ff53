"""Scores are held against what is right, and drawn."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluate.calibration import Bin, calibrate
from communique.evaluate.diagram import diagram

ROUNDING = 1e-9
SVG = "{http://www.w3.org/2000/svg}"


def test_true_scores_have_no_error() -> None:
    found = calibrate("even", [(0.75, True)] * 3 + [(0.75, False)] + [(1.0, True), (0.0, False)])
    assert found.error == 0
    assert found.seen == 6
    assert [(each.mean, each.share) for each in found.bins] == [(0.0, 0.0), (0.75, 0.75), (1.0, 1.0)]


def test_the_error_is_the_mean_distance() -> None:
    found = calibrate("off", [(0.9, True), (0.9, False)] + [(0.25, False)] * 2)
    assert found.error == pytest.approx((2 * 0.4 + 2 * 0.25) / 4)
    assert found.to_json()["expected_calibration_error"] == found.error
    assert found.to_json()["bins"][0] == {"score": 0.25, "right": 0, "seen": 2}


def test_nothing_scored_is_no_error() -> None:
    assert calibrate("none", []).error == 0


@given(st.integers(0, 50), st.integers(1, 50))
def test_the_interval_holds_the_share(right: int, more: int) -> None:
    low, high = Bin(right + more, right, 0.0).interval
    assert 0 <= low <= right / (right + more) + ROUNDING
    assert right / (right + more) - ROUNDING <= high <= 1
    wide = Bin(100 * (right + more), 100 * right, 0.0).interval
    assert wide[1] - wide[0] < high - low


def test_a_diagram_has_a_panel_a_calibration_and_a_dot_a_bin() -> None:
    found = [calibrate("one & two", [(0.9, True), (0.3, False)] * 700), calibrate("three", [(0.5, True)])]
    drawn = ElementTree.fromstring(diagram(found))
    titles = [each.text for each in drawn.iter(f"{SVG}text") if each.get("class") == "title"]
    dots = [(each.get("cx"), each.get("cy")) for each in drawn.iter(f"{SVG}circle")]
    counts = [each.text for each in drawn.iter(f"{SVG}text") if each.get("class") == "count"]
    assert titles == ["one & two", "three"]
    assert dots == [("66.0", "220.0"), ("198.0", "0.0"), ("110.0", "0.0")]
    assert counts == ["700", "700", "1"]


def test_a_diagram_stands_alone_in_light_and_dark() -> None:
    text = diagram([calibrate("a", [(0.5, True)])])
    assert "prefers-color-scheme: dark" in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in text
