"""Copies: reports that are one, a function of all reports."""

from sqlalchemy import BigInteger, Column, ForeignKey, Table

from communique.record.store.storable import Words
from communique.record.store.tables.base import metadata

sketches = Table(  # what reports are looked up by that may be one
    "sketches",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("report", ForeignKey("reports.key"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

pages = Table(  # the same for reports of one address
    "pages",
    metadata,
    Column("address", Words, primary_key=True),
    Column("report", ForeignKey("reports.key"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

alike = Table(  # two reports that are judged to be one
    "alike",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("of", ForeignKey("reports.key"), primary_key=True, index=True),
    Column("how", Words, nullable=False),  # copy, or corrected: `of` by `report`
)

copies = Table(  # the reports that do not count, each with the one that does
    "copies",
    metadata,
    Column("report", ForeignKey("reports.key"), primary_key=True),
    Column("of", ForeignKey("reports.key"), nullable=False, index=True),
    Column("how", Words, nullable=False),  # copy of it, or corrected by it
)
