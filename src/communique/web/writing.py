"""The record opened for writing, for one page at a time."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import Lock

from communique.record import Record


class Writer:
    """Opens a record for writing when it is first wanted, and keeps it open: opening takes longer than deciding.

    One at a time: SQLite lets writers that meet wait much longer than need be. `turn` is a file that the processes of
    one server take turns by; a process that ends gives its turn away.
    """

    def __init__(self, path: Path, *, turn: Path | None = None) -> None:
        self._path, self._turn = path, turn
        self._lock = Lock()
        self._record: Record | None = None

    @contextmanager
    def record(self) -> Iterator[Record]:
        """The record, and nobody else of this server writes to it meanwhile. Raises what opening it does."""
        with self._lock, _taken(self._turn) if self._turn else nullcontext():
            if self._record is None:
                self._record = Record(self._path, make=False)
            yield self._record

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._record is not None:
                self._record.close()
                self._record = None


def _taken(turn: Path) -> AbstractContextManager[None]:
    try:
        import fcntl
    except ModuleNotFoundError:  # not on every system; SQLite's own waiting is enough, if slower
        return nullcontext()

    @contextmanager
    def taken() -> Iterator[None]:
        with turn.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield  # closing the file gives it away

    return taken()
