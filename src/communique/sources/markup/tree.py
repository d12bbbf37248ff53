"""The bytes of a web page → a tree small enough to be looked at, without scripts and pictures written into it."""

import re
from typing import TYPE_CHECKING

from communique.sources.confined import Refused
from communique.sources.limits import DEPTH_LIMIT, TAG_LIMIT
from communique.sources.opening.decode import Decoded, decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_XML_ENCODING = re.compile(r"^\s*<\?xml[^>]*\?>")
_DATA = re.compile(r"\bdata:[\w.+-]{1,40}/[\w.+-]{1,80}[;,][^\"'\s>]*", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style|svg|noscript|template)\b(?P<with>[^>]*)>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_LINKED_DATA = re.compile(r"application/ld\+json", re.IGNORECASE)
# What browsers take these for.
_MEANT = dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252")

UNKNOWN = ("is a web page in an encoding that cannot be told", "save it as UTF-8")
TOO_MANY = (f"is a web page of more than {TAG_LIMIT:,} tags", "save its article as text")
TOO_DEEP = (f"is a web page with more than {DEPTH_LIMIT} elements within each other", "save its article as text")


def written(raw: bytes, encoding: str | None) -> Decoded:
    """The page's characters: as UTF-8 where they are, else as it was sent, else as it says itself, else as it looks.

    `encoding` is what came with it (a mail, an archive). Raises Refused where no encoding can be told.
    """
    declared = _META_CHARSET.search(raw[:4096])
    for name in ("utf-8", encoding, declared[1].decode("ascii") if declared else None):
        found = _as(raw, name)
        if found:
            return found
    looks = decode(raw)
    if looks is None:
        raise Refused(*UNKNOWN)
    return looks


def _as(raw: bytes, name: str | None) -> Decoded | None:
    if not name:
        return None
    name = _MEANT.get(name.lower(), name.lower())
    # A page cut through a character, or with one stray byte of another encoding, is still what it says it is.
    errors = "strict" if name in ("utf-8", "utf8") else "replace"
    try:
        return Decoded(raw.decode(name, errors), "utf-8" if name == "utf8" else name)
    except (LookupError, UnicodeError, ValueError):
        return None


def tree_of(text: str) -> "HtmlElement":
    """The tree of a page without scripts (linked data stays); raises Refused where it is too large or too deep."""
    from lxml import html

    lean = _SCRIPT.sub(_kept, _DATA.sub("", _XML_ENCODING.sub("", text)))
    if lean.count("<") > 2 * TAG_LIMIT:  # most are closed by a second one
        raise Refused(*TOO_MANY)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    # A NUL ends what libxml2 reads, and surrogates are not its characters.
    raw = lean.replace("\0", "\ufffd").encode("utf-8", "replace")
    tree = html.document_fromstring(raw or b"<html></html>", parser=parser, ensure_head_body=True)
    if depth(tree) > DEPTH_LIMIT:
        raise Refused(*TOO_DEEP)
    return tree


def _kept(match: re.Match[str]) -> str:
    return match[0] if _LINKED_DATA.search(match["with"]) else " "


def depth(tree: "HtmlElement") -> int:
    """How many elements are within each other at most."""
    deepest = here = 0
    from lxml import etree

    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        here += 1 if event == "start" else -1
        deepest = max(deepest, here)
    return deepest
