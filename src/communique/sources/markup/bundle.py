"""A page and what belongs to it in one file (MHTML) → the page's article."""

from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from communique.sources.confined import Extract, Refused
from communique.sources.markup.declared import absolute
from communique.sources.markup.page import read_page


def read_bundle(raw: bytes) -> Extract:
    """The article of the first page in the bundle; raises Refused where there is none."""
    message = message_from_bytes(raw)
    page = next((part for part in message.walk() if part.get_content_type() in ("text/html", "text/plain")), None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        raise Refused("is a bundle (MHTML) without a page", "save the page again")
    found = read_page(content, encoding=page.get_content_charset())
    return found if found.url else replace(found, url=_location(message, page))


def _location(message: Message, page: Message) -> str | None:
    told = page.get("Content-Location"), message.get("Snapshot-Content-Location")
    return next((address for each in told if each and (address := absolute(str(each), None))), None)
