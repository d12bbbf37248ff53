"""Lists of which only the beginning is wanted, with how long the whole is; and the parties there are."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, func, select

from communique.record.entries import BodyLine, PersonLine, Statement
from communique.record.looking import bodies, people, sounding, statements
from communique.record.store import schema

SIDES = schema.sides.c
_beside = schema.sides.alias()

Entry = TypeVar("Entry", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[Entry]):
    """The first entries of a list; `total` is how many are in the whole of it."""

    entries: tuple[Entry, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyLine:
    """A party in a list: in how many engagements it takes part, and the first and last day of them (ISO)."""

    code: str
    engagements: int
    first: str | None
    last: str | None


class Listing:
    """The beginnings of lists, on whatever gives transactions; each costs what it shows, not what there is."""

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def first_people(self, limit: int, *, text: str | None = None, party: str | None = None) -> Listed[PersonLine]:
        """The first of `people`."""
        with self._asking() as connection:
            found = people.find(connection, text=text, party=party, limit=limit)
            return Listed(entries=tuple(found), total=people.how_many(connection, text=text, party=party))

    def sounding_people(self, limit: int, text: str) -> Listed[PersonLine]:
        """The first of those whose names sound like this one, however it is spelled: Ghoreishi finds Qoreyshi."""
        with self._asking() as connection:
            ids = sounding.sounding(connection, text)
            return Listed(entries=tuple(people.of_ids(connection, ids[:limit])), total=len(ids))

    def first_bodies(self, limit: int, *, text: str | None = None, parties: tuple[str, ...] = ()) -> Listed[BodyLine]:
        """The first of `bodies`."""
        with self._asking() as connection:
            found = bodies.find(connection, text=text, parties=parties, limit=limit)
            return Listed(entries=tuple(found), total=bodies.how_many(connection, text=text, parties=parties))

    def first_statements(
        self,
        limit: int,
        *,
        speaker: str | None = None,
        party: str | None = None,
        text: str | None = None,
        verb: str | None = None,
    ) -> Listed[Statement]:
        """The first of `statements`."""
        asked = {"speaker": speaker, "party": party, "text": text, "verb": verb}
        with self._asking() as connection:
            found = statements.find(connection, **asked, limit=limit)
            return Listed(entries=tuple(found), total=statements.how_many(connection, **asked))

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
