"""The graph itself, which files are written of.

Nodes have a `kind`: engagement, person, party or body. So have edges: took part, acts for, side of, body of, met in,
and the relations of links. All attributes are texts or numbers; what no report tells is not there.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from communique.export.entities.naming import title
from communique.export.extras import needed_for
from communique.export.texts import in_xml
from communique.record import Record
from communique.record.entries import BodyLine, Engagement, PersonLine
from communique.wording import parties

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Attributes: TypeAlias = dict[str, str | int | bool]

PARTY = "party:"  # before the code of a party, to make it an id of a node


def network(record: Record) -> "MultiDiGraph[str]":
    """The graph of a record, in memory; raises MissingExtra without networkx."""
    with needed_for("a graph"):
        from networkx import MultiDiGraph
    graph: MultiDiGraph[str] = MultiDiGraph()
    _Builder(graph).build(record)
    return graph


class _Builder:
    """Adds nodes before the edges between them; edges of one kind between two nodes only once."""

    def __init__(self, graph: "MultiDiGraph[str]") -> None:
        self._graph = graph

    def build(self, record: Record) -> None:
        for person in record.people():
            self._person(person)
        for body in record.bodies():
            self._body(body)
        links = [link for engagement in record.each_engagement() for link in self._engagement(engagement)]
        for start, end, kind in links:
            if start in self._graph and end in self._graph:
                self._edge(start, end, kind)

    def _node(self, id: str, kind: str, label: str, **more: str | int | bool | None) -> None:  # noqa: A002
        self._graph.add_node(id, kind=kind, label=_line(label), **_told(**more))

    def _edge(self, start: str, end: str, kind: str, **more: str | int | bool | None) -> None:
        self._graph.add_edge(start, end, key=f"{kind}", kind=kind, **_told(**more))

    def _party(self, party: str) -> str:
        id = PARTY + party  # noqa: A001
        if id not in self._graph:
            self._node(id, "party", parties.name(party))
        return id

    def _person(self, person: PersonLine) -> None:
        held = person.posting
        self._node(
            person.id,
            "person",
            person.name,
            rank=held.rank if held else None,
            office=held.office if held else None,
            reports=person.reports,
        )
        if person.party:
            self._edge(person.id, self._party(person.party), "acts for")

    def _body(self, body: BodyLine) -> None:
        self._node(body.id, "body", body.name, sessions=body.sessions)
        for party in body.parties:
            self._edge(body.id, self._party(party), "body of")

    def _engagement(self, told: Engagement) -> Iterator[tuple[str, str, str]]:
        """Adds it, and gives its links, whose other ends may come later."""
        self._node(
            told.id,
            "engagement",
            title(told),
            what=told.kind.value,
            status=told.status.value,
            start_day=told.start.value if told.start else None,
            end_day=told.end.value if told.end else None,
            place=told.place.value if told.place else None,
            country=told.country.value if told.country else None,
            reports=len(told.tellings),
        )
        for party in told.parties:
            self._edge(self._party(party), told.id, "side of")
        for each in told.participants:
            if each.person:
                role = each.role.value if each.role else None
                self._edge(each.person, told.id, "took part", role=role, leads=each.leads.value if each.leads else None)
        if told.body_id:
            number = told.session_number.value if told.session_number else None
            self._edge(told.body_id, told.id, "met in", session_number=number)
        return ((link.from_id, link.to_id, link.relation) for link in told.links)


def _told(**values: str | int | bool | None) -> Attributes:
    return {
        name: _line(value) if isinstance(value, str) else value for name, value in values.items() if value is not None
    }


def _line(text: str) -> str:
    return " ".join(in_xml(text).split())
