"""What a page is before it is HTML, JSON or CSV."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.export.csv_lines import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a page that is a table, for its CSV twin: one header, then rows as long as it."""

    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was asked of the record.

    `data` is the answer, an entry of the record or of `web`: the whole of the JSON twin, and `data` in the template.
    `shown` has what only the template needs beside it, such as plots and the values of a form.
    """

    title: str
    data: Any
    shown: Mapping[str, Any] = field(default_factory=dict)
    table: Table | None = None
