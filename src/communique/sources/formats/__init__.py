"""The formats, a module each: what a file is told by, and how it becomes reports.

To add one: write a module with `fits` and `reports`, and put it into `FORMATS` before those it outranks.
"""

from collections.abc import Iterator
from typing import Protocol

from communique.report import Report
from communique.sources.formats import feed, json_file, json_lines, text, unread
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

__all__ = ["FORMATS", "Format"]


class Format(Protocol):
    """One kind of input. The formats are modules of this room."""

    def fits(self, source: Source) -> bool:
        """Whether the source is of this kind, by its beginning (`source.head`) and not by its name alone."""

    def reports(self, source: Source) -> Iterator[Report | Problem]:
        """The reports in it, in order, and what is wrong, each where it was found."""


FORMATS: tuple[Format, ...] = (feed, unread, json_lines, json_file, text)  # the first that fits is it
