"""The word lists of the masthead as alternatives of a pattern: `source_words.tsv` and `furniture.tsv`."""

import re
from functools import cache

from communique.lexicon.tables import table


@cache
def phrases(name: str, *kinds: str) -> str:
    """A group of all phrases of these kinds in a table of `lexicon/data`, longest first, in any case."""
    return f"(?i:{_alternatives(name, kinds)})"


@cache
def titled_phrases(name: str, *kinds: str) -> str:
    """The same in the capitals of the table."""
    return f"(?:{_alternatives(name, kinds)})"


@cache
def telling_words(name: str, *kinds: str) -> frozenset[str]:
    """The longest word of each of the phrases in small letters: a text without any of them has none of the phrases."""
    return frozenset(max(re.findall(r"\w+", phrase.lower()), key=len) for phrase in _listed(name, kinds))


def _listed(name: str, kinds: tuple[str, ...]) -> list[str]:
    return [row["phrase"] for row in table(name, ["phrase", "kind"]) if row["kind"] in kinds]


def _alternatives(name: str, kinds: tuple[str, ...]) -> str:
    return "|".join(
        re.escape(phrase) for phrase in sorted(_listed(name, kinds), key=lambda phrase: (-len(phrase), phrase))
    )
