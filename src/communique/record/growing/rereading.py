"""A new reading of a report that is in the record: it becomes the current one, and the older one stays.

All that followed from the older reading goes and what follows from the new one comes, in one transaction; ids that
are no longer lead to what took their place.
"""

from dataclasses import replace

from sqlalchemy import Connection, func, insert, select, update

from communique.reading import Reading
from communique.record.growing import adding
from communique.record.growing.taking import current, take_anew
from communique.record.looking.reports import key_of
from communique.record.store import schema
from communique.resolve import day_of

REPORTS, READINGS = schema.reports.c, schema.readings.c


def reread(connection: Connection, id: str, reading: Reading) -> bool:  # noqa: A002
    """Make this the current reading of the report of this id or alias; False where it is so already.

    Raises NotInRecord where there is no such report, FalseCitation where the reading cites words it does not have.
    """
    key = key_of(connection, id)
    report, before, _ = current(connection, key)
    adding.check(report, reading)
    masthead = replace(reading.report, id=report.id, url=report.url, published=report.published, title=report.title)
    reading = replace(reading, report=masthead)
    if reading == before:
        return False
    nth = connection.execute(select(func.max(READINGS.nth)).where(READINGS.report == key)).scalar_one() + 1
    connection.execute(
        insert(schema.readings), {"report": key, "nth": nth, "reader": reading.reader, "json": adding.as_told(reading)}
    )
    day = report.published or day_of(reading)
    changed = {"reading": nth, "day": day, "publisher": adding.outlet(report, reading), "language": reading.language}
    connection.execute(update(schema.reports).where(REPORTS.key == key).values(changed))
    take_anew(connection, key)
    return True


def read_otherwise(connection: Connection, reader: str) -> list[str]:
    """The ids of the reports whose current reading another reader made."""
    read_by = (READINGS.report == REPORTS.key) & (READINGS.nth == REPORTS.reading)
    asked = select(REPORTS.id).join_from(schema.reports, schema.readings, read_by).where(READINGS.reader != reader)
    return list(connection.execute(asked.order_by(REPORTS.id)).scalars())
