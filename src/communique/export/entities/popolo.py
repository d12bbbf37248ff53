"""Popolo JSON (https://www.popoloproject.com/specs/): persons, organizations, posts, memberships, events.

A membership of a post has no start_date and no end_date, for no report says when it began or ended; `reported_first`
and `reported_last` are the days of the reports that vouch for it.
"""

import json
from collections.abc import Iterable, Iterator

from communique.export.entities.naming import id_of, post_id, title
from communique.reading import JSON
from communique.record import Record
from communique.record.entries import Body, Engagement, PersonLine, Posting, Told
from communique.wording import parties


def popolo(record: Record) -> Iterator[str]:
    """The text of one JSON object, piece by piece."""
    people = record.people()
    postings = [(person, posting) for person in people for posting in person.postings if posting.office]
    addresses = {each.id: each.url for each in record.reports() if each.url}
    yield "{"
    yield from _list("persons", (_person(each) for each in people))
    yield ","
    yield from _list("organizations", _organizations(record, people))
    yield ","
    yield from _list("posts", _posts(posting for _, posting in postings))
    yield ","
    yield from _list("memberships", (_membership(person, posting, addresses) for person, posting in postings))
    yield ","
    yield from _list("events", (_event(each, addresses) for each in record.each_engagement()))
    yield "}\n"


def _list(name: str, items: Iterable[JSON]) -> Iterator[str]:
    yield f'"{name}":['
    for nth, item in enumerate(items):
        text = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
        yield f"{',' if nth else ''}\n{text.encode('utf-8', 'backslashreplace').decode('utf-8')}"
    yield "]"


def _told(**values: str | list[JSON] | None) -> JSON:
    return {name: value for name, value in values.items() if value}


def _sources(told: Iterable[Told[str]], addresses: dict[str, str]) -> list[JSON]:
    """Links to the reports that have an address."""
    reports = dict.fromkeys(each.report for each in told)
    return [{"url": addresses[each], "note": each} for each in reports if each in addresses]


def _person(person: PersonLine) -> JSON:
    rank = person.posting.rank if person.posting else None
    country = parties.name(person.party) if person.party else None
    return {"id": person.id, **_told(name=person.name, honorific_prefix=rank, national_identity=country)}


def _party_id(party: str) -> str:
    return id_of("G", party)


def _organizations(record: Record, people: list[PersonLine]) -> Iterator[JSON]:
    """The parties that anybody acts for, then the standing bodies."""
    of_people = {each.party for each in people if each.party}
    of_people |= {each.party for person in people for each in person.postings if each.party}
    of_bodies = list(record.each_body())
    for party in sorted(of_people | {each for body in of_bodies for each in body.parties}):
        yield {
            "id": _party_id(party),
            "name": parties.name(party),
            "classification": "party",
            "identifiers": [{"identifier": party, "scheme": "communique"}],
        }
    for body in of_bodies:
        yield _body(body)


def _body(body: Body) -> JSON:
    names = dict.fromkeys(each.value for each in body.aliases)
    kind = body.kind[0].value if body.kind else "body"
    return {
        "id": body.id,
        "name": body.name,
        "classification": kind,
        **_told(other_names=[{"name": each} for each in names]),
    }


def _posts(postings: Iterable[Posting]) -> Iterator[JSON]:
    posts = {post_id(each): each for each in reversed(list(postings))}
    for id, each in sorted(posts.items()):  # noqa: A001
        organization = _party_id(each.party) if each.party else None
        yield {"id": id, **_told(label=each.office, organization_id=organization)}


def _membership(person: PersonLine, posting: Posting, addresses: dict[str, str]) -> JSON:
    post = post_id(posting)
    return {
        "id": id_of("H", person.id, post, posting.rank),
        "person_id": person.id,
        "post_id": post,
        **_told(
            organization_id=_party_id(posting.party) if posting.party else None,
            role=posting.office,
            reported_first=posting.first,
            reported_last=posting.last,
            sources=_sources(posting.citations, addresses),
        ),
    }


def _event(told: Engagement, addresses: dict[str, str]) -> JSON:
    people = dict.fromkeys(each.person for each in told.participants if each.person)
    attendees: list[JSON] = [{"id": each} for each in people]
    return {
        "id": told.id,
        **_told(
            name=title(told),
            classification=told.kind.value,
            status=told.status.value,
            start_date=told.start.value if told.start else None,
            end_date=told.end.value if told.end else None,
            location=told.place.value if told.place else None,
            organization_id=told.body_id,
            attendees=attendees,
            sources=_sources((each.trigger for each in told.tellings), addresses),
        ),
    }
