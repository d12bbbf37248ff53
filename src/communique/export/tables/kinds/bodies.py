"""Standing bodies and their sessions."""

from typing import get_args

from communique.export.tables.cells import citation, joined, value, values
from communique.export.tables.column import CITATION, Column, Rows, Table
from communique.reading import Kind, Status
from communique.record import Record
from communique.record.entries import Engagement


def _bodies(record: Record) -> Rows:
    for each in record.each_body():
        cited = (*each.names, *each.aliases)[0]
        yield (
            *(each.id, each.name, joined(each.parties), values(each.kind), values(each.aliases)),
            *(values(each.areas), values(head.name for head in each.heads), len(each.sessions)),
            *citation(cited),
        )


BODIES = Table(
    "bodies",
    "a standing body; cited to the first words that name it",
    (
        Column("body", "its id"),
        Column("name", "the fullest form of its name"),
        Column("parties", "whose body it is", "list"),
        Column("kind", "what sort of body it is, as named", "list"),
        Column("aliases", "the other forms of its name", "list"),
        Column("areas", "what it is to deal with", "list"),
        Column("heads", "who was reported to head it", "list"),
        Column("sessions", "in how many engagements it met", "number"),
        *CITATION,
    ),
    _bodies,
)


def _sessions(record: Record) -> Rows:
    for body in record.each_body():
        for each in body.sessions:
            met: Engagement = each.engagement
            yield (
                *(body.id, body.name, each.number, met.id, met.kind.value, met.status.value),
                *(value(met.start), value(met.end), value(met.place)),
                *citation(met.session_number or met.body or met.trigger),
            )


SESSIONS = Table(
    "sessions",
    "a session of a body, by body and in order; cited to the words that name the body or give the number",
    (
        Column("body", "the body's id"),
        Column("name", "the body's name"),
        Column("session_number", "which of its meetings this is, where told", "number"),
        Column("engagement", "the id of the engagement in which it met"),
        Column("kind", "which sort of encounter that is", values=get_args(Kind)),
        Column("status", "whether it took place", values=get_args(Status)),
        Column("start_day", "its first day", "day"),
        Column("end_day", "its last day", "day"),
        Column("place", "the city or venue, as written"),
        *CITATION,
    ),
    _sessions,
)
