"""The tables of the record. Migrations make them; a test holds the two equal.

`reports`, `aliases`, `readings` and `decisions` are what was taken in. All other tables are derived from them, and
`communique rebuild` makes them anew: nodes (what is joined), wholes (what nodes are judged to be), and rows told by
reports, each with the citation it stands on (report, start, end, quote, rule). The values in full, each with its own
citation, are in `readings.json`.
"""

from communique.record.store.tables.base import metadata
from communique.record.store.tables.copies import alike, copies, pages, sketches
from communique.record.store.tables.judged import decided_in, keys, likenesses, redirects, ruled_readings, rulings
from communique.record.store.tables.nodes import accounts, body_forms, forms_told, person_forms, sounds
from communique.record.store.tables.taken_in import aliases, decisions, readings, reports
from communique.record.store.tables.told import (
    body_names,
    documents,
    links,
    names,
    participations,
    postings,
    spans,
    statements,
)
from communique.record.store.tables.wholes import bodies, engagements, persons, raised, sides

__all__ = [
    "APPLICATION_ID",
    "DERIVED",
    "TAKEN_IN",
    "accounts",
    "aliases",
    "alike",
    "bodies",
    "body_forms",
    "body_names",
    "copies",
    "decided_in",
    "decisions",
    "documents",
    "engagements",
    "forms_told",
    "keys",
    "likenesses",
    "links",
    "metadata",
    "names",
    "pages",
    "participations",
    "person_forms",
    "persons",
    "postings",
    "raised",
    "readings",
    "redirects",
    "reports",
    "ruled_readings",
    "rulings",
    "sides",
    "sketches",
    "sounds",
    "spans",
    "statements",
]

APPLICATION_ID = 0x436F6D71  # "Comq", in the header of every record file

TAKEN_IN = (reports, aliases, readings, decisions)
"""What a record cannot make again from the rest."""

DERIVED = tuple(each for each in metadata.sorted_tables if each not in TAKEN_IN)
"""The derived tables, in an order in which rows can be written: what is referred to comes first."""
