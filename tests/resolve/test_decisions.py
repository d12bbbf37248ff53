"""What stands after decisions: the later one, and nothing that was taken back."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.decisions import Decision, Reference, Verdict, not_undone, standing, undone_by

HERE, THERE, ELSEWHERE = Reference("a" * 64, 0, 9), Reference("b" * 64, 4, 12), Reference("c" * 64, 1, 5)


def decided(nth: int, verdict: Verdict, *, undoes: int | None = None, **other: object) -> Decision:
    given: dict[str, object] = {"kind": "person", "left": (HERE,), "right": (THERE,), **other}
    undone = None if undoes is None else f"D-{undoes}"
    return Decision(id=f"D-{nth}", verdict=verdict, by="desk", at="2026-11-24T10:00:00Z", undoes=undone, **given)  # type: ignore[arg-type]


def verdicts(*decisions: Decision) -> list[str]:
    return [each.verdict for each in standing(decisions).pairs.values()]


def test_the_later_decision_about_a_pair_stands_whichever_side_it_names_first() -> None:
    swapped = decided(2, "different", left=(THERE,), right=(HERE,))
    assert verdicts(decided(1, "same"), swapped) == ["different"]


def test_an_undo_brings_the_earlier_decision_back() -> None:
    made = [decided(1, "same"), decided(2, "different"), decided(3, "undo", undoes=2)]
    assert verdicts(*made) == ["same"]
    assert undone_by(made) == {"D-2": "D-3"}


def test_an_undo_can_be_undone() -> None:
    made = [decided(1, "same"), decided(2, "undo", undoes=1), decided(3, "undo", undoes=2)]
    assert verdicts(*made) == ["same"]
    assert verdicts(*made, decided(4, "undo", undoes=3)) == []


def test_every_member_shown_on_one_side_is_held_against_every_one_on_the_other() -> None:
    stands = standing([decided(1, "different", left=(HERE,), right=(THERE, ELSEWHERE))])
    assert {(one.report[0], other.report[0]) for _, one, other in stands.pairs} == {("a", "b"), ("a", "c")}


def test_kinds_do_not_meet() -> None:
    stands = standing([decided(1, "same"), decided(2, "different", kind="body")])
    assert sorted(each.verdict for each in stands.pairs.values()) == ["different", "same"]


def test_the_later_decision_about_a_value_stands() -> None:
    made = [decided(1, "reject", field="rank"), decided(2, "edit", field="rank", value="General")]
    (stands,) = standing(made).values.values()
    assert (stands.verdict, stands.value) == ("edit", "General")


def test_a_revoked_rule_is_revoked_until_that_is_undone() -> None:
    made = [decided(1, "revoke", kind=None, left=(), right=(), rule="people.initials@1")]
    assert standing(made).revoked == {"people.initials@1"}
    assert standing([*made, decided(2, "undo", undoes=1)]).revoked == frozenset()


def test_words_overlap_by_the_characters_they_share() -> None:
    assert [HERE.overlap(*words) for words in ((0, 9), (8, 20), (9, 12))] == [9, 1, 0]


HISTORIES = st.lists(
    st.one_of(st.sampled_from(["same", "different", "unsure"]), st.integers(0, 11)), min_size=1, max_size=12
)


@given(HISTORIES)
def test_undoing_the_last_decision_leaves_what_stood_before_it(history: list[str | int]) -> None:
    made: list[Decision] = []
    for nth, each in enumerate(history):
        if isinstance(each, str):
            made.append(decided(nth, each))  # type: ignore[arg-type]
        elif each < nth:
            made.append(decided(nth, "undo", undoes=each))
    if made:
        undo = decided(99, "undo", undoes=int(made[-1].id[2:]))
        assert standing([*made, undo]).pairs == standing(made[:-1]).pairs


@given(HISTORIES)
def test_what_is_not_undone_keeps_its_order(history: list[str | int]) -> None:
    made = [
        decided(nth, each) if isinstance(each, str) else decided(nth, "undo", undoes=each)  # type: ignore[arg-type]
        for nth, each in enumerate(history)
        if isinstance(each, str) or each < nth
    ]
    kept = [int(each.id[2:]) for each in not_undone(made)]
    assert kept == sorted(kept)


PAIRS = st.tuples(st.sampled_from(["same", "different", "unsure"]), st.sampled_from([HERE, THERE, ELSEWHERE]))
SEVERAL = st.lists(PAIRS, min_size=1, max_size=8)


def made_of(pairs: list[tuple[Verdict, Reference]]) -> list[Decision]:
    far = Reference("d" * 64, 2, 3)
    return [decided(nth, verdict, left=(far,), right=(other,)) for nth, (verdict, other) in enumerate(pairs)]


@given(SEVERAL)
def test_of_each_pair_the_last_decision_stands(pairs: list[tuple[Verdict, Reference]]) -> None:
    stands = standing(made_of(pairs)).pairs
    last = {other.report: verdict for verdict, other in pairs}
    assert {
        right.report if left.report[0] == "d" else left.report: each.verdict
        for (_, left, right), each in stands.items()
    } == last


@given(SEVERAL, st.data())
def test_an_undo_of_an_undo_leaves_all_as_it_was(pairs: list[tuple[Verdict, Reference]], data: st.DataObject) -> None:
    made = made_of(pairs)
    undone = data.draw(st.integers(0, len(made) - 1))
    undo, again = decided(90, "undo", undoes=undone), decided(91, "undo", undoes=90)
    assert standing([*made, undo]).pairs == standing(made[:undone] + made[undone + 1 :]).pairs
    assert standing([*made, undo, again]) == standing(made)


@given(SEVERAL, st.randoms(use_true_random=False))
def test_the_order_of_undos_of_different_decisions_does_not_matter(
    pairs: list[tuple[Verdict, Reference]], chance: Random
) -> None:
    made = made_of(pairs)
    undos = [decided(50 + nth, "undo", undoes=nth) for nth in range(0, len(made), 2)]
    shuffled = chance.sample(undos, len(undos))
    assert standing([*made, *undos]) == standing([*made, *shuffled])
    assert {each.id for each in not_undone([*made, *shuffled])} == {each.id for each in made[1::2]}


@given(SEVERAL)
def test_decisions_on_different_pairs_stand_in_whatever_order(pairs: list[tuple[Verdict, Reference]]) -> None:
    once = list({other: (verdict, other) for verdict, other in pairs}.values())
    made = made_of(once)
    assert standing(made) == standing(reversed(made))
