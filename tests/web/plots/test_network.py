"""The network: one picture of the same ties, in which every label can be read."""

from itertools import combinations
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.web.plots.network import LARGEST, WIDTH, Edge, Node, height, layout, network

MOST = 60


def graph(nodes: int, pairs: list[tuple[int, int, int]], *, letters: int = 12) -> tuple[list[Node], list[Edge]]:
    made = [Node(id=f"N{nth}", name=f"{nth} {'x' * letters}", link=f"/{nth}") for nth in range(nodes)]
    return made, [Edge(one=f"N{one}", other=f"N{other}", often=often) for one, other, often in pairs]


STARS = [(0, other, 1 + other % 5) for other in range(1, MOST)]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Node], list[Edge]]:
    nodes = draw(st.integers(2, MOST))
    near = st.tuples(st.integers(0, nodes - 1), st.integers(0, nodes - 1), st.integers(1, 400))
    pairs = [(one, other, often) for one, other, often in draw(st.lists(near, max_size=80)) if one != other]
    return graph(nodes, [*pairs, (0, 1, 1)], letters=draw(st.integers(0, 22)))


@settings(max_examples=15, deadline=None)
@given(graphs())
def test_no_two_labels_overlap_and_all_is_within_the_picture(told: tuple[list[Node], list[Edge]]) -> None:
    placed = layout(*told).values()
    labels = [each.label for each in placed if each.label]
    assert not any(one.meets(other) for one, other in combinations(labels, 2))
    assert all(each.within(WIDTH, height(len(told[0]))) for each in labels)
    assert all(LARGEST >= each.radius > 0 for each in placed)


def test_as_many_as_are_ever_shown_all_have_a_label() -> None:
    nodes, edges = graph(MOST, STARS, letters=18)
    assert all(each.label for each in layout(nodes, edges).values())


def test_the_same_ties_give_the_same_picture() -> None:
    told = graph(20, [(0, other, other) for other in range(1, 20)])
    assert network(*told, title="Who met whom") == network(*told, title="Who met whom")


def test_lines_are_the_thicker_and_circles_the_larger_the_more_they_met() -> None:
    nodes, edges = graph(3, [(0, 1, 16), (0, 2, 4)])
    drawn = ElementTree.fromstring(network(nodes, edges, title="Who met whom") or "")
    widths = sorted(float(each.attrib["stroke-width"]) for each in drawn.iter("line"))
    assert widths[1] == 2 * widths[0]
    radii = [float(each.attrib["r"]) for each in drawn.iter("circle")]
    assert radii[0] > radii[1] > radii[2]


def test_each_leads_to_its_page_and_each_tie_to_the_pair() -> None:
    nodes = [Node(id="PE", name="Peru", link="/parties/PE"), Node(id="CL", name="<b>", link="/parties/CL", note="x")]
    edge = Edge(one="CL", other="PE", often=2, link="/parties/CL/PE")
    drawn = ElementTree.fromstring(network(nodes, [edge], title="Who met whom") or "")
    assert [each.attrib["href"] for each in drawn.iter("a")] == ["/parties/CL/PE", "/parties/PE", "/parties/CL"]
    assert "<b> – Peru: 2 encounters" in [each.text for each in drawn.iter("title")]
    assert drawn.findtext("desc") == "<b> – Peru: 2"


def test_of_nobody_there_is_no_picture() -> None:
    assert network([], [], title="Who met whom") is None
