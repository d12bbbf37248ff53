"""Standing bodies: a list with what restricts it, and one body with its sessions."""

from communique.record import BodyFilter, Listed
from communique.record.entries import Body, BodyLine
from communique.web import links, lists
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, After, Limit, More, Parties, Words, Year, beyond, codes
from communique.web.plots.sessions import sessions_plot
from communique.web.view import Viewing


@pages.add("/bodies", "bodies.html", Listed[BodyLine], table=True)
def bodies(
    view: Viewing,
    text: Words = None,
    party: Parties = [],  # noqa: B006
    year: Year = None,
    limit: Limit = SHOWN,
    after: After = 0,
    more: More = None,
) -> Page:
    """The standing bodies by name: by words of their names, by parties, and by the year in which they met."""
    of = codes(party)
    asked = {"text": text, "party": of, "year": year}
    found = view.record.listed(
        BodyFilter(text=text or None, parties=of, year=year or None, limit=limit, after=after), facets=True, more=more
    )
    header = ("id", "name", "parties", "sessions", "last_number", "last_day")
    rows = [
        (each.id, each.name, " ".join(each.parties), each.sessions, each.last_number, each.last_day)
        for each in found.entries
    ]
    table = Table(header=header, rows=rows)
    return lists.listing("bodies", found, asked, table=table, limit=beyond(limit), fields=("text", "party"), more=more)


@pages.add("/bodies/{id:path}", "body.html", Body)
def body(view: Viewing, id: str, limit: Limit = SHOWN) -> Page:  # noqa: A002
    """One body: names, heads by party over time, sessions in order and those that are missing, founding, areas."""
    found = view.record.body(id)
    if found.id != id:
        raise view.moved(links.entry(found.id))
    return Page(title=found.name, data=found, shown={"limit": limit, "plot": sessions_plot(found)})
