"""What reports tell of nodes: rows to ask by, each with its citation."""

from sqlalchemy import Column, ForeignKey, Index, Integer

from communique.record.store.storable import Words
from communique.record.store.tables.base import cited, key

names = cited(
    "names",
    key(),
    Column("form", ForeignKey("person_forms.id"), nullable=False, index=True),
    Column("written", Words, nullable=False),  # the name itself, where the cited words hold more
    Column("folded", Words, nullable=False),
    Index(None, "folded", "form"),
    by_report=True,
)

postings = cited(
    "postings",
    key(),
    Column("form", ForeignKey("person_forms.id"), nullable=False),
    Column("rank", Words),
    Column("office", Words),
    Column("folded", Words),  # the office, folded
    Column("level", Words),
    Column("party", Words),
    Column("day", Words),  # the day the report is from
    Column("person", Words, nullable=False),  # whom the form is one of
    Index(None, "form", "report"),
    Index(None, "folded", "person", "day", "report"),  # who held it when, and who says so
    Index(None, "level", "person", "day", "report"),
    Index(None, "rank", "person"),
    by_report=True,
)

body_names = cited(
    "body_names",
    key(),
    Column("form", ForeignKey("body_forms.id"), nullable=False, index=True),
    Column("use", Words, nullable=False),  # name, alias, or met (as an account names the body that meets)
    Column("written", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("nth", Integer),  # which body of the reading; None where an account alone names it
    Index(None, "folded", "form"),
    by_report=True,
)

participations = cited(
    "participations",
    key(),
    Column("account", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("nth", Integer, nullable=False),  # which participant of the account
    Column("form", ForeignKey("person_forms.id"), index=True),
    Column("party", Words),
    Column("role", Words),
    Column("leads", Integer),
    Column("level", Words),
    Index(None, "party", "account"),
)

spans = cited(
    "spans",
    key(),
    Column("account", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("part", Words, nullable=False),  # topic, outcome, or telling (other words for the encounter)
    Column("value", Words, nullable=False),
    Column("folded", Words, nullable=False),
)

documents = cited(
    "documents",
    key(),
    Column("account", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False, index=True),
    Column("status", Words, index=True),
    Column("engagement", Words, index=True),  # that the account tells of, with its parties and days: for asking by them
    Column("parties", Words),
    Column("first_day", Words),
    Column("last_day", Words),
)

statements = cited(
    "statements",
    key(),
    Column("id", Words, nullable=False, unique=True),
    Column("nth", Integer, nullable=False),  # which statement of the reading
    Column("speaker", Words, nullable=False),  # folded
    Column("form", ForeignKey("person_forms.id"), index=True),
    Column("party", Words, index=True),
    Column("verb", Words, nullable=False),  # folded
    Column("content", Words, nullable=False),
    by_report=True,
)

links = cited(
    "links",
    key(),
    Column("from_id", Words, nullable=False, index=True),  # an account or a body form
    Column("to_id", Words, nullable=False, index=True),
    Column("relation", Words, nullable=False),
    by_report=True,
)
