"""The figures here are those of the scorer that the codebook's authors use, digit for digit."""

import copy
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique import evaluate

SHARED = Path(__file__).parents[2].parent / "shared"
TOOL = SHARED / "tools" / "score.py"
GOLD = SHARED / "gold" / "dev.gold.jsonl"
REPORTS = SHARED / "gold" / "dev.reports.jsonl"

pytestmark = pytest.mark.skipif(
    not (TOOL.exists() and GOLD.exists() and REPORTS.exists()), reason="needs ../shared/tools and ../shared/gold"
)

Row = dict[str, Any]
KINDS = ("meeting", "call", "visit", "session", "conference", "signing")


def unchanged(row: Row, chance: random.Random) -> Row | None:
    return row


def without_some_people(row: Row, chance: random.Random) -> Row | None:
    for engagement in row["engagements"]:
        engagement["participants"] = [each for each in engagement["participants"] if chance.random() < 0.6]
    return row


def other_kinds(row: Row, chance: random.Random) -> Row | None:
    for engagement in row["engagements"]:
        engagement["kind"] = chance.choice(KINDS)
        engagement["start"] = chance.choice([engagement.get("start"), engagement.get("end"), None, "2020"])
    return row


def doubled(row: Row, chance: random.Random) -> Row | None:
    """Each engagement twice, under the same id, in another order: many pairings with equal sums."""
    row["engagements"] += copy.deepcopy(row["engagements"])
    chance.shuffle(row["engagements"])
    return row


def many_engagements(row: Row, chance: random.Random) -> Row | None:
    """More than are paired by trying every order, some without what makes them comparable."""
    for k in range(8 if row["engagements"] else 0):
        extra = copy.deepcopy(chance.choice(row["engagements"]))
        extra["id"] = f"X{k}"
        if chance.random() < 0.5:
            extra["trigger"] = "elsewhere"
        row["engagements"].append(extra)
    return row


def not_all_read(row: Row, chance: random.Random) -> Row | None:
    return row if chance.random() < 0.6 else None


def false_alarms(row: Row, chance: random.Random) -> Row | None:
    if not row["engagements"] and chance.random() < 0.5:
        row["engagements"] = [{"id": "E1", "kind": "call", "trigger": "rang", "participants": [{"office": "Minister"}]}]
    return row


def shortened(row: Row, chance: random.Random) -> Row | None:
    """Every text loses words, so that overlaps fall on both sides of the thresholds."""

    def cut(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: value if key in ("id", "from", "to") else cut(value) for key, value in node.items()}
        if isinstance(node, list):
            return [cut(each) for each in node]
        if isinstance(node, str) and " " in node:
            return " ".join(word for word in node.split() if chance.random() < 0.65)
        return node

    return {**cut(row), "id": row["id"]}


def cited(row: Row, chance: random.Random) -> Row | None:
    """Values as objects with quotes, a tenth of them at the wrong place; ids below `report`."""
    text = TEXTS[row["id"]]

    def cite(value: Any) -> Any:
        if not isinstance(value, str) or value not in text:
            return value
        start = text.index(value) + (chance.random() < 0.1)
        return {"value": value, "quote": value, "start": start, "end": start + len(value), "rule": "test.rule"}

    for engagement in row["engagements"]:
        for field in ("trigger", "place", "body"):
            engagement[field] = cite(engagement[field])
        engagement["topics"] = [cite(topic) for topic in engagement["topics"]]
        for person in engagement["participants"]:
            person["name"] = cite(person["name"])
            person["leads"] = {"value": person["leads"], "quote": None}
    row["report"]["id"] = row.pop("id")
    return row


def everything(row: Row, chance: random.Random) -> Row | None:
    changes = [without_some_people, other_kinds, doubled, many_engagements, not_all_read, false_alarms, shortened]
    for change in chance.sample(changes, 3):
        changed = change(row, chance)
        if changed is None:
            return None
        row = changed
    return row


def _texts() -> dict[str, str]:
    return {report.id: report.text for report in evaluate.load_reports(REPORTS)} if REPORTS.exists() else {}


TEXTS = _texts()


def by_the_tool(readings: Path, ids: str) -> Row:
    command = [sys.executable, str(TOOL), str(GOLD), str(readings), "--texts", str(REPORTS), "--json", "--ids", ids]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr  # 1 is "a citation is false"
    figures: Row = json.JSONDecoder().raw_decode(done.stdout)[0]  # false citations are listed after it
    return figures


def by_communique(readings: Path, ids: str) -> Row:
    gold, read = evaluate.load_gold(GOLD), evaluate.load_readings(readings)
    figures = evaluate.score(gold, read, TEXTS, ids=ids).to_json()
    for counts in (figures["micro"], *figures["groups"].values()):
        del counts["true"]  # the tool does not print it
    return figures


@pytest.mark.parametrize(
    "change",
    [
        unchanged,
        without_some_people,
        other_kinds,
        doubled,
        many_engagements,
        not_all_read,
        false_alarms,
        shortened,
        cited,
        everything,
    ],
)
@pytest.mark.parametrize("ids", ["", "c"])
def test_the_figures_are_the_tools(
    change: Callable[[Row, random.Random], Row | None], ids: str, tmp_path: Path
) -> None:
    chance = random.Random(7)
    readings = tmp_path / "readings.jsonl"
    with readings.open("w", encoding="utf-8") as out:
        for row in evaluate.load_gold(GOLD):
            changed = change(copy.deepcopy(row), chance)
            if changed is not None:
                out.write(json.dumps(changed) + "\n")
    figures = by_communique(readings, ids)
    assert figures == by_the_tool(readings, ids)
    if change is not unchanged and not (change is false_alarms and ids):
        assert figures["micro"]["f1"] < 1.0 or figures["false_citations"]
