"""A file read by a parser in a process of its own → the report it is, or the reports in it."""

from collections.abc import Callable, Iterator
from typing import Any

from communique.report import Report
from communique.sources import fields
from communique.sources.confined import Entry, Extract, Refused
from communique.sources.fields import wrong_text
from communique.sources.limits import WHOLE_LIMIT
from communique.sources.opening.source import Source
from communique.sources.problem import Problem


def report_in(source: Source, parse: Callable[..., Extract], **options: Any) -> Iterator[Report | Problem]:
    """The one report that `parse` finds in the whole of the source, after what is to be known of it."""
    raw = source.whole(WHOLE_LIMIT)
    if raw is None:
        yield source.problem(f"has more than {WHOLE_LIMIT:,} bytes", "cut it into its reports, or save it as text")
        return
    try:
        found = source.parsed(parse, raw, **options)
    except Refused as refused:
        yield source.problem(*refused.said)
        return
    yield from report_of(found, source)


def report_of(found: Extract, source: Source) -> Iterator[Report | Problem]:
    """The report that an Extract is, after its notes; or only the Problem that makes it none."""
    wrong = wrong_text(found.text)
    if wrong:
        yield source.problem(*wrong)
        return
    for what, mend in found.notes:
        yield source.problem(what, mend, lost=False)
    yield Report(
        source.id,
        found.text,
        url=found.url,
        published=found.published,
        title=found.title,
        publisher=found.publisher,
    )


def reports_in(
    source: Source, parse: Callable[..., Iterator[Entry]], raw: bytes, **options: Any
) -> Iterator[Report | Problem]:
    """The reports that `parse` finds one after the other; what makes it stop is said, and the rest is not read."""
    try:
        for entry in source.each_parsed(parse, raw, **options):
            source.line = entry.line
            if entry.wrong:
                yield source.problem(*entry.wrong, lost=entry.lost)
            else:
                yield from fields.report_of(entry.data, source, name=entry.name)
    except Refused as refused:
        yield source.problem(*refused.said)
