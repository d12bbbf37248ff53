"""Engagements: a list with what restricts it, and one engagement with all that is told of it."""

from typing import Annotated, Any, Literal

from fastapi import Query

from communique.record import EngagementFilter, Listed
from communique.record.entries import Engagement
from communique.web import links, lists
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, After, Day, Limit, More, Named, Parties, Value, Words, Year, beyond, codes
from communique.web.templating import between
from communique.web.view import Viewing

FIELDS = ("text", "party", "office", "since", "until", "order", "conflicts")
Order = Literal["latest", "earliest", ""]
Places = Annotated[list[str], Query(max_length=50, description="Names of places as reports have them: any of these.")]


@pages.add("/engagements", "engagements.html", Listed[Engagement], table=True)
def engagements(
    view: Viewing,
    text: Words = None,
    party: Parties = [],  # noqa: B006
    kind: Value = None,
    status: Value = None,
    level: Value = None,
    year: Year = None,
    topic: Value = None,
    place: Places = [],  # noqa: B006
    person: Named = None,
    body: Named = None,
    outlet: Value = None,
    office: Words = None,
    since: Day = None,
    until: Day = None,
    conflicts: Annotated[bool, Query(description="Only those whose accounts contradict each other.")] = False,
    order: Annotated[Order, Query(description="By last day, or by first.")] = "latest",
    limit: Limit = SHOWN,
    after: After = 0,
    more: More = None,
) -> Page:
    """The engagements asked for, the latest first, and what else they could be restricted to."""
    asked = EngagementFilter(
        text=text or None,
        parties=codes(party),
        kind=kind or None,
        status=status or None,
        level=level or None,
        year=year or None,
        topic=topic or None,
        places=tuple(filter(None, place)),
        person=person or None,
        body=body or None,
        outlet=outlet or None,
        office=office or None,
        from_day=since or None,
        to_day=until or None,
        conflicts=conflicts,
        latest=order != "earliest",
        limit=limit,
        after=after,
    )
    found = view.record.listed(asked, facets=True, more=more)
    given, table = _given(asked), _table(found)
    return lists.listing("engagements", found, given, table=table, limit=beyond(limit), fields=FIELDS, more=more)


def _given(asked: EngagementFilter) -> dict[str, Any]:
    """What restricts the list, as the parameters of its address."""
    return {
        "text": asked.text,
        "party": asked.parties,
        "kind": asked.kind,
        "status": asked.status,
        "level": asked.level,
        "year": asked.year,
        "topic": asked.topic,
        "place": asked.places,
        "person": asked.person,
        "body": asked.body,
        "outlet": asked.outlet,
        "office": asked.office,
        "since": asked.from_day,
        "until": asked.to_day,
        "conflicts": asked.conflicts,
        "order": None if asked.latest else "earliest",
    }


def _table(found: Listed[Engagement]) -> Table:
    header = ("id", "kind", "status", "start", "end", "place", "country", "parties")
    rows = [
        (
            *(each.id, each.kind.value, each.status.value),
            *(told.value if told else None for told in (each.start, each.end, each.place, each.country)),
            " ".join(each.parties),
        )
        for each in found.entries
    ]
    return Table(header=header, rows=rows)


@pages.add("/engagements/{id:path}", "engagement.html", Engagement)
def engagement(view: Viewing, id: str) -> Page:  # noqa: A002
    """One engagement, with all that its accounts tell of it."""
    found = view.record.engagement(id)
    if found.id != id:
        raise view.moved(links.entry(found.id))
    compared = view.record.compare(found.id) if len(found.tellings) > 1 else None
    title = f"{found.kind.value.capitalize()}: {between(found.parties)}"
    return Page(title=title, data=found, shown={"compared": compared})
