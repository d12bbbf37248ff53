"""People: a list with what restricts it, and one person with all that reports say of them."""

from typing import Annotated

from fastapi import Query

from communique.record import Listed, PersonFilter
from communique.record.entries import Person, PersonLine
from communique.web import links, lists
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import MOST, SHOWN, After, Limit, More, Party, Value, Words, beyond, code
from communique.web.plots.careers import career_plot
from communique.web.view import Viewing


@pages.add("/people", "people.html", Listed[PersonLine], table=True)
def people(
    view: Viewing,
    text: Words = None,
    party: Party = None,
    level: Value = None,
    limit: Limit = SHOWN,
    after: After = 0,
    more: More = None,
) -> Page:
    """The people by name: by words of a name, rank or office, by party, and by the level of their offices."""
    asked = {"text": text, "party": code(party), "level": level}
    found = view.record.listed(
        PersonFilter(text=text or None, party=code(party), level=level or None, limit=limit, after=after),
        facets=True,
        more=more,
    )
    header = ("id", "name", "party", "rank", "office", "first", "last", "reports", "engagements")
    rows = [
        (
            *(each.id, each.name, each.party),
            *((getattr(each.posting, name) if each.posting else None) for name in ("rank", "office", "first", "last")),
            *(each.reports, each.engagements),
        )
        for each in found.entries
    ]
    table = Table(header=header, rows=rows)
    return lists.listing("people", found, asked, table=table, limit=beyond(limit), fields=("text", "party"), more=more)


@pages.add("/people/{id:path}", "person.html", Person)
def person(
    view: Viewing,
    id: str,  # noqa: A002
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many of each list the page shows.")] = SHOWN,
) -> Page:
    """One person: names as written, postings as far as reports vouch for them, engagements, statements."""
    found = view.record.person(id)
    if found.id != id:
        raise view.moved(links.entry(found.id))
    names = tuple({told.value: told for told in reversed(found.names)}.values())[::-1]
    often = {each.value: sum(told.value == each.value for told in found.names) for each in names}
    shown = {"names": names, "often": often, "limit": limit, "plot": career_plot(found)}
    return Page(title=found.name, data=found, shown=shown)
