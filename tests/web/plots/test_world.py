"""The outline of the world: all of it on the map, and a table that is checked."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.web.plots.projection import HEIGHT, WIDTH, on_map
from communique.web.plots.world import TABLE, outline

MOST_BYTES = 150_000
HEAD = "nth\tkind\tpoints\n"

Point = tuple[float, float]


def rings(path: str) -> list[list[Point]]:
    """The points of each part of a path."""
    found = []
    for part in path.split("M")[1:]:
        start, *steps = re.findall(r"(-?[\d.]+),(-?[\d.]+)", part)
        points = [(float(start[0]), float(start[1]))]
        for x, y in steps:
            points.append((points[-1][0] + float(x), points[-1][1] + float(y)))
        found.append(points)
    return found


def inside(point: Point, ring: list[Point]) -> bool:
    """Whether a ray from the point crosses the ring an odd number of times."""
    x, y = point
    crossed = 0
    for (from_x, from_y), (to_x, to_y) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (from_y > y) != (to_y > y) and x < from_x + (y - from_y) / (to_y - from_y) * (to_x - from_x):
            crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize(
    ("place", "east", "north", "land"),
    [
        ("Baku", 49.5, 40.4, True),
        ("Chukotka, beyond the date line", -175, 66.5, True),
        ("Canberra", 149.1, -35.3, True),
        ("the Pacific", -140, 0, False),
        ("the Caspian Sea's north-west", 47, 45, True),
        ("the Atlantic", -30, 30, False),
    ],
)
def test_land_is_land_and_sea_is_sea(place: str, east: float, north: float, land: bool) -> None:
    point = on_map(east, north)
    assert sum(inside(point, ring) for ring in rings(outline().land)) % 2 == land, place


def test_all_of_it_is_on_the_map() -> None:
    drawn = [point for path in (outline().land, outline().borders) for ring in rings(path) for point in ring]
    assert len(drawn) > 5000
    assert all(-1 <= x <= WIDTH + 1 and -1 <= y <= HEIGHT + 1 for x, y in drawn)


def test_nothing_runs_across_the_map() -> None:
    for ring in rings(outline().land):
        for (x, _), (to_x, _) in pairwise(ring):
            assert abs(to_x - x) < WIDTH / 8


def test_it_is_small() -> None:
    assert TABLE.stat().st_size < MOST_BYTES
    assert len(outline().land) + len(outline().borders) < MOST_BYTES / 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1\tcoast\t1,2 3\n", "'3' is no point"),
        ("1\tcoast\t1,2 1801,0\n", "'1801,0' is no point"),
        ("1\tcoast\t1,2 0,901\n", "'0,901' is no point"),
        ("1\triver\t1,2 3,4\n", "'river' is unknown"),
    ],
)
def test_a_row_that_breaks_the_rules_is_told(row: str, said: str, tmp_path: Path) -> None:
    table = tmp_path / "world.tsv"
    table.write_text(HEAD + row)
    with pytest.raises(LexiconError, match=re.escape(said)):
        outline(table)
