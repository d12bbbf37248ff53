"""The record as tables: one a kind of entry, a row an entry, each with the report and words it stands on.

Several values in one cell are joined with ` | `. `start` and `end` beside a `quote` are its offsets in the report.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from communique.export.csv_lines import Cell
from communique.record import Record
from communique.record.entries import Engagement, Told

Table: TypeAlias = Callable[[Record], Iterator[tuple[Cell, ...]]]

CITATION = ("report", "quote", "start", "end")


def engagements(record: Record) -> Iterator[tuple[Cell, ...]]:
    """One row an engagement, cited to its trigger."""
    yield (
        *("engagement", "kind", "status", "start_day", "end_day", "undated", "place", "country", "parties"),
        *("body", "body_id", "session_number", "topics", "outcomes", "documents"),
        *CITATION,
    )
    for each in record.engagements():
        yield (
            *(each.id, each.kind.value, each.status.value, _value(each.start), _value(each.end), each.undated),
            *(_value(each.place), _value(each.country), _joined(each.parties)),
            *(_value(each.body), each.body_id, _value(each.session_number)),
            *(_values(each.topics), _values(each.outcomes), _values(document.name for document in each.documents)),
            *_citation(each.trigger),
        )


def participations(record: Record) -> Iterator[tuple[Cell, ...]]:
    """One row a participant of an engagement, cited to the name, else the office or the party."""
    yield "engagement", "person", "name", "rank", "office", "party", "role", "leads", *CITATION
    for engagement in record.engagements():
        for each in engagement.participants:
            cited = next((told for told in (each.name, *each.office, each.party) if told), engagement.trigger)
            yield (
                *(engagement.id, each.person, _value(each.name), _value(each.rank), _values(each.office)),
                *(_value(each.party), _value(each.role), _value(each.leads)),
                *_citation(cited),
            )


def documents(record: Record) -> Iterator[tuple[Cell, ...]]:
    """One row a document of an engagement."""
    yield "engagement", "engagement_kind", "engagement_start_day", "document", "status", *CITATION
    for engagement in record.engagements():
        for each in engagement.documents:
            told = (engagement.id, engagement.kind.value, _value(engagement.start))
            yield *told, each.name.value, _value(each.status), *_citation(each.name)


def statements(record: Record) -> Iterator[tuple[Cell, ...]]:
    """One row a statement, cited to what was said."""
    yield "statement", "speaker", "person", "party", "addressee", "verb", "content", "direct", "about", *CITATION
    for each in record.statements():
        yield (
            *(each.id, each.speaker.value, each.person, each.party, _value(each.addressee), each.verb.value),
            *(each.content.value, each.direct, _values(each.about)),
            *_citation(each.content),
        )


def people(record: Record) -> Iterator[tuple[Cell, ...]]:
    """One row a person, with the posting that the latest report gives them."""
    yield "person", "name", "party", "rank", "office", "posting_first_day", "posting_last_day", "reports", "engagements"
    for each in record.people():
        held = each.posting
        posting = (held.rank, held.office, held.first, held.last) if held else (None, None, None, None)
        yield each.id, each.name, each.party, *posting, each.reports, each.engagements


def postings(record: Record) -> Iterator[tuple[Cell, ...]]:
    """One row a posting, from the first to the last report that vouches for it, cited to the first."""
    yield "person", "name", "rank", "office", "party", "first_day", "last_day", *CITATION
    for person in record.people():
        for each in person.postings:
            yield (
                *(person.id, person.name, each.rank, each.office, each.party, each.first, each.last),
                *_citation(each.citations[0]),
            )


def bodies(record: Record) -> Iterator[tuple[Cell, ...]]:
    """One row a body, cited to the first words that name it."""
    yield "body", "name", "parties", "kind", "aliases", "areas", "heads", "sessions", *CITATION
    for line in record.bodies():
        each = record.body(line.id)
        cited = (*each.names, *each.aliases)[0]
        yield (
            *(each.id, each.name, _joined(each.parties), _values(each.kind), _values(each.aliases)),
            *(_values(each.areas), _values(head.name for head in each.heads), len(each.sessions)),
            *_citation(cited),
        )


def sessions(record: Record) -> Iterator[tuple[Cell, ...]]:
    """One row a session, by body and in its order, cited to the words that name the body or give the number."""
    yield "body", "name", "session_number", "engagement", "kind", "status", "start_day", "end_day", "place", *CITATION
    for line in record.bodies():
        for each in record.body(line.id).sessions:
            met: Engagement = each.engagement
            yield (
                *(line.id, line.name, each.number, met.id, met.kind.value, met.status.value),
                *(_value(met.start), _value(met.end), _value(met.place)),
                *_citation(met.session_number or met.body or met.trigger),
            )


TABLES: dict[str, Table] = {
    "engagements": engagements,
    "participations": participations,
    "documents": documents,
    "statements": statements,
    "people": people,
    "postings": postings,
    "bodies": bodies,
    "sessions": sessions,
}
"""Every table by the name of its file."""


def _value(told: Told[Any] | None) -> Cell:
    return told.value if told else None


def _values(told: Iterable[Told[str]]) -> str:
    return _joined(each.value for each in told)


def _joined(values: Iterable[str]) -> str:
    return " | ".join(dict.fromkeys(values))


def _citation(told: Told[Any]) -> tuple[Cell, ...]:
    return told.report, told.quote, told.start, told.end
