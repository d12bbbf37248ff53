"""A table (CSV): one report a row, whose columns have the names of a report's fields or are told by the user."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from communique.report import Report
from communique.sources.fields import report_of
from communique.sources.formats.json_lines import lines
from communique.sources.limits import LINE_LIMIT, TEXT_LIMIT
from communique.sources.opening.decode import decode
from communique.sources.opening.source import Source
from communique.sources.problem import Problem
from communique.sources.tables.columns import places

NAME = "tables (CSV)"
NEEDS: tuple[str, ...] = ()

NAMES = re.compile(r"\.[ct]sv(\.gz)?$", re.IGNORECASE)
DELIMITERS = ",;\t|"

_COLUMN = re.compile(r"[^\W\d][\w .:/-]{0,60}")  # what a column is called; no sentence


def fits(source: Source) -> bool:
    """The first line names columns, one of which is the text; or the name says so."""
    if NAMES.search(source.where):
        return True
    first = source.head.partition(b"\n")[0].decode("utf-8", "replace").strip()
    names = _cells(first, _delimiter(first, source))
    named = len(names) > 1 and len(set(names)) == len(names) and all(map(_COLUMN.fullmatch, names))
    return named and source.columns.get("text", "text").casefold() in {each.casefold() for each in names}


def reports(source: Source) -> Iterator[Report | Problem]:
    """The reports, row by row; one without an id has the file's id and the line it begins in."""
    notes: list[Problem] = []
    texts = _texts(source, notes)
    try:
        first = next(texts, "")
        columns = _columns(_cells(first.strip("\r\n"), _delimiter(first, source)), source)
        if isinstance(columns, Problem):
            yield columns
            return
        for row in _rows(texts, delimiter=_delimiter(first, source), source=source):
            yield from notes
            notes.clear()
            yield from [row] if isinstance(row, Problem) else _report_of(row, columns, source)
    except _Unreadable as error:
        source.line = error.line
        yield source.problem(error.what, error.mend)


class _Columns(NamedTuple):
    """Where the fields of a report stand in a row, and how many cells a row has."""

    places: dict[str, int]
    cells: int


class _Unreadable(Exception):
    """Raised where a table cannot be read on."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.line, self.what, self.mend = line, what, mend


def _texts(source: Source, notes: list[Problem]) -> Iterator[str]:
    """The lines as text; what is to be known of their encoding goes into `notes`."""
    encoding: str | None = None
    for number, raw in lines(source.stream):
        if raw is None:
            raise _Unreadable(number, f"is longer than {LINE_LIMIT:,} bytes; what follows was not read", "cut it")
        found = decode(raw, hint=encoding)
        if found is None:
            what = "is no text in an encoding that can be told; what follows was not read"
            raise _Unreadable(number, what, "save it as UTF-8")
        if not found.usual and found.encoding != encoding:
            encoding = found.encoding
            what = f"is not UTF-8; it and what follows like it is read as {encoding}"
            notes.append(Problem(source.where, number, what, "if that is wrong, save it as UTF-8", lost=False))
        yield found.text


def _rows(texts: Iterator[str], *, delimiter: str, source: Source) -> Iterator[list[str] | Problem]:
    """The rows below the header that are not empty, `source.line` being the line that each begins in."""
    reader = csv.reader(texts, delimiter=delimiter, strict=True)
    while True:
        source.line = reader.line_num + 2
        before = csv.field_size_limit(TEXT_LIMIT)  # of all of csv, and its own is less than a report
        try:
            row = next(reader, None)
        except csv.Error as error:
            if "field limit" in str(error):
                what = f"has a cell of more than {TEXT_LIMIT:,} characters, or a quotation mark that is never closed"
                raise _Unreadable(source.line, f"{what}; what follows was not read", "mend it there") from None
            yield source.problem(f"is no row of a table ({error})", 'write a quotation mark within a cell as ""')
            continue
        finally:
            csv.field_size_limit(before)
        if row is None:
            return
        if any(row):
            yield row


def _columns(header: list[str], source: Source) -> _Columns | Problem:
    found = places(header, source.columns)
    return source.problem(*found) if isinstance(found, tuple) else _Columns(found, len(header))


def _report_of(row: list[str], columns: _Columns, source: Source) -> Iterator[Report | Problem]:
    if len(row) > columns.cells and any(row[columns.cells :]):
        what = f"has {len(row)} cells under {columns.cells} columns"
        yield source.problem(what, "put a cell that has the delimiter in it in quotation marks")
        return
    data = {field: row[place] for field, place in columns.places.items() if place < len(row)}
    yield from report_of(data, source, name=f"{source.id}:{source.line}")


def _delimiter(first: str, source: Source) -> str:
    """What parts the cells: of the usual ones that which shows the column of the text, or else the most columns."""
    text = source.columns.get("text", "text").casefold()

    def told(delimiter: str) -> tuple[bool, int]:
        names = [each.casefold() for each in _cells(first, delimiter)]
        return text in names, len(names)

    return max(DELIMITERS, key=told)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [each.strip() for each in next(csv.reader(StringIO(line), delimiter=delimiter), [])]
    except csv.Error:
        return []
