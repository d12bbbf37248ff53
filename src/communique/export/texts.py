"""Texts of reports made fit for files that cannot hold every code point; their length stays, so that offsets hold."""

import re

REPLACEMENT = "\ufffd"

_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # https://www.w3.org/TR/xml/#charsets


def encodable(text: str) -> str:
    """The text with NULs and lone surrogates as U+FFFD: most readers stop at a NUL, and UTF-8 has no surrogates."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", REPLACEMENT)


def in_xml(text: str) -> str:
    """The text with whatever XML 1.0 cannot hold as U+FFFD."""
    return _NO_XML.sub(REPLACEMENT, encodable(text))
