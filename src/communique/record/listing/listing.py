"""What of a `Record` gives lists: as long as is asked for, with how long the whole is."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, overload

from sqlalchemy import Connection, Select, func, select

from communique.record.entries import BodyLine, Engagement, PersonLine, ReportLine, Statement
from communique.record.filters import (
    BodyFilter,
    DocumentFilter,
    EngagementFilter,
    PersonFilter,
    ReportFilter,
    StatementFilter,
)
from communique.record.listed import Listed
from communique.record.listing import bodies, documents, engagements, people, reports, statements
from communique.record.listing.kind import ListKind
from communique.record.looking.people import of_ids
from communique.record.looking.sounding import sounding
from communique.record.questions.documents import DocumentLine
from communique.record.store import schema

SIDES = schema.sides.c
_beside = schema.sides.alias()

KINDS: Mapping[type, ListKind[Any, Any]] = {
    EngagementFilter: engagements.LIST,
    PersonFilter: people.LIST,
    BodyFilter: bodies.LIST,
    StatementFilter: statements.LIST,
    DocumentFilter: documents.LIST,
    ReportFilter: reports.LIST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLine:
    """A party in a list: in how many engagements it takes part, and the first and last day of them (ISO)."""

    code: str
    engagements: int
    first: str | None
    last: str | None


class Listing:
    """Lists, on whatever gives transactions; each costs what it shows, not what there is."""

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    @overload
    def listed(self, asked: EngagementFilter, *, facets: bool = ..., more: str | None = ...) -> Listed[Engagement]: ...
    @overload
    def listed(self, asked: PersonFilter, *, facets: bool = ..., more: str | None = ...) -> Listed[PersonLine]: ...
    @overload
    def listed(self, asked: BodyFilter, *, facets: bool = ..., more: str | None = ...) -> Listed[BodyLine]: ...
    @overload
    def listed(self, asked: StatementFilter, *, facets: bool = ..., more: str | None = ...) -> Listed[Statement]: ...
    @overload
    def listed(self, asked: DocumentFilter, *, facets: bool = ..., more: str | None = ...) -> Listed[DocumentLine]: ...
    @overload
    def listed(self, asked: ReportFilter, *, facets: bool = ..., more: str | None = ...) -> Listed[ReportLine]: ...
    def listed(self, asked: Any, *, facets: bool = False, more: str | None = None) -> Listed[Any]:
        """What the filter asks for and how many there are in all; with `facets`, what else they could be restricted to.

        The kind of the filter says what is listed. `more`: the facet of which up to 200 choices are given, not 12.
        """
        with self._asking() as connection:
            return KINDS[type(asked)].listed(connection, asked, counted=facets, more=more)

    def sounding_people(self, limit: int, text: str) -> Listed[PersonLine]:
        """The first of those whose names sound like this one, however it is spelled: Ghoreishi finds Qoreyshi."""
        with self._asking() as connection:
            ids = sounding(connection, text)
            return Listed(entries=tuple(of_ids(connection, ids[:limit])), total=len(ids))

    def parties(self, limit: int | None = None, *, beside: str | None = None) -> Listed[PartyLine]:
        """The parties by how many engagements they take part in, most first; those in which `beside` does, too."""
        with self._asking() as connection:
            rows = sorted(connection.execute(_counted(beside)), key=lambda row: (-row.engagements, row.party))
        entries = (
            PartyLine(code=row.party, engagements=row.engagements, first=row.first, last=row.last)
            for row in rows[:limit]
        )
        return Listed(entries=tuple(entries), total=len(rows))


def _counted(beside: str | None) -> Select[Any]:
    """Every party, some hundreds, with how often and between which days it takes part."""
    asked: Select[Any] = select(
        SIDES.party,
        func.count().label("engagements"),
        func.min(SIDES.first_day).label("first"),
        func.max(SIDES.last_day).label("last"),
    )
    if beside:
        asked = asked.join_from(_beside, schema.sides, _beside.c.engagement == SIDES.engagement)
        asked = asked.where(_beside.c.party == beside, SIDES.party != beside)
    return asked.group_by(SIDES.party)
