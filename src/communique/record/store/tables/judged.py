"""What machines suggest and people decided of nodes. `kind` is engagement (its nodes are accounts), person or body."""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, Table

from communique.record.store.storable import Words
from communique.record.store.tables.base import metadata

keys = Table(  # what nodes are looked up by, as numbers: there are many, and most of adding is writing them
    "keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("node", Words, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

likenesses = Table(  # machine suggestions, never a person's
    "likenesses",
    metadata,
    Column("kind", Words, primary_key=True),
    Column("left", Words, primary_key=True),
    Column("right", Words, primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("rule", Words, nullable=False),
    Column("version", Words, nullable=False),
    Column("words", Words, nullable=False),
    Index(None, "kind", "score", "left", "right"),  # the order in which they are looked at
)

rulings = Table(  # what stands of the decisions, carried to the nodes of today's readings
    "rulings",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("decision", ForeignKey("decisions.seq"), nullable=False, index=True),
    Column("kind", Words),
    Column("verdict", Words, nullable=False),  # unfit: what is decided on is no longer found
    Column("left", Words, index=True),  # a node
    Column("right", Words, index=True),  # a node; none where a value or a rule is decided on
    Column("field", Words),  # of the value; the rule where one is revoked
    Column("value", Words),  # the version of the rule, none for all of them
    Column("report", ForeignKey("reports.key"), index=True),  # the citation of the value decided on
    Column("start", Integer),
    Column("end", Integer),
)

decided_in = Table(  # which reports' words each decision speaks of: what to look at when one of them is read again
    "decided_in",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("decision", ForeignKey("decisions.seq"), primary_key=True, index=True),
)

ruled_readings = Table(  # the current reading as people ruled on its values, of the reports where they did
    "ruled_readings",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("json", Words, nullable=False),
)

redirects = Table(  # nodes of a report's superseded readings, each with the node of the current one it overlaps most
    "redirects",
    metadata,
    Column("id", Words, primary_key=True),
    Column("report", ForeignKey("reports.key"), primary_key=True, index=True),
    Column("to_id", Words),  # none where its words stand for nothing of its kind any more
)
