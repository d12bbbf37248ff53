"""Tables as Parquet, a file each, with the meaning of every column in its metadata."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from communique.export.csv_lines import Cell
from communique.export.extras import needed_for
from communique.export.tables.cells import joined
from communique.export.tables.column import Column, Table
from communique.export.texts import encodable
from communique.record import Record

ROWS = 20_000  # in one row group: what is in memory at once


def file_of(name: str) -> str:
    """The file of the table of this name."""
    return f"{name}.parquet"


def write(tables: Iterable[Table], record: Record, folder: Path) -> None:
    """Write each table into the folder, a row group at a time; raises MissingExtra without pyarrow."""
    with needed_for("Parquet"):
        import pyarrow
        import pyarrow.parquet
    for table in tables:
        schema = _schema(table, pyarrow)
        with pyarrow.parquet.ParquetWriter(folder / file_of(table.name), schema, compression="zstd") as writer:
            rows = table.rows(record)
            while group := list(islice(rows, ROWS)):
                columns = [[_clean(cell) for cell in column] for column in zip(*group, strict=True)]
                arrays = [pyarrow.array(column, each.type) for column, each in zip(columns, schema, strict=True)]
                writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


def _schema(table: Table, pyarrow: Any) -> Any:
    types = {"number": pyarrow.int64(), "truth": pyarrow.bool_()}
    fields = [
        pyarrow.field(each.name, types.get(each.type, pyarrow.string()), metadata=_told(each)) for each in table.columns
    ]
    return pyarrow.schema(fields, metadata={"row_is": table.row_is})


def _told(column: Column) -> dict[str, str]:
    told = {"description": column.meaning}
    return {**told, "values": joined(column.values)} if column.values else told


def _clean(cell: Cell) -> Cell:
    return encodable(cell) if isinstance(cell, str) else cell
