"""Reviewing: what is worth a look, one thing at a time beside the words it stands on, and deciding on it.

The place in what waits is in the address; what is decided is no longer in it, so that the same address is then that of
the next. A page after a decision names it (`done`), so that it can be taken back.
"""

from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from fastapi import Query

from communique.record import Record
from communique.record.deciding.empty import Missing
from communique.record.deciding.misses import known_misses
from communique.record.deciding.moving import Moving
from communique.record.deciding.waiting import COUNTED, Alike, Doubt
from communique.record.entries import Engagement
from communique.resolve.agreement.told import Value
from communique.resolve.fields import FIELDS
from communique.web import resuming
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.pages.waiting import CALLED, Asked, Asking, Queue, queue
from communique.web.templating import legible
from communique.web.view import Viewing

Scores = Literal["shown", "hidden"]
Done = Annotated[str, Query(max_length=40)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A field in which accounts contradict each other: as it is called, whose it is, and the values told."""

    name: str
    person: str | None
    party: str | None
    may_be_rejected: bool
    values: tuple[tuple[str, Value], ...]
    """Each with the field as `Record.decide` takes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One thing that waits, and which it is of how many; `beside` are both sides of what may be one."""

    nth: int
    among: int
    value: Doubt | None = None
    pair: Alike | None = None
    beside: dict[str, Any] | None = None
    moving: Moving | None = None
    conflict: Engagement | None = None
    missing: Missing | None = None


@pages.add("/review", "review.html", Queue)
def review(view: Viewing, asked: Asking, done: Done = "") -> Page:
    """What is worth a look and nobody has decided, by sort."""
    shown = {
        "asked": asked,
        "called": CALLED,
        "misses": known_misses(),
        "left": resuming.left(view),
        "done": done,
        "may": view.who.may("reviewer"),
        "most": COUNTED,
    }
    found = replace(queue(view.record, asked), waiting=view.record.waiting())
    return Page(title="Review", data=found, shown=shown)


@pages.add("/review/look", "review_look.html", Look)
def look(
    view: Viewing,
    asked: Asking,
    nth: Annotated[int, Query(ge=0, lt=2**31)] = 0,
    done: Done = "",
    scores: Scores = "shown",
) -> Page:
    """One thing that waits, with the words it stands on, and what can be decided."""
    found = queue(view.record, asked)
    entry = found.entries[nth] if nth < len(found.entries) else None
    pair = entry if isinstance(entry, Alike) else None
    data = Look(
        nth=nth,
        among=len(found.entries),
        value=entry if isinstance(entry, Doubt) else None,
        pair=pair,
        beside=view.record.beside(pair.left, pair.right) if pair else None,
        moving=view.record.moving(pair.left, pair.right) if pair else None,
        conflict=entry if isinstance(entry, Engagement) else None,
        missing=entry if isinstance(entry, Missing) else None,
    )
    shown = {
        "asked": asked,
        "further": found.values.further if found.values else None,
        "contradictions": contradictions(entry) if isinstance(entry, Engagement) else (),
        "done": done,
        "scores": scores,
        "may": view.who.may("reviewer"),
        **_around(view.record, asked, entry),
    }
    return Page(title=CALLED[asked.what], data=data, shown=shown)


def contradictions(engagement: Engagement) -> tuple[Contradiction, ...]:
    """The fields in which the accounts of an engagement contradict each other, as people decide on them."""
    known = FIELDS["engagement"]
    return tuple(
        Contradiction(
            name=field.name,
            person=field.person,
            party=field.party,
            may_be_rejected=field.name not in known or not known[field.name].required,
            values=tuple((_decided_as(field.name, field.person, each), each) for each in field.values),
        )
        for field in engagement.conflicts
    )


def _decided_as(name: str, person: str | None, value: Value) -> str:
    """A field as decisions take it: who leads is told by the person, whose rank and office by theirs."""
    of = str(value.value) if name == "leads" else person
    return f"{name}:{of}" if of else name


def _around(record: Record, asked: Asked, entry: Any) -> dict[str, Any]:
    """What the page of a value, or of a field without one, needs beside it: the engagement, and the text."""
    if isinstance(entry, Doubt):
        told = record.text(entry.report).text
        return {"around": record.engagement(entry.of), "text": lit(told, entry.start, entry.end)}
    if isinstance(entry, Missing):
        engagement = record.engagement(entry.of)
        first = engagement.trigger
        told = record.text(first.report).text
        text = lit(told, first.start, first.end)
        return {"around": engagement, "text": text, "report": first.report, "miss": asked.missed}
    return {}


def lit(text: str, start: int, end: int) -> tuple[str, str, str]:
    """A text in three parts, the one in the middle to be lit; each character shown as one, whatever it is."""
    return legible(text[:start]), legible(text[start:end]), legible(text[end:])
