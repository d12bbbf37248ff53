"""A Parquet file → its rows, a few at a time: only the columns that are asked for are unpacked."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from communique.sources.confined import Entry, Refused
from communique.sources.limits import TEXT_LIMIT
from communique.sources.opening.decode import decode
from communique.sources.tables.columns import places

if TYPE_CHECKING:
    from pyarrow import ChunkedArray, RecordBatch

ROWS = 64  # unpacked at once: with the longest texts some 100 MB


def read_parquet(raw: bytes, *, path: str, columns: Mapping[str, str], name: str) -> Iterator[Entry]:
    """The rows of the file at `path`, counted from 1; a row without an id is called `NAME:ROW`. Raises Refused.

    The file is given by its place since its directory is at its end; `raw` is empty. `columns` is as in `places`.
    """
    import pyarrow
    from pyarrow import parquet

    del raw
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())  # others reserve more than this process may have
    try:
        file = parquet.ParquetFile(path, pre_buffer=False)
        header = file.schema_arrow.names
    except (pyarrow.ArrowException, OSError) as error:
        raise Refused(f"is a broken Parquet table ({_told(error)})", "write it again") from None
    found = places(header, columns)
    if isinstance(found, tuple):
        raise Refused(*found)
    names = {field: header[place] for field, place in found.items()}
    row = 0
    try:
        for batch in file.iter_batches(ROWS, columns=list(names.values()), use_threads=False):
            for values in _rows(batch, names):
                row += 1
                yield _entry(values, name, row)
    except (pyarrow.ArrowException, OSError) as error:
        what = f"is a Parquet table that cannot be read from row {row + 1:,} on ({_told(error)})"
        raise Refused(what, "write it again") from None


def _rows(batch: "RecordBatch", names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    cells = {field: _values(batch.column(column)) for field, column in names.items()}
    for row in range(batch.num_rows):
        yield {field: values[row] for field, values in cells.items()}


def _values(column: "ChunkedArray") -> list[Any]:
    """The values of a column as JSON has them: texts whatever they are encoded in, days as ISO 8601."""
    import pyarrow
    from pyarrow import types

    if types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if types.is_timestamp(column.type):  # Python's days have no nanoseconds
        column = column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)
    if types.is_string(column.type) or types.is_large_string(column.type):
        column = column.cast(pyarrow.large_binary())  # what is no UTF-8 is told by its cell, not by its file
    return [_value(each) for each in column.to_pylist()]


def _value(value: Any) -> Any:
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()
    if isinstance(value, bytes):
        found = decode(value)
        return found.text if found else None
    return value if isinstance(value, str | int | float | None) else {"other": True}


def _entry(values: dict[str, Any], name: str, row: int) -> Entry:
    long = next((field for field, value in values.items() if isinstance(value, str) and len(value) > TEXT_LIMIT), None)
    if long:
        return Entry(
            line=row, wrong=(f"has a {long} of more than {TEXT_LIMIT:,} characters", "cut it into its reports")
        )
    return Entry(values, f"{name}:{row}", row)


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:100]
