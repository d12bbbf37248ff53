"""Noticing that something was written to a SQLite file, without asking what."""

from threading import Lock

from sqlalchemy import Engine, PoolProxiedConnection


class Watch:
    """A connection of its own, which writes nothing and so sees what every other one commits.

    SQLite's `data_version` is another number for it after any such commit, and for no other reason
    (https://www.sqlite.org/pragma.html#pragma_data_version).
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: PoolProxiedConnection | None = None
        self._lock = Lock()

    def changes(self) -> int:
        """The number of this state of the file."""
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.raw_connection()
            cursor = self._connection.cursor()
            try:
                return int(cursor.execute("PRAGMA data_version").fetchone()[0])
            finally:
                cursor.close()

    def close(self) -> None:
        """Let go of the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
