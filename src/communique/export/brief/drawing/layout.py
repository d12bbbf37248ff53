"""Where the boxes and words of the contact plot stand, in points from the upper left."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from communique.export.brief.dossier import Plot, Year

WIDTH, HEIGHT = 490.0, 112.0
BASE, TALLEST = 92.0, 74.0  # of the line the bars stand on, and the height of the tallest
LEGEND, BETWEEN, WIDEST = 112.0, 0.34, 40.0  # width of the legend, share of a column that is gap, widest column
ROW, BOX, SIZE = 11.0, 7.0, 7.5  # of the legend's rows, its boxes, and letters
SHADES = ("#0b4f6c", "#1f7a8c", "#4fa3a5", "#8cc1b7", "#c4ddd1", "#e0c36b", "#d99a4e", "#b86b4b", "#7d6b7d", "#a9a9b2")
"""One for each level, the highest first; the last is for what is not told."""

Anchor = Literal["start", "middle"]


@dataclass(frozen=True, slots=True)
class Box:
    """A bar's part, or a box of the legend; `told` says what it stands for."""

    x: float
    y: float
    width: float
    height: float
    shade: int
    told: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words whose base line begins, or has its middle, there."""

    x: float
    y: float
    text: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Dot:
    """A year of which the record has no report."""

    x: float
    y: float
    told: str


Mark = Box | Words | Dot


def layout(plot: Plot) -> list[Mark]:
    """All that is to be painted, in order."""
    most = max(each.total for each in plot.years)
    column = min(WIDEST, (WIDTH - LEGEND) / len(plot.years))
    marks = [mark for nth, year in enumerate(plot.years) for mark in _year(year, nth * column, column, most)]
    return [*marks, *_legend(plot, len(plot.years) * column + ROW)]


def _year(year: Year, x: float, column: float, most: int) -> Iterator[Mark]:
    gap = column * BETWEEN
    middle = round(x + column / 2, 2)
    top = BASE
    for shade, (group, count) in enumerate(year.counts):
        if count:
            height = round(TALLEST * count / most, 2)
            top = round(top - height, 2)
            told = f"{year.name}, {group}: {count}"
            yield Box(round(x + gap / 2, 2), top, round(column - gap, 2), height, _shade(shade), told)
    yield Words(middle, BASE + 11, year.name, "middle")
    if year.covered:
        yield Words(middle, top - 3, str(year.total), "middle")
    else:
        yield Dot(middle, BASE - 3, f"{year.name}: no report")


def _legend(plot: Plot, x: float) -> Iterator[Mark]:
    top = BASE - ROW * len(plot.groups)
    for nth, group in enumerate(plot.groups):
        y = top + nth * ROW
        yield Box(x, round(y + ROW - BOX, 2), BOX, BOX, _shade(nth), group)
        yield Words(x + BOX + 5, round(y + ROW - 0.5, 2), group, "start")


def _shade(nth: int) -> int:
    return min(nth, len(SHADES) - 1)
