"""The latest first: indices for lists of one kind or level by their last day; documents with what they are asked by.

What was derived stays; what is new is filled from it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FILLED = """
UPDATE documents SET (engagement, parties, first_day, last_day) = (
    SELECT engagements.id, engagements.parties, engagements.first_day, engagements.last_day
    FROM accounts JOIN engagements ON engagements.id = accounts.engagement WHERE accounts.id = documents.account
)
"""


def upgrade() -> None:
    """Add the columns and the indices, and fill them."""
    for column in ("engagement", "parties", "first_day", "last_day"):
        op.add_column("documents", sa.Column(column, sa.Text(), nullable=True))
    op.execute(FILLED)
    op.create_index(op.f("ix_documents_engagement"), "documents", ["engagement"], unique=False)
    for column in ("kind", "level"):
        op.create_index(op.f(f"ix_engagements_{column}_last_day"), "engagements", [column, "last_day"], unique=False)
