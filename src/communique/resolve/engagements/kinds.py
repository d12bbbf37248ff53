"""Which kinds of engagement may be one: what one outlet calls a meeting is a session or a conference to another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.resolve.likeness import Reason

if TYPE_CHECKING:
    from communique.resolve.engagements.seen import Seen

SAME_KIND, LIKE_KIND, NO_BODY, ON_THE_MARGINS = 0.1, -0.08, -0.4, -0.4

BILATERAL = 2
MARGINS = "engagements.on_the_margins"

_NEIGHBOURS = frozenset({"meeting", "session", "conference"})


def group_of(kind: str) -> str:
    """The kinds a kind may be taken for, by the name of one of them."""
    return "meeting" if kind in _NEIGHBOURS else kind


def kinds(one: "Seen", other: "Seen", *, known: int) -> Iterator[Reason]:
    """What the kinds of two accounts say, which are of one group; `known` are the people named in both."""
    if one.kind == other.kind:
        yield Reason("engagements.same_kind", SAME_KIND, f"each tells of a {one.kind}")
        return
    rule, weight, words = "engagements.like_kind", LIKE_KIND, f"a {one.kind} may be called a {other.kind}"
    for some, others in ((one, other), (other, one)):
        wide = len(some.states) > BILATERAL + 1 or (some.event and some.states - others.states)
        if some.kind == "conference" and wide and len(others.states) <= BILATERAL:
            rule, weight, words = MARGINS, ON_THE_MARGINS, f"a {others.kind} of two is hardly the conference"
        elif known < BILATERAL and (some.body or some.number) and not (others.body or others.number):
            weight, words = NO_BODY, f"a session of {some.body or 'a body'} is hardly a mere {others.kind}"
    if known < BILATERAL and "conference" in (one.kind, other.kind) and "meeting" in (one.kind, other.kind):
        weight = min(weight, NO_BODY)
    yield Reason(rule, weight, words)
