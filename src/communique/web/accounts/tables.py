"""The tables of the accounts, and opening them.

Invariant: no password, session id or token lies here as it is, only what proves it.
"""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, Float, ForeignKey, Index, MetaData, String, Table, create_engine, event

metadata = MetaData()

users = Table(
    "users",
    metadata,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("password", String, nullable=False),  # argon2id, with its salt and costs
)

keys = Table(  # what lets somebody in without a password: a browser's session, a program's token
    "keys",
    metadata,
    Column("digest", String(64), primary_key=True),  # SHA-256: the keys are random and long, so it needs no salt
    Column("name", ForeignKey("users.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String, nullable=False),  # session, token
    Column("expires", Float),  # seconds since 1970; a token without end has none
)

left = Table(  # where each user left off reviewing
    "left",
    metadata,
    Column("name", ForeignKey("users.name", ondelete="CASCADE"), primary_key=True),
    Column("address", String, nullable=False),
)

failures = Table(  # logins refused of late, by name and by address, for all workers of a server
    "failures",
    metadata,
    Column("of", String, nullable=False),
    Column("at", Float, nullable=False),
    Index("ix_failures_of_at", "of", "at"),
)

BUSY_SECONDS = 10


def path_beside(record: Path) -> Path:
    """The file of the accounts of a record: `communique.users.db` beside `communique.db`."""
    return record.with_name(f"{record.stem}.users.db")


def open_accounts(path: Path) -> Engine:
    """The accounts in this file, which is made where there is none, for its owner's eyes alone."""
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")

    metadata.create_all(engine)
    return engine
