"""Engagements: a list with what restricts it, and one engagement with all that is told of it."""

from typing import Annotated

from fastapi import Query

from communique.record.entries import Engagement, EngagementFilter
from communique.web import links
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.templating import between
from communique.web.view import Viewing

SHOWN = 50  # a screen or two; the CSV and JSON twins take `limit` too


@pages.add("/engagements", "engagements.html", tuple[Engagement, ...], table=True)
def engagements(
    view: Viewing,
    party: Annotated[list[str], Query(description="Codes of parties that must all take part.")] = [],  # noqa: B006
    kind: str | None = None,
    status: str | None = None,
    person: Annotated[str | None, Query(description="The id or name of somebody who takes part.")] = None,
    body: Annotated[str | None, Query(description="The id or name of the body that met.")] = None,
    latest: Annotated[bool, Query(description="The latest first.")] = False,
    limit: Annotated[int, Query(ge=1, le=1000)] = SHOWN,
) -> Page:
    """The engagements asked for, by first day."""
    asked = EngagementFilter(
        parties=tuple(party), person=person, body=body, kind=kind, status=status, latest=latest, limit=limit
    )
    found = view.record.engagements(asked)
    header = ("id", "kind", "status", "start", "end", "place", "country", "parties")
    rows = [
        (
            *(each.id, each.kind.value, each.status.value),
            *(told.value if told else None for told in (each.start, each.end, each.place, each.country)),
            " ".join(each.parties),
        )
        for each in found
    ]
    return Page(title="Engagements", data=found, table=Table(header=header, rows=rows))


@pages.add("/engagements/{id:path}", "engagement.html", Engagement)
def engagement(view: Viewing, id: str) -> Page:  # noqa: A002
    """One engagement, with all that its accounts tell of it."""
    found = view.record.engagement(id)
    if found.id != id:
        raise view.moved(links.entry(found.id))
    compared = view.record.compare(found.id) if len(found.tellings) > 1 else None
    title = f"{found.kind.value.capitalize()}: {between(found.parties)}"
    return Page(title=title, data=found, shown={"compared": compared})
