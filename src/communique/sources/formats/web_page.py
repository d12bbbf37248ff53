"""A web page (HTML), as a site sent it or a browser saved it: its article is the report."""

from collections.abc import Iterator

from communique.report import Report
from communique.sources.extracted import report_in
from communique.sources.markup.page import read_page
from communique.sources.markup.pieces import is_html
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "web pages (HTML)"
NEEDS: tuple[str, ...] = ("lxml", "trafilatura")


def fits(source: Source) -> bool:
    """The first element is one of HTML, or the document type is."""
    return is_html(source.head)


def reports(source: Source) -> Iterator[Report | Problem]:
    """The one report: the article, with the title, address and day that the page says."""
    yield from report_in(source, read_page, encoding="utf-8" if source.encoding else None)
