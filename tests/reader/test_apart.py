"""Encounters told together that were one for each of those met."""

from collections.abc import Callable

import pytest

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
