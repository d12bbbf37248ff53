"""A Word document (DOCX): its body is the report."""

from collections.abc import Iterator

from communique.report import Report
from communique.sources.extracted import report_in
from communique.sources.opening.source import Source
from communique.sources.paper.word import read_word
from communique.sources.problem import Problem

NAME = "Word documents (DOCX)"
NEEDS: tuple[str, ...] = ("docx", "lxml")

_ZIP = b"PK\x03\x04"


def fits(source: Source) -> bool:
    """An archive with the parts of a Word document."""
    return source.head.startswith(_ZIP) and b"[Content_Types].xml" in source.head and b"word/" in source.head


def reports(source: Source) -> Iterator[Report | Problem]:
    """The one report."""
    yield from report_in(source, read_word)
