"""Joining: nodes, wholes and what is told of them apart; several readings of a report; decisions.

What was taken in is carried over; what was derived is dropped, and made anew by whoever opens the record.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DROPPED = (  # in an order in which nothing refers to what is gone
    *("links", "statements", "documents", "spans", "participations", "accounts", "engagements"),
    *("body_names", "bodies", "postings", "names", "persons"),
)

CARRIED_OVER = """
INSERT INTO reports (key, id, digest, url, published, title, day, publisher, reading, text)
    SELECT key, id, digest, url, published, title, day, publisher, 1, text FROM old_reports;
INSERT INTO aliases (id, report, url, published, title) SELECT id, report, url, published, title FROM old_aliases;
INSERT INTO readings (report, nth, reader, json) SELECT report, 1, reader, json FROM old_readings;
DROP TABLE old_readings;
DROP TABLE old_aliases;
DROP TABLE old_reports
"""

# External content: the words are in the tables, the index only points at them. Rows are never updated in place.
FULL_TEXT_KEPT = """
CREATE TRIGGER {table}_text_insert AFTER INSERT ON {table} BEGIN
    INSERT INTO {table}_text (rowid, {columns}) VALUES (new.key, {new});
END;
CREATE TRIGGER {table}_text_delete AFTER DELETE ON {table} BEGIN
    INSERT INTO {table}_text ({table}_text, rowid, {columns}) VALUES ('delete', old.key, {old});
END
"""

# The third, because INSERT OR REPLACE deletes without asking the second.
APPEND_ONLY = """
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN
    SELECT RAISE(ABORT, 'decisions are append-only: undo one by another');
END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN
    SELECT RAISE(ABORT, 'decisions are append-only: undo one by another');
END;
CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE seq = new.seq OR id = new.id) BEGIN
    SELECT RAISE(ABORT, 'decisions are append-only: undo one by another');
