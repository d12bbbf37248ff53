"""Faults that come with a file's format and not from its author, mended: in texts taken out of pages and documents.

Plain text and JSON are kept as they are given. Here the text is made by us from something else anyway, so that what is
invisible, or was broken by an encoding applied twice, is put right before the text is fixed for good.
"""

import html
import re
import unicodedata

_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
_JOINERS = re.compile(
    r"(?<=[\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u024f])"
)  # Persian and emoji need them
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\u2028\u2029]")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,10});")
# What UTF-8 read as Windows-1252 looks like: a lead byte's character, then one to three that continue it.
_TRAILS = "".join(chr(each) for each in range(0x80, 0xC0)) + "".join(
    bytes([each]).decode("cp1252", "ignore") for each in range(0x80, 0xA0)
)
_MOJIBAKE = re.compile(f"[\u00c2-\u00f4][{re.escape(_TRAILS)}]{{1,3}}")


def mended(text: str) -> str:
    """`text` with entities that were escaped twice, mojibake, soft hyphens and what is invisible put right.

    White space within a line is one space; lines stay. Letters are composed (NFC) but none is made another: a Cyrillic
    letter among Latin ones stays what it is.
    """
    text = _ENTITY.sub(_unescaped, text)
    text = _MOJIBAKE.sub(_read_right, text)
    text = _controls_read(text)
    text = _LINE_ENDS.sub("\n", text)
    text = _JOINERS.sub("", _INVISIBLE.sub("", text))
    text = "\n".join(_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


def paragraphs(blocks: list[str]) -> str:
    """Blocks mended and parted by a blank line; a blank line within one parts it too, and empty ones are left out."""
    parts = (part.strip() for block in blocks for part in re.split(r"\n{2,}", mended(block)))
    return "\n\n".join(part for part in parts if part)


def _unescaped(match: re.Match[str]) -> str:
    found = html.unescape(match[0])
    return found if found != match[0] and len(found) == 1 and found not in "<>" else match[0]


def _read_right(match: re.Match[str]) -> str:
    raw = bytearray()
    for each in match[0]:
        try:
            raw += each.encode("cp1252")
        except UnicodeEncodeError:
            raw += each.encode("latin-1", "replace")  # the five bytes that Windows-1252 has nothing for
    for end in range(len(raw), 1, -1):
        try:
            return raw[:end].decode("utf-8") + match[0][end:]
        except UnicodeDecodeError:
            continue
    return match[0]


def _controls_read(text: str) -> str:
    """Characters of the C1 range, which are Windows-1252 read as Latin-1."""
    return re.sub(
        r"[\x80-\x9f]+", lambda match: match[0].encode("latin-1").decode("cp1252", "ignore").replace("\x85", "…"), text
    )
