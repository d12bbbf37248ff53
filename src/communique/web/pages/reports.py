"""One report: its text with every citation lit, and beside it what was read in it."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Query

from communique.record.entries import StoredReport
from communique.web.facts import groups
from communique.web.lighting import stretches
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.view import Viewing


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
