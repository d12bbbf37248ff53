"""What the body that meets and the number of its session say of two accounts being one engagement."""

import re
from collections.abc import Iterator
from functools import lru_cache

from communique.resolve import posts
from communique.resolve.engagements.seen import Seen
from communique.resolve.engagements.when import gap
from communique.resolve.likeness import Reason

SAME_NAME, LIKE_NAME, OTHER_NAME = 0.25, 0.08, -0.35
SAME_NUMBER, OTHER_NUMBER = 0.25, -0.1

_BRACKETS = re.compile(r"\([^)]*\)")

GENERIC = frozenset("joint working group committee commission council the of on for and between bilateral talks".split())


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
        some, others = _telling(one.body), _telling(other.body)
        shared = len(some & others) / (min(len(some), len(others)) or 1)
        if not some or not others:
            yield Reason("engagements.like_body", LIKE_NAME, f"{one.body} may be {other.body}")
        elif shared >= 0.5:
            yield Reason("engagements.same_body", SAME_NAME, f"{one.body} is {other.body}")
        else:
            yield Reason("engagements.other_body", OTHER_NAME, f"{one.body} is hardly {other.body}")
    if one.number is not None and other.number is not None:
        same = one.number == other.number
        words = f"each the session {one.number}" if same else f"session {one.number}, session {other.number}"
        yield Reason("engagements.session", SAME_NUMBER if same else OTHER_NUMBER, words)


@lru_cache(maxsize=20_000)
def _telling(body: str) -> frozenset[str]:
    return posts.office_words(_BRACKETS.sub(" ", body)) - GENERIC
