"""Grouping: the likest first, nothing that must stay apart, vague ones last, and never the order of things."""

import random
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.clustering import JOINED, Ruled, clustered
from communique.resolve.likeness import Likeness


def like(left: str, right: str, score: float, rule: str = "people.name") -> Likeness:
    return Likeness(min(left, right), max(left, right), score, rule)


def groups(
    nodes: str, *likenesses: Likeness, vague: str = "", apart: Iterable[str] = (), ruled: Ruled | None = None
) -> list[str]:
    kept = {frozenset(pair) for pair in apart}
    found = clustered(
        {each: each in vague for each in nodes},
        likenesses,
        apart=lambda left, right: frozenset((left, right)) in kept,
        ruled=ruled or Ruled(),
    )
    return ["".join(group) for group in found]


def test_like_nodes_are_joined_over_a_third() -> None:
    assert groups("abcd", like("a", "b", 0.9), like("b", "c", 0.6), like("c", "d", JOINED - 0.01)) == ["abc", "d"]


def test_the_likest_pair_is_joined_first_where_not_all_can_be() -> None:
    assert groups("abc", like("a", "b", 0.7), like("b", "c", 0.8), apart=["ac"]) == ["a", "bc"]


def test_a_vague_node_brings_no_two_together() -> None:
    assert groups("abv", like("a", "v", 0.9), like("b", "v", 0.7), vague="v") == ["av", "b"]


def test_a_vague_node_about_equally_like_two_stays_alone() -> None:
    assert groups("abv", like("a", "v", 0.8), like("b", "v", 0.75), vague="v") == ["a", "b", "v"]


def test_a_vague_node_like_two_of_one_group_goes_there() -> None:
    found = groups("abv", like("a", "b", 0.9), like("a", "v", 0.8), like("b", "v", 0.8), vague="v")
    assert found == ["abv"]


def test_vague_nodes_that_no_settled_one_takes_come_together() -> None:
    found = groups("uvw", like("u", "v", 0.9), like("v", "w", 0.9), vague="uvw")
    assert found == ["uvw"]


def test_a_vague_node_that_is_settled_draws_no_vague_one_in() -> None:
    assert groups("auv", like("a", "u", 0.9), like("u", "v", 0.9), vague="uv") == ["au", "v"]


def test_people_outrank_rules() -> None:
    assert groups("ab", apart=["ab"], ruled=Ruled(same=frozenset([("b", "a")]))) == ["ab"]
    assert groups("ab", like("a", "b", 1.0), ruled=Ruled(different=frozenset([("b", "a")]))) == ["a", "b"]


def test_of_decisions_that_contradict_each_other_different_holds() -> None:
    ruled = Ruled(same=frozenset([("a", "b"), ("b", "c")]), different=frozenset([("a", "c")]))
    assert groups("abc", ruled=ruled) == ["ab", "c"]


def test_a_revoked_rule_joins_nothing() -> None:
    found = groups(
        "abc",
        like("a", "b", 0.9, "people.initials"),
        like("b", "c", 0.9),
        ruled=Ruled(revoked=frozenset(["people.initials"])),
    )
    assert found == ["a", "bc"]


def test_what_is_not_among_the_nodes_is_passed_over() -> None:
    assert groups("a", like("a", "z", 0.9), ruled=Ruled(same=frozenset([("a", "y")]))) == ["a"]


NODES = "abcdefgh"
PAIRS = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda pair: pair[0] < pair[1])


@given(
    scores=st.dictionaries(PAIRS, st.sampled_from([0.4, 0.5, 0.6, 0.75, 0.9])),
    vague=st.sets(st.sampled_from(NODES)),
    apart=st.sets(PAIRS),
    same=st.sets(PAIRS, max_size=3),
    different=st.sets(PAIRS, max_size=3),
    order=st.randoms(use_true_random=False),
)
def test_the_order_of_nodes_and_likenesses_does_not_matter_and_nothing_apart_is_joined(
    scores: dict[tuple[str, str], float],
    vague: set[str],
    apart: set[tuple[str, str]],
    same: set[tuple[str, str]],
    different: set[tuple[str, str]],
    order: random.Random,
) -> None:
    ruled = Ruled(same=frozenset(same), different=frozenset(different))
    likenesses = [like(*pair, score) for pair, score in scores.items()]

    def kept_apart(left: str, right: str) -> bool:
        return (min(left, right), max(left, right)) in apart

    first = clustered({each: each in vague for each in NODES}, likenesses, apart=kept_apart, ruled=ruled)
    nodes = list(NODES)
    order.shuffle(nodes)
    order.shuffle(likenesses)
    again = clustered({each: each in vague for each in nodes}, likenesses, apart=kept_apart, ruled=ruled)
    assert first == again
    assert sorted(each for group in first for each in group) == list(NODES)
    for group in first:
        for pair in ((a, b) for a in group for b in group if a < b):
            assert pair not in different
            assert pair not in apart or same
