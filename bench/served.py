"""A record served as `communique serve` serves it, to measure its pages from outside."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from bench.perturbed import perturbed
from bench.rows import Failed
from communique.reader import Reader
from communique.record import Record
from communique.report import Report

COPIES = 20  # of each report, where the record is made here
SECONDS = 120  # an answer that is not there by then is none


@dataclass(frozen=True, slots=True)
class Served:
    """A copy of a record, and the server of its pages."""

    record: Path
    host: str
    port: int

    def client(self) -> HTTPConnection:
        """A connection of its own."""
        return HTTPConnection(self.host, self.port, timeout=SECONDS)

    def change(self) -> None:
        """Write something to the record, without changing what it says: no page made before holds any more."""
        with closing(sqlite3.connect(self.record, timeout=SECONDS)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = version_num")


@contextmanager
def served(reports: list[Report], record: Path | None) -> Iterator[Served]:
    """A copy of this record, or else one of perturbed copies of the reports, served until the block ends."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        if record is not None:
            shutil.copy(record, path)
        else:
            _fill(path, reports)
        program = "from communique.cli import main; raise SystemExit(main())"
        asked = [sys.executable, "-c", program, "serve", "--record", str(path), "--port", "0"]
        with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as server:
            try:
                yield _reached(server, path)
            finally:
                server.send_signal(signal.SIGINT)


def _fill(path: Path, reports: list[Report]) -> None:
    pairs = list(zip(reports, Reader().read_many(reports), strict=True))
    with Record(path) as made:
        made.add_all(islice(perturbed(pairs, len(pairs) * COPIES), len(pairs) * COPIES))


def _reached(server: "subprocess.Popen[str]", path: Path) -> Served:
    assert server.stdout is not None
    told = server.stdout.readline()
    address = next((urlsplit(each) for each in told.split() if each.startswith("http")), None)
    if address is None or address.hostname is None or address.port is None:
        raise Failed(f"the server did not say where it is: {told!r}")
    return Served(path, address.hostname, address.port)
