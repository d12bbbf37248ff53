"""Tables as CSV, a file each."""

from collections.abc import Iterable
from pathlib import Path

from communique.export.csv_lines import csv_lines
from communique.export.tables.column import Table
from communique.record import Record


def file_of(name: str) -> str:
    """The file of the table of this name."""
    return f"{name}.csv"


def write(tables: Iterable[Table], record: Record, folder: Path) -> None:
    """Write each table into the folder."""
    for table in tables:
        with (folder / file_of(table.name)).open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(csv_lines(table(record)))
