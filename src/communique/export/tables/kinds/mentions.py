"""Mentions: which words of which report stand for what."""

from communique.export.tables.column import CITATION, Column, Rows, Table
from communique.record import Record


def _mentions(record: Record) -> Rows:
    for each in record.mentions():
        yield each.kind, each.id, each.report, each.quote, each.start, each.end


MENTIONS = Table(
    "mentions",
    "words of a report that stand for an engagement, a person or a body",
    (
        Column("kind", "what they stand for; `account` is an engagement's", values=("account", "person", "body")),
        Column("id", "the id of the engagement, person or body"),
        *CITATION,
    ),
    _mentions,
)
