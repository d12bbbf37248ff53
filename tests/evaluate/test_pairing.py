from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.evaluate.pairing import EVERY_ORDER, likeness, pair_engagements, pair_in_order


def engagement(*people: str, trigger: str = "", **fields: Any) -> dict[str, Any]:
    return {"kind": "meeting", "trigger": trigger, "participants": [{"name": name} for name in people], **fields}


def test_in_order_takes_the_first_that_is_free() -> None:
    assert pair_in_order("abca", "aacx", str.__eq__) == [(0, 0), (2, 2), (3, 1)]
    assert pair_in_order("", "a", str.__eq__) == []


def test_without_people_trigger_or_body_nothing_is_alike() -> None:
    one = engagement("Mira Example", trigger="met", start="2020", place="Oslo", status="held")
    other = engagement("Nora Sample", trigger="called", start="2020", place="Oslo", status="held")
    assert likeness(one, other) == 0.0


def test_likeness_adds_up() -> None:
    one = engagement("Mira Example", trigger="met", start="2020", place="Oslo", status="held", body="Joint Commission")
    assert likeness(one, one) == 2.0 + 1 + 1 + 1.5 + 1 + 0.5 + 0.5
    assert likeness(one, one | {"start": "2021", "kind": "call"}) == 2.0 + 1 + 1 + 0.5 + 0.5
    undated = engagement(trigger="met")
    assert likeness(undated, undated) == 1 + 1.5 + 0.5  # kind, and a status that neither has


def test_the_best_sum_wins_over_the_first_match() -> None:
    gold = [engagement("Mira Example"), engagement("Mira Example", "Nora Sample")]
    read = [engagement("Mira Example", "Nora Sample"), engagement("Mira Example")]
    assert pair_engagements(gold, read) == [(0, 1), (1, 0)]


def test_what_is_not_alike_stays_alone() -> None:
    assert pair_engagements([engagement("Mira Example")], [engagement("Nora Sample")]) == []
    assert pair_engagements([], [engagement("Nora Sample")]) == []
    assert pair_engagements([engagement("Nora Sample")], []) == []


def test_beyond_every_order_the_likeliest_pair_is_taken_first() -> None:
    people = [f"Person{k} Example{k}" for k in range(EVERY_ORDER + 1)]
    gold = [engagement(person) for person in people]
    read = [engagement(person) for person in reversed(people)]
    assert sorted(pair_engagements(gold, read)) == [(k, EVERY_ORDER - k) for k in range(EVERY_ORDER + 1)]


def crossed(others: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Two engagements whose likeliest pair leaves the other two alone, and so many more that pair with their like."""
    more = [engagement(f"Person{k} Example{k}") for k in range(others)]
    gold = [engagement("Ada Ash", "Ida Oak", "Bo Birch", "Eva Elm"), engagement("Bo Birch", "Eva Elm"), *more]
    read = [engagement("Ada Ash", "Bo Birch", "Eva Elm"), engagement("Ada Ash", "Ida Oak"), *more]
    return gold, read


def test_every_order_is_tried_up_to_seven_and_no_further() -> None:
    assert EVERY_ORDER == 7
    assert len(pair_engagements(*crossed(EVERY_ORDER - 2))) == EVERY_ORDER
    assert len(pair_engagements(*crossed(EVERY_ORDER - 1))) == EVERY_ORDER  # of eight: one pair is lost


NAMES = st.lists(st.sampled_from(["Mira Example", "Nora Sample", "Otto Muster"]), max_size=3)
ENGAGEMENTS = st.lists(
    st.builds(lambda people, trigger: engagement(*people, trigger=trigger), NAMES, st.sampled_from(["met", "called"])),
    max_size=4,
)


@settings(deadline=None)
@given(ENGAGEMENTS, ENGAGEMENTS)
def test_pairs_are_one_to_one_and_alike(gold: list[dict[str, Any]], read: list[dict[str, Any]]) -> None:
    pairs = pair_engagements(gold, read)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(likeness(gold[i], read[j]) > 0 for i, j in pairs)


@given(ENGAGEMENTS)
def test_engagements_pair_with_themselves(gold: list[dict[str, Any]]) -> None:
    assert len(pair_engagements(gold, gold)) == len(gold)
