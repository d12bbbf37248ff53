"""RSS and Atom, as a file: one report an entry. Nothing is fetched that a feed names."""

from collections.abc import Iterator

from communique.report import Report
from communique.sources.extracted import reports_in
from communique.sources.limits import WHOLE_LIMIT
from communique.sources.markup.feed import read_feed
from communique.sources.markup.pieces import first_element
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "feeds (RSS, Atom)"
NEEDS: tuple[str, ...] = ()

ELEMENTS = frozenset({"rss", "feed", "rdf"})


def fits(source: Source) -> bool:
    """The first element is that of a feed."""
    element = first_element(source.head)
    return element is not None and element.rpartition(":")[2] in ELEMENTS


def reports(source: Source) -> Iterator[Report | Problem]:
    """The entries as reports."""
    raw = source.whole(WHOLE_LIMIT)
    if raw is None:
        yield source.problem(f"has more than {WHOLE_LIMIT:,} bytes", "cut the feed into several")
    else:
        yield from reports_in(source, read_feed, raw, name=source.id, recoded=bool(source.encoding))
