"""Plain word lists: one word a row, for the small grammars of the reader."""

from functools import cache

from communique.lexicon.tables import table


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The words of a list of `lexicon/data`, e.g. `vocabulary("function_words")`."""
    return frozenset(row["word"] for row in table(name, ["word"]))
