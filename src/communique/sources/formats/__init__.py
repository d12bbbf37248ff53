"""The formats, a module each: what a file is told by, and how it becomes reports.

To add one: write a module with `fits` and `reports`, and put it into `FORMATS` before those it outranks.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Protocol

from communique.report import Report
from communique.sources.formats import (
    csv_table,
    feed,
    json_file,
    json_lines,
    mail,
    mailbox,
    markdown,
    open_document,
    parquet_table,
    pdf,
    saved_page,
    text,
    unread,
    web_archive,
    web_page,
    word,
    zip_archive,
)
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

__all__ = ["FORMATS", "Format", "missing"]


class Format(Protocol):
    """One kind of input. The formats are modules of this room."""

    NAME: str  # what these inputs are, in the plural
    NEEDS: tuple[str, ...]  # modules that only an extra brings

    def fits(self, source: Source) -> bool:
        """Whether the source is of this kind, by its beginning (`source.head`) and not by its name alone."""

    def reports(self, source: Source) -> Iterator[Report | Problem]:
        """The reports in it, in order, and what is wrong, each where it was found."""


# The first that fits is it.
FORMATS: tuple[Format, ...] = (
    feed,
    saved_page,
    mail,
    mailbox,
    web_page,
    pdf,
    word,
    open_document,
    zip_archive,
    web_archive,
    parquet_table,
    unread,
    json_lines,
    json_file,
    csv_table,
    markdown,
    text,
)


def missing(form: Format) -> list[str]:
    """The modules that a format needs and that are not installed."""
    return [each for each in form.NEEDS if find_spec(each) is None]
