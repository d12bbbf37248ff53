"""Learned judgements: tables of weights, and what they are asked."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import read
from communique.errors import LexiconError
from communique.reader import learned
from communique.reader.engagements.judging.judge import MODEL as ENCOUNTERS
from communique.reader.engagements.judging.judge import SURE, SUREST, chosen
from communique.reader.engagements.participants.seats import MODEL as SEATS
from communique.reader.learned import BIAS, Model


def test_a_score_is_the_logistic_of_the_weights() -> None:
    fitted = Model({BIAS: -1.0, "a": 2.0, "b": 0.5})
    assert fitted.score(["a", "unknown"]) == pytest.approx(1 / (1 + math.exp(-1.0)))
    assert fitted.score([]) == pytest.approx(1 / (1 + math.exp(1.0)))


@given(st.dictionaries(st.text(min_size=1), st.floats(-1e6, 1e6)), st.lists(st.text(min_size=1)))
def test_every_score_lies_between_0_and_1(weights: dict[str, float], features: list[str]) -> None:
    assert 0 <= Model(weights).score(features) <= 1


@pytest.mark.parametrize("name", [ENCOUNTERS, SEATS])
def test_the_models_are_shipped_and_small(name: str) -> None:
    shipped = learned.model(name)
    assert shipped is not None
    assert BIAS in shipped.weights
    assert (learned.DATA / f"{name}.tsv").stat().st_size < 1_000_000


def test_a_judgement_without_a_table_has_no_model() -> None:
    assert learned.model("nothing of that name") is None


def test_a_weight_that_is_no_number_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.tsv").write_text("feature\tweight\n(bias)\tmuch\n", encoding="utf-8")
    monkeypatch.setattr(learned, "DATA", tmp_path)
    with pytest.raises(LexiconError, match=r"odd\.tsv:2.*not a number"):
        learned.model("odd")


def test_where_neither_model_nor_rules_are_sure_there_is_no_encounter() -> None:
    unsure = (SURE + SUREST) / 2
    assert chosen([unsure, unsure], [False, False]) == [False, False]
    assert chosen([unsure, unsure], [True, False]) == [True, True]
    assert chosen([SUREST, unsure, SURE / 2], [False, False, True]) == [True, True, False]


def test_several_meetings_of_nobody_in_particular_are_no_encounter() -> None:
    text = (
        "Tunis, 6 May 2021. The Foreign Minister of Malta, Carmelo Zahra, visited Tunisia on Thursday and met the Foreign "
        "Minister of Tunisia, Salah Mejri. They spoke of fishing. It was recalled that this had been the subject of the meetings "
        "held in 2018. The ministers agreed to go on."
    )
    told = [each.trigger.quote for each in read(text, published="2021-05-06").engagements]
    assert told
    assert not any("meetings" in words for words in told)
