"""Who held an office on a day, as far as any report says."""

from communique.record import Listed
from communique.record.entries import Coverage
from communique.record.questions import Holders
from communique.resolve.levels import LEVELS
from communique.web import lists
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, After, Day, Limit, Party, Value, Words, beyond, code
from communique.web.view import Viewing


@pages.add("/postings", "postings.html", Holders, table=True)
def postings(
    view: Viewing,
    office: Words = None,
    party: Party = None,
    level: Value = None,
    on: Day = None,
    limit: Limit = SHOWN,
    after: After = 0,
) -> Page:
    """Who was reported in an office or at a level around a day; never longer than reports vouch for."""
    day = on or view.settings.today().isoformat()
    of = code(party)
    if office or of or level:
        found = view.record.holders(
            on=day, office=office or None, party=of, level=level or None, limit=limit, after=after
        )
    else:
        found = Holders(on=day, lines=(), total=0, coverage=Coverage(reports=0))
    header = ("person", "name", "party", "office", "state", "first", "last", "report", "quote")
    rows = [
        (
            *(each.person, each.name, each.party, each.office, each.state, each.first, each.last),
            *((told.report, told.quote) if (told := each.before or each.after) else (None, None)),
        )
        for each in found.lines
    ]
    asked = {"office": office, "party": of, "level": level, "on": on}
    listed = Listed(entries=found.lines, total=found.total, after=after)
    return lists.listing(
        "postings",
        listed,
        asked,
        title="Who held an office",
        table=Table(header=header, rows=rows),
        data=found,
        limit=beyond(limit),
        fields=tuple(asked),
        levels=LEVELS,
    )
