"""Reports: a list of them, and one with its text, every citation lit, beside what was read in it."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Query

from communique.record import Listed, ReportFilter
from communique.record.entries import ReportLine, StoredReport
from communique.web import lists
from communique.web.facts import groups
from communique.web.lighting import stretches
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, After, Limit, More, Year, beyond
from communique.web.view import Viewing


@pages.add("/reports", "reports.html", Listed[ReportLine], table=True)
def reports(
    view: Viewing,
    words: Annotated[str | None, Query(max_length=200, description="Words that the reports have.")] = None,
    outlet: Annotated[str | None, Query(max_length=500, description="The publisher, as reports name it.")] = None,
    year: Year = None,
    month: Annotated[
        str | None, Query(pattern=r"^(\d{4}(-\d{2})?)?$", description="A month or year: `2017-10`.")
    ] = None,
    silent: Annotated[bool, Query(description="Only those that gave no engagement.")] = False,
    limit: Limit = SHOWN,
    after: After = 0,
    more: More = None,
) -> Page:
    """The reports asked for, by the day they are from."""
    asked = {"words": words, "outlet": outlet, "year": year, "month": month, "silent": silent}
    found = view.record.listed(
        ReportFilter(
            text=words or None,
            outlet=outlet or None,
            year=year or None,
            month=month or None,
            silent=silent,
            limit=limit,
            after=after,
        ),
        facets=True,
        more=more,
    )
    header = ("id", "day", "publisher", "title", "url", "engagements", "statements")
    rows = [
        (each.id, each.day, each.publisher, each.title, each.url, each.engagements, each.statements)
        for each in found.entries
    ]
    fields = ("words", "outlet", "month", "silent")
    table = Table(header=header, rows=rows)
    return lists.listing("reports", found, asked, table=table, limit=beyond(limit), fields=fields, more=more)


@pages.add("/reports/{id:path}", "report.html", StoredReport)
def report(
    view: Viewing,
    id: str,  # noqa: A002
    at: Annotated[
        str | None, Query(pattern=r"^\d{1,9}-\d{1,9}$", description="Code points to light strongly, as `3-17`.")
    ] = None,
) -> Page:
    """A report with its reading; every value is cited to the words of its text."""
    stored = view.record.report(id)
    start, _, end = (at or "0-0").partition("-")
    found = groups(stored.reading, stored.ids)
    facts = [fact for group in found for fact in group.facts]
    text = stretches(stored.report.text, facts, at=(int(start), int(end)))
    shown = {"groups": found, "stretches": text, "url": safe(stored.report.url)}
    return Page(title=stored.report.title or stored.report.id, data=stored, shown=shown)


def safe(url: str | None) -> str | None:
    """An address that can be a link: of the web and nothing that a browser would run; None for others."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
