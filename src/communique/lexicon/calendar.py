"""The words of the calendar: months, days of the week, and whatever else tells time, from `calendar.tsv`."""

from functools import cache

from communique.lexicon.tables import table

MONTHS = ("month", "month_or_word")
"""The kinds of full names of months; `may` and `march` are words too."""


@cache
def calendar_words(*kinds: str) -> frozenset[str]:
    """The words of these kinds, in lower case."""
    return frozenset(
        row["form"].casefold() for row in table("calendar", ["form", "kind", "value"]) if row["kind"] in kinds
    )
