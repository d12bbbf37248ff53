"""The network: who met whom, as circles that lines join, laid out so that no two labels lie over each other.

The same ties give the same picture: the layout starts from a fixed seed and takes a fixed number of steps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p, sqrt
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markupsafe import Markup

from communique.web.plots.labels import HEIGHT as LINE
from communique.web.plots.labels import Box, length
from communique.web.plots.svg import drawing, element, link
from communique.wording import words

if TYPE_CHECKING:
    from numpy import ndarray

WIDTH = 1000
LEAST_HEIGHT, PER_NODE = 360, 5  # so that what a node needs is there for each of 60
SEED, STEPS = 7, 120
APART = 250  # rounds of pushing what overlaps apart; 60 nodes need about 40
TOUCHING = 1.0  # two overlap by no more than that: it is of their margins
PUSH = 0.3  # of what two overlap, each in a round: half would end it, were there no others
LETTERS = 12.0
LARGEST, SMALLEST = 16.0, 4.0  # radius
THICKEST, THINNEST = 7.0, 1.0
LONGEST = 26  # signs of a label
MARGIN = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Somebody in the picture: `id` is what edges name, `note` is added where it is pointed at."""

    id: str
    name: str
    link: str
    note: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two who met so often."""

    one: str
    other: str
    often: int
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a node is drawn: the middle of its circle, the radius, and the room its label takes; None: it has none."""

    x: float
    y: float
    radius: float
    label: Box | None


def network(nodes: Sequence[Node], edges: Sequence[Edge], *, title: str) -> Markup | None:
    """The picture; None where nobody met."""
    if not nodes:
        return None
    at = layout(nodes, edges)
    most = max(each.often for each in edges)
    by_id = {each.id: each for each in nodes}
    told = ", ".join(f"{by_id[each.one].name} – {by_id[each.other].name}: {each.often}" for each in edges)
    return drawing(
        WIDTH,
        height(len(nodes)),
        title,
        told,
        *(_line(each, by_id, at, most) for each in reversed(edges)),  # the strongest on top
        *(_circle(each, at[each.id]) for each in nodes),
        role="group",
        class_="network",
    )


def height(nodes: int) -> int:
    """How high the picture of so many nodes is."""
    return LEAST_HEIGHT + PER_NODE * nodes


def label(name: str) -> str:
    """A name as the picture has it."""
    return words.short(name, LONGEST)


def layout(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, Placed]:
    """Where each node is drawn: who met often is near. No labels overlap; one that finds no room is left out."""
    import numpy as np

    high = height(len(nodes))
    radii = _radii(nodes, edges)
    middles = _sprung(nodes, edges)
    # A node takes up its circle and the label below it; `down` is how far the middle of both is below the circle's.
    halves = np.array(
        [
            (
                max(length(label(each.name), LETTERS) / 2, radii[each.id]) + MARGIN,
                radii[each.id] + LETTERS * LINE / 2 + MARGIN,
            )
            for each in nodes
        ]
    )
    middles = halves + _spread(middles) * (np.array([WIDTH, high]) - 2 * halves)
    middles = _apart(middles, halves, np.array([WIDTH, high]))
    found: dict[str, Placed] = {}
    taken: list[Box] = []
    for each, (x, y) in zip(nodes, middles, strict=True):
        radius = radii[each.id]
        up = y - LETTERS * LINE / 2
        wide = length(label(each.name), LETTERS) / 2
        named = Box(x - wide, up + radius, x + wide, up + radius + LETTERS * LINE)
        free = not any(named.meets(other) for other in taken)
        taken += [named] if free else []
        found[each.id] = Placed(float(x), float(up), radius, named if free else None)
    return found


def _radii(nodes: Sequence[Node], edges: Sequence[Edge]) -> Mapping[str, float]:
    """The circle of each by how often it met any of the others."""
    often = {each.id: sum(edge.often for edge in edges if each.id in (edge.one, edge.other)) for each in nodes}
    most = max(often.values(), default=1) or 1
    return {each: max(SMALLEST, LARGEST * sqrt(count / most)) for each, count in often.items()}


def _sprung(nodes: Sequence[Node], edges: Sequence[Edge]) -> "ndarray":
    """Where springs between those who met would hold them (Fruchterman and Reingold, 1991)."""
    import networkx
    import numpy as np

    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(each.id for each in nodes)
    graph.add_weighted_edges_from((each.one, each.other, log1p(each.often)) for each in edges)
    found = networkx.spring_layout(graph, seed=SEED, iterations=STEPS, k=2.2 / sqrt(len(nodes)))
    return np.array([found[each.id] for each in nodes])


def _spread(middles: "ndarray") -> "ndarray":
    """Points over the whole of a square of 1: half by where they are, half by their rank, so that none crowd."""
    import numpy as np

    reach = np.ptp(middles, axis=0)
    placed = (middles - middles.min(axis=0)) / np.where(reach > 0, reach, 1)
    ranks = middles.argsort(axis=0, kind="stable").argsort(axis=0) / max(len(middles) - 1, 1)
    return np.asarray((placed + ranks) / 2)


def _apart(middles: "ndarray", halves: "ndarray", size: "ndarray") -> "ndarray":
    """The middles of boxes moved until no two overlap, as far as there is room: each pair by the shorter way."""
    import numpy as np

    nth = np.arange(len(middles))
    otherwise = np.sign(nth[:, None] - nth)[..., None]  # which way, where two middles are the same
    for _ in range(APART):
        between = middles[:, None] - middles
        over = halves[:, None] + halves - np.abs(between)
        meeting = (over > TOUCHING).all(axis=2)
        np.fill_diagonal(meeting, val=False)
        if not meeting.any():
            break
        across = over[..., :1] < over[..., 1:]
        way = np.where(between == 0, otherwise, np.sign(between))
        push = way * over * np.concatenate((across, ~across), axis=2) * meeting[..., None]
        middles = np.clip(middles + push.sum(axis=1) * PUSH, halves, size - halves)
    return middles


def _line(edge: Edge, by_id: Mapping[str, Node], at: Mapping[str, Placed], most: int) -> Element:
    one, other = at[edge.one], at[edge.other]
    told = f"{by_id[edge.one].name} – {by_id[edge.other].name}: {words.count(edge.often, 'encounter')}"
    drawn = element(
        "line",
        element("title", text=told),
        x1=one.x,
        y1=one.y,
        x2=other.x,
        y2=other.y,
        class_="tie",
        stroke_width=max(THINNEST, THICKEST * sqrt(edge.often / most)),
    )
    return link(edge.link, drawn) if edge.link else drawn


def _circle(node: Node, at: Placed) -> Element:
    told = f"{node.name}, {node.note}" if node.note else node.name
    drawn = element(
        "circle", element("title", text=told), cx=at.x, cy=at.y, r=at.radius, class_="own" if node.own else "node"
    )
    if at.label is None:
        return link(node.link, drawn)
    name = element(
        "text", text=label(node.name), x=at.x, y=at.label.bottom - LETTERS * (LINE - 0.9), text_anchor="middle"
    )
    return link(node.link, drawn, name)
