"""Markdown with front matter (YAML between two lines `---`): the text below it, and what it tells of the text."""

import re
from collections.abc import Iterator

from communique.report import Report
from communique.sources.extracted import report_in
from communique.sources.markup.markdown import FRONT, read_markdown
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "Markdown with front matter"
NEEDS: tuple[str, ...] = ("markdown_it", "yaml")

_KEY = re.compile(rb"^[A-Za-z_][\w-]*[ \t]*:", re.MULTILINE)


def fits(source: Source) -> bool:
    """Front matter that names something; Markdown without it is text like any other."""
    front = FRONT.match(source.head)
    return bool(front and _KEY.search(front[1]))


def reports(source: Source) -> Iterator[Report | Problem]:
    """The one report, with the title, address and day that the front matter says."""
    yield from report_in(source, read_markdown)
