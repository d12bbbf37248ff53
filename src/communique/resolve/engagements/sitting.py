"""What the body that meets and the number of its session say of two accounts being one engagement."""

from collections.abc import Iterator
from functools import lru_cache

from communique.resolve import bodies
from communique.resolve.clustering import JOINED
from communique.resolve.engagements.seen import Seen
from communique.resolve.engagements.when import gap
from communique.resolve.folding import fold
from communique.resolve.likeness import Reason
from communique.resolve.mentions import BodyForm
from communique.resolve.titles import title

REMEMBERED = 50_000

SAME_NAME, LIKE_NAME, OTHER_NAME = 0.25, 0.08, -0.35
SAME_NUMBER, OTHER_NUMBER = 0.25, -0.1

SAME_BODY = "engagements.same_body"
SAME_SESSION = "engagements.same_session"
ANYBODY = ("-", "-")  # stands for the parties of both, which are compared elsewhere


def other_session(one: Seen, other: Seen) -> Reason | None:
    """Whether they are two sessions by number: other numbers on the same days are a contradiction of outlets."""
    if one.number is None or other.number is None or one.number == other.number:
        return None
    if one.days and other.days and not one.long and not other.long and gap(one.days, other.days) <= 0:
        return None
    return Reason("engagements.other_session", -1.0, f"session {one.number} is not session {other.number}")


def sitting(one: Seen, other: Seen) -> Iterator[Reason]:
    """What body and number say."""
    if one.body and other.body:
        yield _bodies(one.body, other.body)
    if one.number is not None and other.number is not None:
        if one.number == other.number:
            yield Reason(SAME_SESSION, SAME_NUMBER, f"session {one.number} in each")
        else:
            words = f"session {one.number} to one, session {other.number} to the other"
            yield Reason("engagements.other_number", OTHER_NUMBER, words)


@lru_cache(maxsize=REMEMBERED)
def _bodies(one: str, other: str) -> Reason:
    """What two names of bodies say, whatever their parties."""
    if title(one).generic or title(other).generic:
        return Reason("engagements.like_body", LIKE_NAME, f"{one} may be {other}")
    if bodies.contradict(one, other) or bodies.compare(_form(one), _form(other)).score < JOINED:
        return Reason("engagements.other_body", OTHER_NAME, f"{one} is hardly {other}")
    return Reason(SAME_BODY, SAME_NAME, f"{one} in each" if one == other else f"{one} is {other}")


def _form(written: str) -> BodyForm:
    return BodyForm(id=written, folded=fold(written), parties=ANYBODY, written=(written,))
