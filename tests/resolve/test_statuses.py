"""Statuses: each is told apart as what happened or what did not."""

from typing import get_args

from communique.reading import DocumentStatus, Status
from communique.resolve.statuses import CONCLUDED, HAPPENED, NOT_HELD, TO_COME


def test_an_encounter_has_taken_place_or_not() -> None:
    assert sorted((*HAPPENED, *NOT_HELD)) == sorted(get_args(Status))
    assert set(TO_COME) < set(NOT_HELD)


def test_a_document_that_is_only_agreed_is_open() -> None:
    assert set(get_args(DocumentStatus)) - set(CONCLUDED) == {"proposed", "agreed"}
