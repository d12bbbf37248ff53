"""What the tables are made of: one set of them, and the columns that many have."""

from typing import Any

from sqlalchemy import Column, Constraint, ForeignKey, Index, Integer, MetaData, Table

from communique.record.store.storable import Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def cited(name: str, *columns: Column[Any] | Index | Constraint, by_report: bool = False) -> Table:
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


def key() -> Column[int]:
    """A number of the row's own, by which SQLite keeps it."""
    return Column("key", Integer, primary_key=True)


def whole(name: str, of: str) -> Column[str]:
    """The whole a node belongs to; held true at the end of the transaction, for both are written anew in one."""
    return Column(name, ForeignKey(f"{of}.id", deferrable=True, initially="DEFERRED"), nullable=False, index=True)
