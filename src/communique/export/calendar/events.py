"""Engagements as the events of a calendar.

A UID is the engagement's id, so that a calendar that is read again is brought up to date. Days are whole days, the end
is the day after the last. What has no exact day is left out, for a calendar could only invent one;
X-COMMUNIQUE-LEFT-OUT at the end of the calendar says how many those are.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import communique
from communique.export.entities.naming import title
from communique.export.extras import needed_for
from communique.export.texts import in_xml
from communique.record.entries import Engagement
from communique.resolve import bounds
from communique.wording import words

if TYPE_CHECKING:
    from icalendar import Event

DOMAIN = "communique"  # after the id of an engagement: what makes it unique among calendars
STATUSES = {"planned": "TENTATIVE", "proposed": "TENTATIVE", "cancelled": "CANCELLED"}  # else CONFIRMED
DAY = timedelta(days=1)
NAME = "Communiqué"


def calendar(
    engagements: Iterable[Engagement], *, name: str = NAME, page: Callable[[str], str] | None = None
) -> Iterator[bytes]:
    """The bytes of a calendar of these engagements, event by event; raises MissingExtra without icalendar.

    An event leads to the address that `page` has for the engagement of an id; without, to the first report of it.
    """
    with needed_for("iCalendar"):
        from icalendar import Calendar
    head = Calendar()
    head.add("prodid", f"-//communique//communique {communique.__version__}//EN")
    head.add("version", "2.0")
    head.add("calscale", "GREGORIAN")
    head.add("x-wr-calname", _line(name))
    opening, end, closing = head.to_ical().rpartition(b"END:VCALENDAR")
    yield opening
    left_out = 0
    for each in engagements:
        days = _days(each)
        if days:
            yield _event(each, *days, page(each.id) if page else None).to_ical()
        else:
            left_out += 1
    yield f"X-COMMUNIQUE-LEFT-OUT:{left_out}\r\n".encode()
    yield end + closing


def _days(told: Engagement) -> tuple[date, date] | None:
    """The first and last day where the first is told exactly; an end that is not, or before it, is passed over."""
    start = _exact(told.start.value) if told.start else None
    if start is None:
        return None
    end = _exact(told.end.value) if told.end else None
    return start, end if end and end >= start else start


def _exact(edtf: str) -> date | None:
    first, last = bounds(edtf) or ("", "-")
    return date.fromisoformat(first) if first == last else None


def _event(told: Engagement, start: date, end: date, page: str | None) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{told.id}@{DOMAIN}")
    event.add("dtstamp", _stamp(told, start))
    event.add("dtstart", start)
    event.add("dtend", end + DAY if end < date.max else end)
    event.add("summary", _line(title(told)))
    event.add("status", STATUSES.get(told.status.value, "CONFIRMED"))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [told.kind.value])
    if told.place:
        event.add("location", _line(told.place.value))
    if url := page or next((each.url for each in told.tellings if each.url), None):
        event.add("url", "".join(in_xml(url).split()))
    event.add("description", "\n".join(_description(told)))
    return event


def _stamp(told: Engagement, start: date) -> datetime:
    """When this was last told: the latest report's day, else the first day; never when it was written."""
    days = [day for each in told.tellings if each.day and (day := _exact(each.day))]
    return datetime.combine(max(days, default=start), time(), UTC)


def _description(told: Engagement) -> Iterator[str]:
    yield f"{told.kind.value}, {told.status.value}"
    for each in told.participants:
        offices = [office.value for office in each.office]
        parts = [each.rank and each.rank.value, each.name and each.name.value, *offices]
        who = ", ".join(_line(part) for part in parts if part)
        if who:
            yield f"{who} ({each.party.value})" if each.party else who
    for topic in told.topics:
        yield f"on: {_line(topic.value)}"
    for telling in told.tellings:
        yield f"[{_line(telling.report)}] “{_line(telling.trigger.quote)}”"


def _line(text: str) -> str:
    return words.line(in_xml(text))
