"""The rows as JSON lines, one row a line."""

import json
from collections.abc import Iterator

from communique.report import Report
from communique.sources.formats import json_lines
from communique.sources.history.rows import MEND, report_of
from communique.sources.opening.decode import decode
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "the Historian's lists as JSON lines"
NEEDS: tuple[str, ...] = ()


def fits(source: Source) -> bool:
    """Whatever is not XML is taken line by line; what is no row is then said so."""
    del source
    return True


def reports(source: Source) -> Iterator[Report | Problem]:
    """The rows as reports; blank lines are passed over."""
    for number, raw in json_lines.lines(source.stream):
        source.line = number
        if raw is None:
            yield source.problem("is too long for a row", MEND)
        elif raw.strip():
            yield from _row(raw, source)


def _row(raw: bytes, source: Source) -> Iterator[Report | Problem]:
    found = decode(raw)
    if found is None:
        yield source.problem("is no text in an encoding that can be told", "save it as UTF-8")
        return
    try:
        data = json.loads(found.text)
    except json.JSONDecodeError as error:
        yield source.problem(f"is no row: not JSON ({error.msg}, character {error.pos + 1})", MEND)
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond all measure
        yield source.problem(f"is no row: not JSON that can be read ({error})", MEND)
    else:
        yield from report_of(data, source)
