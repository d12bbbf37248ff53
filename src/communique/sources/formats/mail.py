"""A mail (EML): its text is the report, and the files attached to it are taken in as files."""

import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from communique.report import Report
from communique.sources.confined import Refused
from communique.sources.fields import report_of
from communique.sources.limits import WHOLE_LIMIT
from communique.sources.markup.mail import read_mail
from communique.sources.opening.inputs import id_of
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "mail (EML)"
NEEDS: tuple[str, ...] = ("lxml", "trafilatura")

HEADER = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
FROM = re.compile(rb"^From:", re.IGNORECASE | re.MULTILINE)

_SENT = re.compile(rb"^(?:received|message-id|mime-version|return-path|content-type):", re.IGNORECASE | re.MULTILINE)


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
    called = name or f"{source.id}:{source.line}"
    try:
        entries = list(source.each_parsed(read_mail, raw))  # all, for what is attached may be parsed there too
    except Refused as refused:
        yield source.problem(*refused.said)
        return
    for entry in entries:
        if entry.wrong:
            yield source.problem(*entry.wrong, lost=entry.lost)
        elif "file" in entry.data:
            yield from _attached(entry.data, source, name or entry.data["mail"] or called)
        else:
            yield from report_of({**entry.data, "id": name or entry.data["id"]}, source, name=called)


def _attached(data: dict[str, Any], source: Source, called: str) -> Iterator[Report | Problem]:
    where = f"{source.where}/{data['file']}"
    if source.within is None:
        yield Problem(where, source.line, "is attached within too many files", "save it and give the file")
    else:
        yield from source.within(BytesIO(b64decode(data["content"])), where, f"{called}/{id_of(data['file'])}")
