"""The graph as GraphML and GEXF, as networkx writes them."""

from collections.abc import Iterator
from xml.etree import ElementTree

from communique.export.graphs.network import network
from communique.record import Record


def graphml(record: Record) -> Iterator[str]:
    """The lines of a GraphML file."""
    graph = network(record)
    from networkx import generate_graphml

    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    for line in generate_graphml(graph, named_key_ids=True):
        yield f"{line}\n"


def gexf(record: Record) -> Iterator[str]:
    """The lines of a GEXF file, without the day it was written on."""
    graph = network(record)
    from networkx import generate_gexf

    root = ElementTree.fromstring("\n".join(generate_gexf(graph)))
    for element in root:
        element.attrib.pop("lastmodifieddate", None)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield ElementTree.tostring(root, encoding="unicode") + "\n"
