"""Mentions: which words of which report stand for which engagement, person or body."""

from collections.abc import Iterator

from communique.reading import JSON
from communique.record import Record
from communique.record.entries import to_json


def mentions(record: Record) -> Iterator[JSON]:
    """One row a mention, by kind, report and place: `kind`, `report`, `quote`, `start`, `end`, `id`.

    `kind` is `account` (its trigger; `id` is the engagement), `person` (every time they are named) or `body` (its
    names, and the words by which an account says that it met).
    """
    return (to_json(each) for each in record.mentions())
