"""The tables of the record. Migrations make them; a test holds the two equal.

`reports`, `aliases` and `readings` are what was taken in. All other tables are derived from them: rows to ask by,
each with the citation it stands on (report, start, end, quote, rule). The values in full, each with its own
citation, are in `readings.json`.
"""

import re
from typing import Any

from sqlalchemy import (
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

APPLICATION_ID = 0x436F6D71  # "Comq", in the header of every record file

_UNSTORABLE = re.compile("[\x00\x1a\ud800-\udfff]")
_STORED = re.compile("\x1a([0-9a-f]{4})")


class Words(TypeDecorator[str]):
    """Text of any code points, kept exactly: a database takes neither NUL nor lone surrogates.

    Those, and the escape sign itself (U+001A SUBSTITUTE), are stored as U+001A and four hexadecimal digits; every
    other text is stored as it is. What is read back is what was given, so offsets stay true.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As stored."""
        if value is None or not _UNSTORABLE.search(value):
            return value
        return _UNSTORABLE.sub(lambda found: f"\x1a{ord(found[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As given."""
        if value is None or "\x1a" not in value:
            return value
        return _STORED.sub(lambda found: chr(int(found[1], 16)), value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _derived(name: str, *columns: Column[Any] | Index) -> Table:
    """A table derived from readings: its own columns, and the citation each row stands on."""
    return Table(
        name,
        metadata,
        Column("key", Integer, primary_key=True),
        *columns,
        Column("report", ForeignKey("reports.key"), nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("quote", Words, nullable=False),
        Column("rule", Words, nullable=False),
    )


# Taken in

reports = Table(
    "reports",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("url", Words),
    Column("published", Words),
    Column("title", Words),
    Column("day", Words, index=True),  # the day it is from, as its reading has it: publication, else dateline
    Column("publisher", Words),
    Column("text", Words, nullable=False),  # last, so that lists need not walk over it
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
    Column("reader", Words, nullable=False),
    Column("json", Words, nullable=False),
)

# Derived: who and which

persons = Table(
    "persons",
    metadata,
    Column("id", Words, primary_key=True),
    Column("folded", Words, nullable=False),
    Column("party", Words),
)

names = _derived(
    "names",
    Column("person", ForeignKey("persons.id"), nullable=False, index=True),
    Column("written", Words, nullable=False),  # the name itself, where the cited words hold more
    Column("folded", Words, nullable=False, index=True),
)

postings = _derived(
    "postings",
    Column("person", ForeignKey("persons.id"), nullable=False, index=True),
    Column("rank", Words),
    Column("office", Words),
    Column("party", Words),
)

bodies = Table(
    "bodies",
    metadata,
    Column("id", Words, primary_key=True),
    Column("folded", Words, nullable=False),
    Column("parties", Words, nullable=False),  # sorted, with a space between
)

body_names = _derived(
    "body_names",
    Column("body", ForeignKey("bodies.id"), nullable=False, index=True),
    Column("form", Words, nullable=False),  # name, alias, or met (as an account names the body that meets)
    Column("written", Words, nullable=False),
    Column("folded", Words, nullable=False, index=True),
    Column("nth", Integer),  # which body of the reading; None where an account alone names it
)

# Derived: what happened

engagements = Table(
    "engagements",
    metadata,
    Column("id", Words, primary_key=True),
    Column("kind", Words, nullable=False, index=True),
    Column("status", Words, nullable=False),
    Column("start", Words),  # EDTF, as told
    Column("first_day", Words, index=True),  # ISO days that `start` and `end` may cover at the most
    Column("last_day", Words),
    Column("country", Words),
    Column("body", ForeignKey("bodies.id"), index=True),
    Column("session_number", Integer),
)

accounts = _derived(
    "accounts",
    Column("engagement", ForeignKey("engagements.id"), nullable=False, index=True),
    Column("nth", Integer, nullable=False),  # which account of the reading
)

participations = _derived(
    "participations",
    Column("engagement", ForeignKey("engagements.id"), nullable=False, index=True),
    Column("person", ForeignKey("persons.id"), index=True),
    Column("party", Words),
    Column("role", Words),
    Column("leads", Integer),
    Index(None, "party", "engagement"),
)

spans = _derived(
    "spans",
    Column("engagement", ForeignKey("engagements.id"), nullable=False, index=True),
    Column("part", Words, nullable=False),  # topic or outcome
    Column("value", Words, nullable=False),
)

documents = _derived(
    "documents",
    Column("engagement", ForeignKey("engagements.id"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("status", Words),
)

statements = _derived(
    "statements",
    Column("id", Words, nullable=False, unique=True),
    Column("nth", Integer, nullable=False),  # which statement of the reading
    Column("speaker", Words, nullable=False),  # folded
    Column("person", ForeignKey("persons.id"), index=True),
    Column("party", Words),
    Column("verb", Words, nullable=False),  # folded
    Column("content", Words, nullable=False),
)

links = _derived(
    "links",
    Column("from_id", Words, nullable=False, index=True),
    Column("to_id", Words, nullable=False, index=True),
    Column("relation", Words, nullable=False),
)

DERIVED = tuple(each for each in metadata.sorted_tables if each not in (reports, aliases, readings))
"""The derived tables, in an order in which rows can be written: what is referred to comes first."""
