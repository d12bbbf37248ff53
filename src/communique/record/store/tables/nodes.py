"""Nodes: the smallest things that are joined.

`compared` is the node as JSON, all that resolvers look at; `first` is [day, report id, place in it] of its first
telling as JSON, by which the id shown of a whole is chosen.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from communique.record.store.storable import Words
from communique.record.store.tables.base import cited, metadata, whole

person_forms = Table(
    "person_forms",
    metadata,
    Column("id", Words, primary_key=True),
    Column("folded", Words, nullable=False, index=True),
    Column("party", Words),
    Column("scope", Words),  # digest of the one report it stands for somebody in; none: in all reports
    Column("vague", Integer, nullable=False),
    Column("first", Words, nullable=False),
    Column("compared", Words, nullable=False),
    whole("person", "persons"),
)

body_forms = Table(
    "body_forms",
    metadata,
    Column("id", Words, primary_key=True),
    Column("folded", Words, nullable=False, index=True),
    Column("parties", Words, nullable=False),  # sorted, with a space between
    Column("scope", Words),
    Column("vague", Integer, nullable=False),
    Column("first", Words, nullable=False),
    Column("compared", Words, nullable=False),
    whole("body", "bodies"),
)

forms_told = Table(  # what one report contributes to a form: a form is made of all of these, in whatever order
    "forms_told",
    metadata,
    Column("form", Words, primary_key=True),
    Column("report", ForeignKey("reports.key"), primary_key=True, index=True),
    Column("kind", Words, nullable=False),  # person or body
    Column("start", Integer, nullable=False),  # where the report names it first
    Column("compared", Words, nullable=False),
)

sounds = Table(  # how the words of a form's name sound, for finding people whose names are spelled otherwise
    "sounds",
    metadata,
    Column("sound", Words, primary_key=True),
    Column("form", ForeignKey("person_forms.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

accounts = cited(
    "accounts",
    Column("id", Words, primary_key=True),
    whole("engagement", "engagements"),
    Column("nth", Integer, nullable=False),  # which account of the reading
    Column("kind", Words, nullable=False),
    Column("status", Words, nullable=False),
    Column("start_day", Words),  # EDTF, as told
    Column("first_day", Words),  # ISO days that its start and end may cover at the most
    Column("last_day", Words),
    Column("place", Words),
    Column("country", Words),
    Column("body_form", ForeignKey("body_forms.id", deferrable=True, initially="DEFERRED"), index=True),
    Column("session_number", Integer),
    Column("vague", Integer, nullable=False),
    Column("first", Words, nullable=False),
    Column("compared", Words, nullable=False),
    Index(None, "id", "engagement"),  # what an account is one of, without the rest of it
    Index(None, "place", "engagement"),
    by_report=True,
)
