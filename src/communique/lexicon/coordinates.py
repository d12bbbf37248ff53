"""Where a place lies: the city that reports name, or that a building they name lies in.

    spot("the White House", "US")   # Washington, 38.9, -77.04

Nothing is guessed: of a name that cities of several countries bear, the country has to be told or be settled by
`places.tsv`; and what is no city, such as a state or a region, lies nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.lexicon import entries
from communique.lexicon.fold import plain
from communique.lexicon.tables import Column, Row, table

POLE, DATE_LINE = 90, 180  # degrees


@dataclass(frozen=True, slots=True)
class Spot:
    """A city: its name, the code of its country, and where it lies in degrees north and east, to a hundredth."""

    name: str
    country: str
    latitude: float
    longitude: float


def spot(place: str, country: str | None) -> Spot | None:
    """Where a place lies that reports name so; None where that is not known, or not settled.

    `country` is its code, as far as it is told. Of `San Francisco, California` what is before the comma will do, of
    `the Navy Museum in Tallinn` what is after the last `in`.
    """
    for part in (place, place.partition(",")[0], place.rpartition(" in ")[2]):
        name = folded(part)
        code = country or _settled().get(name)
        if code and (found := coordinates().get(code, {}).get(name)):
            return found
    return None


def folded(name: str) -> str:
    """A name as places are compared: without accents, case, and an article before it."""
    return plain(name).casefold().strip().removeprefix("the ").strip()


@cache
def coordinates() -> dict[str, dict[str, Spot]]:
    """The cities of each country by all their names, folded; raises LexiconError where the table breaks its rules."""
    codes = {each.code for each in entries.territories()}
    found = {}
    for row in table("coordinates", ["code", Column("places", many=True)]):
        if row["code"] not in codes:
            raise row.error(f"{row['code']!r} is unknown", "use a code of territories.tsv")
        found[row["code"]] = dict(_named(row))
    return found


def _named(row: Row) -> Iterator[tuple[str, Spot]]:
    """The names of a row, folded: first those of cities, then their other names."""
    cells = row.many("places")
    cities = {city.name: city for each in cells if "=" not in each if (city := _city(row, each))}
    yield from ((folded(name), city) for name, city in cities.items())
    for each in cells:
        other, is_other, name = each.partition("=")
        if is_other:
            if name not in cities:
                raise row.error(f"{other!r} is {name!r}, which is not in the row", "name a city of the same row")
            yield folded(other), cities[name]


def _city(row: Row, cell: str) -> Spot:
    try:
        name, north, east = cell.rsplit(" ", 2)
        found = Spot(name, row["code"], float(north), float(east))
    except ValueError:
        found = None
    if found is None or abs(found.latitude) > POLE or abs(found.longitude) > DATE_LINE:
        raise row.error(f"{cell!r} is no city with its place", "write `Baku 40.38 49.89`: north and east, in degrees")
    return found


@cache
def _settled() -> dict[str, str]:
    """The country of each name that settles it by itself, folded."""
    rows = entries.places(frozenset(each.code for each in entries.territories()))
    return {
        folded(name): each.codes[0] for each in rows if len(each.codes) == 1 for name in (*each.sure, *each.doubtful)
    }
