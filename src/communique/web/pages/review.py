"""Reviewing: what is worth a look, one thing at a time beside the words it stands on, and deciding on it.

The place in what waits is in the address; what is decided is no longer in it, so that the same address is then that of
the next. A page after a decision names it (`done`), so that it can be taken back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from communique.record.deciding.waiting import UNLIKELY, Alike, Doubt, Doubts, Waiting
from communique.record.entries import Decided, Engagement
from communique.record.filters import EngagementFilter
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.templating import legible
from communique.web.view import View, Viewing

SHOWN = 50

What = Literal["values", "engagement", "person", "body", "conflicts"]
CALLED: dict[str, str] = {
    "values": "Unlikely values",
    "engagement": "Perhaps one engagement",
    "person": "Perhaps one person",
    "body": "Perhaps one body",
    "conflicts": "Contradictions",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What of the queue is asked for, as an address has it."""

    what: What = "values"
    rule: str = ""
    outlet: str = ""
    party: str = ""
    below: float = UNLIKELY
    before: int | None = None

    def given(self) -> dict[str, Any]:
        """What an address has to say of it."""
        told = {each: getattr(self, each) for each in self.__slots__}
        return {each: value for each, value in told.items() if value not in ("", None)}


def _asked(
    what: What = "values",
    rule: Annotated[str, Query(max_length=200)] = "",
    outlet: Annotated[str, Query(max_length=200)] = "",
    party: Annotated[str, Query(max_length=100)] = "",
    below: Annotated[float, Query(ge=0, le=1)] = UNLIKELY,
    before: Annotated[int | None, Query(ge=0, lt=2**63)] = None,
) -> Asked:
    return Asked(what=what, rule=rule, outlet=outlet, party=party, below=below, before=before)


Asking = Annotated[Asked, Depends(_asked)]
"""What of the queue is asked for: the same parameters on every page of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What waits of one sort, at most a screen or two, and how much of the sorts that can be counted."""

    waiting: Waiting
    values: Doubts | None = None
    pairs: tuple[Alike, ...] = ()
    conflicts: tuple[Engagement, ...] = ()

    @property
    def entries(self) -> Sequence[Any]:
        """What waits, of whichever sort."""
        return self.values.entries if self.values else self.pairs or self.conflicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One thing that waits, and which it is of how many; `beside` are both sides of what may be one."""

    nth: int
    among: int
    value: Doubt | None = None
    pair: Alike | None = None
    beside: dict[str, Any] | None = None
    conflict: Engagement | None = None


@pages.add("/review", "review.html", Queue)
def review(view: Viewing, asked: Asking) -> Page:
    """What is worth a look and nobody has decided, by sort."""
    return Page(title="Review", data=queue(view, asked), shown={"asked": asked, "called": CALLED})


@pages.add("/review/look", "review_look.html", Look)
def look(
    view: Viewing,
    asked: Asking,
    nth: Annotated[int, Query(ge=0, lt=2**31)] = 0,
    done: Annotated[str, Query(max_length=40)] = "",
    scores: Literal["shown", "hidden"] = "shown",
) -> Page:
    """One thing that waits, with the words it stands on, and what can be decided."""
    found = queue(view, asked)
    entry = found.entries[nth] if nth < len(found.entries) else None
    data = Look(
        nth=nth,
        among=len(found.entries),
        value=entry if isinstance(entry, Doubt) else None,
        pair=entry if isinstance(entry, Alike) else None,
        beside=view.record.beside(entry.left, entry.right) if isinstance(entry, Alike) else None,
        conflict=entry if isinstance(entry, Engagement) else None,
    )
    shown = {
        "asked": asked,
        "further": found.values.further if found.values else None,
        "text": lit(view.record.text(entry.report).text, entry.start, entry.end) if isinstance(entry, Doubt) else None,
        "around": view.record.engagement(entry.of) if isinstance(entry, Doubt) else None,
        "done": done,
        "scores": scores,
        "may": view.who.may("reviewer"),
    }
    return Page(title=CALLED[asked.what], data=data, shown=shown)


@pages.add("/review/same", "review_same.html", dict[str, Any])
def same(
    view: Viewing,
    left: Annotated[str, Query(max_length=40)],
    right: Annotated[str, Query(max_length=40)],
    scores: Literal["shown", "hidden"] = "shown",
    done: Annotated[str, Query(max_length=40)] = "",
) -> Page:
    """Two engagements, people or bodies side by side: what would move if they were one, what speaks for it."""
    shown = {"left": left, "right": right, "scores": scores, "done": done, "may": view.who.may("reviewer")}
    return Page(title="One or two?", data=view.record.beside(left, right), shown=shown)


@pages.add("/decisions", "decisions.html", tuple[Decided, ...])
def decisions(
    view: Viewing,
    by: Annotated[str, Query(max_length=100)] = "",
    verdict: Annotated[str, Query(max_length=20)] = "",
    of: Annotated[str, Query(max_length=40)] = "",
    skip: Annotated[int, Query(ge=0, lt=2**31)] = 0,
) -> Page:
    """Who decided what, when and on which words; the latest first."""
    made = view.record.decisions(of or None)[::-1]
    found = [each for each in made if by in ("", each.made_by) and verdict in ("", each.verdict)]
    shown = {"by": by, "verdict": verdict, "of": of, "skip": skip, "total": len(found), "shown": SHOWN}
    return Page(
        title="Decisions", data=tuple(found[skip : skip + SHOWN]), shown=shown | {"may": view.who.may("reviewer")}
    )


def queue(view: View, asked: Asked) -> Queue:
    """What waits of what is asked for."""
    record = view.record
    counted = record.waiting()
    if asked.what == "values":
        found = record.doubts(
            below=asked.below,
            rule=asked.rule or None,
            outlet=asked.outlet or None,
            party=asked.party or None,
            before=asked.before,
        )
        return Queue(waiting=counted, values=found)
    if asked.what == "conflicts":
        parties = (asked.party,) if asked.party else ()
        told = record.engagements(EngagementFilter(conflicts=True, parties=parties, limit=SHOWN))
        return Queue(waiting=counted, conflicts=tuple(told))
    return Queue(waiting=counted, pairs=record.alike(asked.what, rule=asked.rule or None, limit=SHOWN))


def lit(text: str, start: int, end: int) -> tuple[str, str, str]:
    """A text in three parts, the one in the middle to be lit; each character shown as one, whatever it is."""
    return legible(text[:start]), legible(text[start:end]), legible(text[end:])
