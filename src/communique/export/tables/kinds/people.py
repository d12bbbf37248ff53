"""People, and the posts that reports gave them."""

from communique.export.tables.cells import citation
from communique.export.tables.column import CITATION, Column, Rows, Table
from communique.record import Record


def _people(record: Record) -> Rows:
    for each in record.people():
        held = each.posting
        posting = (held.rank, held.office, held.first, held.last) if held else (None, None, None, None)
        yield each.id, each.name, each.party, *posting, each.reports, each.engagements


PEOPLE = Table(
    "people",
    "a person, with the latest post",
    (
        Column("person", "their id"),
        Column("name", "the fullest form of the name that reports have"),
        Column("party", "whom they act for"),
        Column("rank", "the rank of the latest post reported"),
        Column("office", "the office of the latest post reported"),
        Column("posting_first_day", "the day of the first report that gives this post", "day"),
        Column("posting_last_day", "the day of the last report that gives it; not the day it ended", "day"),
        Column("reports", "in how many reports they are named", "number"),
        Column("engagements", "in how many engagements they took part", "number"),
    ),
    _people,
)


def _postings(record: Record) -> Rows:
    for person in record.people():
        for each in person.postings:
            yield (
                *(person.id, person.name, each.rank, each.office, each.party, each.first, each.last),
                *citation(each.citations[0]),
            )


POSTINGS = Table(
    "postings",
    "a rank and office of a person; cited to the first report that gives it",
    (
        Column("person", "the person's id"),
        Column("name", "the person's name"),
        Column("rank", "military or diplomatic rank"),
        Column("office", "the office"),
        Column("party", "for whom"),
        Column("first_day", "the day of the first report that gives it; not the day it began", "day"),
        Column("last_day", "the day of the last report that gives it; not the day it ended", "day"),
        *CITATION,
    ),
    _postings,
)
