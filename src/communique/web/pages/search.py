"""Search: what the record has under some words, ten of each sort, with the way to all of them."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from communique.record.entries import BodyLine, PersonLine, ReportLine, Statement
from communique.record.filters import BodyFilter, PersonFilter, StatementFilter
from communique.record.listed import Listed
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.view import Viewing

SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found under `words`, the first of each sort; `sounding` are people whose names sound like them.

    `further` says whether more reports have the words than are here.
    """

    words: str
    people: Listed[PersonLine]
    sounding: Listed[PersonLine]
    bodies: Listed[BodyLine]
    statements: Listed[Statement]
    reports: tuple[ReportLine, ...]
    further: bool


@pages.add("/search", "search.html", Found)
def search(
    view: Viewing,
    words: Annotated[str, Query(max_length=200, description='Words, all of which it has; `"…"` for a phrase.')] = "",
) -> Page:
    """What the record has under some words: people, bodies, statements and reports."""
    found = _found(view, words.strip())
    already = {each.id for each in found.people.entries}
    others = [each for each in found.sounding.entries if each.id not in already]
    return Page(title=f"Search: {found.words}" if found.words else "Search", data=found, shown={"others": others})


def _found(view: Viewing, words: str) -> Found:
    record = view.record
    none: Listed[Any] = Listed(entries=(), total=0)
    if not words:
        return Found(words="", people=none, sounding=none, bodies=none, statements=none, reports=(), further=False)
    reports = tuple(record.reports(text=words, limit=SHOWN + 1))
    return Found(
        words=words,
        people=record.listed(PersonFilter(text=words, limit=SHOWN)),
        sounding=record.sounding_people(SHOWN, words),
        bodies=record.listed(BodyFilter(text=words, limit=SHOWN)),
        statements=record.listed(StatementFilter(text=words, limit=SHOWN)),
        reports=reports[:SHOWN],
        further=len(reports) > SHOWN,
    )
