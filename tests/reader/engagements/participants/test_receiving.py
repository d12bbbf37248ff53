"""Who receives whom, by the learned model beside the rules of verb and soil."""

import pytest

from communique import read
from communique.reader import learned
from communique.reader.engagements.participants import receiving
from communique.reader.learned import BIAS, Model

TEXT = """\
Tallinn, 4 May 2022 - The Minister of Defence of Estonia, Tarvo Kuusmets, received the Minister of Defence of Ghana, \
Kofi Asante, on Wednesday. They discussed maritime security in the Gulf of Guinea.

On Thursday Mr Asante spoke by telephone with the Minister of Defence of Peru, Rosa Quispe.
"""


def roles(kind: str) -> dict[str, str]:
    account = next(each for each in read(TEXT, published="2022-05-05").engagements if each.kind.value == kind)
    return {
        part.name.value: part.role.value
        for part in account.participants
        if part.name is not None and part.role is not None
    }


def test_who_receives_is_host() -> None:
    assert roles("meeting") == {"Tarvo Kuusmets": "host", "Kofi Asante": "guest"}


def test_the_likeliest_role_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"role_host": -1.0, "role_guest": 0.0, "role_participant": 1.0}
    monkeypatch.setattr(receiving, "model", lambda name: Model({BIAS: weights[name]}))
    assert set(roles("meeting").values()) == {"participant"}


def test_nobody_is_host_of_a_call(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = {"role_host": 9.0, "role_guest": 0.0, "role_participant": 0.0}
    monkeypatch.setattr(receiving, "model", lambda name: Model({BIAS: weights[name]}))
    assert set(roles("call").values()) == {"participant"}


def test_without_all_models_the_rules_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    partial = {"role_participant": Model({BIAS: 9.0})}
    monkeypatch.setattr(receiving, "model", partial.get)
    assert roles("meeting") == {"Tarvo Kuusmets": "host", "Kofi Asante": "guest"}


@pytest.mark.parametrize("role", receiving.ROLES)
def test_a_model_for_each_role_is_shipped(role: str) -> None:
    shipped = learned.model(f"role_{role}")
    assert shipped is not None
    assert BIAS in shipped.weights
