"""An OpenDocument text (ODT): its body is the report."""

from collections.abc import Iterator

from communique.report import Report
from communique.sources.extracted import report_in
from communique.sources.opening.source import Source
from communique.sources.paper.open_document import read_open_document
from communique.sources.problem import Problem

NAME = "OpenDocument texts (ODT)"
NEEDS: tuple[str, ...] = ("lxml",)

_BEGINNING = b"mimetypeapplication/vnd.oasis.opendocument.text"


def fits(source: Source) -> bool:
    """An archive whose first part says so."""
    return source.head.startswith(b"PK\x03\x04") and source.head[30:].startswith(_BEGINNING)


def reports(source: Source) -> Iterator[Report | Problem]:
    """The one report."""
    yield from report_in(source, read_open_document)
