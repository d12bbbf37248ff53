"""Parties: a list, one party, and two together: contact over the years, topics, documents, what is open."""

from dataclasses import dataclass
from typing import Any

from communique.errors import NotInRecord
from communique.export.csv_lines import Cell
from communique.record.entries import BodyLine, Engagement
from communique.record.filters import BodyFilter, EngagementFilter, PersonFilter, StatementFilter
from communique.record.listed import Listed
from communique.record.listing import PartyLine
from communique.record.questions import Contact, Documents, Pending, Period, Topics
from communique.web import links
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, Day, Limit, check_pair
from communique.web.plots import contact_plot
from communique.web.view import View, Viewing
from communique.wording import parties as wording

FEW = 10  # of each list on the page of a party or a pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What the record has of one party, or of two together.

    `beside` are the parties that one of them met with most, and empty for two. Of every list the beginning is here.
    """

    parties: tuple[str, ...]
    contact: Contact
    engagements: tuple[Engagement, ...]
    beside: Listed[PartyLine]
    topics: Topics
    documents: Documents
    pending: Pending
    bodies: Listed[BodyLine]


@pages.add("/parties", "parties.html", Listed[PartyLine], table=True)
def parties(view: Viewing, limit: Limit = SHOWN) -> Page:
    """The parties by how many engagements they take part in."""
    found = view.record.parties(limit)
    header = ("code", "name", "engagements", "first", "last")
    rows = [(each.code, wording.name(each.code), each.engagements, each.first, each.last) for each in found.entries]
    return Page(title="Parties", data=found, shown={"asked": {}}, table=Table(header=header, rows=rows))


@pages.add("/parties/{code}", "party.html", Together, table=True)
def party(view: Viewing, code: str, limit: Limit = FEW, on: Day = None) -> Page:
    """One party: how often it met others over the years, with whom, on what, and what is open."""
    if (known := wording.code(code)) != code:
        raise view.moved(links.party(known))
    found = together(view, (code,), limit, on)
    if not found.engagements and not _named(view, code):
        raise NotInRecord(f"no party {code!r} in the record; /parties lists those there are")
    return _page(wording.name(code), found)


@pages.add("/parties/{one}/{other}", "party.html", Together, table=True)
def pair(view: Viewing, one: str, other: str, limit: Limit = FEW, on: Day = None) -> Page:
    """Two parties: how often they met over the years, on what, and what is open between them."""
    check_pair(view, one, other, links.pair)
    for code in (one, other):
        if not _named(view, code):
            raise NotInRecord(f"no party {code!r} in the record; /parties lists those there are")
    return _page(f"{wording.name(one)} – {wording.name(other)}", together(view, (one, other), limit, on))


def together(view: View, of: tuple[str, ...], limit: int, on: str | None) -> Together:
    """What the record has of these parties together, `limit` of each list, as of a day."""
    record = view.record
    day = on or view.settings.today().isoformat()
    alone = len(of) == 1
    return Together(
        parties=of,
        contact=record.contact(parties=of),
        engagements=tuple(record.engagements(EngagementFilter(parties=of, latest=True, limit=limit))),
        beside=record.parties(limit, beside=of[0]) if alone else Listed(entries=(), total=0),
        topics=record.topics(parties=of, limit=limit),
        documents=record.documents(parties=of, limit=limit),
        pending=record.pending(on=day, parties=of, limit=limit),
        bodies=record.listed(BodyFilter(parties=of, limit=limit)),
    )


def _page(title: str, found: Together) -> Page:
    """The page; as a table it has what its plot shows."""
    groups = found.contact.groups
    rows = [_row(period, groups) for period in found.contact.periods]
    header = ("year", "encounters", *(group or "not told" for group in groups), "reports")
    shown: dict[str, Any] = {"plot": contact_plot(found.contact), "header": header, "rows": rows}
    return Page(title=title, data=found, shown=shown, table=Table(header=header, rows=rows))


def _row(period: Period, groups: tuple[str | None, ...]) -> list[Cell]:
    counts = {group: len(ids) for group, ids in period.groups}
    return [period.name, period.total, *(counts.get(group, 0) for group in groups), period.reports]


def _named(view: View, code: str) -> bool:
    """Whether there is such a party at all: known to the lexicon, or to anything in the record."""
    record = view.record
    return (
        wording.name(code) != code
        or bool(record.engagements(EngagementFilter(parties=(code,), limit=1)))
        or bool(record.listed(PersonFilter(party=code, limit=1)).total)
        or bool(record.listed(BodyFilter(parties=(code,), limit=1)).total)
        or bool(record.listed(StatementFilter(party=code, limit=1)).total)
    )
