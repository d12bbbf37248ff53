"""Tables: files of tab-separated values that know their own rules.

A table has comment lines (`# ...`), one header line, and rows. No cell is empty: what has no value is `-`.
Several values in one cell are joined by `;`. Rows are sorted by their first cell and it is never twice the same.
Whoever breaks a rule gets a LexiconError that names the file, the line, and what to do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from communique.errors import LexiconError

NONE = "-"
LIST = ";"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    `optional` allows `-`; `many` allows a `;`-joined list; `values`, where given, are the only words allowed;
    `number` asks for a whole number.
    """

    name: str
    optional: bool = False
    many: bool = False
    values: frozenset[str] | None = None
    number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `row["name"]` is the cell's text, "" where it has none; `row.many("other")` its list."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a list cell, in the order of the file."""
        cell = self.cells[column]
        return tuple(cell.split(LIST)) if cell else ()

    def error(self, what: str, mend: str) -> LexiconError:
        """The error to raise about this row, for rules that only the caller knows."""
        return _error(self.file, self.line, what, mend)


def table(source: str | Path, columns: Sequence[Column | str]) -> tuple[Row, ...]:
    """The rows of a table, checked.

    `source` is the name of a table in `lexicon/data` (`ranks`) or the path of a file. A column given as a plain
    string is required and holds one value. Raises LexiconError at the first rule that is broken.
    """
    wanted = [Column(each) if isinstance(each, str) else each for each in columns]
    file, text = _source(source)
    lines = _lines(file, text)
    _check_header(file, next(lines, None), wanted)
    rows = tuple(_row(file, number, cells, wanted) for number, cells in lines)
    _check_order(rows, wanted[0])
    return rows


def _source(source: str | Path) -> tuple[str, str]:
    """(name to show, text) of a table."""
    path = source if isinstance(source, Path) else Path(str(files("communique.lexicon"))) / "data" / f"{source}.tsv"
    try:
        return path.name, path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"{path.name}: cannot be read ({error.strerror}); reinstall communique") from None
    except UnicodeDecodeError:
        raise LexiconError(f"{path.name}: not UTF-8; save it as UTF-8") from None


def _lines(file: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of the lines that are not comments."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("#"):
            continue
        if line.strip():
            yield number, line.split("\t")
        elif text.count("\n") >= number:
            raise _error(file, number, "an empty line", "take it out, or begin it with #")


def _check_header(file: str, header: tuple[int, list[str]] | None, columns: Sequence[Column]) -> None:
    names = [column.name for column in columns]
    if header is None:
        raise LexiconError(f"{file}: no header line; begin with the line: {' <tab> '.join(names)}")
    if header[1] != names:
        raise _error(file, header[0], f"header {header[1]}", f"the columns are, tab-separated: {', '.join(names)}")


def _row(file: str, line: int, cells: list[str], columns: Sequence[Column]) -> Row:
    if len(cells) != len(columns):
        raise _error(file, line, f"{len(cells)} cells instead of {len(columns)}", "put one tab between two cells")
    for cell, column in zip(cells, columns, strict=True):
        wrong = _fault(cell, column)
        if wrong:
            raise _error(file, line, f"column {column.name}: {wrong[0]}", wrong[1])
    values = ("" if cell == NONE else cell for cell in cells)
    return Row(file, line, dict(zip((column.name for column in columns), values, strict=True)))


def _fault(cell: str, column: Column) -> tuple[str, str] | None:
    """What is wrong with one cell and how to mend it, or None."""
    if cell == NONE:
        return None if column.optional else ("no value", "this column must have one")
    parts = cell.split(LIST) if column.many else [cell]
    for part in parts:
        if not part or part != part.strip():
            return (
                f"empty cell, or a space at an end of {part!r}",
                f"write {NONE} for no value; no spaces around {LIST}",
            )
        if column.values is not None and part not in column.values:
            return f"{part!r} is unknown", f"use one of: {', '.join(sorted(column.values))}"
        if column.number and not part.isdecimal():
            return f"{part!r} is not a whole number", "write digits only"
    if len(set(parts)) < len(parts):
        return "a value stands twice", "keep it once"
    return None


def _check_order(rows: Sequence[Row], first: Column) -> None:
    def key(row: Row) -> tuple[int, str]:
        cell = row[first.name]
        return (int(cell), "") if first.number else (0, cell.casefold())

    for before, row in pairwise(rows):
        if row[first.name] == before[first.name]:
            raise row.error(f"{row[first.name]!r} stands twice", f"join it with line {before.line}")
        if key(row) < key(before):
            raise row.error(f"{row[first.name]!r} is not in its place", f"sort the rows by {first.name}")


def _error(file: str, line: int, what: str, mend: str) -> LexiconError:
    return LexiconError(f"{file}:{line}: {what}; {mend}")
