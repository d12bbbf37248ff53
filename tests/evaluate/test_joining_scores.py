"""Scoring of what is joined: by hand on a small truth, and the same figures as the tool that made the truth."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from communique.errors import GoldError
from communique.evaluate.joining import load_truth, score_joining

SHARED = Path(__file__).parents[2].parent / "shared"
TOOL = SHARED / "tools" / "score_accounts.py"
TRUTH = SHARED / "gold" / "accounts.truth.json"

Row = dict[str, Any]


def account(report: str, trigger: str, id: str) -> Row:  # noqa: A002
    return {"kind": "account", "report": report, "quote": trigger, "id": id}


SMALL: Row = {
    "engagements": [
        {"key": "X1", "accounts": [{"report": "a", "trigger": "met"}, {"report": "b", "trigger": "held talks with"}]},
        {"key": "X2", "accounts": [{"report": "b", "trigger": "signed"}]},
    ],
    "persons": [],
    "bodies": [],
    "never_join": [["X1", "X2", "talks and a signing"]],
}


def test_what_belongs_together_and_was_put_together_is_right() -> None:
    found = score_joining(SMALL, [account("a", "met", "E1"), account("b", "talks", "E1"), account("b", "signed", "E2")])
    assert found.kinds["account"].f1 == 1.0
    assert not found.wrongly_joined


def test_what_was_not_read_is_alone() -> None:
    found = score_joining(SMALL, [account("a", "met", "E1"), account("b", "signed", "E2")]).kinds["account"]
    assert (found.mentions, found.missed, found.precision) == (3, 1, 1.0)
    assert found.recall == pytest.approx((0.5 + 0.5 + 1) / 3)


def test_pairs_that_must_stay_apart_are_told_with_their_reason() -> None:
    found = score_joining(
        SMALL, [account("a", "met", "E1"), account("b", "held talks with", "E1"), account("b", "signed", "E1")]
    )
    assert found.wrongly_joined == (("X1", "X2", "talks and a signing"),)
    assert found.kinds["account"].precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)


def test_the_only_account_of_a_report_stands_for_whatever_it_tells_of() -> None:
    found = score_joining(
        SMALL, [account("a", "opened", "E1"), account("b", "signed", "E2"), account("b", "talks", "E1")]
    )
    assert found.kinds["account"].missed == 0


def test_a_file_that_is_no_truth_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "truth.json"
    for content, said in (("{", "not JSON"), ("[]", "expected an object")):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(GoldError, match=said):
            load_truth(file)
    with pytest.raises(GoldError, match="cannot be read"):
        load_truth(tmp_path / "none.json")


@pytest.mark.skipif(not (TOOL.exists() and TRUTH.exists()), reason="needs ../shared/tools and ../shared/gold")
@pytest.mark.parametrize("seed", range(4))
def test_figures_are_those_of_the_tool(seed: int, tmp_path: Path) -> None:
    rows = _perturbed(load_truth(TRUTH), random.Random(seed))
    file = tmp_path / "mentions.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, str(TOOL), str(TRUTH), str(file)], capture_output=True, text=True, check=True
    ).stdout
    found = score_joining(load_truth(TRUTH), rows)
    for kind, each in found.kinds.items():
        figures = f"P {each.precision:.3f} R {each.recall:.3f} F1 {each.f1:.3f}"
        assert f"{kind:8} {each.mentions:4} mentions, {each.missed:3} not read · B3 {figures}" in said
    assert f"{len(found.wrongly_joined)} of" in said


def _perturbed(truth: Row, chance: random.Random) -> list[Row]:
    """The truth as mentions, some left out, some with fewer words, some joined wrongly."""
    rows = [account(a["report"], a["trigger"], e["key"]) for e in truth["engagements"] for a in e["accounts"]]
    for kind, things in (("person", truth["persons"]), ("body", truth["bodies"])):
        rows += [
            {"kind": kind, "report": m["report"], "quote": m["name"], "id": t["key"]}
            for t in things
            for m in t["mentions"]
        ]
    kept = [row for row in rows if chance.random() < 0.9]
    for row in kept:
        if chance.random() < 0.2:
            row["quote"] = " ".join(word for word in row["quote"].split() if chance.random() < 0.7)
        if chance.random() < 0.1:
            row["id"] = chance.choice([other["id"] for other in kept if other["kind"] == row["kind"]])
    return kept
