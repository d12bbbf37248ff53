"""The record as tables: one a kind of entry, a row an entry, each with the report and words it stands on."""

from communique.export.tables.column import Column, Table
from communique.export.tables.kinds.bodies import BODIES, SESSIONS
from communique.export.tables.kinds.dyad_years import DYAD_YEARS
from communique.export.tables.kinds.engagements import DOCUMENTS, ENGAGEMENTS, PARTICIPATIONS
from communique.export.tables.kinds.mentions import MENTIONS
from communique.export.tables.kinds.people import PEOPLE, POSTINGS
from communique.export.tables.kinds.statements import STATEMENTS

__all__ = ["TABLES", "Column", "Table"]

TABLES: dict[str, Table] = {
    each.name: each
    for each in (
        *(ENGAGEMENTS, PARTICIPATIONS, DOCUMENTS, STATEMENTS, PEOPLE, POSTINGS, BODIES, SESSIONS, MENTIONS, DYAD_YEARS),
    )
}
"""Every table by the name of its file."""
