"""The fields that people decide on: they are those of a reading, and take what the codebook allows."""

from dataclasses import fields
from typing import Any

import pytest

from communique.reading import Account, Body, Document, Participant, Person
from communique.resolve.fields import FIELDS

PARTS: dict[tuple[str, str], Any] = {
    ("engagement", ""): Account,
    ("engagement", "participants"): Participant,
    ("engagement", "documents"): Document,
    ("person", ""): Person,
    ("body", ""): Body,
}
ALL = [(kind, each) for kind, known in FIELDS.items() for each in known.values()]


@pytest.mark.parametrize(("kind", "field"), ALL, ids=[f"{kind} {each.name}" for kind, each in ALL])
def test_a_field_is_one_of_the_reading(kind: str, field: Any) -> None:
    held = {each.name: each for each in fields(PARTS[kind, field.within])}
    assert field.key in held
    assert field.many == ("tuple" in str(held[field.key].type))
    if field.required:
        assert "None" not in str(held[field.key].type)


@pytest.mark.parametrize(
    ("kind", "name", "given", "value"),
    [
        ("engagement", "kind", "visit", "visit"),
        ("engagement", "start", "2019-05", "2019-05"),
        ("engagement", "session_number", " 3 ", 3),
        ("engagement", "leads", "Yes", True),
        ("engagement", "leads", False, False),
        ("engagement", "place", "  Batumi ", "Batumi"),
        ("person", "rank", "Colonel", "Colonel"),
    ],
)
def test_a_value_is_what_somebody_means(kind: str, name: str, given: Any, value: Any) -> None:
    told = FIELDS[kind][name].value(given)
    assert (told, type(told)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "given", "must_be"),
    [
        ("kind", "brawl", "one of meeting, call"),
        ("start", "yesterday", "a day, month or year"),
        ("start", "2019-05-01/2019-05-03", "a day, month or year"),
        ("end", "2019-13-01", "a day, month or year"),
        ("session_number", "third", "a number from 1"),
        ("session_number", "0", "a number from 1"),
        ("leads", "perhaps", "yes or no"),
        ("place", "  ", "a value"),
        ("role", "", "one of host"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_with_what_it_can(name: str, given: str, must_be: str) -> None:
    with pytest.raises(ValueError, match=must_be):
        FIELDS["engagement"][name].value(given)
