"""A web page saved as one file (MHTML): the page within is the report, its pictures and styles are passed over."""

import re
from collections.abc import Iterator

from communique.report import Report
from communique.sources.extracted import report_in
from communique.sources.markup.bundle import read_bundle
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "web pages saved as one file (MHTML)"
NEEDS: tuple[str, ...] = ("lxml", "trafilatura")

_HEADER = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+")
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^(?:snapshot-content-location:|from:\s*[\"']?<?saved by )", re.IGNORECASE | re.MULTILINE)


def fits(source: Source) -> bool:
    """Headers as of a mail, of parts that belong together, written by a browser."""
    header = _HEADER.match(source.head)
    return bool(header and _RELATED.search(header[0]) and _SAVED.search(header[0]))


def reports(source: Source) -> Iterator[Report | Problem]:
    """The one report, as of a web page; its address is the one it was saved from, where it names no other."""
    yield from report_in(source, read_bundle)
