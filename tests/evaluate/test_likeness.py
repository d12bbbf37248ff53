from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluate.likeness import (
    folded_words,
    listed,
    offices,
    overlap,
    plain,
    same_body,
    same_name,
    same_person,
    same_statement,
    same_words,
)


@pytest.mark.parametrize(
    ("wrapped", "value"),
    [
        ("Tirana", "Tirana"),
        (None, None),
        ({}, None),
        ({"q": "Tirana", "n": 2}, "Tirana"),
        ({"value": 3, "quote": "third"}, 3),
        ({"value": None, "quote": "third"}, "third"),
        ({"name": {"value": "Plan of Cooperation", "quote": "plan"}, "status": None}, "Plan of Cooperation"),
        ({"value": False, "quote": "no"}, False),
    ],
)
def test_plain_unwraps_to_the_value_first(wrapped: Any, value: Any) -> None:
    assert plain(wrapped) == value


@pytest.mark.parametrize(("value", "values"), [(None, []), ("a", ["a"]), (["a", "b"], ["a", "b"]), ([], [])])
def test_listed(value: Any, values: list[Any]) -> None:
    assert listed(value) == values


def test_folding_drops_case_marks_articles_and_possessives() -> None:
    assert folded_words("The Minister's Çelik-ÖRNEK, an office_holder") == [
        "minister",
        "celik",
        "ornek",
        "office",
        "holder",
    ]


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("joint group", "joint group", 1.0),
        ("joint group", "joint", 2 / 3),
        ("a b b", "b", 2 / 3),
        ("x", "y", 0.0),
        ("", "", 0.0),
    ],
)
def test_overlap_is_token_f1(one: str, other: str, shared: float) -> None:
    assert overlap(one, other) == pytest.approx(shared)


@given(st.text(), st.text())
def test_overlap_is_symmetric_and_a_share(one: str, other: str) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert 0.0 <= overlap(one, other) <= 1.0


def test_spans_are_the_same_from_six_tenths_on() -> None:
    assert same_words("one two three", "one two four")
    assert same_words("one two three four five", "one two three six seven")  # exactly 0.6
    assert not same_words("one two three four", "one two five six")
    assert not same_words("", "")
    assert not same_words(None, "one")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mira Example", "Mira Example"),
        ("Mira Example", "MIRA EXAMPLÉ"),
        ("Mira Example", "Example"),
        ("Mira Example", "M. Example"),
        ("Mira Test Example", "Mira Example"),
        ("Mira Test Example", "Mira Other Example"),
    ],
)
def test_same_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mira Example", "Nora Example"),
        ("Mira Example", "N. Example"),
        ("Mira Example", "Mira Sample"),
        ("Mira", ""),
        ("…", "…"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_people_are_the_same_by_name_before_office() -> None:
    minister = {"office": ["Minister of Defence"]}
    assert same_person({"name": "Mira Example"} | minister, {"name": "M. Example", "office": ["Clerk"]})
    assert not same_person({"name": "Mira Example"} | minister, {"name": "Nora Sample"} | minister)
    assert not same_person({"name": "Mira Example"} | minister, minister)
    assert same_person(minister, {"office": "Defence Minister"})
    assert not same_person(minister, {"office": ["Chief of the General Staff"]})
    assert not same_person({}, {})


def test_offices_under_either_key() -> None:
    assert offices({"office": [{"value": "Minister"}, None, ""]}) == ["Minister"]
    assert offices({"offices": "Minister"}) == ["Minister"]


def test_bodies_are_the_same_by_any_alias() -> None:
    body = {"name": "Joint Commission on Trade", "aliases": ["Mixed Committee"]}
    assert same_body(body, {"name": "Mixed Committee"})
    assert same_body({"name": "Other", "aliases": [{"q": "Trade Commission", "n": 1}]}, {"name": "Commission on Trade"})
    assert not same_body(body, {"name": "Staff Talks"})
    assert not same_body({"name": None}, {"name": None})


@pytest.mark.parametrize(
    ("speaker", "other", "same"),
    [
        ("Mira Example", "M. Example", True),
        ("sides", "sides", True),
        ("sides", "both sides", False),
        ("Minister of Defence", "Defence Minister of Nowhere", True),
        ("Defence Minister", "Foreign Minister", True),  # exactly half
        ("Defence Minister", "Foreign Minister Sample", False),
        (None, None, True),
        (None, "Mira Example", False),
        ("Mira Example", "Nora Sample", False),
    ],
)
def test_statements_need_the_same_speaker(speaker: str | None, other: str | None, same: bool) -> None:
    content = "the importance of peace"
    assert same_statement({"speaker": speaker, "content": content}, {"speaker": other, "content": content}) is same
    assert not same_statement({"speaker": speaker, "content": content}, {"speaker": other, "content": "trade"})
