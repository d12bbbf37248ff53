"""Empty fields that were told all the same are counted by kind of encounter."""

from typing import Any

from communique.evaluate.misses import empties, measure_misses, to_tsv
from communique.record.deciding.misses import FIELDS


def read(kind: str, **more: Any) -> dict[str, Any]:
    return {"id": "E1", "kind": {"value": kind}, "trigger": {"value": "hugged", "quote": "hugged"}, **more}


GOLD = {"engagements": [{"id": "E1", "kind": "visit", "trigger": "hugged", "place": "Lima", "topics": ["tides"]}]}


def test_a_field_is_missed_where_the_gold_has_it() -> None:
    found = dict(empties(GOLD, {"engagements": [read("meeting", start={"value": "2021-05-04"})]}))
    assert found == {f"meeting {field}": field in ("place", "topic") for field in FIELDS if field != "start"}


def test_what_answers_nothing_of_the_gold_is_not_counted() -> None:
    other = read("meeting") | {"trigger": {"value": "sailed", "quote": "sailed"}}
    assert list(empties(GOLD, {"engagements": [other]})) == []


def test_the_table_has_a_row_for_each_kind_and_field() -> None:
    counts = measure_misses([("visit place", True), ("visit place", False), ("call start", False)])
    lines = [each for each in to_tsv(counts).splitlines() if not each.startswith("#")]
    assert lines == ["of\tmissed\tempty", "call start\t0\t1", "visit place\t1\t2"]
