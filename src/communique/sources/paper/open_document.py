"""An OpenDocument text (ODT) → paragraphs, without notes, comments and what was deleted."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.sources.confined import Extract, Refused
from communique.sources.paper.parts import BROKEN, opened, part
from communique.sources.paper.table import rows_as_blocks
from communique.sources.paper.word import property_title
from communique.sources.text_layer import mended, paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

LOCKED = ("is a document with a password", "save it without one")
LONGEST_TITLE = 300  # characters
MOST_SPACES = 100  # that one element may stand for

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LEFT_OUT = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}table-of-content"})
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_SPACES = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_TITLE_TAG = "{http://purl.org/dc/elements/1.1/}title"


def read_open_document(raw: bytes) -> Extract:
    """The paragraphs of a document. Its title is the paragraph styled as one, or the property if the text has it.

    Its properties' dates are those of writing and saving, never of publication. Raises Refused.
    """
    with opened(raw) as archive:
        manifest = part(archive, "META-INF/manifest.xml") or b""
        if b"encryption-data" in manifest:
            raise Refused(*LOCKED)
        content = _tree(part(archive, "content.xml"))
        meta = part(archive, "meta.xml")
        title = next((each.text for each in _tree(meta).iter(_TITLE_TAG)), None) if meta else None
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    found = list(_blocks(body)) if body is not None else []
    text = paragraphs([block for block, _ in found])
    styled = next((block for block, style in found[:10] if style == "Title" and len(block) < LONGEST_TITLE), "")
    return Extract(text, title=" ".join(mended(styled).split()) or property_title(title, text))


def _tree(raw: bytes | None) -> "_Element":
    """The tree of a part; a document type is refused, so that no entity is ever expanded or fetched."""
    from lxml import etree

    if not raw or re.search(rb"<!\s*(?:DOCTYPE|ENTITY)|\0", raw[:10_000], re.IGNORECASE):
        raise Refused(*BROKEN)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        raise Refused(*BROKEN) from None


def _blocks(parent: "_Element") -> Iterator[tuple[str, str]]:
    """(text, style) of the paragraphs and of the rows of tables."""
    for each in parent:
        if each.tag in _LEFT_OUT or not isinstance(each.tag, str):
            continue
        if each.tag in _PARAGRAPHS:
            yield "".join(_pieces(each)), each.get(f"{_TEXT}style-name", "")
            for box in each.iter("{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"):
                yield from _blocks(box)
        elif each.tag == f"{_TABLE}table":
            rows = [
                [[text for text, _ in _blocks(cell)] for cell in row.iterchildren(f"{_TABLE}table-cell")]
                for row in each.iter(f"{_TABLE}table-row")
                if next(row.iterancestors(f"{_TABLE}table")) is each
            ]
            yield from ((block, "") for block in rows_as_blocks(rows))
        else:
            yield from _blocks(each)


def _pieces(element: "_Element") -> Iterator[str]:
    yield (element.text or "").replace("\n", " ")
    for each in element:
        if each.tag in _SPACES:
            count = each.get(f"{_TEXT}c", "1")
            yield _SPACES[each.tag] * (min(int(count), MOST_SPACES) if count.isdecimal() else 1)
        elif each.tag not in _LEFT_OUT and isinstance(each.tag, str) and not each.tag.endswith("}frame"):
            yield from _pieces(each)
        yield (each.tail or "").replace("\n", " ")
