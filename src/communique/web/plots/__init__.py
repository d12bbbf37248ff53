"""Plots: what a page shows as numbers, drawn on the server as SVG that is styled by classes alone."""

from markupsafe import Markup

from communique.export.bars import bars
from communique.record.questions import Contact
from communique.wording import parties, words


def contact_plot(found: Contact) -> Markup | None:
    """Encounters over the years as stacked bars; None where there is none. What it is told is escaped by `bars`."""
    if not found.periods:
        return None
    named = words.listed([parties.name(code) for code in found.parties]) or "all parties"
    periods = [
        (each.name, {group or "not told": len(ids) for group, ids in each.groups}, bool(each.reports))
        for each in found.periods
    ]
    groups = [group or "not told" for group in found.groups]
    drawn = bars(periods, groups, title=f"Encounters of {named} by {found.by}", note="Only what was held", style=None)
    return Markup(drawn)
