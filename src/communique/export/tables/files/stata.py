"""Tables as Stata 14 files (.dta, UTF-8), a file each; labels say what the columns hold."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from communique.export.csv_lines import Cell
from communique.export.extras import needed_for
from communique.export.tables.column import Column, Table
from communique.export.texts import encodable
from communique.record import Record

if TYPE_CHECKING:
    from pandas import Series

VERSION: Literal[118] = 118  # of the format: the first that is UTF-8
LABEL = 80  # characters that a label may have
NAMES = {"end": "end_"}  # of columns whose own name pandas takes for a word of Stata's language
LONGEST = 2045  # bytes of a text that is kept beside the numbers; longer ones are Stata's strL
MADE_AT = datetime.datetime(1960, 1, 1)


def file_of(name: str) -> str:
    """The file of the table of this name."""
    return f"{name}.dta"


def write(tables: Iterable[Table], record: Record, folder: Path) -> None:
    """Write each table into the folder, which needs it in memory; raises MissingExtra without pandas."""
    with needed_for("Stata"):
        import pandas
    for table in tables:
        cells: list[list[Cell]] = [list(column) for column in zip(*table.rows(record), strict=True)]
        columns = cells or [[] for _ in table.columns]
        names = [NAMES.get(column.name, column.name) for column in table.columns]
        series = [_series(column, values) for column, values in zip(table.columns, columns, strict=True)]
        frame = pandas.DataFrame(dict(zip(names, series, strict=True)))
        texts = [name for name, column in zip(names, table.columns, strict=True) if not _is_number(column)]
        frame.to_stata(
            folder / file_of(table.name),
            write_index=False,
            version=VERSION,
            time_stamp=MADE_AT,
            data_label=_label(table.row_is),
            variable_labels={name: _label(column.meaning) for name, column in zip(names, table.columns, strict=True)},
            convert_strl=[name for name in texts if _is_long(frame[name])],
        )


def _is_number(column: Column) -> bool:
    return column.type in ("number", "truth")


def _series(column: Column, values: Sequence[Cell]) -> "Series[float] | Series[str]":
    """Numbers with Stata's own missing value, true as 1 and false as 0; texts with "" where there is none."""
    import pandas

    if _is_number(column):
        return pandas.Series([None if each is None else float(each) for each in values], dtype="float64")
    return pandas.Series(["" if each is None else encodable(str(each)) for each in values], dtype="object")


def _is_long(texts: "Series[str]") -> bool:
    return any(len(each.encode()) > LONGEST for each in texts)


def _label(text: str) -> str:
    return text if len(text) <= LABEL else text[: LABEL - 1] + "…"
