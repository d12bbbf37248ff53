"""CSV as RFC 4180 has it, in UTF-8, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

Cell: TypeAlias = "str | int | bool | None"

# What spreadsheets run as a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_lines(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Each row as one line with its line end; None is an empty cell, True and False are `true` and `false`.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, NULs and lone surrogates become
    U+FFFD; the offsets beside it stay those of the report.
    """
    for row in rows:
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow([_cell(each) for each in row])
        yield line.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    # Python turns a surrogate into a question mark at most, and csv readers stop at a NUL
    clean = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
    return f"'{clean}" if clean.lstrip(" ").startswith(FORMULA_STARTS) else clean
