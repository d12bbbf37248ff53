"""A page of a list."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from communique.record.entries import Coverage

Entry = TypeVar("Entry", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value a list could be restricted to, and how many entries it would then have; `chosen`: it is so already.

    `name` is what people call it: that of a person or body by its id, else the value itself. `count` is None where
    the list is too long to count it.
    """

    value: str
    name: str
    count: int | None
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """What a list can be restricted to in one respect, the field of that name in its filter, most frequent first.

    `more`: there are other choices. `counted` is False where the list is too long to count them, so that it must be
    restricted by another first; the choices are then those of the whole list, or none.
    """

    name: str
    choices: tuple[Choice, ...] = ()
    more: bool = False
    counted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[Entry]):
    """Entries of a list, after so many; `total` is how many are in the whole of it.

    `facets` are there where they were asked for; `coverage`, where the list answers a question, is what it rests on.
    """

    entries: tuple[Entry, ...]
    total: int
    after: int = 0
    facets: tuple[Facet, ...] = ()
    coverage: Coverage | None = None
