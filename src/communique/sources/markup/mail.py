"""A mail (EML) → its text, what its headers say of it, and the files attached to it."""

import re
from base64 import b64encode
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from typing import NamedTuple

from communique.sources.confined import Entry, Extract, Refused
from communique.sources.fields import wrong_text
from communique.sources.limits import PARTS_LIMIT
from communique.sources.markup.page import read_page
from communique.sources.markup.pieces import text_of
from communique.sources.opening.decode import decode
from communique.sources.text_layer import paragraphs
from communique.sources.wrapped import unwrapped

SHARE = 0.5  # of what the HTML holds: a plain part with less only says that there is HTML

_PASSED_ON = re.compile(r"\s*(?:fwd?|re|tr|wg|rv)\s*:", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- \n.*", re.MULTILINE | re.DOTALL)  # RFC 3676, 4.3
_PICTURED = ("image", "audio", "video", "font")  # kinds of parts that tell nothing
_ADDED = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/calendar")


def read_mail(raw: bytes) -> Iterator[Entry]:
    """The mail, with its Message-ID as id, and what is wrong with it; then each file attached to it.

    A file's data are its name (`file`), its bytes in Base64 (`content`) and the `mail` it came with. Raises Refused.
    """
    try:
        message = message_from_bytes(raw)
        parts = _parts(message)
    except (MessageError, RecursionError, ValueError) as error:
        raise Refused(f"is a mail that cannot be read ({type(error).__name__})", "save its text") from None
    found = _body(parts)
    if isinstance(found, Refused):
        yield Entry(wrong=found.said)
    elif found or not parts.attached:
        yield from _mail(found or Extract(text=""), message)
    mail = _id(message)
    for number, (file, content) in enumerate(parts.attached, 1):
        if content.strip():
            told = {"file": file or f"part-{number}", "content": b64encode(content).decode("ascii")}
            yield Entry({**told, "mail": mail})


def _mail(found: Extract, message: Message) -> Iterator[Entry]:
    wrong = wrong_text(found.text)
    if wrong:
        yield Entry(wrong=wrong)
        return
    for note in found.notes:
        yield Entry(wrong=note, lost=False)
    title = _header(message, "Subject") or None
    told = {"url": found.url, "published": _sent(message, title), "title": title, "publisher": found.publisher}
    yield Entry({"id": _id(message), "text": found.text, **told})


def _id(message: Message) -> str:
    return _header(message, "Message-ID").strip("<> ")


class _Parts(NamedTuple):
    """What a mail holds: its plain and its HTML text, and the files (name, content) attached to it."""

    plain: Message | None
    page: Message | None
    attached: list[tuple[str, bytes]]


def _parts(message: Message) -> _Parts:
    """The first text of either kind, and what is attached; a mail within the mail is attached."""
    plain: Message | None = None
    page: Message | None = None
    attached: list[tuple[str, bytes]] = []
    waiting, seen = [message], 0
    while waiting and seen < PARTS_LIMIT:
        part, seen = waiting.pop(0), seen + 1
        kind, payload, file = part.get_content_type(), part.get_payload(), _file_of(part)
        if kind == "message/rfc822" and isinstance(payload, list):
            attached += [(file or "mail.eml", each.as_bytes()) for each in payload if isinstance(each, Message)]
        elif isinstance(payload, list):
            waiting[:0] = [each for each in payload if isinstance(each, Message)]
        elif kind in _ADDED or part.get_content_maintype() in _PICTURED:
            continue
        elif part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
            attached.append((file, _content(part)))
        elif kind == "text/plain":
            plain = plain or part
        else:
            page = page or part
    return _Parts(plain, page, attached)


def _body(parts: _Parts) -> Extract | Refused | None:
    """The plain text, or the HTML where that says more; None where the mail has neither."""
    plain = _plain(parts.plain) if parts.plain else ""
    raw = _content(parts.page) if parts.page else b""
    if plain and len(plain) >= SHARE * (len(text_of(raw.decode("utf-8", "replace"))) if raw else 0):
        return Extract(text=plain)
    if parts.page is None or not raw.strip():
        return Extract(text=plain) if plain else None
    try:
        return read_page(raw, encoding=parts.page.get_content_charset())
    except Refused as refused:
        return Extract(text=plain) if plain else refused


def _plain(part: Message) -> str:
    """The text of a plain part, paragraphs in one line each, without the signature."""
    raw = _content(part)
    try:
        text = raw.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeError, ValueError):
        found = decode(raw)
        text = found.text if found else raw.decode("utf-8", "replace")
    text = _SIGNATURE.sub("", text.replace("\r\n", "\n"))
    return paragraphs([unwrapped(text)])


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _file_of(part: Message) -> str:
    """The name of an attached file, without the folders it may lie about; empty where it has none."""
    try:
        name = _words(part.get_filename() or "")
    except (LookupError, ValueError):
        return ""
    return PurePosixPath(name.replace("\\", "/")).name


def _header(message: Message, name: str) -> str:
    return " ".join(_words(message.get(name, "")).split())


def _words(header: object) -> str:
    """The words of a header, whose encodings (RFC 2047) may be wrong."""
    try:
        return str(make_header(decode_header(str(header))))
    except (LookupError, ValueError, MessageError):
        return str(header)


def _sent(message: Message, title: str | None) -> str | None:
    """The day in the Date header, in the sender's time zone; None for what was passed on, whose day is another's."""
    if title and _PASSED_ON.match(title):
        return None
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
