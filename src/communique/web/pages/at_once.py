"""Deciding on all that waits under a filter: how many they are and what they look like, before anything is done."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from communique.record import Record
from communique.record.deciding.at_once import MOST, OF_MANY
from communique.record.deciding.waiting import Alike, Doubt
from communique.resolve.decisions import Verdict
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.pages.waiting import CALLED, PAIRS, Asked, Asking, decidable
from communique.web.view import Viewing

SAMPLE = 10  # shown before anything is decided


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """What would be decided on at once, at most 250; `waiting` is how many there are, `seen` what to send back."""

    what: tuple[Doubt | Alike, ...]
    waiting: int
    seen: str


@pages.add("/review/all", "review_all.html", AtOnce)
def all_at_once(view: Viewing, asked: Asking, verdict: Verdict = "unsure") -> Page:
    """All that waits under a filter, to be decided alike and at once: how many, and the first of them."""
    shown = {
        "asked": asked,
        "verdict": verdict,
        "verdicts": verdicts(asked),
        "called": CALLED[asked.what],
        "sample": SAMPLE,
        "most": MOST,
        "may": view.who.may("reviewer"),
    }
    return Page(title="Decide at once", data=at_once(view.record, asked), shown=shown)


def at_once(record: Record, asked: Asked) -> AtOnce:
    """What a filter stands for now."""
    found = decidable(record, asked)
    return AtOnce(what=found[:MOST], waiting=len(found), seen=_digest(found[:MOST]))


def verdicts(asked: Asked) -> tuple[Verdict, ...]:
    """What can be said at once of what is asked for."""
    return OF_MANY[Alike if asked.what in PAIRS else Doubt]


def _digest(what: Sequence[Doubt | Alike]) -> str:
    """What tells whether it is still the same that is decided on: all that the page is made of."""
    return hashlib.sha256(repr(what).encode("utf-8", "backslashreplace")).hexdigest()[:16]
