"""A list as its page shows it: what restricts it, what else could, and the way through its pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.record import Listed
from communique.record.listed import Choice, Facet
from communique.web import links
from communique.web.page import Page, Table
from communique.wording import parties, words

HEADINGS = {
    "parties": "Party",
    "party": "Party",
    "kind": "Kind",
    "status": "Status",
    "level": "Level",
    "year": "Year",
    "topic": "Topic",
    "body": "Body",
    "person": "Person",
    "speaker": "Speaker",
    "outlet": "Outlet",
}
"""The heading of each facet."""

LABELS = {
    **HEADINGS,
    "place": "Place",
    "text": "Words",
    "words": "Words",
    "office": "Office",
    "verb": "Verb",
    "month": "Month",
    "since": "From",
    "until": "To",
    "open": "Not reported signed",
    "silent": "Gave no engagement",
    "conflicts": "Accounts contradict each other",
    "state": "It is",
    "on": "As of",
}
"""What each parameter that restricts a list is called."""

_PARAMETERS = {"parties": "party"}  # of facets that are not called as their parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A choice of a facet: its words, how long the list would be (None: not counted), and where it leads.

    The address of a `chosen` one is that of the list without it.
    """

    text: str
    count: int | None
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A facet with its offers; `more` leads to more of them, and `counted` is False where the list is too long."""

    name: str
    heading: str
    offers: tuple[Offer, ...]
    more: str | None
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """One thing the list is restricted to, and the address of the list without it."""

    label: str
    text: str
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a list's page has beside its entries.

    `first` and `last` number the entries shown; `hidden` are the parameters that the form keeps and has no field for.
    """

    page: str
    total: int
    first: int
    last: int
    groups: tuple[Group, ...]
    restrictions: tuple[Restriction, ...]
    hidden: tuple[tuple[str, str], ...]
    before: str | None
    after: str | None


def listing(
    page: str,
    found: Listed[Any],
    asked: Mapping[str, Any],
    *,
    table: Table,
    title: str | None = None,
    data: Any = None,
    limit: int | None = None,
    fields: Sequence[str] = (),
    more: str | None = None,
    **beside: Any,
) -> Page:
    """The page of a list: called as its address is unless it has a `title`, and with `data` in place of what is found.

    `beside` is what its template needs beside the list; the others are those of `shown`.
    """
    list_ = shown(page, found, asked, limit=limit, fields=fields, more=more)
    told = {"asked": asked, "list": list_, **beside}
    return Page(title=title or page.capitalize(), data=found if data is None else data, shown=told, table=table)


def shown(
    page: str,
    found: Listed[Any],
    asked: Mapping[str, Any],
    *,
    limit: int | None = None,
    fields: Sequence[str] = (),
    more: str | None = None,
) -> Shown:
    """The list that is found at `page` with what is `asked`, the parameters of its address.

    `limit`: how many entries, where that is not what the page shows unasked. `fields`: the parameters that its form has
    fields for. `more`: the facet of which more is shown.
    """
    kept = {**asked, "limit": limit}
    number = len(found.entries)
    before = max(found.after - (limit or number or 1), 0) if found.after else None
    end = found.after + number
    return Shown(
        page=page,
        total=found.total,
        first=found.after + 1,
        last=end,
        groups=tuple(_group(page, each, kept, more) for each in found.facets if each.choices or not each.counted),
        restrictions=tuple(_restrictions(page, found.facets, asked, kept)),
        hidden=tuple(_hidden(kept, fields)),
        before=None if before is None else links.listed(page, **kept, after=before or None),
        after=links.listed(page, **kept, after=end) if number and end < found.total else None,
    )


def _group(page: str, facet: Facet, asked: Mapping[str, Any], more: str | None) -> Group:
    parameter = _PARAMETERS.get(facet.name, facet.name)
    choices = (
        sorted(facet.choices, key=lambda each: each.value, reverse=True) if facet.name == "year" else facet.choices
    )
    return Group(
        name=facet.name,
        heading=HEADINGS[facet.name],
        offers=tuple(_offer(page, parameter, each, asked) for each in choices),
        more=links.listed(page, **asked, more=facet.name) if facet.more and more != facet.name else None,
        counted=facet.counted,
    )


def _offer(page: str, parameter: str, choice: Choice, asked: Mapping[str, Any]) -> Offer:
    changed = _without(asked, parameter, choice.value) if choice.chosen else _with(asked, parameter, choice.value)
    text = parties.name(choice.value) if parameter == "party" else choice.name
    return Offer(text=text, count=choice.count, address=links.listed(page, **changed), chosen=choice.chosen)


def _with(asked: Mapping[str, Any], parameter: str, value: str) -> dict[str, Any]:
    given = asked.get(parameter)
    return {**asked, parameter: [*given, value] if isinstance(given, list | tuple) else value}


def _without(asked: Mapping[str, Any], parameter: str, value: str) -> dict[str, Any]:
    given = asked.get(parameter)
    several = isinstance(given, list | tuple)
    return {**asked, parameter: [each for each in given or () if each != value] if several else None}


def _restrictions(
    page: str, facets: Sequence[Facet], asked: Mapping[str, Any], kept: Mapping[str, Any]
) -> Iterator[Restriction]:
    names = {choice.value: choice.name for facet in facets for choice in facet.choices if choice.chosen}
    for parameter, label in LABELS.items():
        given = asked.get(parameter)
        for value in given if isinstance(given, list | tuple) else (given,):
            if value:
                yield Restriction(
                    label=label,
                    text="" if value is True else _text(parameter, value, names),
                    without=links.listed(page, **_without(kept, parameter, value)),
                )


def _text(parameter: str, value: str, names: Mapping[str, str]) -> str:
    if parameter == "party":
        return parties.name(value)
    return words.date(value) if parameter in ("since", "until", "month", "on") else names.get(value, value)


def _hidden(asked: Mapping[str, Any], fields: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name, given in asked.items():
        if name not in fields:
            for value in given if isinstance(given, list | tuple) else (given,):
                if value:
                    yield name, "true" if value is True else str(value)
