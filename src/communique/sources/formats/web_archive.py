"""A web archive (WARC): the pages that sites answered with, one report each. What archives hold beside is passed over.

A record whose length is wrong costs what it covers: the next one is where a line begins with `WARC/`.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from communique.report import Report
from communique.sources.confined import Extract, Refused
from communique.sources.extracted import report_of
from communique.sources.limits import CHUNK, HEAD, RECORD_HEADERS, WHOLE_LIMIT
from communique.sources.markup.page import read_page
from communique.sources.opening.decode import decode
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "web archives (WARC)"
NEEDS: tuple[str, ...] = ("lxml", "trafilatura", "warcio")

_BEGINNING = re.compile(rb"WARC/\d\.\d+\s*$")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_FAULTS = (ValueError, TypeError, AttributeError)  # what warcio runs into where a header is missing or no number
PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def fits(source: Source) -> bool:
    """The version line of a first record."""
    return source.head.startswith(b"WARC/")


def reports(source: Source) -> Iterator[Report | Problem]:
    """The pages as reports; a page's id is its address and the time it was fetched."""
    stream = _Stream(source.stream)
    pages = 0
    for record in _records(stream, source):
        if isinstance(record, Problem):
            yield record
        elif _is_page(record):
            pages += 1
            yield from _report_of(record, source)
            _drain(record)
        else:
            _drain(record)
    if not pages:
        yield source.problem("is a web archive without pages", "give one that has some, or leave it out")


class _Stream:
    """The archive, of which no line is endless, nor are the headers of one record (`begin`)."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = RECORD_HEADERS
        self._at = 0

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def begin(self) -> None:
        """A record begins."""
        self._left = RECORD_HEADERS

    def read(self, size: int = CHUNK) -> bytes:
        """The next bytes, at most HEAD."""
        piece = self._stream.read(min(size, HEAD) if size >= 0 else HEAD)
        self._at += len(piece)
        return piece

    def readline(self, size: int = CHUNK) -> bytes:
        """A line, or as much of it as CHUNK; raises ValueError where a record has too many of them."""
        line = self._stream.readline(min(size, CHUNK) if size and size > 0 else CHUNK)
        self._at += len(line)
        self._left -= len(line)
        if self._left < 0:
            raise ValueError("headers without end")
        return line


def _records(stream: _Stream, source: Source) -> Iterator[Any]:
    """The records, of which each is read before the next; a Problem for one that cannot be."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader
    from warcio.statusandheaders import StatusAndHeadersParserException

    loader = ArcWarcRecordLoader(verify_http=False)
    lost = False
    while True:
        stream.begin()
        line = stream.readline()
        if not line:
            return
        if not _BEGINNING.match(line):
            if line.strip() and not lost:
                lost = True
                yield source.problem("has a record of a wrong length; what could be found after it is read", "copy it")
            continue
        lost = False
        try:
            found = loader.parse_record_stream(stream, statusline=line.decode("latin-1").rstrip(), known_format="warc")
            if found.length is None or found.length < 0:
                raise ValueError("no length")
        except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, *_FAULTS) as error:
            if isinstance(error, EOFError) and error.args:
                raise  # of the gzip around it; where a record ends too early, nothing is said
            told = " ".join(str(error).split())[:80]
            yield source.problem(f"has a record that cannot be read ({told}); the rest is read", "copy it again")
            continue
        yield found


def _is_page(record: Any) -> bool:
    """Whether a record is what a site answered: with success, and text."""
    answer = record.http_headers
    if record.rec_type != "response" or answer is None or not answer.statusline.startswith("200"):
        return False
    kind = (answer.get_header("Content-Type") or "").partition(";")[0].strip().casefold()
    return kind in PAGES


def _report_of(record: Any, source: Source) -> Iterator[Report | Problem]:
    """The report that a page is; the time of fetching is not taken for publication."""
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    time = str(record.rec_headers.get_header("WARC-Date") or "")
    try:
        found = _extract(record, source, address)
    except Refused as refused:
        what, mend = refused.said
        yield source.problem(f"page {address}: {what}", mend)
        return
    for each in report_of(found, source):
        if isinstance(each, Report):
            retrieved = time if _TIME.fullmatch(time) else None
            yield replace(each, id=f"{address or source.id}@{time}", retrieved=retrieved)
        else:
            yield source.problem(f"page {address}: {each.what}", each.mend, lost=each.lost)


def _extract(record: Any, source: Source, address: str) -> Extract:
    """What a page holds; raises Refused."""
    raw = _payload(record)
    kind = record.http_headers.get_header("Content-Type") or ""
    charset = _CHARSET.search(kind)
    if kind.casefold().startswith("text/plain"):
        text = decode(raw, hint=charset[1] if charset else None)
        if text is None:
            raise Refused("is no text in an encoding that can be told", "leave it out")
        return Extract(text.text, url=address or None)
    found = source.parsed(read_page, raw, encoding=charset[1] if charset else None)
    return found if found.url else replace(found, url=address or None)


def _payload(record: Any) -> bytes:
    """The page's bytes, unpacked; raises Refused."""
    stream = record.content_stream()
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := stream.read(CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > WHOLE_LIMIT:
                raise Refused(f"has more than {WHOLE_LIMIT:,} bytes", "leave it out")
    except (zlib.error, ValueError) as error:
        raise Refused(f"cannot be unpacked ({error})", "fetch it again") from None
    return b"".join(pieces)


def _drain(record: Any) -> None:
    while record.raw_stream.read(CHUNK):
        pass
