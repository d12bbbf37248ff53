"""Markdown with front matter → its text, and what the front matter says of it."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from communique.sources.confined import Extract, Refused
from communique.sources.confined.extract import Said
from communique.sources.markup.days import day_in_field
from communique.sources.markup.declared import absolute
from communique.sources.markup.pieces import text_of
from communique.sources.opening.decode import decode
from communique.sources.text_layer import mended, paragraphs

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT = re.compile(rb"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE | re.DOTALL)

DAYS = ("published", "published_at", "publishdate", "pubdate", "date")  # of publication, the surest first
PUBLISHERS = ("publisher", "site_name")
ADDRESSES = ("canonical", "canonical_url", "permalink", "url", "link", "source")

_BREAKS = {"softbreak": " ", "hardbreak": "\n", "html_inline": " "}


def read_markdown(raw: bytes) -> Extract:
    """The text without marks, each paragraph in one line; raises Refused where it cannot be told."""
    found = decode(raw)
    if found is None:
        raise Refused("is no text in an encoding that can be told", "save it as UTF-8 text")
    front = FRONT.match(found.text.encode("utf-8", "surrogatepass"))
    said = _said(front[1]) if front else {}
    body = found.text.encode("utf-8", "surrogatepass")[front.end() if front else 0 :].decode("utf-8", "surrogatepass")
    heading, blocks = _blocks(body)
    title = _line(said.get("title")) or heading
    text = paragraphs(blocks)
    notes: tuple[Said, ...] = ()
    if not found.usual:
        notes = ((f"is not UTF-8; read as {found.encoding}", "if that is wrong, save it as UTF-8 text"),)
    return Extract(
        text=text,
        title=title or None,
        url=next((address for each in ADDRESSES if (address := absolute(_line(said.get(each)), None))), None),
        published=next((day for each in DAYS if (day := _day(said.get(each)))), None),
        publisher=next((name for each in PUBLISHERS if (name := _line(said.get(each)))), None),
        notes=notes,
    )


def _said(front: bytes) -> dict[str, Any]:
    """What the front matter says, by names in lower case; raises Refused where it is no YAML."""
    import yaml

    try:
        data = yaml.safe_load(front.decode("utf-8", "replace"))
    except (yaml.YAMLError, ValueError) as error:
        told = " ".join(str(error).split())[:100]
        raise Refused(f"has front matter that is no YAML ({told})", "mend it, or take it out") from None
    return {str(name).casefold(): value for name, value in data.items()} if isinstance(data, dict) else {}


def _line(value: Any) -> str:
    return " ".join(mended(value).split()) if isinstance(value, str) else ""


def _day(value: Any) -> str | None:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else day_in_field(_line(value))


def _blocks(body: str) -> tuple[str | None, list[str]]:
    """The first heading, where the text begins with one, and all blocks."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    blocks = list(_read(tokens))
    begins = len(tokens) > 1 and tokens[0].type == "heading_open"
    return (blocks[0] if begins and blocks else None), blocks


def _read(tokens: "list[Token]") -> Iterator[str]:
    """The blocks of text: items with their mark, a table row by row."""
    mark = ""
    row: list[str] | None = None  # of the table being read
    for token in tokens:
        if token.type == "list_item_open":
            mark = f"{token.info}. " if token.info else "- "  # an item of a numbered list has its number
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield " | ".join(row)
            row = None
        elif row is not None:
            row += [_words(token)] if token.type == "inline" else []
        elif text := _text(token):
            yield mark + text
            mark = ""


def _text(token: "Token") -> str:
    if token.type == "inline":
        return _words(token)
    if token.type in ("fence", "code_block"):
        return token.content.strip("\n")
    return text_of(token.content) if token.type == "html_block" else ""


def _words(token: "Token") -> str:
    return "".join(_BREAKS.get(each.type, each.content) for each in token.children or () if each.type != "image")
