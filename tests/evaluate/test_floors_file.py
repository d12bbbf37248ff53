import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from communique import evaluate
from communique.errors import GoldError
from communique.evaluate.floors import FIGURES, Floors, falls, figures, load_floors, measure, raised, to_toml

SET = Floors(name='dev "x"', reports="r.jsonl", gold="g.jsonl", ids="x", false_alarms=1.0, floors={})


def scores(*, right: int, wrong: int) -> evaluate.Scores:
    """Of `right` + `wrong` negatives, of which `wrong` got an engagement, and as many calls, read as such or not."""
    gold: list[dict[str, Any]] = []
    read: list[dict[str, Any]] = []
    for k in range(right + wrong):
        call = {"id": "E1", "kind": "call", "trigger": "rang", "participants": []}
        gold += [{"id": f"x{k}", "engagements": [call]}, {"id": f"n{k}", "engagements": []}]
        read += [
            {"id": f"x{k}", "engagements": [call if k < right else call | {"kind": "meeting"}]},
            {"id": f"n{k}", "engagements": [] if k < right else [call]},
        ]
    return evaluate.score(gold, read)


def test_figures_are_f1() -> None:
    found = figures(scores(right=3, wrong=1))
    assert list(found) == list(FIGURES)
    assert found["kind"] == pytest.approx(2 * 3 / (4 + 5))
    assert found["rank"] == 0.0


def test_what_was_raised_holds_and_hardly_less_would_fall() -> None:
    reached = scores(right=3, wrong=1)
    pin = raised(SET, reached)
    assert pin.floors["kind"] == 0.66
    assert pin.false_alarms == 0.25
    assert falls(pin, reached) == []
    assert falls(dataclasses.replace(pin, floors={"kind": 0.67}), reached) == [
        'dev "x": F1 of kind is 0.667, its floor 0.67'
    ]


def test_a_worse_reader_falls_below_the_floors_of_a_better_one() -> None:
    pin = raised(SET, scores(right=3, wrong=1))
    fallen = falls(pin, scores(right=2, wrong=2))
    assert any("F1 of micro" in fall for fall in fallen)
    assert any("2 of 4 reports without an engagement" in fall for fall in fallen)


def test_a_margin_stays_below_what_is_reached() -> None:
    pin = raised(SET, scores(right=3, wrong=1), margin=0.1, spare=1)
    assert pin.floors["kind"] == 0.56
    assert pin.floors["rank"] == 0.0
    assert pin.false_alarms == 0.5


def test_raising_lowers_no_floor() -> None:
    better, worse = scores(right=3, wrong=1), scores(right=2, wrong=2)
    pin = raised(SET, better)
    assert raised(pin, worse) == pin
    assert raised(raised(SET, worse), better) == pin


def test_any_false_citation_falls() -> None:
    text = "They met."
    trigger = {"value": "met", "quote": "met", "start": 0, "end": 3}
    read = {"id": "x", "engagements": [{"id": "E1", "trigger": trigger}]}
    assert falls(SET, evaluate.score([{"id": "x"}], [read], {"x": text})) == ['dev "x": 1 of 1 citations are false']


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    pin = raised(SET, scores(right=3, wrong=1))
    other = dataclasses.replace(SET, name="other", floors={"standing body": 0.5})
    path = tmp_path / "floors.toml"
    path.write_text(to_toml([pin, other]), encoding="utf-8")
    assert load_floors(path) == [pin, other]


GOOD: dict[str, str] = {
    "reports": '"r.jsonl"',
    "gold": '"g.jsonl"',
    "ids": '""',
    "false_alarms": "1",
    "floors": "{ micro = 0.5 }",
}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"more": "1"}, "nothing else"),
        ({"floors": "1"}, "floors is not a table"),
        ({"floors": "{ mikro = 0.5 }"}, "no figure is called 'mikro'"),
        ({"floors": "{ micro = 1.5 }"}, "micro is 1.5, not a number from 0 to 1"),
        ({"floors": '{ micro = "1" }'}, "micro is '1', not a number"),
        ({"false_alarms": "-1"}, "false_alarms is -1"),
        ({"gold": "1"}, "gold is not a string"),
        ({"gold": "="}, "not TOML"),
    ],
)
def test_a_bad_floors_file_is_named(change: dict[str, str], what: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("[dev]\n" + "\n".join(f"{k} = {v}" for k, v in GOOD.items()), encoding="utf-8")
    assert load_floors(path)[0].floors == {"micro": 0.5}
    path.write_text("[dev]\n" + "\n".join(f"{k} = {v}" for k, v in (GOOD | change).items()), encoding="utf-8")
    with pytest.raises(GoldError, match=f"floors.toml: .*{what}"):
        load_floors(path)


def test_an_absent_floors_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        load_floors(tmp_path / "floors.toml")
    (tmp_path / "floors.toml").write_text("dev = 1", encoding="utf-8")
    with pytest.raises(GoldError, match="expected a table"):
        load_floors(tmp_path / "floors.toml")


def test_measuring_reads_the_reports_of_each_set(tmp_path: Path) -> None:
    rows = [{"id": key, "text": "Nothing was reported."} for key in ("a1", "a2", "b1")]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    gold = [{"id": row["id"], "engagements": []} for row in rows]
    (tmp_path / "g.jsonl").write_text("\n".join(map(json.dumps, gold)), encoding="utf-8")
    sets = [dataclasses.replace(SET, name=ids, ids=ids) for ids in ("a", "b")]
    measured = list(measure(sets, [tmp_path]))
    assert [floors for floors, _ in measured] == sets
    assert [[marks.report for marks in found.marks] for _, found in measured] == [["a1", "a2"], ["b1"]]
    assert all(found.missing == found.false_alarms == 0 for _, found in measured)
