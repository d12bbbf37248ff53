"""What was announced and no report tells was held: overdue, postponed, cancelled, still to come."""

from typing import Annotated, Literal, get_args

from fastapi import Query

from communique.record import Listed
from communique.record.questions import Pending
from communique.record.questions.pending import State
from communique.web import lists
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, After, Day, Limit, Parties, beyond, codes
from communique.web.view import Viewing

AnyState = State | Literal[""]


@pages.add("/pending", "pending.html", Pending, table=True)
def pending(
    view: Viewing,
    party: Parties = [],  # noqa: B006
    state: Annotated[AnyState, Query(description="Only those that stand so.")] = "",
    on: Day = None,
    limit: Limit = SHOWN,
    after: After = 0,
) -> Page:
    """What was announced and never reported held, as of a day: the longest overdue first."""
    of, day = codes(party), on or view.settings.today().isoformat()
    found = view.record.pending(on=day, parties=of, states=[state] if state else (), limit=limit, after=after)
    header = ("engagement", "state", "kind", "status", "last_day", "late", "parties", "announced", "report", "quote")
    rows = [
        (
            *(each.engagement, each.state, each.kind, each.status, each.last_day, each.late, " ".join(each.parties)),
            *(each.announced, each.told.report, each.told.quote),
        )
        for each in found.lines
    ]
    asked = {"party": of, "state": state, "on": on}
    listed = Listed(entries=found.lines, total=found.total, after=after)
    return lists.listing(
        "pending",
        listed,
        asked,
        title="Announced and not reported held",
        table=Table(header=header, rows=rows),
        data=found,
        limit=beyond(limit),
        fields=tuple(asked),
        states=get_args(State),
    )
