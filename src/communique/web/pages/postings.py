"""Who held an office on a day, as far as any report says."""

from communique.record.entries import Coverage
from communique.record.questions import Holders
from communique.resolve.levels import LEVELS
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, Day, Limit, Party, Value, Words, code
from communique.web.view import Viewing


@pages.add("/postings", "postings.html", Holders, table=True)
def postings(
    view: Viewing,
    office: Words = None,
    party: Party = None,
    level: Value = None,
    on: Day = None,
    limit: Limit = SHOWN,
) -> Page:
    """Who was reported in an office or at a level around a day; never longer than reports vouch for."""
    day = on or view.settings.today().isoformat()
    of = code(party)
    if office or of or level:
        found = view.record.holders(on=day, office=office or None, party=of, level=level or None, limit=limit)
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
    shown = {"asked": {"office": office, "party": of, "level": level, "on": on}, "levels": LEVELS}
    return Page(title="Who held an office", data=found, shown=shown, table=Table(header=header, rows=rows))
