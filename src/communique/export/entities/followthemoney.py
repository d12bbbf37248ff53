"""FollowTheMoney entities: Person, PublicBody, Organization, Position, Occupancy, Event, Article and Mention.

Written without the library, which needs a compiler; `ftm validate` accepts them. Its model is told at
https://followthemoney.tech/explorer/. An occupancy has the days of the reports that vouch for it, as `date`: no report
says when it began or ended.
"""

from collections.abc import Iterator
from itertools import groupby

from communique.export.entities.naming import id_of, post_id, report_id, title
from communique.export.texts import in_xml
from communique.lexicon import entries as lexicon_entries
from communique.reading import JSON
from communique.record import Record
from communique.record.entries import Body, Engagement, Mention, PersonLine, Posting, ReportLine

COUNTRIES = {"CS": None, "YU": "yucs"}  # where its codes are not ISO 3166-1's; None: two states had it
SCHEMAS = {"person": "Person", "body": "PublicBody"}


def entities(record: Record) -> Iterator[JSON]:
    """All entities, each once, those that others refer to first."""
    states = _states()
    for report in record.reports():
        yield _article(report)
    yield from _organisations(record, states)
    yield from _people(record, states)
    for body in record.each_body():
        yield _body(body, states)
    for engagement in record.each_engagement():
        yield _event(engagement, states)
    for (kind, _), mentions in groupby(record.mentions(), key=lambda each: (each.kind, each.report)):
        if kind in SCHEMAS:
            once = {(each.id, each.quote): each for each in mentions}
            yield from map(_mention, once.values())


def _states() -> frozenset[str]:
    return frozenset(each.code for each in lexicon_entries.territories())


def _entity(id: str, schema: str, **properties: str | list[str | None] | None) -> JSON:  # noqa: A002
    """An entity of those properties that have values, each value once."""
    lists = {name: told if isinstance(told, list) else [told] for name, told in properties.items()}
    clean = {name: list(dict.fromkeys(_line(each) for each in told if each)) for name, told in lists.items()}
    return {"id": id, "schema": schema, "properties": {name: told for name, told in clean.items() if told}}


def _line(text: str) -> str:
    return " ".join(in_xml(text).split())


def _article(report: ReportLine) -> JSON:
    return _entity(
        report_id(report.id),
        "Article",
        title=report.title or report.id,
        fileName=report.id,
        publishedAt=report.day,
        publisher=report.publisher,
        sourceUrl=report.url,
    )


def _organisations(record: Record, states: frozenset[str]) -> Iterator[JSON]:
    """The parties that are no states."""
    known: set[str] = set()
    for engagement in record.each_engagement():
        for party in engagement.parties:
            if party not in states and party not in known:
                known.add(party)
                yield _entity(id_of("G", party), "Organization", name=party)


def _country(party: str | None, states: frozenset[str]) -> str | None:
    return COUNTRIES.get(party, party.lower()) if party in states and party else None


def _people(record: Record, states: frozenset[str]) -> Iterator[JSON]:
    """Persons, the posts they were reported in, and who was in which."""
    posts: set[str] = set()
    for person in record.people():
        yield _person(person, states)
        for posting in person.postings:
            if posting.office is None:
                continue
            post = post_id(posting)
            if post not in posts:
                posts.add(post)
                country = _country(posting.party, states)
                yield _entity(post, "Position", name=posting.office, country=country)
            yield _occupancy(person.id, post, posting)


def _person(person: PersonLine, states: frozenset[str]) -> JSON:
    return _entity(
        person.id,
        "Person",
        name=person.name,
        country=_country(person.party, states),
        title=[each.rank for each in person.postings],
        position=[each.office for each in person.postings],
    )


def _occupancy(person: str, post: str, posting: Posting) -> JSON:
    told = f"reported from {posting.first} to {posting.last}" if posting.first else None
    return _entity(
        id_of("H", person, post, posting.rank),
        "Occupancy",
        holder=person,
        post=post,
        date=[posting.first, posting.last],
        status="unknown",
        description=told,
        proof=[report_id(each.report) for each in posting.citations],
    )


def _body(body: Body, states: frozenset[str]) -> JSON:
    return _entity(
        body.id,
        "PublicBody",
        name=body.name,
        alias=[each.value for each in body.aliases],
        country=[_country(each, states) for each in body.parties],
        classification=[each.value for each in body.kind],
        proof=[report_id(each.report) for each in (*body.names, *body.aliases)],
    )


def _event(told: Engagement, states: frozenset[str]) -> JSON:
    organisations: list[str | None] = [id_of("G", each) for each in told.parties if each not in states]
    people = [each.person for each in told.participants]
    return _entity(
        told.id,
        "Event",
        name=title(told),
        startDate=told.start.value if told.start else None,
        endDate=told.end.value if told.end else None,
        location=told.place.value if told.place else None,
        country=[_country(each, states) for each in told.parties],
        involved=[*people, *organisations, told.body_id],
        keywords=[told.kind.value, *(each.value for each in told.topics)],
        summary=[each.value for each in told.outcomes],
        notes=f"status: {told.status.value}",
        proof=[report_id(each.report) for each in told.tellings],
        sourceUrl=[each.url for each in told.tellings],
    )


def _mention(mention: Mention) -> JSON:
    return _entity(
        id_of("M", mention.kind, mention.report, mention.id, mention.quote),
        "Mention",
        name=mention.quote,
        document=report_id(mention.report),
        resolved=mention.id,
        detectedSchema=SCHEMAS[mention.kind],
    )
