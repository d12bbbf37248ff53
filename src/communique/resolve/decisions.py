"""What people decided about the record, and what of it stands.

Decisions are only ever added. They speak of words of reports, not of ids, so that a better reading does not lose them.
Of two decisions about the same pair or the same value the later stands; an undo takes back one decision, or all that
were made at once, and can itself be undone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from communique.reading import JSON

Verdict = Literal["same", "different", "unsure", "accept", "reject", "edit", "undo", "revoke"]
Kind = Literal["engagement", "person", "body"]

OF_PAIRS: tuple[Verdict, ...] = ("same", "different", "unsure")
ACCOUNT = "account"  # the field of a decision that parts one account from the rest of its engagement
OF_VALUES: tuple[Verdict, ...] = ("accept", "reject", "edit")  # and `unsure`, where a field is named


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """The words of a report that stand for something: the report's digest and offsets into its text.

    `nth` tells apart what stands on the very same words, counted from 0.
    """

    report: str
    start: int
    end: int
    nth: int = 0

    def overlap(self, start: int, end: int) -> int:
        """How many characters these words share with others of the same report."""
        return max(0, min(self.end, end) - max(self.start, start))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided: `verdict` about `left` and `right`, or about one value, a rule or another decision.

    `left` and `right` hold what stood for either side as it was shown. A decision about a value has the account,
    person or body it belongs to as `left`, the words it stands on as `right`, its `field`, and, for an edit, the new
    `value` and the words it is to be cited to, `cited` (None where it keeps its own). `rule` is `id` or `id@version`.
    One that parts an account (`left`) from the rest of its engagement (`right`) has `account` as its field. `group` is
    that of the decisions it was made at once with; an undo `undoes` a decision or a group.
    """

    id: str
    verdict: Verdict
    by: str
    at: str
    kind: Kind | None = None
    left: tuple[Reference, ...] = ()
    right: tuple[Reference, ...] = ()
    field: str | None = None
    value: str | int | bool | None = None
    cited: Reference | None = None
    rule: str | None = None
    undoes: str | None = None
    why: str | None = None
    shown: JSON | None = None
    group: str | None = None

    @property
    def of_pair(self) -> bool:
        """Whether it is about two things that may be one."""
        return self.verdict in OF_PAIRS and self.field in (None, ACCOUNT)

    @property
    def of_value(self) -> bool:
        """Whether it is about the value of a field."""
        return self.verdict in OF_VALUES or (self.verdict == "unsure" and not self.of_pair)


PairOf = tuple[Kind, Reference, Reference]
ValueOf = tuple[Kind, Reference, str, Reference]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands after all decisions: by pair and by value the decision that holds, and the rules that are revoked."""

    pairs: dict[PairOf, Decision]
    values: dict[ValueOf, Decision]
    revoked: frozenset[str]


def standing(decisions: Iterable[Decision]) -> Standing:
    """What stands after these decisions, given in the order in which they were made."""
    pairs: dict[PairOf, Decision] = {}
    values: dict[ValueOf, Decision] = {}
    revoked: set[str] = set()
    for each in not_undone(decisions):
        if each.of_pair:
            pairs.update((pair, each) for pair in pairs_of(each))
        elif each.of_value:
            values.update((value, each) for value in values_of(each))
        elif each.verdict == "revoke" and each.rule:
            revoked.add(each.rule)
    return Standing(pairs=pairs, values=values, revoked=frozenset(revoked))


def not_undone(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that nobody took back, in order; undos are left out."""
    made = list(decisions)
    undone = undone_by(made)
    return [each for each in made if each.verdict != "undo" and taken_back(each, undone) is None]


def undone_by(decisions: Sequence[Decision]) -> dict[str, str]:
    """By id of each decision or group that is taken back: the undo that did it. An undo that is undone does nothing."""
    undone: dict[str, str] = {}
    for each in reversed(decisions):
        if each.verdict == "undo" and each.undoes and each.id not in undone:
            undone.setdefault(each.undoes, each.id)
    return undone


def taken_back(decision: Decision, undone: Mapping[str, str]) -> str | None:
    """The undo, of those that `undone_by` found, that took a decision back, alone or with its group; None for none."""
    return undone.get(decision.id) or (undone.get(decision.group) if decision.group else None)


def pairs_of(decision: Decision) -> Iterator[PairOf]:
    """The pairs a decision is about, each in order: everything on its left with everything on its right."""
    if decision.kind is None:
        return
    for left, right in product(decision.left, decision.right):
        if left != right:
            yield (decision.kind, *_ordered(left, right))


def held_together(decision: Decision) -> Iterator[PairOf]:
    """The pairs that a decision leaves one: those of the rest, where it parts one account from it (`ACCOUNT`)."""
    if decision.verdict == "different" and decision.field == ACCOUNT and decision.kind is not None:
        for left, right in combinations(sorted(set(decision.right)), 2):
            yield decision.kind, left, right


def values_of(decision: Decision) -> Iterator[ValueOf]:
    """The values a decision is about: of each thing on its left, what its field has on the words on its right."""
    if decision.kind is None or decision.field is None:
        return
    for owner, words in product(decision.left, decision.right):
        yield decision.kind, owner, decision.field, words


def _ordered(left: Reference, right: Reference) -> tuple[Reference, Reference]:
    return (left, right) if left <= right else (right, left)
