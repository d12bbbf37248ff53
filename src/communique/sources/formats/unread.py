"""What is told by its content but not read yet: one clear word instead of nonsense."""

from collections.abc import Iterator

from communique.report import Report
from communique.sources.opening.decode import looks_binary
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "what is not read"
NEEDS: tuple[str, ...] = ()

SAVE_AS_TEXT = "save it as text"
LEAVE_OUT = "leave it out, or give the text it holds"

# (what a file begins with, what it is, what to do)
BEGINNINGS = (
    (b"{\\rtf", "a rich text document (RTF)", SAVE_AS_TEXT),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an Office file of the old kind (.doc, .xls, .ppt), or one with a password",
        "save it as .docx without a password, or as text",
    ),
    (b"SQLite format 3\0", "an SQLite database", "give the reports themselves"),
    (b"\x1f\x8b", "gzip within gzip", "unpack it once"),
    (b"\x89PNG", "a picture (PNG)", LEAVE_OUT),
    (b"\xff\xd8\xff", "a picture (JPEG)", LEAVE_OUT),
    (b"GIF8", "a picture (GIF)", LEAVE_OUT),
)

# (what the beginning of a ZIP archive holds, what it is, what to do)
ZIPPED = ((b"xl/", "an Excel workbook", "save it as JSON lines"),)


def fits(source: Source) -> bool:
    """A kind of file that is known by its beginning, or no text at all."""
    return _kind(source.head) is not None


def reports(source: Source) -> Iterator[Report | Problem]:
    """Only the Problem."""
    what, mend = _kind(source.head) or ("something unknown", LEAVE_OUT)
    yield source.problem(f"is {what}, which is not read yet", mend)


def _kind(head: bytes) -> tuple[str, str] | None:
    table = ZIPPED if head.startswith(b"PK\x03\x04") else ()
    for words, what, mend in table:
        if words in head:
            return what, mend
    for beginning, what, mend in BEGINNINGS:
        if head.startswith(beginning):
            return what, mend
    if looks_binary(head):
        return "no text but binary data (or UTF-16 without a byte order mark)", "save it as UTF-8 text"
    if head.lstrip()[:5].lower() == b"<?xml":
        return "XML that is no feed and no web page", SAVE_AS_TEXT
    return None
