"""CSV as RFC 4180 has it, in UTF-8, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from communique.export.texts import encodable

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
    clean = encodable(value)
    return f"'{clean}" if is_formula(clean) else clean


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text as a formula."""
    return text.lstrip(" ").startswith(FORMULA_STARTS)
