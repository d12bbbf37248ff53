"""The map: where engagements took place."""

from typing import get_args

from communique.reading import Kind, Status
from communique.record.questions import PlaceLine, Places
from communique.web import links
from communique.web.page import Page, Table
from communique.web.pages import pages
from communique.web.pages.asked import SHOWN, AnyKind, AnyStatus, Day, Limit, Parties, codes
from communique.web.plots.world_map import CIRCLES, name, world_map
from communique.web.view import Viewing

NAMES = 20  # of a city, in the address of the list of what was there; more would be too long for some programs


@pages.add("/map", "map.html", Places, table=True)
def places(
    view: Viewing,
    party: Parties = [],  # noqa: B006
    kind: AnyKind = "",
    status: AnyStatus = "",
    since: Day = None,
    until: Day = None,
    limit: Limit = SHOWN,
) -> Page:
    """Where engagements took place: cities by how many, and the places that no report settles."""
    found = view.record.places(
        parties=codes(party),
        kind=kind or None,
        status=status or None,
        from_day=since or None,
        to_day=until or None,
        limit=limit,
    )
    header = ("place", "country", "latitude", "longitude", "engagements", "first", "last", "told")
    rows = [
        (
            *(each.name, each.country, f"{each.latitude:.2f}", f"{each.longitude:.2f}"),
            *(each.engagements, each.first, each.last, "; ".join(each.told)),
        )
        for each in found.lines
    ]
    asked = {"party": party, "kind": kind, "status": status, "since": since, "until": until}

    def there(place: PlaceLine) -> str:
        return links.listed("engagements", **asked, place=place.told[:NAMES])

    shown = {
        "asked": asked,
        "kinds": get_args(Kind),
        "statuses": get_args(Status),
        "plot": world_map(found.lines, there),
        "there": there,
        "circles": CIRCLES,
        "limit": limit,
        "name": name,
    }
    return Page(title="Map", data=found, shown=shown, table=Table(header=header, rows=rows))
