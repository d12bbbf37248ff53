"""A mail (EML): its text is the report, and the files attached to it are taken in as files."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple

from communique.report import Report
from communique.sources.confined import Extract, Refused
from communique.sources.extracted import report_of
from communique.sources.limits import PARTS_LIMIT, WHOLE_LIMIT
from communique.sources.markup.page import read_page
from communique.sources.markup.pieces import text_of
from communique.sources.opening.decode import decode
from communique.sources.opening.inputs import id_of
from communique.sources.opening.source import Source
from communique.sources.problem import Problem
from communique.sources.text_layer import paragraphs
from communique.sources.wrapped import unwrapped

NAME = "mail (EML)"
NEEDS: tuple[str, ...] = ("lxml", "trafilatura")

HEADER = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
FROM = re.compile(rb"^From:", re.IGNORECASE | re.MULTILINE)
SHARE = 0.5  # of what the HTML holds: a plain part with less only says that there is HTML

_SENT = re.compile(rb"^(?:received|message-id|mime-version|return-path|content-type):", re.IGNORECASE | re.MULTILINE)
_PASSED_ON = re.compile(r"\s*(?:fwd?|re|tr|wg|rv)\s*:", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- \n.*", re.MULTILINE | re.DOTALL)  # RFC 3676, 4.3
_PICTURED = ("image", "audio", "video", "font")  # kinds of parts that tell nothing
_ADDED = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/calendar")


def fits(source: Source) -> bool:
    """Headers with a sender, and either one that only a mail server writes or a name that says so."""
    header = HEADER.match(source.head)
    if not header or not FROM.search(header[0]):
        return False
    return bool(_SENT.search(header[0])) or source.where.casefold().endswith(".eml")


def reports(source: Source) -> Iterator[Report | Problem]:
    """The mail as a report, and the reports in its attachments."""
    raw = source.whole(WHOLE_LIMIT)
    if raw is None:
        yield source.problem(f"has more than {WHOLE_LIMIT:,} bytes", "save what it holds apart")
        return
    yield from mail_in(raw, source, name=source.id)


def mail_in(raw: bytes, source: Source, *, name: str | None) -> Iterator[Report | Problem]:
    """The reports of one mail of `source`; without a `name` for it, its Message-ID is its id."""
    try:
        message = message_from_bytes(raw)
        parts = _parts(message)
    except (MessageError, RecursionError, ValueError) as error:
        yield source.problem(f"is a mail that cannot be read ({type(error).__name__})", "save its text")
        return
    called = name or _header(message, "Message-ID").strip("<> ") or f"{source.id}:{source.line}"
    found = _body(parts, source)
    if isinstance(found, Refused):
        yield source.problem(*found.said)
    elif found or not parts.attached:
        title = _header(message, "Subject") or None
        for each in report_of(found or Extract(text=""), source):
            if isinstance(each, Problem):
                yield each
            else:
                yield replace(each, id=called, published=_sent(message, title), title=title)
    for number, (file, content) in enumerate(parts.attached, 1):
        yield from _attached(file or f"part-{number}", content, source, called)


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


def _body(parts: _Parts, source: Source) -> Extract | Refused | None:
    """The plain text, or the HTML where that says more; None where the mail has neither."""
    plain = _plain(parts.plain) if parts.plain else ""
    raw = _content(parts.page) if parts.page else b""
    if plain and len(plain) >= SHARE * (len(text_of(raw.decode("utf-8", "replace"))) if raw else 0):
        return Extract(text=plain)
    if parts.page is None or not raw.strip():
        return Extract(text=plain) if plain else None
    try:
        return source.parsed(read_page, raw, encoding=parts.page.get_content_charset())
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


def _attached(file: str, content: bytes, source: Source, called: str) -> Iterator[Report | Problem]:
    where = f"{source.where}/{file}"
    if source.within is None:
        yield Problem(where, source.line, "is attached within too many files", "save it and give the file")
    elif content.strip():
        yield from source.within(BytesIO(content), where, f"{called}/{id_of(file)}")


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
