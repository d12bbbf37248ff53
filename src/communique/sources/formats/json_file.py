"""JSON: a file that is one report, or an array of them."""

import json
import re
from collections.abc import Iterator

from communique.report import Report
from communique.sources.fields import report_of
from communique.sources.formats.text import AS_UTF8
from communique.sources.limits import WHOLE_LIMIT
from communique.sources.opening.decode import decode
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "JSON"
NEEDS: tuple[str, ...] = ()

NAMES = re.compile(r"\.json(\.gz)?$", re.IGNORECASE)

_BEGINNING = re.compile(rb'\s*(\{\s*["}]|\[\s*[\[{"\]])')


def fits(source: Source) -> bool:
    """An object or an array of something; or the name says so."""
    return bool(NAMES.search(source.where) or _BEGINNING.match(source.head))


def reports(source: Source) -> Iterator[Report | Problem]:
    """The reports; in an array, one without an id has the file's id and its place from 1."""
    raw = source.whole(WHOLE_LIMIT)
    if raw is None:
        yield source.problem(f"has more than {WHOLE_LIMIT:,} bytes", "write one report a line (JSON lines)")
        return
    if not raw.strip():
        yield source.problem("is empty", "give a text, or leave it out")
        return
    found = decode(raw)
    if found is None:
        yield source.problem("is no text in an encoding that can be told", AS_UTF8)
        return
    if not found.usual:
        yield source.problem(f"is not UTF-8; read as {found.encoding}", f"if that is wrong, {AS_UTF8}", lost=False)
    try:
        data = json.loads(found.text)
    except json.JSONDecodeError as error:
        yield source.problem(f"is not JSON ({error.msg}, line {error.lineno}, column {error.colno})", "mend it")
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond all measure
        yield source.problem(f"is not JSON that can be read ({error})", "mend it")
    else:
        yield from _reports_in(data, source)


def _reports_in(data: object, source: Source) -> Iterator[Report | Problem]:
    if not isinstance(data, list):
        yield from report_of(data, source, name=source.id)
        return
    if not data:
        yield source.problem("is an array without a report", "give a report, or leave it out")
    for place, each in enumerate(data, 1):
        for found in report_of(each, source, name=f"{source.id}:{place}"):
            if isinstance(found, Problem):
                found = source.problem(f"number {place} of the array {found.what}", found.mend, lost=found.lost)
            yield found
