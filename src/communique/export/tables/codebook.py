"""The codebook: every column of every table, as a table of its own."""

from collections.abc import Iterable

from communique.export.tables.cells import joined
from communique.export.tables.column import TYPES, Column, Rows, Table

COLUMNS = (
    Column("table", "the table"),
    Column("column", "the column"),
    Column("meaning", "what a cell of it says"),
    Column("type", "how it is written"),
    Column("values", "the only values there are, where they are few", "list"),
)


def codebook(tables: Iterable[Table]) -> Table:
    """A row for each column of these tables and of the codebook itself."""
    told = tuple(tables)

    def rows(_: object) -> Rows:
        for table in (*told, itself):
            for each in table.columns:
                yield table.name, each.name, each.meaning, f"{each.type}: {TYPES[each.type]}", joined(each.values)

    itself = Table("codebook", "a column of a table", COLUMNS, rows)
    return itself
