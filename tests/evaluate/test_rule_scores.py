"""Scores are shares of right values, drawn towards the wider share by as much as is unknown."""

from pathlib import Path
from typing import Any

import pytest

from communique.evaluate.rule_scores import (
    SEEN_ENOUGH,
    WEIGHT,
    Judged,
    judged,
    measure_rules,
    scored,
    smoothed,
    to_tsv,
)
from communique.lexicon.tables import table
from communique.reader.score import COLUMNS, score


def cited(value: str, rule: str = "engagements.verb.hug") -> dict[str, Any]:
    return {"value": value, "quote": value, "start": 0, "end": len(value), "rule": rule}


GOLD = {"id": "x", "engagements": [{"id": "E1", "kind": "meeting", "status": "held", "trigger": "hugged"}]}
READING = {
    "id": "x",
    "engagements": [
        {"id": "E1", "kind": cited("meeting"), "status": cited("planned", "engagements.status"), "trigger": "hugged"}
    ],
}


def many(right: int, wrong: int, rule: str = "engagements.verb.hug") -> list[Judged]:
    return [Judged("kind", rule, True)] * right + [Judged("kind", rule, False)] * wrong


def test_values_are_judged_with_field_and_rule() -> None:
    assert list(judged(GOLD, READING)) == [
        Judged("engagements.kind", "engagements.verb.hug", True),
        Judged("engagements.status", "engagements.status", False),
    ]


def test_a_score_comes_with_each_judged_value() -> None:
    other = GOLD | {"id": "y"}
    found = list(scored([GOLD, other], [READING, READING | {"id": "y"}], ids="x"))
    assert [right for _, right in found] == [True, False]
    assert found[0][0] == score("engagements.kind", "engagements.verb.hug")


def test_counts_are_kept_at_every_width() -> None:
    measured = measure_rules([*many(3, 1), *many(1, 1, "engagements.verb.wave")])
    assert {key: (counts.true, counts.read) for key, counts in measured.items()} == {
        "* *": (4, 6),
        "kind *": (4, 6),
        "kind engagements.verb.*": (4, 6),
        "kind engagements.verb.hug": (3, 4),
        "kind engagements.verb.wave": (1, 2),
    }


def test_a_rule_seen_often_has_its_own_share() -> None:
    measured = measure_rules([*many(9000, 1000), *many(1000, 9000, "engagements.verb.wave")])
    assert smoothed(measured, "kind", "engagements.verb.hug") == pytest.approx(0.9, abs=0.001)
    assert smoothed(measured, "kind", "engagements.verb.wave") == pytest.approx(0.1, abs=0.001)


def test_a_rule_seen_once_has_nearly_that_of_its_family() -> None:
    measured = measure_rules([*many(900, 100), *many(0, 1, "engagements.verb.wave")])
    family = smoothed(measured, "kind", "engagements.verb.*")
    assert smoothed(measured, "kind", "engagements.verb.wave") == pytest.approx(WEIGHT * family / (1 + WEIGHT))
    assert smoothed(measured, "kind", "engagements.verb.unseen") == pytest.approx(family)


def test_the_table_is_one_that_can_be_read(tmp_path: Path) -> None:
    seldom = SEEN_ENOUGH - 1
    measured = measure_rules([*many(seldom + 1, 0), *many(seldom, 0, "engagements.verb.wave")])
    path = tmp_path / "rule_scores.tsv"
    path.write_text(to_tsv(measured), encoding="utf-8")
    rows = table(path, COLUMNS)
    assert [row["value"] for row in rows] == ["* *", "kind *", "kind engagements.verb.*", "kind engagements.verb.hug"]
    assert all(
        float(row["score"]) == pytest.approx(smoothed(measured, *row["value"].split()), abs=0.001) for row in rows
    )
