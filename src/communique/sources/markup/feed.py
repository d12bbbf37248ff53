"""A feed (RSS, Atom) → its entries. Nothing is fetched that it names."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from communique.sources.confined import Entry, Refused
from communique.sources.fields import day_of, wrong_text
from communique.sources.markup.pieces import text_of
from communique.sources.opening.decode import decode
from communique.sources.text_layer import mended, paragraphs

_DECLARED = re.compile(rb"\s*<\?xml[^>]*\bencoding\s*=")


def read_feed(raw: bytes, *, name: str, recoded: bool = False) -> Iterator[Entry]:
    """The entries in order, and what is wrong. What an entry has as HTML is made text. Raises Refused.

    `name` is the feed's; an entry without an id or a link is called after it. Bytes that were `recoded` are UTF-8
    whatever they declare.
    """
    import feedparser

    if recoded or not _DECLARED.match(raw):
        found = decode(raw)
        if found is None:
            raise Refused("is a feed in an encoding that cannot be told", "save it as UTF-8")
        if not found.usual:
            what = f"is a feed that is not UTF-8 and names no encoding; read as {found.encoding}"
            yield Entry(wrong=(what, "if that is wrong, save it as UTF-8"), lost=False)
        # The mark outranks a declaration that was true before the bytes were made UTF-8.
        raw = found.text.encode("utf-8-sig", "replace")
    feed = feedparser.parse(BytesIO(raw))
    if feed.bozo and isinstance(feed.bozo_exception, Exception):
        what = f"is a feed with a fault ({feed.bozo_exception}); what follows the fault may be missing"
        yield Entry(wrong=(what, "mend the feed, or save it again"))
    elif not feed.entries:
        yield Entry(wrong=("is a feed without entries", "give one that has some, or leave it out"))
    rss, outlet = feed.get("version", "").startswith("rss"), _publisher(feed.feed)
    for number, entry in enumerate(feed.entries, 1):
        yield from _entry(entry, f"{name}:{number}", by_day=rss, outlet=outlet)


def _entry(entry: Any, name: str, *, by_day: bool, outlet: str | None) -> Iterator[Entry]:
    called = entry.get("id") or entry.get("link") or name
    text = _text(entry)
    wrong = wrong_text(text)
    if wrong:
        yield Entry(wrong=(f"entry {called!r} {wrong[0]}", wrong[1]))
        return
    # RSS 1.0 has only dc:date, which feedparser calls `updated`; in Atom, `updated` is another day than publication.
    written = entry.get("published") or (by_day and "updated" in entry and entry["updated"]) or None
    published = _day(written)
    if written and published is None:
        what = f"entry {called!r}: published is {written!r}, which is no date"
        yield Entry(wrong=(what, "it was read as if published on no known day"), lost=False)
    told = {"url": entry.get("link"), "published": published, "title": _line(entry.get("title"))}
    publisher = _line(entry.get("publisher")) or _publisher(entry.get("source") or {}) or outlet
    yield Entry({"id": called, "text": text, "publisher": publisher, **told})


def _publisher(feed: Any) -> str | None:
    """Who publishes a feed: by Dublin Core, else its title, which is the name of the site."""
    return _line(feed.get("publisher")) or _line(feed.get("title"))


def _line(html: str | None) -> str | None:
    return " ".join(mended(text_of(html or "")).split()) or None


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
