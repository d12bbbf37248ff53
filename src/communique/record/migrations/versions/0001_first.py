"""The first schema: reports, readings, what is derived from them, and full text over reports and statements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# External content: the words are in the tables, the index only points at them. Rows are never updated in place.
FULL_TEXT = """
CREATE VIRTUAL TABLE {table}_text USING fts5(
    {columns}, content='{table}', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER {table}_text_insert AFTER INSERT ON {table} BEGIN
    INSERT INTO {table}_text (rowid, {columns}) VALUES (new.key, {new});
END;
CREATE TRIGGER {table}_text_delete AFTER DELETE ON {table} BEGIN
    INSERT INTO {table}_text ({table}_text, rowid, {columns}) VALUES ('delete', old.key, {old});
END
"""


def upgrade() -> None:
    """Make all tables."""
    _tables()
    _full_text("reports", "title", "text")
    _full_text("statements", "content")


def _full_text(table: str, *columns: str) -> None:
    made = FULL_TEXT.format(
        table=table,
        columns=", ".join(columns),
        new=", ".join(f"new.{each}" for each in columns),
        old=", ".join(f"old.{each}" for each in columns),
    )
    for statement in made.split("\nCREATE "):
        if statement.strip():
            op.execute(f"CREATE {statement}")


def _tables() -> None:
    op.create_table(
        "bodies",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bodies")),
    )
    op.create_table(
        "persons",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    op.create_table(
        "reports",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
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
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_aliases_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aliases")),
    )
    op.create_index(op.f("ix_aliases_report"), "aliases", ["report"], unique=False)
    op.create_table(
        "body_names",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=True),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["body"], ["bodies.id"], name=op.f("fk_body_names_body")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_body_names_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_body_names")),
    )
    op.create_index(op.f("ix_body_names_body"), "body_names", ["body"], unique=False)
    op.create_index(op.f("ix_body_names_folded"), "body_names", ["folded"], unique=False)
    op.create_table(
        "engagements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("session_number", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["body"], ["bodies.id"], name=op.f("fk_engagements_body")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_engagements")),
    )
    op.create_index(op.f("ix_engagements_body"), "engagements", ["body"], unique=False)
    op.create_index(op.f("ix_engagements_first_day"), "engagements", ["first_day"], unique=False)
    op.create_index(op.f("ix_engagements_kind"), "engagements", ["kind"], unique=False)
    op.create_table(
        "links",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Text(), nullable=False),
        sa.Column("to_id", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_links_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_from_id"), "links", ["from_id"], unique=False)
    op.create_index(op.f("ix_links_to_id"), "links", ["to_id"], unique=False)
    op.create_table(
        "names",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_names_person")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_names_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_names")),
    )
    op.create_index(op.f("ix_names_folded"), "names", ["folded"], unique=False)
    op.create_index(op.f("ix_names_person"), "names", ["person"], unique=False)
    op.create_table(
        "postings",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("rank", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_postings_person")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_postings_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_postings")),
    )
    op.create_index(op.f("ix_postings_person"), "postings", ["person"], unique=False)
    op.create_table(
        "readings",
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_readings_report")),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_readings")),
    )
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_statements_person")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_statements_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_statements")),
        sa.UniqueConstraint("id", name=op.f("uq_statements_id")),
    )
    op.create_index(op.f("ix_statements_person"), "statements", ["person"], unique=False)
    op.create_table(
        "accounts",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement"], ["engagements.id"], name=op.f("fk_accounts_engagement")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_accounts_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_accounts")),
    )
    op.create_index(op.f("ix_accounts_engagement"), "accounts", ["engagement"], unique=False)
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement"], ["engagements.id"], name=op.f("fk_documents_engagement")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_documents_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_engagement"), "documents", ["engagement"], unique=False)
    op.create_table(
        "participations",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("leads", sa.Integer(), nullable=True),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement"], ["engagements.id"], name=op.f("fk_participations_engagement")),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_participations_person")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_participations_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_participations")),
    )
    op.create_index(op.f("ix_participations_engagement"), "participations", ["engagement"], unique=False)
    op.create_index(op.f("ix_participations_party_engagement"), "participations", ["party", "engagement"], unique=False)
    op.create_index(op.f("ix_participations_person"), "participations", ["person"], unique=False)
    op.create_table(
        "spans",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("engagement", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("report", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["engagement"], ["engagements.id"], name=op.f("fk_spans_engagement")),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_spans_report")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_spans")),
    )
    op.create_index(op.f("ix_spans_engagement"), "spans", ["engagement"], unique=False)
    # ### end Alembic commands ###
