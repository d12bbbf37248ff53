"""What was taken in: reports, their readings, and what people decided. Nothing else need be kept."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from communique.record.store.storable import Words
from communique.record.store.tables.base import metadata

reports = Table(
    "reports",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("url", Words),
    Column("published", Words),
    Column("title", Words),
    Column("retrieved", Words),
    Column("day", Words),  # the day it is from, as its reading has it: publication, else dateline
    Column("publisher", Words),  # as its words name it, else as given
    Column("publisher_given", Words),
    Column("language", Words),  # of a report that is not English, as its reading has it
    Column("reading", Integer, nullable=False),  # which of its readings is the current one
    Column("text", Words, nullable=False),  # last, so that lists need not walk over it
    Index(None, "day", "id"),  # the order in which they are listed
    Index(None, "publisher", "day", "language"),  # all that telling what an answer rests on takes
)

aliases = Table(
    "aliases",
    metadata,
    Column("id", Words, primary_key=True),
    Column("report", ForeignKey("reports.key"), nullable=False, index=True),
    Column("url", Words),
    Column("published", Words),
    Column("title", Words),
)

readings = Table(
    "readings",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("nth", Integer, primary_key=True),  # from 1; a better reader adds the next, older ones stay
    Column("reader", Words, nullable=False),
    Column("json", Words, nullable=False),
)

decisions = Table(  # append-only: triggers refuse UPDATE, DELETE and an INSERT over a row that is there
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("made_at", Words, nullable=False),  # ISO 8601, UTC
    Column("made_by", Words, nullable=False),
    Column("verdict", Words, nullable=False),  # same, different, unsure, accept, reject, edit, undo, revoke
    Column("kind", Words),  # engagement, person or body; none for undo and revoke
    Column("left", Words),  # JSON: References, so that it survives re-reading
    Column("right", Words),  # JSON: References
    Column("field", Words),
    Column("value", Words),  # JSON
    Column("cited", Words),  # JSON: a Reference
    Column("rule", Words),
    Column("why", Words),
    Column("shown", Words),  # JSON: both sides as whoever decided saw them
    Column("undoes", Words),  # id of a decision or a group
    Column("group", Words, index=True),  # of the decisions it was made at once with; none for one made alone
)
