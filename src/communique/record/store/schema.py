"""The tables of the record. Migrations make them; a test holds the two equal.

`reports`, `aliases`, `readings` and `decisions` are what was taken in. All other tables are derived from them, and
`communique rebuild` makes them anew: nodes (what is joined), wholes (what nodes are judged to be), and rows told by
reports, each with the citation it stands on (report, start, end, quote, rule). The values in full, each with its own
citation, are in `readings.json`.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Constraint,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
)

from communique.record.store.storable import Words

APPLICATION_ID = 0x436F6D71  # "Comq", in the header of every record file

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _cited(name: str, *columns: Column[Any] | Index | Constraint, by_report: bool = False) -> Table:
    """A table derived from readings: its own columns, and the citation each row stands on."""
    indices = [each for each in columns if isinstance(each, Index)]  # after the columns they may be of
    return Table(
        name,
        metadata,
        *(each for each in columns if not isinstance(each, Index)),
        Column("report", ForeignKey("reports.key"), nullable=False, index=by_report),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("quote", Words, nullable=False),
        Column("rule", Words, nullable=False),
        *indices,
    )


def _key() -> Column[int]:
    return Column("key", Integer, primary_key=True)


def _whole(name: str, of: str) -> Column[str]:
    """The whole a node belongs to; held true at the end of the transaction, for both are written anew in one."""
    return Column(name, ForeignKey(f"{of}.id", deferrable=True, initially="DEFERRED"), nullable=False, index=True)


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

# Nodes: the smallest things that are joined. `compared` is the node as JSON, all that resolvers look at; `first` is
# [day, report id, place in it] of its first telling as JSON, by which the id shown of a whole is chosen.

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
    _whole("person", "persons"),
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
    _whole("body", "bodies"),
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

accounts = _cited(
    "accounts",
    Column("id", Words, primary_key=True),
    _whole("engagement", "engagements"),
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

# Wholes: what nodes are judged to be; the values are those shown first

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

# Told: rows to ask by, each with its citation

names = _cited(
    "names",
    _key(),
    Column("form", ForeignKey("person_forms.id"), nullable=False, index=True),
    Column("written", Words, nullable=False),  # the name itself, where the cited words hold more
    Column("folded", Words, nullable=False),
    Index(None, "folded", "form"),
    by_report=True,
)

postings = _cited(
    "postings",
    _key(),
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

body_names = _cited(
    "body_names",
    _key(),
    Column("form", ForeignKey("body_forms.id"), nullable=False, index=True),
    Column("use", Words, nullable=False),  # name, alias, or met (as an account names the body that meets)
    Column("written", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("nth", Integer),  # which body of the reading; None where an account alone names it
    Index(None, "folded", "form"),
    by_report=True,
)

participations = _cited(
    "participations",
    _key(),
    Column("account", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("nth", Integer, nullable=False),  # which participant of the account
    Column("form", ForeignKey("person_forms.id"), index=True),
    Column("party", Words),
    Column("role", Words),
    Column("leads", Integer),
    Column("level", Words),
    Index(None, "party", "account"),
)

spans = _cited(
    "spans",
    _key(),
    Column("account", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("part", Words, nullable=False),  # topic, outcome, or telling (other words for the encounter)
    Column("value", Words, nullable=False),
    Column("folded", Words, nullable=False),
)

documents = _cited(
    "documents",
    _key(),
    Column("account", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False, index=True),
    Column("status", Words, index=True),
    Column("engagement", Words, index=True),  # that the account tells of, with its parties and days: for asking by them
    Column("parties", Words),
    Column("first_day", Words),
    Column("last_day", Words),
)

statements = _cited(
    "statements",
    _key(),
    Column("id", Words, nullable=False, unique=True),
    Column("nth", Integer, nullable=False),  # which statement of the reading
    Column("speaker", Words, nullable=False),  # folded
    Column("form", ForeignKey("person_forms.id"), index=True),
    Column("party", Words, index=True),
    Column("verb", Words, nullable=False),  # folded
    Column("content", Words, nullable=False),
    by_report=True,
)

links = _cited(
    "links",
    _key(),
    Column("from_id", Words, nullable=False, index=True),  # an account or a body form
    Column("to_id", Words, nullable=False, index=True),
    Column("relation", Words, nullable=False),
    by_report=True,
)

# Resolution. `kind` is engagement (its nodes are accounts), person or body.

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

# Copies: reports that are one, a function of all reports

sketches = Table(  # what reports are looked up by that may be one
    "sketches",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("report", ForeignKey("reports.key"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

pages = Table(  # the same for reports of one address
    "pages",
    metadata,
    Column("address", Words, primary_key=True),
    Column("report", ForeignKey("reports.key"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

alike = Table(  # two reports that are judged to be one
    "alike",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("of", ForeignKey("reports.key"), primary_key=True, index=True),
    Column("how", Words, nullable=False),  # copy, or corrected: `of` by `report`
)

copies = Table(  # the reports that do not count, each with the one that does
    "copies",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("of", ForeignKey("reports.key"), nullable=False, index=True),
    Column("how", Words, nullable=False),  # copy of it, or corrected by it
)

TAKEN_IN = (reports, aliases, readings, decisions)
"""What a record cannot make again from the rest."""

DERIVED = tuple(each for each in metadata.sorted_tables if each not in TAKEN_IN)
"""The derived tables, in an order in which rows can be written: what is referred to comes first."""
