"""What a reader knows beforehand: countries, organisations, ranks, offices, bodies, documents, places, publishers.

    from communique import lexicon

    for hit in lexicon.load().find("The Azerbaijani Minister of Defense met Lt. Gen. ..."):
        print(hit.kind, hit.key)

The knowledge is in `lexicon/data/*.tsv`; to teach the reader a name, add it there. Nothing is read before `load()`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, cached_property

from communique.lexicon import entries
from communique.lexicon.entries import Honorific, Organisation, Places, Publisher, Rank, Term, Territory
from communique.lexicon.finder import KINDS, Finder, Hit, Kind, Name, Sense
from communique.lexicon.spellings import names_of
from communique.lexicon.tables import Column, Row, table

__all__ = [
    "KINDS",
    "Column",
    "Hit",
    "Honorific",
    "Kind",
    "Lexicon",
    "Name",
    "Organisation",
    "Places",
    "Publisher",
    "Rank",
    "Row",
    "Sense",
    "Term",
    "Territory",
    "load",
    "name_of",
    "table",
    "territory_of",
]


@dataclass(frozen=True)
class Lexicon:
    """All tables, and the names of all of them to be found in a text."""

    territories: tuple[Territory, ...]
    organisations: tuple[Organisation, ...]
    ranks: tuple[Rank, ...]
    honorifics: tuple[Honorific, ...]
    office_heads: tuple[Term, ...]
    body_kinds: tuple[Term, ...]
    document_kinds: tuple[Term, ...]
    publishers: tuple[Publisher, ...]
    places: tuple[Places, ...]
    venues: tuple[Places, ...]
    ordinals: dict[str, int]
    shields: tuple[str, ...]

    def find(self, text: str, *, kinds: Collection[Kind] | None = None) -> list[Hit]:
        """All names in a text, in order, leftmost and longest first; see `finder` for what is promised.

        With `kinds` only names of these kinds count, so that a longer name of another kind hides none of them.
        """
        return self._finder.find(text, kinds=kinds)

    def territory_of(self, code: str) -> Territory | None:
        """The territory with an ISO 3166-1 alpha-2 code."""
        return self._by_code.get(code)

    def name_of(self, party: str) -> str:
        """The name to show for a party: a country's for its code, anything else as it is."""
        territory = self.territory_of(party)
        return territory.name if territory else party

    def rank_of(self, name: str) -> Rank | None:
        """The rank with this name, written out (the key of a rank's hit)."""
        return self._by_rank.get(name)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(names_of(self))

    @cached_property
    def _by_code(self) -> dict[str, Territory]:
        return {territory.code: territory for territory in self.territories}

    @cached_property
    def _by_rank(self) -> dict[str, Rank]:
        return {rank.name: rank for rank in self.ranks}


@cache
def load() -> Lexicon:
    """The lexicon, read and checked once a process; raises LexiconError where a table breaks its rules."""
    territories = entries.territories()
    codes = frozenset(territory.code for territory in territories)
    return Lexicon(
        territories=territories,
        organisations=entries.organisations(),
        ranks=entries.ranks(),
        honorifics=entries.honorifics(),
        office_heads=entries.office_heads(),
        body_kinds=entries.body_kinds(),
        document_kinds=entries.document_kinds(),
        publishers=entries.publishers(codes),
        places=entries.places(codes),
        venues=entries.venues(codes),
        ordinals=entries.ordinals(),
        shields=entries.shields(),
    )


def territory_of(code: str) -> Territory | None:
    """The territory with an ISO 3166-1 alpha-2 code."""
    return load().territory_of(code)


def name_of(party: str) -> str:
    """The name to show for a party: a country's for its code, anything else as it is."""
    return load().name_of(party)
