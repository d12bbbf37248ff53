"""The outline of the world, as paths of the map: read once from `data/world.tsv`, which says where it is from."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from communique.lexicon.tables import Column, Row, table
from communique.web.plots.projection import on_map

TABLE = Path(__file__).parent / "data" / "world.tsv"
KINDS = frozenset({"coast", "border"})
TENTHS = 10  # of a degree in the table, of a unit of the map in a path
AROUND = 1800

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """The data of two SVG paths: the land, to be filled, and the borders between countries, to be drawn."""

    land: str
    borders: str


@cache
def outline(source: Path = TABLE) -> Outline:
    """The world as the map has it; raises LexiconError where the table breaks its rules."""
    paths: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for row in table(source, [Column("nth", number=True), Column("kind", values=KINDS), "points"]):
        close = "z" if row["kind"] == "coast" else ""
        paths[row["kind"]].append(_path([_point(row, each) for each in row["points"].split(" ")]) + close)
    return Outline(land="".join(paths["coast"]), borders="".join(paths["border"]))


def _point(row: Row, told: str) -> Point:
    try:
        east, north = (int(part) for part in told.split(","))
    except ValueError:
        east = north = AROUND + 1
    if abs(east) > AROUND or abs(north) > AROUND // 2:
        raise row.error(f"{told!r} is no point", "write longitude,latitude in tenths of a degree, such as 499,404")
    return east, north


def _path(points: list[Point]) -> str:
    """A path through these points: where it begins, then the steps, which are half as long to write as the points."""
    found = [tuple(round(each * TENTHS) for each in on_map(east / TENTHS, north / TENTHS)) for east, north in points]
    steps = [f"{_told(to_x - x)},{_told(to_y - y)}" for (x, y), (to_x, to_y) in pairwise(found)]
    return f"M{_told(found[0][0])},{_told(found[0][1])}l{' '.join(steps)}"


def _told(tenths: int) -> str:
    return f"{tenths / TENTHS:g}"
