"""A Parquet table: one report a row, with columns as in CSV."""

from collections.abc import Iterator
from tempfile import NamedTemporaryFile

from communique.report import Report
from communique.sources.extracted import reports_in
from communique.sources.limits import ARCHIVE_LIMIT, CHUNK
from communique.sources.opening.source import Source
from communique.sources.problem import Problem
from communique.sources.tables.parquet import read_parquet

NAME = "Parquet tables"
NEEDS: tuple[str, ...] = ("pyarrow",)


def fits(source: Source) -> bool:
    """The signature it begins with."""
    return source.head.startswith(b"PAR1")


def reports(source: Source) -> Iterator[Report | Problem]:
    """The reports, row by row; one without an id has the file's id and its row from 1."""
    with NamedTemporaryFile(prefix="communique-") as file:
        copied = 0
        while piece := source.stream.read(CHUNK):
            copied += file.write(piece)
            if copied > ARCHIVE_LIMIT:
                yield source.problem(f"is a table of more than {ARCHIVE_LIMIT:,} bytes", "write it as several")
                return
        file.flush()
        options = {"path": file.name, "columns": dict(source.columns), "name": source.id}
        yield from reports_in(source, read_parquet, b"", **options)
