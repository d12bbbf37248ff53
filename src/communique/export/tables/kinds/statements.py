"""Statements, as theirs who made them."""

from communique.export.tables.cells import citation, value, values
from communique.export.tables.column import CITATION, Column, Rows, Table
from communique.record import Record


def _statements(record: Record) -> Rows:
    for each in record.each_statement():
        yield (
            *(each.id, each.speaker.value, each.person, each.party, value(each.addressee), each.verb.value),
            *(each.content.value, each.direct, values(each.about)),
            *citation(each.content),
        )


STATEMENTS = Table(
    "statements",
    "something said; cited to what was said",
    (
        Column("statement", "its id"),
        Column("speaker", "who said it, by name or office, as written; `sides` where both did"),
        Column("person", "the speaker's id, where it is somebody known"),
        Column("party", "for whom the speaker spoke"),
        Column("addressee", "to whom, where told"),
        Column("verb", "the verb of saying"),
        Column("content", "the words said"),
        Column("direct", "whether all of it stands in quotation marks", "truth"),
        Column("about", "what it is about", "list"),
        *CITATION,
    ),
    _statements,
)
