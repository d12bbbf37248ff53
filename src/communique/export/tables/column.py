"""What a table is: the one declaration of its columns that its header, the codebook and all file formats are made from.

A column says what it means once. CSV has its name, the codebook the whole of it, Parquet and Stata its meaning beside
the values, a workbook as a comment on its header.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from communique.export.csv_lines import Cell
from communique.record import Record

Type = Literal["text", "list", "day", "number", "truth"]

TYPES: dict[Type, str] = {
    "text": "words",
    "list": "several values, with ` | ` between",
    "day": "a day, month or year in EDTF: 2017-10-24, 2017-10 or 2017",
    "number": "a whole number",
    "truth": "true or false",
}

Rows: TypeAlias = Iterator[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what a cell of it says, how it is written, and the only values there are, if they are few."""

    name: str
    meaning: str
    type: Type = "text"
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row of it is, its columns, and the rows of a record, each as long as the columns."""

    name: str
    row_is: str
    columns: tuple[Column, ...]
    rows: Callable[[Record], Rows]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(each.name for each in self.columns)

    def __call__(self, record: Record) -> Rows:
        """The header, then the rows."""
        yield self.header
        yield from self.rows(record)


CITATION = (
    Column("report", "the report that tells it, by its id"),
    Column("quote", "the words it stands on, as the report has them"),
    Column("start", "where the words begin in the report, in code points from 0", "number"),
    Column("end", "where they end: the first code point after them", "number"),
)
"""The last columns of a table whose rows stand on words of a report."""
