"""Joinings held against a truth."""

from bench.truth import Shown, contradictions, matched, scored, wrongly_joined

from communique.reading import Account
from communique.report import Cited

TEXT = "They met on Monday, and a protocol was signed."


def account(trigger: str) -> Account:
    start, end = TEXT.index(trigger), TEXT.index(trigger) + len(trigger)
    return Account(
        id="E1",
        kind=Cited(TEXT, start, end, value="meeting", rule="test"),
        status=Cited(TEXT, start, end, value="held", rule="test"),
        trigger=Cited(TEXT, start, end, value=trigger, rule="test"),
    )


TRUTH = {
    "engagements": [
        {
            "key": "X1",
            "accounts": [{"report": "r1", "trigger": "They met"}, {"report": "r2", "trigger": "met on Monday"}],
            "conflicts": [{"field": "start", "values": {"2031-05-12": ["r1"], "2031-05-13": ["r2", "r3"]}}],
        },
        {"key": "X2", "accounts": [{"report": "r1", "trigger": "was signed"}], "conflicts": []},
    ],
    "never_join": [["X1", "X2", "the talks and the signing after them"]],
}
READ = {"E-1": ("r1", account("met")), "E-2": ("r1", account("was signed")), "E-3": ("r2", account("protocol"))}


def test_an_account_of_the_truth_is_the_one_read_on_its_words() -> None:
    assert matched(TRUTH, {"r1": TEXT, "r2": TEXT}, READ) == [("X1", "E-1"), ("X1", None), ("X2", "E-2")]


def test_a_perfect_joining_has_one_and_what_is_not_read_costs_recall() -> None:
    whole = {"E-1": "E-1", "E-2": "E-2", "E-3": "E-1"}
    assert scored([("X1", "E-1"), ("X1", "E-3"), ("X2", "E-2")], whole).f1 == 1.0
    found = scored([("X1", "E-1"), ("X1", None), ("X2", "E-2")], whole)
    assert (found.missed, found.precision, round(found.recall, 3)) == (1, 1.0, 0.667)


def test_joining_too_much_costs_precision_and_is_told() -> None:
    whole = {"E-1": "E-1", "E-2": "E-1", "E-3": "E-1"}
    matches = [("X1", "E-1"), ("X1", "E-3"), ("X2", "E-2")]
    assert scored(matches, whole).precision < 1
    assert wrongly_joined(TRUTH, matches, whole) == [("X1", "X2")]
    assert not wrongly_joined(TRUTH, matches, {"E-1": "E-1", "E-2": "E-2", "E-3": "E-1"})


def shown(field: str, *sides: str, key: str = "X1") -> Shown:
    return Shown(frozenset([key]), field, None, tuple(frozenset(each.split()) for each in sides))


def test_a_conflict_is_found_where_reports_that_differ_stand_on_two_sides() -> None:
    assert contradictions(TRUTH, [shown("start", "r1", "r2")]) == (1, 1, 0)
    assert contradictions(TRUTH, [shown("start", "r2", "r3")]) == (0, 1, 1)
    assert contradictions(TRUTH, [shown("end", "r1", "r2"), shown("start", "r1", "r2", key="X2")]) == (0, 1, 2)
