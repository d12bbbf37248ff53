"""Tables as one workbook (XLSX), a sheet each; the header's comments say what the columns hold."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from communique.errors import ExportError
from communique.export.csv_lines import Cell, is_formula
from communique.export.extras import needed_for
from communique.export.tables.column import TYPES, Column, Table
from communique.export.texts import REPLACEMENT, encodable
from communique.record import Record

FILE = "tables.xlsx"
# https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
MOST_ROWS, LONGEST = 1_048_576, 32_767
CUT = "…"  # the last character of a text that is too long for a cell
MADE_AT = datetime.datetime(
    1980, 1, 1, tzinfo=datetime.UTC
)  # the same for all, so that the same record is the same file
WIDTH = 18  # of a column, in characters


def file_of(name: str) -> str:
    """The file of the table of this name, and its sheet in it."""
    return f"{FILE}: {name}"


def write(tables: Iterable[Table], record: Record, folder: Path) -> None:
    """Write the workbook into the folder, row by row; raises MissingExtra without xlsxwriter.

    Raises ExportError where a table has more rows than a sheet can.
    """
    with needed_for("XLSX"):
        import xlsxwriter
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": False}
    with xlsxwriter.Workbook(str(folder / FILE), options) as book:
        book.set_properties({"created": MADE_AT.replace(tzinfo=None)})
        head = book.add_format({"bold": True})
        # a cell that says it is text stays text when somebody edits it
        quoted = book.add_format({"quote_prefix": True})
        for table in tables:
            _sheet(book.add_worksheet(table.name), table, record, head, quoted)


def _sheet(sheet: Any, table: Table, record: Record, head: Any, quoted: Any) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(table.columns) - 1, WIDTH)
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.name, head)
        sheet.write_comment(0, at, _comment(column), {"author": "communique"})
    for nth, row in enumerate(table.rows(record), start=1):
        if nth >= MOST_ROWS:
            raise ExportError(
                f"table {table.name}: more rows than a sheet holds ({MOST_ROWS:,}); take --as csv or parquet"
            )
        for at, cell in enumerate(row):
            _cell(sheet, nth, at, cell, quoted)


def _comment(column: Column) -> str:
    values = f"\nOne of: {', '.join(column.values)}" if column.values else ""
    return f"{column.meaning}\n({TYPES[column.type]}){values}"


def _cell(sheet: Any, row: int, at: int, cell: Cell, quoted: Any) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, at, cell)
    elif isinstance(cell, int):
        sheet.write_number(row, at, cell)
    elif cell:
        text = encodable(cell).replace("\ufffe", REPLACEMENT).replace("\uffff", REPLACEMENT)
        fits = text if len(text) <= LONGEST else text[: LONGEST - 1] + CUT
        sheet.write_string(row, at, fits, quoted if is_formula(fits) else None)