END
"""


def upgrade() -> None:
    """Carry over what was taken in, and make the tables of what follows from it."""
    op.execute("DROP TABLE statements_text")
    for trigger in ("reports_text_insert", "reports_text_delete"):
        op.execute(f"DROP TRIGGER {trigger}")
    for table in DROPPED:
        op.drop_table(table)
    for index in ("ix_reports_day", "ix_aliases_report"):
        op.drop_index(index)
    for table in ("reports", "aliases", "readings"):
        op.rename_table(table, f"old_{table}")
    for made in (_taken_in, _wholes, _nodes, _told, _resolution):
        made()
    for statement in CARRIED_OVER.split(";"):
        op.execute(statement)
    op.execute(
        "CREATE VIRTUAL TABLE statements_text USING fts5("
        "content, content='statements', content_rowid='key', tokenize='unicode61 remove_diacritics 2')"
    )
    _full_text("reports", "title", "text")  # after its rows: the index of 0001 has them already
    _full_text("statements", "content")
    _triggers(APPEND_ONLY)


def _full_text(table: str, *columns: str) -> None:
    _triggers(
        FULL_TEXT_KEPT.format(
            table=table,
            columns=", ".join(columns),
            new=", ".join(f"new.{each}" for each in columns),
            old=", ".join(f"old.{each}" for each in columns),
        )
    )


def _triggers(statements: str) -> None:
    for statement in statements.split("\nCREATE "):
        if statement.strip():
            op.execute(f"CREATE {statement}")


def _citation() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
    )


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(each, sa.Text(), nullable=False) for each in names]


def _words_or_none(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(each, sa.Text(), nullable=True) for each in names]


def _taken_in() -> None:
    op.create_table(
        "reports",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        *_words_or_none("url", "published", "title", "day", "publisher"),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_reports")),
        sa.UniqueConstraint("digest", name=op.f("uq_reports_digest")),
        sa.UniqueConstraint("id", name=op.f("uq_reports_id")),
    )
    op.create_index(op.f("ix_reports_day"), "reports", ["day"], unique=False)
    op.create_table(
        "aliases",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        *_words_or_none("url", "published", "title"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_aliases_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
    )
    op.create_index(op.f("ix_aliases_report"), "aliases", ["report"], unique=False)
    op.create_table(
        "readings",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        *_words("reader", "json"),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_readings_report")),
        sa.PrimaryKeyConstraint("report", "nth", name=op.f("pk_readings")),
    )
    op.create_table(
        "decisions",
        sa.Column("seq", sa.Integer(), nullable=False),
        *_words("id", "made_at", "made_by", "verdict"),
        *_words_or_none("kind", "left", "right", "field", "value", "cited", "rule"),
        *_words_or_none("why", "shown", "undoes"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_decisions")),
        sa.UniqueConstraint("id", name=op.f("uq_decisions_id")),
    )


def _nodes() -> None:
    op.create_table(
        "person_forms",
        *_words("id", "folded"),
        *_words_or_none("party", "scope"),
        sa.Column("vague", sa.Integer(), nullable=False),
        *_words("first", "compared", "person"),
        sa.ForeignKeyConstraint(
            ["person"], ["persons.id"], name=op.f("fk_person_forms_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_forms")),
    )
    op.create_index(op.f("ix_person_forms_folded"), "person_forms", ["folded"], unique=False)
    op.create_index(op.f("ix_person_forms_person"), "person_forms", ["person"], unique=False)
    op.create_table(
        "body_forms",
        *_words("id", "folded", "parties"),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("vague", sa.Integer(), nullable=False),
        *_words("first", "compared", "body"),
        sa.ForeignKeyConstraint(
            ["body"], ["bodies.id"], name=op.f("fk_body_forms_body"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body_forms")),
    )
    op.create_index(op.f("ix_body_forms_body"), "body_forms", ["body"], unique=False)
    op.create_index(op.f("ix_body_forms_folded"), "body_forms", ["folded"], unique=False)
    op.create_table(
        "forms_told",
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("compared", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_forms_told_report")),
        sa.PrimaryKeyConstraint("form", "report", name=op.f("pk_forms_told")),
    )
    op.create_index(op.f("ix_forms_told_report"), "forms_told", ["report"], unique=False)
    op.create_table(
        "accounts",
        *_words("id", "engagement"),
        sa.Column("nth", sa.Integer(), nullable=False),
        *_words("kind", "status"),
        *_words_or_none("start_day", "first_day", "last_day", "place", "country", "body_form"),
        sa.Column("session_number", sa.Integer(), nullable=True),
        sa.Column("vague", sa.Integer(), nullable=False),
        *_words("first", "compared"),
        *_citation(),
        sa.ForeignKeyConstraint(
            ["body_form"], ["body_forms.id"], name=op.f("fk_accounts_body_form"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["engagement"],
            ["engagements.id"],
            name=op.f("fk_accounts_engagement"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_accounts_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
    )
    op.create_index(op.f("ix_accounts_body_form"), "accounts", ["body_form"], unique=False)
    op.create_index(op.f("ix_accounts_engagement"), "accounts", ["engagement"], unique=False)
    op.create_index(op.f("ix_accounts_report"), "accounts", ["report"], unique=False)


def _wholes() -> None:
    op.create_table(
        "persons",
        *_words("id", "name", "folded"),
        sa.Column("party", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    op.create_index(op.f("ix_persons_folded"), "persons", ["folded"], unique=False)
    op.create_index(op.f("ix_persons_party"), "persons", ["party"], unique=False)
    op.create_table(
        "bodies", *_words("id", "name", "folded", "parties"), sa.PrimaryKeyConstraint("id", name=op.f("pk_bodies"))
    )
    op.create_index(op.f("ix_bodies_folded"), "bodies", ["folded"], unique=False)
    op.create_table(
        "engagements",
        *_words("id", "kind", "status"),
        *_words_or_none("start", "first_day", "last_day", "country", "body"),
        sa.Column("session_number", sa.Integer(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("accounts", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["body"], ["bodies.id"], name=op.f("fk_engagements_body"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engagements")),
    )
    op.create_index(op.f("ix_engagements_body"), "engagements", ["body"], unique=False)
    op.create_index(op.f("ix_engagements_first_day"), "engagements", ["first_day"], unique=False)
    op.create_index(op.f("ix_engagements_kind"), "engagements", ["kind"], unique=False)
    op.create_index(op.f("ix_engagements_level"), "engagements", ["level"], unique=False)
    op.create_index(op.f("ix_engagements_status"), "engagements", ["status"], unique=False)
    op.create_table(
        "sides",
        *_words("party", "engagement"),
        sa.Column("level", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["engagement"], ["engagements.id"], name=op.f("fk_sides_engagement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("party", "engagement", name=op.f("pk_sides")),
    )
    op.create_index(op.f("ix_sides_engagement"), "sides", ["engagement"], unique=False)


def _told() -> None:
    op.create_table(
        "names",
        sa.Column("key", sa.Integer(), nullable=False),
        *_words("form", "written", "folded"),
        *_citation(),
        sa.ForeignKeyConstraint(["form"], ["person_forms.id"], name=op.f("fk_names_form")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_names_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_names")),
    )
    op.create_index(op.f("ix_names_folded"), "names", ["folded"], unique=False)
    op.create_index(op.f("ix_names_form"), "names", ["form"], unique=False)
    op.create_index(op.f("ix_names_report"), "names", ["report"], unique=False)
    op.create_table(
        "postings",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        *_words_or_none("rank", "office", "folded", "level", "party"),
        *_citation(),
        sa.ForeignKeyConstraint(["form"], ["person_forms.id"], name=op.f("fk_postings_form")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_postings_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_postings")),
    )
    op.create_index(op.f("ix_postings_folded"), "postings", ["folded"], unique=False)
    op.create_index(op.f("ix_postings_form"), "postings", ["form"], unique=False)
    op.create_index(op.f("ix_postings_level"), "postings", ["level"], unique=False)
    op.create_index(op.f("ix_postings_report"), "postings", ["report"], unique=False)
    op.create_table(
        "body_names",
        sa.Column("key", sa.Integer(), nullable=False),
        *_words("form", "use", "written", "folded"),
        sa.Column("nth", sa.Integer(), nullable=True),
        *_citation(),
        sa.ForeignKeyConstraint(["form"], ["body_forms.id"], name=op.f("fk_body_names_form")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_body_names_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_body_names")),
    )
    op.create_index(op.f("ix_body_names_folded"), "body_names", ["folded"], unique=False)
    op.create_index(op.f("ix_body_names_form"), "body_names", ["form"], unique=False)
    op.create_index(op.f("ix_body_names_report"), "body_names", ["report"], unique=False)
    op.create_table(
        "participations",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        *_words_or_none("form", "party", "role"),
        sa.Column("leads", sa.Integer(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        *_citation(),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_participations_account")),
        sa.ForeignKeyConstraint(["form"], ["person_forms.id"], name=op.f("fk_participations_form")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_participations_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_participations")),
    )
    op.create_index(op.f("ix_participations_account"), "participations", ["account"], unique=False)
    op.create_index(op.f("ix_participations_form"), "participations", ["form"], unique=False)
    op.create_index(op.f("ix_participations_party_account"), "participations", ["party", "account"], unique=False)
    op.create_table(
        "spans",
        sa.Column("key", sa.Integer(), nullable=False),
        *_words("account", "part", "value", "folded"),
        *_citation(),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_spans_account")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_spans_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_spans")),
    )
    op.create_index(op.f("ix_spans_account"), "spans", ["account"], unique=False)
    op.create_index(op.f("ix_spans_part_folded"), "spans", ["part", "folded"], unique=False)
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer(), nullable=False),
        *_words("account", "name", "folded"),
        sa.Column("status", sa.Text(), nullable=True),
        *_citation(),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name=op.f("fk_documents_account")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_documents_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_account"), "documents", ["account"], unique=False)
    op.create_index(op.f("ix_documents_folded"), "documents", ["folded"], unique=False)
    op.create_index(op.f("ix_documents_status"), "documents", ["status"], unique=False)
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        *_words_or_none("form", "party"),
        *_words("verb", "content"),
        *_citation(),
        sa.ForeignKeyConstraint(["form"], ["person_forms.id"], name=op.f("fk_statements_form")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_statements_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_statements")),
        sa.UniqueConstraint("id", name=op.f("uq_statements_id")),
    )
    op.create_index(op.f("ix_statements_form"), "statements", ["form"], unique=False)
    op.create_index(op.f("ix_statements_report"), "statements", ["report"], unique=False)
    op.create_table(
        "links",
        sa.Column("key", sa.Integer(), nullable=False),
        *_words("from_id", "to_id", "relation"),
        *_citation(),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_links_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_from_id"), "links", ["from_id"], unique=False)
    op.create_index(op.f("ix_links_report"), "links", ["report"], unique=False)
    op.create_index(op.f("ix_links_to_id"), "links", ["to_id"], unique=False)


def _resolution() -> None:
    op.create_table(
        "keys",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        *_words("node"),
        sa.PrimaryKeyConstraint("key", "node", name=op.f("pk_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_keys_node"), "keys", ["node"], unique=False)
    op.create_table(
        "likenesses",
        *_words("kind", "left", "right"),
        sa.Column("score", sa.Float(), nullable=False),
        *_words("rule", "version", "words"),
        sa.PrimaryKeyConstraint("kind", "left", "right", name=op.f("pk_likenesses")),
    )
    op.create_index(op.f("ix_likenesses_right"), "likenesses", ["right"], unique=False)
    op.create_table(
        "rulings",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        *_words_or_none("left", "right", "field", "value"),
        *(sa.Column(each, sa.Integer(), nullable=True) for each in ("report", "start", "end")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_rulings_report")),
        sa.ForeignKeyConstraint(["decision"], ["decisions.seq"], name=op.f("fk_rulings_decision")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_rulings")),
    )
    op.create_index(op.f("ix_rulings_decision"), "rulings", ["decision"], unique=False)
    op.create_index(op.f("ix_rulings_left"), "rulings", ["left"], unique=False)
    op.create_index(op.f("ix_rulings_report"), "rulings", ["report"], unique=False)
    op.create_index(op.f("ix_rulings_right"), "rulings", ["right"], unique=False)
    op.create_table(
        "decided_in",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_decided_in_report")),
        sa.ForeignKeyConstraint(["decision"], ["decisions.seq"], name=op.f("fk_decided_in_decision")),
        sa.PrimaryKeyConstraint("report", "decision", name=op.f("pk_decided_in")),
    )
    op.create_index(op.f("ix_decided_in_decision"), "decided_in", ["decision"], unique=False)
    op.create_table(
        "ruled_readings",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_ruled_readings_report")),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_ruled_readings")),
    )
    op.create_table(
        "redirects",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_redirects_report")),
        sa.PrimaryKeyConstraint("id", "report", name=op.f("pk_redirects")),
    )
    op.create_index(op.f("ix_redirects_report"), "redirects", ["report"], unique=False)
