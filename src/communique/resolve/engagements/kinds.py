"""Which kinds of engagement may be one: what one outlet calls a meeting is a session or a conference to another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.resolve.likeness import Reason

if TYPE_CHECKING:
    from communique.resolve.engagements.seen import Seen

SAME_KIND, LIKE_KIND = 0.1, -0.08

_NEIGHBOURS = frozenset({"meeting", "session", "conference"})


def group_of(kind: str) -> str:
    """The kinds a kind may be taken for, by the name of one of them."""
    return "meeting" if kind in _NEIGHBOURS else kind


def kinds(one: "Seen", other: "Seen") -> Iterator[Reason]:
    """What the kinds of two accounts say, which are of one group."""
    if one.kind == other.kind:
        yield Reason("engagements.same_kind", SAME_KIND, f"each tells of a {one.kind}")
    else:
        yield Reason("engagements.like_kind", LIKE_KIND, f"a {one.kind} may be called a {other.kind}")
