"""JSON-LD with schema.org's Event: every engagement with its participants, its place and the reports that tell it.

The context is a part of the document, so that whoever reads it has nothing to fetch.
"""

import json
from collections.abc import Iterator, Sequence

from communique.export.entities.naming import report_id, title
from communique.export.texts import encodable
from communique.reading import JSON
from communique.record import Record
from communique.record.entries import Engagement, Link, Participant, Telling
from communique.wording import parties

HERE = "urn:communique:"  # before ids of the record, to make them IRIs
CONTEXT: JSON = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "Date"} for name in ("startDate", "endDate", "datePublished")},
    **{name: {"@type": "@id"} for name in ("url", "eventStatus", "eventAttendanceMode")},
}
STATUSES = {"planned": "EventScheduled", "cancelled": "EventCancelled"}  # what is over has none there
KEYWORDS = ("held", "under way", "proposed")  # statuses that schema.org has no word for
STATE, ORGANISATION = "Country", "Organization"


def json_ld(record: Record) -> Iterator[str]:
    """The text of one JSON-LD document, piece by piece."""
    yield f'{{"@context":{json.dumps(CONTEXT)},\n"@graph":['
    for nth, each in enumerate(record.each_engagement()):
        text = json.dumps(_event(each), ensure_ascii=False, separators=(",", ":"))
        yield f"{',' if nth else ''}\n{encodable(text)}"
    yield "\n]}\n"


def _some(**values: JSON | Sequence[JSON] | Sequence[str] | None) -> JSON:
    return {name: value for name, value in values.items() if value}


def _event(told: Engagement) -> JSON:
    status = told.status.value
    return {
        "@id": HERE + told.id,
        "@type": "Event",
        "identifier": told.id,
        **_some(
            name=title(told),
            startDate=told.start.value if told.start else None,
            endDate=told.end.value if told.end else None,
            eventStatus=_schema(STATUSES.get(status)),
            eventAttendanceMode=_schema("OnlineEventAttendanceMode") if told.kind.value == "call" else None,
            keywords=[told.kind.value, *([status] if status in KEYWORDS else [])],
            location=_place(told),
            organizer=[_party(each) for each in _hosts(told)],
            attendee=[_attendee(each) for each in told.participants],
            about=[each.value for each in told.topics],
            superEvent=[{"@id": HERE + each} for each in _wholes(told.links, told.id)],
            subjectOf=[_article(each) for each in told.tellings],
        ),
    }


def _schema(name: str | None) -> str | None:
    return f"https://schema.org/{name}" if name else None


def _place(told: Engagement) -> JSON | None:
    country = {"@type": "PostalAddress", "addressCountry": told.country.value} if told.country else None
    found = _some(name=told.place.value if told.place else None, address=country)
    return {"@type": "Place", **found} if found else None


def _hosts(told: Engagement) -> list[str]:
    hosting = [each for each in told.participants if each.role and each.role.value == "host"]
    return list(dict.fromkeys(each.party.value for each in hosting if each.party))


def _party(party: str) -> JSON:
    name = parties.name(party)
    if name == party:
        return {"@type": ORGANISATION, "name": party}
    return {"@type": STATE, "name": name, "identifier": party}


def _attendee(told: Participant) -> JSON:
    """A person; where nobody is named, the party that was represented."""
    party = _party(told.party.value) if told.party else None
    offices = [each.value for each in told.office]
    if told.name is None and party and not offices:
        return party
    return {
        "@type": "Person",
        **({"@id": HERE + told.person} if told.person else {}),
        **_some(
            name=told.name.value if told.name else None,
            honorificPrefix=told.rank.value if told.rank else None,
            jobTitle=offices,
            affiliation=party,
        ),
    }


def _wholes(links: tuple[Link, ...], id: str) -> list[str]:  # noqa: A002
    found = (each.to_id for each in links if each.relation == "part_of" and each.from_id == id)
    return list(dict.fromkeys(found))


def _article(told: Telling) -> JSON:
    return {
        "@id": HERE + report_id(told.report),
        "@type": "NewsArticle",
        "identifier": told.report,
        **_some(
            url=told.url,
            datePublished=told.day,
            publisher={"@type": ORGANISATION, "name": told.publisher} if told.publisher else None,
        ),
    }
