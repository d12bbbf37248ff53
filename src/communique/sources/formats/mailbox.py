"""A mailbox (MBOX): one mail after the other, of which one at a time is held."""

import re
from collections.abc import Iterator
from typing import IO

from communique.report import Report
from communique.sources.formats.mail import FROM, HEADER, mail_in
from communique.sources.limits import CHUNK, WHOLE_LIMIT
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "mailboxes (MBOX)"
NEEDS: tuple[str, ...] = ("lxml", "trafilatura")

_LINE = re.compile(rb"From [^\n]*\n")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def fits(source: Source) -> bool:
    """A line that begins with `From `, and the headers of a mail below it (RFC 4155)."""
    line = _LINE.match(source.head)
    header = HEADER.match(source.head, line.end()) if line else None
    return bool(header and FROM.search(header[0]))


def reports(source: Source) -> Iterator[Report | Problem]:
    """The reports of all mails; a mail's id is its Message-ID, or its place in the mailbox."""
    for number, raw in enumerate(_mails(source.stream), 1):
        source.line = number
        if raw is None:
            yield source.problem(f"is a mail of more than {WHOLE_LIMIT:,} bytes", "save what it holds apart")
        else:
            yield from mail_in(_ESCAPED.sub(rb"\1", raw), source, name=None)


def _mails(stream: IO[bytes]) -> Iterator[bytes | None]:
    """Each mail without its `From ` line; None in place of one that is too large, which is not held."""
    mail: list[bytes] | None = None
    size, after_blank, whole = 0, True, True
    while line := stream.readline(CHUNK):
        if whole and after_blank and line.startswith(b"From "):
            if mail is not None:
                yield b"".join(mail) if size <= WHOLE_LIMIT else None
            mail, size = [], 0
        elif mail is not None:
            size += len(line)
            if size <= WHOLE_LIMIT:
                mail.append(line)
            else:
                mail.clear()
        after_blank = whole and not line.strip()
        whole = line.endswith(b"\n")
    if mail is not None:
        yield b"".join(mail) if size <= WHOLE_LIMIT else None
