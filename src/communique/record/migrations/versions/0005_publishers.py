"""Publishers: who published a report, as where it came from says it, beside whom its own words name."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what there was not; reports that were taken in before have none."""
    op.add_column("reports", sa.Column("publisher_given", sa.Text(), nullable=True))
