"""The start: how much there is, what is new in it, what is awaited, and how far it covers its time."""

from dataclasses import dataclass

from communique.record.deciding.waiting import COUNTED, Waiting
from communique.record.entries import Counts, Engagement
from communique.record.filters import EngagementFilter
from communique.record.questions import Covered, Pending
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.view import Viewing

LATEST, AWAITED = 10, 5
MONTHS, OUTLETS = 12, 10  # as much of what is covered as fits a screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the record has, at a glance: `latest` are engagements held, `coming` and `overdue` are as of today."""

    counts: Counts
    latest: tuple[Engagement, ...]
    coming: Pending
    overdue: Pending
    waiting: Waiting
    covered: Covered


@pages.add("/", "start.html", Start)
def start(view: Viewing) -> Page:
    """The record at a glance: how much it has, the latest engagements, what is awaited, what it covers."""
    record, today = view.record, view.settings.today().isoformat()
    found = Start(
        counts=record.counts(),
        latest=tuple(record.engagements(EngagementFilter(status="held", latest=True, limit=LATEST))),
        coming=record.pending(on=today, states=["coming"], limit=AWAITED),
        overdue=record.pending(on=today, states=["overdue"], limit=AWAITED),
        waiting=record.waiting(),
        covered=record.coverage(),
    )
    outlets = found.covered.outlets
    months = sorted({month for each in outlets for month, _ in each.months if month and "-" in month})[-MONTHS:]
    rows = [(each, [dict(each.months).get(month, 0) for month in months]) for each in outlets[:OUTLETS]]
    return Page(title="What the record has", data=found, shown={"months": months, "rows": rows, "most": COUNTED})
