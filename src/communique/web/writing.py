"""The record opened for writing, for one page at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from communique.record import Record


class Writer:
    """Opens a record for writing when it is first wanted, and keeps it open: opening takes longer than deciding.

    One at a time: SQLite lets writers that meet wait much longer than need be.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._record: Record | None = None

    @contextmanager
    def record(self) -> Iterator[Record]:
        """The record, and nobody else of this process writes to it meanwhile. Raises what opening it does."""
        with self._lock:
            if self._record is None:
                self._record = Record(self._path, make=False)
            yield self._record

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._record is not None:
                self._record.close()
                self._record = None
