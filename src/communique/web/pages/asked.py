"""What lists are asked with, the same on all of them."""

from collections.abc import Callable, Iterable
from typing import Annotated, Literal

from fastapi import Query

from communique.reading import Kind, Status
from communique.web import links
from communique.web.view import View
from communique.wording import parties

SHOWN, MOST = 50, 1000  # a screen or two, and what a program may have at once

Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many.")]
After = Annotated[int, Query(ge=0, le=2**31, description="How many to leave out at the beginning.")]
More = Annotated[str | None, Query(max_length=20, description="The facet of which more choices are given.")]
Words = Annotated[str | None, Query(max_length=200, description="Words that it has.")]
Party = Annotated[str | None, Query(max_length=100, description="A party, by code or name.")]
Parties = Annotated[list[str], Query(max_length=10, description="Parties that all take part, by code or name.")]
Named = Annotated[str | None, Query(max_length=500, description="The id or name.")]
Value = Annotated[str | None, Query(max_length=500, description="A value, as the facets have it.")]
Year = Annotated[str | None, Query(pattern=r"^(\d{4})?$", description="A year: `2017`.")]
Day = Annotated[
    str | None, Query(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$", description="A day, month or year: `2017-10-24`.")
]
AnyKind = Kind | Literal[""]
AnyStatus = Status | Literal[""]


def codes(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of the parties given, each once; an empty field of a form is none."""
    return tuple(dict.fromkeys(parties.code(each.strip()) for each in given if each.strip()))


def code(given: str | None) -> str | None:
    """The code of the party given; an empty field of a form is none."""
    return next(iter(codes([given or ""])), None)


def check_pair(view: View, one: str, other: str, to: Callable[[str, str], str]) -> None:
    """Lead an address of two parties to the one it has: their codes in order; of one twice, to that party."""
    first, second = sorted((parties.code(one), parties.code(other)))
    if first == second:
        raise view.moved(links.party(first))
    if (first, second) != (one, other):
        raise view.moved(to(first, second))


def beyond(limit: int) -> int | None:
    """The limit that an address has to have: none where it is what pages show unasked."""
    return limit if limit != SHOWN else None
