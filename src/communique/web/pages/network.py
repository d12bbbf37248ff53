"""The network: who met whom."""

from typing import Annotated, get_args

from fastapi import Query

from communique.reading import Kind
from communique.record.questions import Among, Tied, Ties
from communique.web import links
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import AnyKind, Day, Parties, codes
from communique.web.plots.network import Edge, Node, network
from communique.web.view import Viewing
from communique.wording import parties

NODES = 60  # more make a hairball: nobody could follow a line
TIES, MOST_TIES = 80, 150


@pages.add("/network", "network.html", Ties, table=True)
def ties(
    view: Viewing,
    among: Among = "parties",
    party: Parties = [],  # noqa: B006
    kind: AnyKind = "",
    since: Day = None,
    until: Day = None,
    limit: Annotated[int, Query(ge=1, le=MOST_TIES, description="At most so many ties, the strongest.")] = TIES,
) -> Page:
    """Who met whom: the strongest ties among parties, or between the people of one and those of others."""
    found = view.record.ties(
        among=among,
        parties=codes(party),
        kind=kind or None,
        from_day=since or None,
        to_day=until or None,
        limit=limit,
        most=NODES,
    )
    own = codes(party)[:1] if among == "people" else ()
    nodes = {each.id: _node(each, own) for each in found.nodes}
    edges = [
        Edge(
            one=each.one,
            other=each.other,
            often=each.encounters,
            link=links.pair(each.one, each.other) if among == "parties" else None,
        )
        for each in found.ties
    ]
    header = ("one", "other", "encounters", "first", "last")
    rows = [(each.one, each.other, each.encounters, each.first, each.last) for each in found.ties]
    shown = {
        "asked": {"among": among, "party": party, "kind": kind, "since": since, "until": until, "limit": limit},
        "kinds": get_args(Kind),
        "nodes": nodes,
        "own": own,
        "edges": zip(edges, found.ties, strict=True),
        "plot": network(tuple(nodes.values()), edges, title="Who met whom"),
        "most": MOST_TIES,
    }
    return Page(title="Network", data=found, shown=shown, table=Table(header=header, rows=rows))


def _node(tied: Tied, own: tuple[str, ...]) -> Node:
    """A party, or a person with the party they are for as a note."""
    if tied.name is None:
        return Node(id=tied.id, name=parties.name(tied.id), link=links.party(tied.id))
    note = parties.name(tied.party) if tied.party else ""
    return Node(id=tied.id, name=tied.name, link=links.entry(tied.id), note=note, own=tied.party in own)
