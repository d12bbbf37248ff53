"""Reports: a list of them, and one with its text, every citation lit, beside what was read in it."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Query

from communique.record.entries import ReportLine, StoredReport
from communique.web.facts import groups
from communique.web.lighting import stretches
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.view import Viewing

SHOWN = 50  # a screen or two


@pages.add("/reports", "reports.html", tuple[ReportLine, ...], table=True)
def reports(
    view: Viewing,
    words: Annotated[str | None, Query(max_length=200, description="Words that the reports have.")] = None,
    outlet: Annotated[str | None, Query(max_length=500, description="The publisher, as reports name it.")] = None,
    month: Annotated[
        str | None, Query(pattern=r"^(\d{4}(-\d{2})?)?$", description="A month or year: `2017-10`.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = SHOWN,
    after: Annotated[int, Query(ge=0, le=2**31, description="How many to leave out at the beginning.")] = 0,
) -> Page:
    """The reports asked for, by the day they are from."""
    found = tuple(view.record.reports(text=words, publisher=outlet, month=month, limit=limit + 1, after=after))
    shown = found[:limit]
    asked = {"words": words, "outlet": outlet, "month": month, "limit": limit if limit != SHOWN else None}
    header = ("id", "day", "publisher", "title", "url", "engagements", "statements")
    rows = [
        (each.id, each.day, each.publisher, each.title, each.url, each.engagements, each.statements) for each in shown
    ]
    around = {"asked": asked, "after": after, "limit": limit, "more": len(found) > limit}
    return Page(title="Reports", data=shown, shown=around, table=Table(header=header, rows=rows))


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
