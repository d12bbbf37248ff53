"""Engagements, who took part in them, and their documents."""

from typing import get_args

from communique.export.tables.cells import citation, joined, value, values
from communique.export.tables.column import CITATION, Column, Rows, Table
from communique.reading import DocumentStatus, Kind, Role, Status, Undated
from communique.record import Record
from communique.record.entries import Told


def _engagements(record: Record) -> Rows:
    for each in record.each_engagement():
        yield (
            *(each.id, each.kind.value, each.status.value, value(each.start), value(each.end), each.undated),
            *(value(each.place), value(each.country), joined(each.parties)),
            *(value(each.body), each.body_id, value(each.session_number)),
            *(values(each.topics), values(each.outcomes), values(document.name for document in each.documents)),
            *citation(each.trigger),
        )


ENGAGEMENTS = Table(
    "engagements",
    "an engagement",
    (
        Column("engagement", "its id"),
        Column("kind", "which sort of encounter it is", values=get_args(Kind)),
        Column("status", "whether it took place", values=get_args(Status)),
        Column("start_day", "its first day, as far as reports tell it", "day"),
        Column("end_day", "its last day", "day"),
        Column("undated", "why there is no start_day", values=get_args(Undated)),
        Column("place", "the city or venue, as written"),
        Column("country", "the country it lies in, ISO 3166-1 alpha-2"),
        Column("parties", "who took part: ISO 3166-1 alpha-2, or an organisation's short name", "list"),
        Column("body", "the body, series or dialogue that met, as named there"),
        Column("body_id", "that body's id"),
        Column("session_number", "which of its meetings this is", "number"),
        Column("topics", "what was on the table", "list"),
        Column("outcomes", "what was agreed, decided or started", "list"),
        Column("documents", "the instruments concerned", "list"),
        *CITATION,
    ),
    _engagements,
)


def _participations(record: Record) -> Rows:
    for engagement in record.each_engagement():
        for each in engagement.participants:
            told: tuple[Told[str] | None, ...] = (each.name, *each.office, each.party)
            cited = next((words for words in told if words), engagement.trigger)
            yield (
                *(engagement.id, each.person, value(each.name), value(each.rank), values(each.office)),
                *(value(each.party), value(each.role), value(each.leads)),
                *citation(cited),
            )


PARTICIPATIONS = Table(
    "participations",
    "somebody, or a delegation, in an engagement; cited to the name, else the office or the party",
    (
        Column("engagement", "the engagement's id"),
        Column("person", "the person's id; none where nobody is named"),
        Column("name", "the name, as first written"),
        Column("rank", "military or diplomatic rank"),
        Column("office", "the posts the reports of it give", "list"),
        Column("party", "whom they acted for"),
        Column("role", "how they took part", values=get_args(Role)),
        Column("leads", "whether they headed a side", "truth"),
        *CITATION,
    ),
    _participations,
)


def _documents(record: Record) -> Rows:
    for engagement in record.each_engagement():
        for each in engagement.documents:
            told = (engagement.id, engagement.kind.value, value(engagement.start))
            yield *told, each.name.value, value(each.status), *citation(each.name)


DOCUMENTS = Table(
    "documents",
    "an instrument of an engagement",
    (
        Column("engagement", "the engagement's id"),
        Column("engagement_kind", "which sort of encounter that is", values=get_args(Kind)),
        Column("engagement_start_day", "its first day", "day"),
        Column("document", "the instrument, as the report calls it"),
        Column("status", "how far it had come", values=get_args(DocumentStatus)),
        *CITATION,
    ),
    _documents,
)
