"""What the record covers: which reports were read, which gave nothing, and the months of which there are none."""

from communique.record.questions import Covered
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, Limit
from communique.web.view import Viewing


@pages.add("/coverage", "coverage.html", Covered, table=True)
def coverage(view: Viewing, limit: Limit = SHOWN) -> Page:
    """What the record covers, outlet by outlet: reports, those that gave no engagement, and months without any."""
    found = view.record.coverage()
    header = ("outlet", "reports", "silent", "first", "last", "copies", "corrected", "foreign", "gaps")
    rows = [
        (
            *(each.name, each.reports, each.silent, each.first, each.last),
            *(each.copies, each.corrected, each.foreign, " ".join(each.gaps)),
        )
        for each in found.outlets
    ]
    return Page(title="What is covered", data=found, shown={"limit": limit}, table=Table(header=header, rows=rows))
