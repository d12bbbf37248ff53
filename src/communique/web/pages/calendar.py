"""The calendar: what was and what is coming, for programs that keep calendars to ask again and again."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import Query

from communique.export.calendar import calendar as written
from communique.record import EngagementFilter
from communique.web import links
from communique.web.pages import pages
from communique.web.pages.asked import MOST, Parties, codes
from communique.web.templating import between
from communique.web.view import Viewing

EVENTS = 200  # those with the latest days: what is coming, and then what was last


@pages.feed("/calendar.ics", "text/calendar; charset=utf-8")
def calendar(
    view: Viewing,
    party: Parties = [],  # noqa: B006
    limit: Annotated[int, Query(ge=1, le=MOST, description="At most so many, those with the latest days.")] = EVENTS,
) -> Iterable[bytes]:
    """What was and what is coming between all these parties, as iCalendar: each event by the id of its engagement."""
    of = codes(party)
    found = view.record.engagements(EngagementFilter(parties=of, exact=True, latest=True, limit=limit))
    name = f"Communiqué: {between(of)}" if of else "Communiqué"
    here = str(view.request.base_url).rstrip("/")
    return written(found, name=name, page=lambda id: f"{here}{links.entry(id)}")  # noqa: A006
