"""Asking: topics with their engagements, postings with their days, and indices that hold what a question asks for.

Names are looked up by other keys than before, too: what was derived is made anew by whoever opens the record.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

DROPPED = {
    "engagements": ("kind", "status", "level"),
    "postings": ("form", "folded", "level"),
    "spans": ("part_folded",),
}

MADE = {
    "reports": (("publisher", "day"),),
    "engagements": (
        *(("kind", "first_day"), ("level", "first_day"), ("conflicts", "first_day")),
        *(("status", "first_day", "id", "level", "kind"), ("status", "last_day", "id", "accounts")),
    ),
    "postings": (("form", "report"), *((each, "person", "day", "report") for each in ("folded", "level"))),
}


def upgrade() -> None:
    """Make the table of topics, give postings their day, and make the indices."""
    op.create_table(
        "raised",
        *(sa.Column(each, sa.Text(), nullable=False) for each in ("topic", "first_day", "engagement")),
        sa.ForeignKeyConstraint(
            ["engagement"], ["engagements.id"], name=op.f("fk_raised_engagement"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic", "first_day", "engagement", name=op.f("pk_raised")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_raised_engagement"), "raised", ["engagement"], unique=False)
    for table, columns in DROPPED.items():
        for column in columns:
            op.drop_index(op.f(f"ix_{table}_{column}"), table)
    op.execute("DELETE FROM postings")
    with op.batch_alter_table("postings") as postings:
        postings.add_column(sa.Column("day", sa.Text(), nullable=True))
        postings.add_column(sa.Column("person", sa.Text(), nullable=False))
    for table, indices in MADE.items():
        for several in indices:
            op.create_index(op.f(f"ix_{table}_{'_'.join(several)}"), table, list(several), unique=False)
