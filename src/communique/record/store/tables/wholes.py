"""Wholes: what nodes are judged to be, and by what they are asked for; the values are those shown first."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from communique.record.store.storable import Words
from communique.record.store.tables.base import metadata

persons = Table(
    "persons",
    metadata,
    Column("id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False, index=True),
    Column("party", Words, index=True),
)

bodies = Table(
    "bodies",
    metadata,
    Column("id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False, index=True),
    Column("parties", Words, nullable=False),  # sorted, with a space between
)

engagements = Table(
    "engagements",
    metadata,
    Column("id", Words, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("status", Words, nullable=False),
    Column("start", Words),  # EDTF, as told
    Column("first_day", Words, index=True),  # ISO days that `start` and `end` may cover at the most
    Column("last_day", Words),
    Column("country", Words),
    Column("body", ForeignKey("bodies.id", deferrable=True, initially="DEFERRED"), index=True),
    Column("session_number", Integer),
    Column("level", Words),
    Column("parties", Words, nullable=False),  # in the order told, with a space between
    Column("accounts", Integer, nullable=False),  # how many tell of it
    Column("conflicts", Integer, nullable=False),  # in how many fields they contradict each other
    Index(None, "last_day"),
    Index(None, "kind", "first_day"),  # with the day, for that is the order in which they are listed
    Index(None, "level", "first_day"),
    Index(None, "kind", "last_day"),
    Index(None, "level", "last_day"),
    Index(None, "conflicts", "first_day"),
    Index(None, "status", "first_day", "id", "level", "kind"),  # all that counting them takes
    Index(None, "status", "last_day", "id", "accounts"),
)

sides = Table(  # who takes part in an engagement, for asking by party
    "sides",
    metadata,
    Column("party", Words, primary_key=True),
    Column("engagement", ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("level", Words),  # the highest of this side
    Column("first_day", Words),  # those of the engagement
    Column("last_day", Words),
    Index(None, "party", "first_day", "last_day"),
)

raised = Table(  # in which engagements a topic came up, and when, for asking by topic
    "raised",
    metadata,
    Column("topic", Words, primary_key=True),  # folded
    Column("first_day", Words, primary_key=True),  # of the engagement; "" where it has none
    Column("engagement", ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
