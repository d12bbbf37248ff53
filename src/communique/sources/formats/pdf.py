"""A PDF: its text layer is the report, without what each page repeats."""

from collections.abc import Iterator

from communique.report import Report
from communique.sources.extracted import report_in
from communique.sources.opening.source import Source
from communique.sources.paper.pdf import read_pdf
from communique.sources.problem import Problem

NAME = "PDFs"
NEEDS: tuple[str, ...] = ("pdfminer",)


def fits(source: Source) -> bool:
    """Its first bytes say so; white space may stand before them."""
    return source.head.lstrip().startswith(b"%PDF-")


def reports(source: Source) -> Iterator[Report | Problem]:
    """The one report."""
    yield from report_in(source, read_pdf)
