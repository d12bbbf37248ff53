"""Copies: when a report was fetched, what language it is in, and which reports are one.

The tables are filled by whoever opens the record: they follow from the reports.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what there was not."""
    for name in ("retrieved", "language"):
        op.add_column("reports", sa.Column(name, sa.Text(), nullable=True))
    looked_up: tuple[tuple[str, sa.Column[Any]], ...] = (
        ("sketches", sa.Column("band", sa.BigInteger(), autoincrement=False, nullable=False)),
        ("pages", sa.Column("address", sa.Text(), nullable=False)),
    )
    for name, column in looked_up:
        op.create_table(
            name,
            column,
            sa.Column("report", sa.Integer(), nullable=False),
            sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f(f"fk_{name}_report")),
            sa.PrimaryKeyConstraint(column.name, "report", name=op.f(f"pk_{name}")),
            sqlite_with_rowid=False,
        )
        op.create_index(op.f(f"ix_{name}_report"), name, ["report"], unique=False)
    for table, key in (("alike", ("report", "of")), ("copies", ("report",))):
        op.create_table(
            table,
            sa.Column("report", sa.Integer(), nullable=False),
            sa.Column("of", sa.Integer(), nullable=False),
            sa.Column("how", sa.Text(), nullable=False),
            sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f(f"fk_{table}_report")),
            sa.ForeignKeyConstraint(["of"], ["reports.key"], name=op.f(f"fk_{table}_of")),
            sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")),
        )
        op.create_index(op.f(f"ix_{table}_of"), table, ["of"], unique=False)
