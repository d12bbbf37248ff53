"""The record as a graph: parties, people, bodies and engagements, and how they are connected."""

from communique.export.graphs.files import gexf, graphml

__all__ = ["gexf", "graphml"]
