"""A Word document (DOCX) → paragraphs: of the body, without headers, footers, notes, comments and what was deleted."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from communique.sources.confined import Extract, Refused
from communique.sources.paper.parts import BROKEN, opened
from communique.sources.paper.table import rows_as_blocks
from communique.sources.text_layer import mended, paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

OTHER_KIND = ("is a Word file of another kind (with macros, or a template)", "save it as .docx")
TITLES = frozenset({"title", "titel", "titre", "heading1", "berschrift1", "titre1"})
LONGEST_TITLE = 300  # characters

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", f"{_W}sdtPr"}) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same once more, for old programs
}


def read_word(raw: bytes) -> Extract:
    """The paragraphs of a document. Its title is the paragraph styled as one, or the property if the text has it.

    Its properties' dates are those of writing and saving, never of publication. Raises Refused.
    """
    from docx import Document

    opened(raw).close()
    try:
        document = Document(BytesIO(raw))
    except ValueError:
        raise Refused(*OTHER_KIND) from None
    except Exception as error:
        raise Refused(f"{BROKEN[0]} ({type(error).__name__})", BROKEN[1]) from error
    found = list(_blocks(document.element.body))
    text = paragraphs([block for block, _ in found])
    styled = next((block for block, style in found[:10] if style.lower() in TITLES and len(block) < LONGEST_TITLE), "")
    return Extract(text, title=_title(styled) or property_title(document.core_properties.title, text))


def property_title(title: str | None, text: str) -> str | None:
    """The title among a document's properties, if its first lines have the same words; else it is a template's."""
    words = _title(title or "")
    return words if words and words.casefold() in " ".join(text[:1000].split()).casefold() else None


def _title(words: str) -> str | None:
    return " ".join(mended(words).split()) or None


def _blocks(parent: "_Element") -> Iterator[tuple[str, str]]:
    """(text, style) of the paragraphs and of the rows of tables."""
    for each in parent:
        if each.tag in _LEFT_OUT:
            continue
        if each.tag == f"{_W}p":
            yield from _paragraph(each)
        elif each.tag == f"{_W}tbl":
            rows = [
                [[text for text, _ in _blocks(cell)] for cell in row.iterchildren(f"{_W}tc")]
                for row in each.iterchildren(f"{_W}tr")
            ]
            yield from ((block, "") for block in rows_as_blocks(rows))
        else:  # content controls and the like hold paragraphs too
            yield from _blocks(each)


def _paragraph(element: "_Element") -> Iterator[tuple[str, str]]:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    pieces: list[str] = []
    boxes: list[_Element] = []
    _gather(element, pieces, boxes)
    yield "".join(pieces), style.get(f"{_W}val", "") if style is not None else ""
    for box in boxes:
        yield from _blocks(box)


def _gather(element: "_Element", pieces: list[str], boxes: "list[_Element]") -> None:
    for each in element:
        if each.tag in _LEFT_OUT:
            continue
        if each.tag == f"{_W}t":
            pieces.append((each.text or "").replace("\n", " "))
        elif each.tag == f"{_W}tab":
            pieces.append("\t")
        elif each.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif each.tag == f"{_W}noBreakHyphen":
            pieces.append("\u2011")
        elif each.tag == f"{_W}txbxContent":
            boxes.append(each)
        else:
            _gather(each, pieces, boxes)
