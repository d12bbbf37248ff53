"""From stored readings to `Told` values: what a reading says of itself, with the report it says it in."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, func, select

from communique.reading import JSON
from communique.record.entries import Document, Participant, Telling, Told
from communique.record.store import schema
from communique.report import Report

Item = TypeVar("Item")

CHUNK = 500  # readings in memory at once; SQLite takes 32,766 bound values


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items, so many at a time that one statement can ask for them."""
    remaining = iter(items)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk


def as_taken(row: Row[Any]) -> Report:
    """The report of a row of `reports`, as it was taken in."""
    return Report(
        row.id,
        row.text,
        url=row.url,
        published=row.published,
        title=row.title,
        retrieved=row.retrieved,
        publisher=row.publisher_given,
    )


@dataclass(frozen=True, slots=True)
class Source:
    """A report as what it tells needs it: its id, day and address, and its reading as JSON."""

    id: str
    day: str | None
    url: str | None
    publisher: str | None
    reading: JSON

    def one(self, cited: JSON | None) -> Told[Any] | None:
        """A cited value of the reading, told; None for none."""
        return self.told(cited) if cited else None

    def told(self, cited: JSON) -> Told[Any]:
        """A cited value of the reading, told."""
        return Told(cited["value"], self.id, cited["start"], cited["end"], cited["quote"], cited["rule"])

    def many(self, cited: list[JSON]) -> tuple[Told[Any], ...]:
        """Cited values of the reading, told."""
        return tuple(self.told(each) for each in cited)

    def participant(self, part: JSON, person: str | None) -> Participant:
        """A participant of one of its accounts, who is that person of the record."""
        return Participant(
            person=person,
            name=self.one(part["name"]),
            rank=self.one(part["rank"]),
            office=self.many(part["office"]),
            party=self.one(part["party"]),
            role=self.one(part["role"]),
            leads=self.one(part["leads"]),
            mentions=self.many(part["mentions"]),
        )

    def document(self, part: JSON) -> Document:
        """A document of one of its accounts."""
        return Document(name=self.told(part["name"]), status=self.one(part["status"]))

    def telling(self, account: JSON, id: str) -> Telling:  # noqa: A002
        """That it tells of an engagement in this account, whose id in the record is given."""
        status, trigger = self.told(account["status"]), self.told(account["trigger"])
        return Telling(
            report=self.id,
            account=account["id"],
            id=id,
            status=status,
            trigger=trigger,
            day=self.day,
            url=self.url,
            publisher=self.publisher,
        )


def sources(connection: Connection, keys: Iterable[int]) -> dict[int, Source]:
    """The reports of these keys, with their readings as people ruled on them."""
    reports, readings, ruled = schema.reports.c, schema.readings.c, schema.ruled_readings.c
    current = (readings.report == reports.key) & (readings.nth == reports.reading)
    asked = (
        select(reports.key, reports.id, reports.day, reports.url, reports.publisher)
        .add_columns(func.coalesce(ruled.json, readings.json))
        .join(schema.readings, current)
        .outerjoin(schema.ruled_readings, ruled.report == reports.key)
    )
    rows = connection.execute(asked.where(reports.key.in_(set(keys))))
    return {
        key: Source(id, day, url, publisher, json.loads(told))
        for key, id, day, url, publisher, told in rows  # noqa: A001
    }


def row_told(row: Row[Any], value: Any) -> Told[Any]:
    """A value of a derived row with the row's citation; the row has `report_id` and the citation's columns."""
    return Told(value, row.report_id, row.start, row.end, row.quote, row.rule)
