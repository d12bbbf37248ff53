"""Where engagements took place: cities with how many, and what lies nowhere on a map because no report settles it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select

from communique.lexicon.coordinates import Spot, spot
from communique.record.entries import Coverage
from communique.record.filters import EngagementFilter
from communique.record.looking.engagements import conditions
from communique.record.questions.coverage import of_reports, telling_of
from communique.record.store import schema

ENGAGEMENTS, ACCOUNTS = schema.engagements.c, schema.accounts.c
_other = schema.accounts.alias().c

NAMES = 3000  # different names looked for, the most frequent first: a record of 100,000 engagements has as many cities


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A city: its name and country, degrees north and east, how many engagements, and their first and last day (ISO).

    `told` are the names that reports give it, the most frequent first; buildings in it are among them.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    engagements: int
    first: str | None
    last: str | None
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A place as reports name it that is no known city, or may be several; the country as far as it is told."""

    place: str
    country: str | None
    engagements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the engagements asked for took place, the most frequent first; each counts once.

    Of `engagements` in all, `placed` are at the cities of `lines`, `unsettled` at other places, of which `unplaced`
    has the first, and of the rest no report tells a place.
    """

    lines: tuple[PlaceLine, ...]
    unplaced: tuple[Unplaced, ...]
    engagements: int
    placed: int
    unsettled: int
    coverage: Coverage

    @property
    def untold(self) -> int:
        """Of how many engagements no report tells a place."""
        return self.engagements - self.placed - self.unsettled


def places(
    connection: Connection,
    *,
    parties: Sequence[str] = (),
    kind: str | None = None,
    status: str | None = None,
    from_day: str | None = None,
    to_day: str | None = None,
    limit: int | None = None,
) -> Places:
    """The cities where engagements took place, and `limit` of the other places."""
    restricted = EngagementFilter(parties=tuple(parties), kind=kind, status=status, from_day=from_day, to_day=to_day)
    asked = list(conditions(connection, restricted))
    total = connection.execute(select(func.count()).select_from(schema.engagements).where(*asked)).scalar_one()
    found: dict[Spot, list[Row[Any]]] = {}
    unplaced, told = [], 0
    for row in connection.execute(_named(asked)):
        told = row.all_told
        if at := spot(row.place, row.country):
            found.setdefault(at, []).append(row)
        else:
            unplaced.append(Unplaced(place=row.place, country=row.country, engagements=row.engagements))
    lines = sorted((_line(at, rows) for at, rows in found.items()), key=_most_first)
    placed = sum(each.engagements for each in lines)
    return Places(
        lines=tuple(lines),
        unplaced=tuple(unplaced[:limit]),
        engagements=total,
        placed=placed,
        unsettled=told - placed,
        coverage=of_reports(connection, telling_of(parties)),
    )


def _named(asked: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """The names of places with how many engagements, the most frequent first; `all_told` is how many have any."""
    first_to_name_one = (
        select(_other.id)
        .where(_other.engagement == ENGAGEMENTS.id, _other.place.is_not(None))
        .order_by(_other.first)
        .limit(1)
        .correlate(schema.engagements)
        .scalar_subquery()
    )
    country, engagements = func.coalesce(ACCOUNTS.country, ENGAGEMENTS.country), func.count()
    return (
        select(
            ACCOUNTS.place,
            country.label("country"),
            engagements.label("engagements"),
            func.min(ENGAGEMENTS.first_day).label("first"),
            func.max(ENGAGEMENTS.last_day).label("last"),
            func.sum(engagements).over().label("all_told"),
        )
        .join_from(schema.engagements, schema.accounts, ACCOUNTS.engagement == ENGAGEMENTS.id)
        # most are told of once; to look among the accounts of the others alone takes a tenth of the time
        .where(ACCOUNTS.place.is_not(None), or_(ENGAGEMENTS.accounts == 1, ACCOUNTS.id == first_to_name_one), *asked)
        .group_by(ACCOUNTS.place, country)
        .order_by(engagements.desc(), ACCOUNTS.place, country)
        .limit(NAMES)
    )


def _line(at: Spot, rows: Sequence[Row[Any]]) -> PlaceLine:
    days = [[getattr(row, name) for row in rows if getattr(row, name)] for name in ("first", "last")]
    return PlaceLine(
        name=at.name,
        country=at.country,
        latitude=at.latitude,
        longitude=at.longitude,
        engagements=sum(row.engagements for row in rows),
        first=min(days[0], default=None),
        last=max(days[1], default=None),
        told=tuple(dict.fromkeys(row.place for row in rows)),
    )


def _most_first(line: PlaceLine) -> tuple[int, str, str]:
    return -line.engagements, line.name, line.country
