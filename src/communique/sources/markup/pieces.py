"""What HTML and XML begin with, and the text of a piece of HTML."""

import re
from html.parser import HTMLParser

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]*)[\s/>]")

_HTML = frozenset(
    {"html", "head", "body", "title", "meta", "link", "div", "p", "article", "section", "main", "span", "table", "a"}
    | {"h1", "h2", "h3", "ul", "ol", "b", "i", "header", "nav", "script", "style", "center", "font", "form", "base"}
)
_SILENT = frozenset({"script", "style", "template", "head", "title", "noscript"})
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "fieldset", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav"}
    | {"ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul"}
)


def first_element(head: bytes) -> str | None:
    """The name of the first element, in lower case; None where this is no markup."""
    if not head.lstrip().startswith(b"<"):
        return None
    found = _ELEMENT.search(_COMMENT.sub(b"", head))
    return found[1].decode("utf-8", "replace").casefold() if found else None


def is_html(head: bytes) -> bool:
    """Whether a file that begins so is a web page: by its document type, or its first element."""
    return head.lstrip()[:15].lower().startswith(b"<!doctype html") or first_element(head) in _HTML


def text_of(html: str) -> str:
    """The text of `html`: paragraphs parted by a blank line, `<br>` a newline, other white space one space."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return parser.text()


class _Text(HTMLParser):
    """Gathers text; a block begins and ends a paragraph."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[list[str]] = [[]]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self._silent += 1
        elif tag in BLOCKS:
            self._paragraphs.append([])
        elif tag == "br":
            self._paragraphs[-1].append("\0")  # no white space, so that it outlives the folding of it
        elif tag in ("td", "th"):
            self._paragraphs[-1].append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in BLOCKS:
            self._paragraphs.append([])

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._paragraphs[-1].append(data.replace("\0", "\ufffd"))

    def text(self) -> str:
        folded = (_folded("".join(each)) for each in self._paragraphs)
        return "\n\n".join(each for each in folded if each)


def _folded(paragraph: str) -> str:
    return "\n".join(re.sub(r"[ \t\r\n\f]+", " ", line).strip(" ") for line in paragraph.split("\0")).strip("\n")
