"""JSON lines: one report a line; never held whole, and a line too long to be a report is passed over unheld."""

import json
import re
from collections.abc import Iterator
from typing import IO

from communique.report import Report
from communique.sources.fields import report_of
from communique.sources.limits import CHUNK, LINE_LIMIT
from communique.sources.opening.decode import decode
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "JSON lines"
NEEDS: tuple[str, ...] = ()

NAMES = re.compile(r"\.(jsonl|ndjson)(\.gz)?$", re.IGNORECASE)

_OBJECT = re.compile(rb'\s*\{\s*["}]')
_SECOND = re.compile(rb'\r?\n\{\s*"')


def fits(source: Source) -> bool:
    """An object that fills the first line, or a second one that begins a line; or the name says so."""
    if NAMES.search(source.where):
        return True
    if not _OBJECT.match(source.head):
        return False
    first, ended, _ = source.head.strip().partition(b"\n")
    return (not ended and not source.whole_in_head) or _is_object(first) or bool(_SECOND.search(source.head))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def reports(source: Source) -> Iterator[Report | Problem]:
    """The reports, line by line; blank lines are passed over."""
    encoding: str | None = None
    empty = True
    for number, raw in lines(source.stream):
        if raw is not None and not raw.strip():
            continue
        empty = False
        source.line = number
        if raw is None:
            what = f"is longer than {LINE_LIMIT:,} bytes, too long for one report"
            yield source.problem(what, "cut it into its reports")
            continue
        found = decode(raw, hint=encoding)
        if found is None:
            yield source.problem("is no text in an encoding that can be told", "save it as UTF-8")
            continue
        if not found.usual and found.encoding != encoding:
            encoding = found.encoding
            what = f"is not UTF-8; it and what follows like it is read as {encoding}"
            yield source.problem(what, "if that is wrong, save it as UTF-8", lost=False)
        yield from _read_line(found.text.rstrip("\r\n"), source)
    if empty:
        yield source.problem("is empty", "give a text, or leave it out")


def _read_line(text: str, source: Source) -> Iterator[Report | Problem]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        what = f"is not JSON ({error.msg}, character {error.pos + 1})"
        yield source.problem(what, "mend the line, or leave it out")
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond all measure
        yield source.problem(f"is not JSON that can be read ({error})", "mend the line, or leave it out")
    else:
        yield from report_of(data, source, name=f"{source.id}:{source.line}")


def lines(stream: IO[bytes], *, limit: int = LINE_LIMIT) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1; None in place of a line of more than `limit` bytes, which is not held."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK)
        yield number, None
