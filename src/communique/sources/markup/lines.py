"""The lines of a page as a reader sees them, in order: each block's text, and the day of a `<time>` in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.sources.markup.pieces import BLOCKS
from communique.sources.text_layer import mended

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset({"script", "style", "template", "head", "noscript", "select", "option", "textarea", "button"})
_BOLD = HEADINGS | {"b", "strong"}
_APART = frozenset({"br", "td", "th", "li"}) | BLOCKS


@dataclass(slots=True)
class Line:
    """A line of a page: its words, the element it stands in if that is a heading, what a `<time>` in it says.

    `stands_out` tells whether all of it is bold, or marked as a title.
    """

    text: str = ""
    heading: str | None = None
    time: str | None = None
    stands_out: bool = True

    def add(self, words: str | None, *, bold: bool) -> None:
        """Put words to the line's end."""
        if words:
            self.text += words
            self.stands_out = self.stands_out and (bold or words.isspace())


def lines_of(tree: "HtmlElement") -> list[Line]:
    """All lines with words in them."""
    found: list[Line] = []
    for line in _lines(tree):
        line.text = " ".join(mended(line.text).split())
        if line.text or line.time:
            found.append(line)
    return found


def _lines(tree: "HtmlElement") -> Iterator[Line]:
    from lxml import etree

    line = Line()
    unseen = bold = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unseen += tag in _UNSEEN
            bold += _is_bold(element, tag)
            if tag in _APART:
                yield line
                line = Line(heading=tag if tag in HEADINGS else None)
            if tag == "time" and not line.time and not unseen:
                line.time = element.get("datetime")
            line.add(None if unseen else element.text, bold=bold > 0)
            continue
        unseen -= event == "end" and tag in _UNSEEN
        bold -= event == "end" and _is_bold(element, tag)
        if tag in _APART:
            yield line
            line = Line()
        line.add(None if unseen else element.tail, bold=bold > 0)
    yield line


def _is_bold(element: "HtmlElement", tag: str) -> bool:
    return tag in _BOLD or "title" in (element.get("class") or "").lower()
