"""Build `web/plots/data/world.tsv`, the outline of the world behind the map, from Natural Earth at 1:110 million.

Natural Earth (https://www.naturalearthdata.com) is in the public domain. It is taken in the form of TopoJSON from the
npm package `world-atlas` (ISC licence). The table is kept in the repository; to renew it, by hand:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python3 scripts/build_world.py package/countries-110m.json

Points are in tenths of a degree, a quarter of a pixel on a map 1,000 wide. Antarctica is left out, where nobody meets.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, groupby, pairwise
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parents[1] / "src/communique/web/plots/data/world.tsv"
HEADER = """\
# The world in outline: the coasts of the land, and the borders between countries, for the map of the pages.
# From Natural Earth (https://www.naturalearthdata.com), 1:110 million, public domain, by way of the npm package
# world-atlas 2.0.2; made by scripts/build_world.py. Borders are those of the source, and no statement of ours.
# points: longitude,latitude in tenths of a degree; coasts are closed.
nth\tkind\tpoints
"""
TENTHS = 10
AROUND = 360 * TENTHS
SOUTH = -60  # degrees: a coast that lies below is Antarctica's

Point = tuple[int, int]


def arcs_of(topology: Any) -> list[list[Point]]:
    """The arcs in tenths of a degree; a topology stores each point as its difference from the one before."""
    (across, up), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        steps = accumulate(arc, lambda at, step: [at[0] + step[0], at[1] + step[1]])
        found.append([(round((x * across + left) * TENTHS), round((y * up + low) * TENTHS)) for x, y in steps])
    return found


def joined(ring: Iterable[int], arcs: list[list[Point]]) -> list[Point]:
    """The points of a ring of arcs; ~n is arc n the other way round."""
    return once(chain.from_iterable(arcs[each] if each >= 0 else arcs[~each][::-1] for each in ring))


def once(points: Iterable[Point]) -> list[Point]:
    """The points without those that rounding made the same as the one before."""
    return [point for point, _ in groupby(points)]


def rings(geometry: Any) -> Iterator[list[int]]:
    """The rings of a polygon, of several, or of a collection of them."""
    match geometry["type"]:
        case "Polygon":
            yield from geometry["arcs"]
        case "MultiPolygon":
            yield from chain.from_iterable(geometry["arcs"])
        case "GeometryCollection":
            yield from chain.from_iterable(rings(each) for each in geometry["geometries"])


def within(ring: list[Point]) -> Iterator[list[Point]]:
    """The ring as it lies between 180° west and 180° east: in two where it crosses the line between them."""
    turns = [0, *accumulate(turn(before[0], after[0]) for before, after in pairwise(ring))]
    if not any(turns):
        yield ring
        return
    unrolled = [(x + nth * AROUND, y) for (x, y), nth in zip(ring, turns, strict=True)]
    for shift in (-AROUND, 0, AROUND):
        shifted = [(x + shift, y) for x, y in unrolled]
        if part := cut(cut(shifted, sign=1), sign=-1):
            yield once(part)


def turn(before: int, after: int) -> int:
    """By how much the way round the globe changes from one longitude to the next."""
    return 1 if after - before < -AROUND // 2 else -1 if after - before > AROUND // 2 else 0


def cut(ring: list[Point], *, sign: int) -> list[Point]:
    """What of a ring lies west of 180° east, or with -1 east of 180° west (Sutherland and Hodgman, 1974)."""
    edge = AROUND // 2
    kept: list[Point] = []
    for (x, y), (to_x, to_y) in pairwise([*ring, ring[0]] if ring else []):
        if sign * x <= edge:
            kept.append((x, y))
        if (sign * x <= edge) != (sign * to_x <= edge):
            kept.append((sign * edge, round(y + (to_y - y) * (sign * edge - x) / (to_x - x))))
    return kept


def borders(countries: Any) -> Iterator[int]:
    """The arcs that two countries share."""
    often = Counter(
        arc
        for country in countries["geometries"]
        for arc in {each if each >= 0 else ~each for ring in rings(country) for each in ring}
    )
    return (arc for arc, times in sorted(often.items()) if times > 1)


def main(source: Path) -> None:
    """Write the table."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs, objects = arcs_of(topology), topology["objects"]
    coasts = [part for ring in rings(objects["land"]) for part in within(joined(ring, arcs))]
    rows = [("coast", each) for each in coasts if max(y for _, y in each) > SOUTH * TENTHS and len(set(each)) > 2]
    rows += [("border", once(arcs[each])) for each in borders(objects["countries"])]
    lines = [
        f"{nth}\t{kind}\t{' '.join(f'{x},{y}' for x, y in points)}\n"
        for nth, (kind, points) in enumerate(rows, start=1)
    ]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
