"""Adding a report with its reading: what must be true first, and what is then written, all in one transaction."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, String, bindparam, insert, select, union_all

from communique.errors import FalseCitation, RecordError
from communique.reading import Reading, citations
from communique.record.joining.copying import find_copies
from communique.record.joining.deriving import derive
from communique.record.joining.grouping import join
from communique.record.joining.nodes import Touched, take_in
from communique.record.store import schema
from communique.record.store.storable import Words
from communique.report import Citation, Report
from communique.resolve import day_of

SHOWN_DIGEST = 12  # hexadecimal digits of a text's digest that an error message shows

_REPORTS, _ALIASES = schema.reports.c, schema.aliases.c
_ID, _DIGEST = bindparam("id", type_=Words), bindparam("digest", type_=String)
_KNOWN = union_all(
    select(_REPORTS.key, _REPORTS.id, _REPORTS.digest).where(_REPORTS.digest == _DIGEST),
    select(_REPORTS.key, _REPORTS.id, _REPORTS.digest).where(_REPORTS.id == _ID),
    select(_REPORTS.key, _ALIASES.id, _REPORTS.digest)
    .join_from(schema.aliases, schema.reports)
    .where(_ALIASES.id == _ID),
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the record has of a report: the key of its text, and whether it has the text under this id."""

    key: int | None
    under_this_id: bool


def known(connection: Connection, report: Report) -> Known:
    """What the record has of a report; raises RecordError where the report's id stands for another text."""
    key, under_this_id = None, False
    for found, id, digest in connection.execute(_KNOWN, {"id": report.id, "digest": report.digest}):  # noqa: A001
        if digest != report.digest:
            raise RecordError(
                f"report {report.id!r}: the record has another text under this id ({digest[:SHOWN_DIGEST]}, "
                f"not {report.digest[:SHOWN_DIGEST]}); give one of them another id"
            )
        key, under_this_id = found, under_this_id or id == report.id
    return Known(key, under_this_id)


Added = bool | FalseCitation | RecordError
"""Whether a report's text was new, or why it was refused."""


def add_each(connection: Connection, pairs: Iterable[tuple[Report, Reading]]) -> Iterator[Added]:
    """Write reports and all that follows from them; what became of each.

    They are joined when the last is written: together that is several times faster than one after the other, and comes
    out the same. Nothing is written of a report that is refused; the others are not concerned.
    """
    touched, new = Touched(), list[int]()
    for report, reading in pairs:
        try:
            taken = _take(connection, report, reading)
        except (FalseCitation, RecordError) as refused:
            yield refused
            continue
        if taken is not None:
            key, found = taken
            touched.add(found)
            new.append(key)
        yield taken is not None
    join(connection, touched)
    find_copies(connection, new)


def _take(connection: Connection, report: Report, reading: Reading) -> tuple[int, Touched] | None:
    """Write a new report and what follows from it alone, and its key; of a known text only the new id is kept."""
    found = known(connection, report)
    if found.key is not None:
        if not found.under_this_id:
            source = {"id": report.id, "url": report.url, "published": report.published, "title": report.title}
            connection.execute(insert(schema.aliases), {**source, "report": found.key})
        return None
    check(report, reading)
    if reading.report.id != report.id:  # read as a text without a name of its own
        reading = replace(reading, report=replace(reading.report, id=report.id))
    key = _insert_report(connection, report, reading)
    day = report.published or day_of(reading)
    return key, take_in(connection, derive(report, reading, key), key, report_id=report.id, day=day)


def check(report: Report, reading: Reading) -> None:
    """Hold every citation of the reading against the text again; raises FalseCitation."""
    for each in citations(reading):
        Citation(report.text, each.start, each.end, each.quote)


def _insert_report(connection: Connection, report: Report, reading: Reading) -> int:
    row = {
        "id": report.id,
        "digest": report.digest,
        "url": report.url,
        "published": report.published,
        "title": report.title,
        "retrieved": report.retrieved,
        "text": report.text,
        "day": report.published or day_of(reading),
        "publisher": outlet(report, reading),
        "publisher_given": report.publisher,
        "language": reading.language,
        "reading": 1,
    }
    key = connection.execute(_INSERT_REPORT, row).scalar_one()
    told = {"report": key, "nth": 1, "reader": reading.reader, "json": as_told(reading)}
    connection.execute(_INSERT_READING, told)
    return int(key)


def outlet(report: Report, reading: Reading) -> str | None:
    """Who published a report: as its own words name it, for those are cited; else as where it came from says."""
    told = reading.report.publisher
    return told.value if told else report.publisher


def as_told(reading: Reading) -> str:
    """A reading as it is stored."""
    # Not as ASCII: two halves of a surrogate pair, each escaped, would come back as one character.
    return json.dumps(reading.to_json(), ensure_ascii=False, separators=(",", ":"))


_INSERT_REPORT = insert(schema.reports).returning(_REPORTS.key)
_INSERT_READING = insert(schema.readings)
