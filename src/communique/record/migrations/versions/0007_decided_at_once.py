"""Deciding at once: the group of decisions that were made together. What was derived stays as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; decisions made before it belong to no group."""
    op.add_column("decisions", sa.Column("group", sa.Text(), nullable=True))
    op.create_index(op.f("ix_decisions_group"), "decisions", ["group"], unique=False)
