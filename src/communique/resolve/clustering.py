"""Which nodes are one: a function of the nodes, their likenesses and what people decided, and of nothing else.

Not of the order in which reports came, so that a record made anew is the same record. Nodes are the smallest things
that are joined: an account, a name as written for a party, a name of a body.

The likest pair is joined first, then the next, unless two nodes that must stay apart would come together. A *vague*
node (an account without a day, a family name alone) never brings two others together: it goes to the one group it is
like, once the others are settled, and stays alone where two groups are about equally like it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from communique.resolve.likeness import Likeness

JOINED = 0.5  # likenesses from here on join
MARGIN = 0.1  # by so much a vague node must be more like one group than the next

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What people decided of these nodes: pairs that are the same, pairs that are not, rules that are revoked."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    revoked: frozenset[str] = frozenset()


NOTHING_RULED = Ruled()


def clustered(
    nodes: Mapping[str, bool],
    likenesses: Iterable[Likeness],
    *,
    apart: Callable[[str, str], bool],
    ruled: Ruled = NOTHING_RULED,
) -> list[tuple[str, ...]]:
    """The groups of nodes that are one, each sorted, by their first node.

    `nodes` says of each id whether it is vague. `apart` says of two ids, in either order, that they are two whatever
    speaks for them; what people decided outranks it, and among decisions that contradict each other "different" does.
    """
    groups = _Groups(nodes, apart, ruled)
    for left, right in sorted(_ordered(pair) for pair in ruled.same):
        groups.join(left, right, decided=True)
    joining = sorted(
        (each for each in likenesses if each.score >= JOINED and each.rule not in ruled.revoked),
        key=lambda each: (-each.score, each.left, each.right),
    )
    known = [each for each in joining if each.left in nodes and each.right in nodes]
    for each in known:
        if not (nodes[each.left] or nodes[each.right]):
            groups.join(each.left, each.right)
    _settle_vague(groups, nodes, known)
    for each in known:
        if groups.vague(each.left) and groups.vague(each.right):
            groups.join(each.left, each.right)
    return groups.sorted()


def _settle_vague(groups: "_Groups", nodes: Mapping[str, bool], known: Sequence[Likeness]) -> None:
    """Bring each vague node to the group of settled ones it is like, unless another is about as like it."""
    settled = groups.snapshot()
    near: dict[str, dict[str, float]] = {}
    for each in known:
        for vague, other in ((each.left, each.right), (each.right, each.left)):
            if nodes[vague] and not nodes[other] and groups.may_join(vague, other):
                best = near.setdefault(vague, {})
                best[settled[other]] = max(best.get(settled[other], 0.0), each.score)
    for vague in sorted(near):
        first, *others = sorted(near[vague].items(), key=lambda item: (-item[1], item[0]))
        if groups.alone(vague) and (not others or first[1] - others[0][1] >= MARGIN):
            groups.join(vague, first[0])


class _Groups:
    """Nodes in groups that only grow; each group is known by its first node."""

    def __init__(self, nodes: Mapping[str, bool], apart: Callable[[str, str], bool], ruled: Ruled) -> None:
        self._nodes = nodes
        self._of = {each: each for each in nodes}
        self._members = {each: [each] for each in self._of}
        self._apart = apart
        self._same = {_ordered(pair) for pair in ruled.same}
        self._different = {_ordered(pair) for pair in ruled.different}

    def join(self, left: str, right: str, *, decided: bool = False) -> None:
        """Bring the groups of two nodes together, unless some of their members must stay apart."""
        if left not in self._of or right not in self._of:
            return  # a decision about what this record does not hold
        first, second = sorted((self._of[left], self._of[right]))
        if first != second and self.may_join(left, right, decided=decided):
            for each in self._members[second]:
                self._of[each] = first
            self._members[first] += self._members.pop(second)

    def may_join(self, left: str, right: str, *, decided: bool = False) -> bool:
        """Whether no member of the one group must stay apart from a member of the other."""
        pairs = product(self._members[self._of[left]], self._members[self._of[right]])
        return not any(self._kept_apart(pair, decided=decided) for pair in pairs)

    def _kept_apart(self, pair: Pair, *, decided: bool) -> bool:
        pair = _ordered(pair)
        if pair in self._different:
            return True
        return not decided and pair not in self._same and self._apart(*pair)

    def alone(self, node: str) -> bool:
        """Whether the node is in a group of its own."""
        return len(self._members[self._of[node]]) == 1

    def vague(self, node: str) -> bool:
        """Whether all of the node's group is vague."""
        return all(self._nodes[each] for each in self._members[self._of[node]])

    def snapshot(self) -> dict[str, str]:
        """The group each node is in now."""
        return dict(self._of)

    def sorted(self) -> list[tuple[str, ...]]:
        """All groups, each sorted, by first node."""
        return sorted(tuple(sorted(members)) for members in self._members.values())


def _ordered(pair: Pair) -> Pair:
    left, right = pair
    return (left, right) if left <= right else (right, left)
