"""By place: an index to find what took place where. What was derived stays as it is."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index(op.f("ix_accounts_place_engagement"), "accounts", ["place", "engagement"], unique=False)
