"""The article of a page, as blocks: what trafilatura takes for the main text, with layout tables taken apart."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

LONG_CELL = 200  # characters; a table without headings with so long a cell sets a page, it holds no data

_FURNITURE = frozenset({"nav", "header", "footer", "aside", "form", "dialog", "menu"})
_KEPT_APART = frozenset({"body", "head", "p", "quote", "list", "item", "table", "row", "div", "ab", "code"})
_CELLS = frozenset({"td", "th"})


def blocks_of(tree: "HtmlElement") -> list[str]:
    """The paragraphs, headings, items and rows of the article, in order. The tree is changed."""
    from trafilatura import bare_extraction

    take_tables_apart(tree)
    found = bare_extraction(
        tree, include_comments=False, include_images=False, include_links=False, with_metadata=False, deduplicate=False
    )
    body = getattr(found, "body", None)
    blocks = _blocks(body) if body is not None else []
    return blocks if len(blocks) > 1 else _by_lines(tree, " ".join(blocks))


def take_tables_apart(tree: "HtmlElement") -> None:
    """Make the tables that only set the page out into divisions, which is what they stand for."""
    for table in list(tree.iter("table")):
        if not _sets_out(table):
            continue
        for each in list(table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th")):
            if next(each.iterancestors("table"), table) is table or each is table:
                each.tag = "div"


def _sets_out(table: "HtmlElement") -> bool:
    if next(table.iterdescendants("table"), None) is not None:
        return True
    rows = [[each for each in row if each.tag in _CELLS] for row in table.iter("tr")]
    if any(cell.tag == "th" for row in rows for cell in row):
        return False
    return all(len(row) < 2 for row in rows) or any(
        len("".join(cell.itertext()).strip()) > LONG_CELL for row in rows for cell in row
    )


def _blocks(body: "_Element") -> list[str]:
    """The text of trafilatura's elements: a block each, a line break a newline, cells parted by a bar."""
    from lxml import etree

    found: list[str] = [""]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _KEPT_APART:
                found.append("")
            elif tag == "cell" and found[-1].strip():
                found[-1] += " | "
            elif tag == "lb":
                found[-1] += "\n"
            found[-1] += _one_line(element.text)
            continue
        if tag in _KEPT_APART:
            found.append("")
        found[-1] += _one_line(element.tail)
    return [each for each in found if each.strip(" \n|")]


def _one_line(text: str | None) -> str:
    return text.replace("\r", " ").replace("\n", " ") if text else ""


def _by_lines(tree: "HtmlElement", found: str) -> list[str]:
    """Where no article was found, or only a heap of words (a page of two sentences): the lines it is made of.

    Those of menus, forms and footers are left out.
    """
    from communique.sources.markup.lines import lines_of

    for each in list(tree.iter(*_FURNITURE)):
        parent = each.getparent()
        if parent is not None:
            each.drop_tree()
    words = " ".join(found.split())
    return [line.text for line in lines_of(tree) if line.text and (line.text in words or not words)] or [found]
