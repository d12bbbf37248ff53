"""From what the record tells to cells."""

from collections.abc import Iterable
from typing import Any

from communique.export.csv_lines import Cell
from communique.record.entries import Told

BETWEEN = " | "


def value(told: Told[Any] | None) -> Cell:
    """The value told, None where none is."""
    return told.value if told else None


def values(told: Iterable[Told[str]]) -> str:
    """The values told, each once."""
    return joined(each.value for each in told)


def joined(parts: Iterable[str]) -> str:
    """Several values in one cell, each once."""
    return BETWEEN.join(dict.fromkeys(parts))


def citation(told: Told[Any]) -> tuple[Cell, ...]:
    """The cells of `CITATION`."""
    return told.report, told.quote, told.start, told.end
