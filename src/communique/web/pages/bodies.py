"""Standing bodies: a list with what restricts it, and one body with its sessions."""

from communique.record.entries import Body, BodyLine
from communique.record.looking.listing import Listed
from communique.web import links
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, Limit, Parties, Words, codes
from communique.web.view import Viewing


@pages.add("/bodies", "bodies.html", Listed[BodyLine], table=True)
def bodies(
    view: Viewing,
    text: Words = None,
    party: Parties = [],  # noqa: B006
    limit: Limit = SHOWN,
) -> Page:
    """The standing bodies by name: by words of their names, and by parties."""
    found = view.record.first_bodies(limit, text=text or None, parties=codes(party))
    header = ("id", "name", "parties", "sessions", "last_number", "last_day")
    rows = [
        (each.id, each.name, " ".join(each.parties), each.sessions, each.last_number, each.last_day)
        for each in found.entries
    ]
    shown = {"asked": {"text": text, "party": party}}
    return Page(title="Bodies", data=found, shown=shown, table=Table(header=header, rows=rows))


@pages.add("/bodies/{id:path}", "body.html", Body)
def body(view: Viewing, id: str, limit: Limit = SHOWN) -> Page:  # noqa: A002
    """One body: names, heads by party over time, sessions in order and those that are missing, founding, areas."""
    found = view.record.body(id)
    if found.id != id:
        raise view.moved(links.entry(found.id))
    return Page(title=found.name, data=found, shown={"limit": limit})
