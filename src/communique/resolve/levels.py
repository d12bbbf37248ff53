"""The level of an office, and of an encounter: from head of state to official."""

from collections.abc import Iterable
from functools import lru_cache

from communique import lexicon

LEVELS = (
    "head of state",
    "head of government",
    "minister",
    "chief of defence",
    "deputy",
    "service chief",
    "legislature",
    "envoy",
    "official",
)
"""The levels of the lexicon's `office_heads`, the highest first."""

REMEMBERED = 10_000  # the same offices come again and again


def level_of(offices: Iterable[str]) -> str | None:
    """The highest level of these offices; None where none of them is known."""
    return highest(_level(each) for each in offices)


def highest(levels: Iterable[str | None]) -> str | None:
    """The highest of these levels; None for none."""
    return min((each for each in levels if each), key=LEVELS.index, default=None)


def level_between(sides: Iterable[str | None]) -> str | None:
    """The level of an encounter, given the highest of each side: the lowest of those known; None where none is.

    A minister who receives an ambassador meets at the ambassador's level. A side whose level is not told does not
    lower it.
    """
    return max((each for each in sides if each), key=LEVELS.index, default=None)


@lru_cache(maxsize=REMEMBERED)
def _level(office: str) -> str | None:
    """The level of an office: that of the head it begins with, as the lexicon has it (longest head first)."""
    return next((hit.key for hit in lexicon.load().find(office, kinds=["office_head"])), None)
