"""RSS and Atom, as a file: one report an entry. Nothing is fetched that a feed names."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from communique.report import Report
from communique.sources.fields import day_of, wrong_text
from communique.sources.limits import WHOLE_LIMIT
from communique.sources.markup.pieces import first_element, text_of
from communique.sources.opening.decode import decode
from communique.sources.opening.source import Source
from communique.sources.problem import Problem
from communique.sources.text_layer import mended, paragraphs

NAME = "feeds (RSS, Atom)"
NEEDS: tuple[str, ...] = ()

ELEMENTS = frozenset({"rss", "feed", "rdf"})

_DECLARED = re.compile(rb"\s*<\?xml[^>]*\bencoding\s*=")


def fits(source: Source) -> bool:
    """The first element is that of a feed."""
    element = first_element(source.head)
    return element is not None and element.rpartition(":")[2] in ELEMENTS


def reports(source: Source) -> Iterator[Report | Problem]:
    """The entries as reports. What an entry has as HTML is made text, and that text is the report's."""
    raw = source.whole(WHOLE_LIMIT)
    if raw is None:
        yield source.problem(f"has more than {WHOLE_LIMIT:,} bytes", "cut the feed into several")
        return
    import feedparser

    if source.encoding or not _DECLARED.match(raw):
        found = decode(raw)
        if found is None:
            yield source.problem("is a feed in an encoding that cannot be told", "save it as UTF-8")
            return
        if not found.usual:
            what = f"is a feed that is not UTF-8 and names no encoding; read as {found.encoding}"
            yield source.problem(what, "if that is wrong, save it as UTF-8", lost=False)
        # The mark outranks a declaration that was true before the bytes were made UTF-8.
        raw = found.text.encode("utf-8-sig", "replace")
    feed = feedparser.parse(BytesIO(raw))
    if feed.bozo and isinstance(feed.bozo_exception, Exception):
        what = f"is a feed with a fault ({feed.bozo_exception}); what follows the fault may be missing"
        yield source.problem(what, "mend the feed, or save it again")
    elif not feed.entries:
        yield source.problem("is a feed without entries", "give one that has some, or leave it out")
    for number, entry in enumerate(feed.entries, 1):
        yield from _report_of(entry, source, number, by_day=feed.get("version", "").startswith("rss"))


def _report_of(entry: Any, source: Source, number: int, *, by_day: bool) -> Iterator[Report | Problem]:
    name = entry.get("id") or entry.get("link") or f"{source.id}:{number}"
    text = _text(entry)
    wrong = wrong_text(text)
    if wrong:
        yield source.problem(f"entry {name!r} {wrong[0]}", wrong[1])
        return
    # RSS 1.0 has only dc:date, which feedparser calls `updated`; in Atom, `updated` is another day than publication.
    written = entry.get("published") or (by_day and "updated" in entry and entry["updated"]) or None
    published = _day(written)
    if written and published is None:
        what = f"entry {name!r}: published is {written!r}, which is no date"
        yield source.problem(what, "it was read as if published on no known day", lost=False)
    title = " ".join(mended(text_of(entry.get("title") or "")).split()) or None
    yield Report(name, text, url=entry.get("link") or None, published=published, title=title)


def _text(entry: Any) -> str:
    """The fullest the entry has: its content, else its summary."""
    parts = entry.get("content") or ([entry["summary_detail"]] if "summary_detail" in entry else [])
    texts = (part.value if part.get("type") == "text/plain" else text_of(part.value) for part in parts)
    return paragraphs([max(texts, key=len, default="")])


def _day(written: str | None) -> str | None:
    """The day as the publisher wrote it, in the publisher's own time zone."""
    if not written:
        return None
    day = day_of(written)
    if day:
        return day
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except ValueError:
        return None
