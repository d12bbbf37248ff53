"""Encounters told together that were one for each of those met."""

from collections.abc import Callable

import pytest

from communique import read

Told = Callable[[str], list[tuple[str, set[str]]]]
AMBASSADOR = "The Ambassador of Finland to Estonia, Aino Lehtonen,"
HOSTS = "Defence Minister Jaan Kask and Foreign Minister Mart Tamm in Tallinn on Tuesday."


@pytest.mark.parametrize("verb", ["paid courtesy calls on", "met separately with", "held separate meetings with"])
def test_met_one_by_one_are_as_many_encounters(told: Told, verb: str) -> None:
    met = [people for _, people in told(f"{AMBASSADOR} {verb} {HOSTS}")]
    assert met == [{"Aino Lehtonen", "Jaan Kask"}, {"Aino Lehtonen", "Mart Tamm"}]


@pytest.mark.parametrize("verb", ["paid a courtesy call on", "met with", "held talks with"])
def test_met_together_are_one(told: Told, verb: str) -> None:
    met = [people for _, people in told(f"{AMBASSADOR} {verb} {HOSTS}")]
    assert met == [{"Aino Lehtonen", "Jaan Kask", "Mart Tamm"}]


@pytest.mark.parametrize(
    "met",
    [
        "Peruvian Ambassador Luis Vega and, separately, Colonel Didier Maes in Tallinn on Tuesday.",
        "Ambassador Luis Vega and Colonel Didier Maes of Belgium separately on Tuesday.",
    ],
)
def test_separately_may_stand_further_on(told: Told, met: str) -> None:
    people = [people for _, people in told(f"Defence Minister Jaan Kask received {met}")]
    assert people == [{"Jaan Kask", "Luis Vega"}, {"Jaan Kask", "Didier Maes"}]


def meetings(text: str) -> list[list[str]]:
    reading = read(text, published="2022-05-12")
    return [
        sorted(person.name.value for person in account.participants if person.name is not None)
        for account in reading.engagements
        if account.kind.value == "meeting"
    ]


def test_courtesy_calls_on_two_are_two_meetings() -> None:
    text = (
        "ACCRA, May 12 - Foreign Minister of Peru Carmen Quispe Rojas paid courtesy calls on "
        "Vice President of Ghana Kwame Ofori and Defence Minister of Ghana Esi Badu on Thursday."
    )
    assert meetings(text) == [["Carmen Quispe Rojas", "Kwame Ofori"], ["Carmen Quispe Rojas", "Esi Badu"]]


def test_two_met_together_are_one_meeting() -> None:
    text = (
        "ACCRA, May 12 - Foreign Minister of Peru Carmen Quispe Rojas met "
        "Vice President of Ghana Kwame Ofori and Defence Minister of Ghana Esi Badu on Thursday."
    )
    assert meetings(text) == [["Carmen Quispe Rojas", "Esi Badu", "Kwame Ofori"]]


def test_counterparts_met_bilaterally_are_met_one_by_one() -> None:
    text = (
        "OSLO, May 12 - National Security Adviser of Norway Ingrid Moe met bilaterally with her counterparts Carmen Quispe "
        "of Peru and Kwame Ofori of Ghana on Thursday."
    )
    assert meetings(text) == [["Carmen Quispe", "Ingrid Moe"], ["Ingrid Moe", "Kwame Ofori"]]
