"""Counting facets: how many entries a list would have, were it restricted to this or that."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, desc, select

from communique.record.listed import Choice, Facet

CHOICES = 12  # of a facet, as many as a page has room for beside its list
EVERY = 200  # of the one facet that somebody asks to see more of

Conditions = Sequence[ColumnElement[bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How one facet is counted, in one statement.

    `under` makes the statement from conditions: value and count, grouped by value. Where it takes other tables, it is
    not counted for lists of more than `most` entries, save for the whole list if that is quick (`whole`). `few`: there
    are few values at all, and all of them are choices. `parted`: the column holds several values, and this gives what
    parts them. `called`: the table with names for the values, which are ids.
    """

    name: str
    under: Callable[[Conditions], Select[Any]]
    most: int | None = None
    whole: bool = True
    parted: Callable[[Connection], Callable[[str], Iterable[str]]] | None = None
    few: bool = False
    called: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A list as its facets need it: the filter, what it makes entries fulfil, and how many fulfil what."""

    connection: Connection
    filter: Any
    conditions: Callable[[Any], Conditions]
    total: Callable[[Conditions], int]


def facets(asked: Asked, countings: Iterable[Counting], *, total: int, more: str | None) -> Iterator[Facet]:
    """The facets of a list of `total` entries, by the names of the filter's fields; of one of them `more` choices.

    A field that takes several values restricts its own choices too: all of them must hold.
    """
    under = asked.conditions(asked.filter)
    for counting in countings:
        given = getattr(asked.filter, counting.name)
        most = EVERY if counting.few or counting.name == more else CHOICES
        own = given is not None and not isinstance(given, tuple)
        others = asked.conditions(replace(asked.filter, **{counting.name: None})) if own else under
        if _countable(counting, others, total if others is under else None, asked):
            yield _facet(asked.connection, counting, others, given, most=most)
        else:
            yield _uncounted(asked.connection, counting, given, total, most=most)


def _countable(counting: Counting, under: Conditions, entries: int | None, asked: Asked) -> bool:
    """Whether counting takes no longer than a page may; how many `entries` are counted is asked only if need be."""
    if counting.most is None or (counting.whole and not under):
        return True
    return (asked.total(under) if entries is None else entries) <= counting.most


def _facet(connection: Connection, counting: Counting, under: Conditions, given: Any, *, most: int) -> Facet:
    statement, chosen = counting.under(under), _chosen(given)
    if counting.parted:
        counted = _parted(connection.execute(statement).all(), counting.parted(connection))
    else:
        counted = Counter({row[0]: row[1] for row in _ranked(connection, statement, chosen, most)})
    ordered = sorted(counted, key=lambda each: (-counted[each], each))
    shown = ordered[:most] + [each for each in ordered[most:] if each in chosen]
    names = _names(connection, counting.called, shown)
    return Facet(
        name=counting.name,
        choices=tuple(
            Choice(value=each, name=names.get(each, each), count=counted[each], chosen=each in chosen) for each in shown
        ),
        more=len(ordered) > len(shown),
    )


def _uncounted(connection: Connection, counting: Counting, given: Any, total: int, *, most: int) -> Facet:
    """What the whole list could be restricted to where that is quick to tell, with no counts but of what is chosen."""
    whole = _facet(connection, counting, (), given, most=most) if counting.whole else Facet(name=counting.name)
    chosen = _chosen(given)
    names = _names(connection, counting.called, sorted(chosen))
    held = [Choice(value=each, name=names.get(each, each), count=total, chosen=True) for each in sorted(chosen)]
    others = [replace(each, count=None) for each in whole.choices if each.value not in chosen]
    return replace(whole, choices=(*held, *others), counted=False)


def _ranked(connection: Connection, statement: Select[Any], chosen: set[str], most: int) -> Sequence[Any]:
    """The rows of the most frequent values, one more than are shown, and of those that are chosen."""
    value, number = statement.selected_columns
    there = statement.where(value.is_not(None))
    rows = connection.execute(there.order_by(desc(number), value).limit(most + 1)).all()
    missing = chosen - {row[0] for row in rows}
    return [*rows, *connection.execute(there.where(value.in_(missing))).all()] if missing else rows


def _parted(rows: Iterable[Any], parted: Callable[[str], Iterable[str]]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for value, number in rows:
        for each in parted(value):
            counted[each] += number
    return counted


def _chosen(given: Any) -> set[str]:
    return set(given) if isinstance(given, tuple) else {given} - {None}


def _names(connection: Connection, called: Table | None, ids: Sequence[str]) -> dict[str, str]:
    if called is None or not ids:
        return {}
    return dict(connection.execute(select(called.c.id, called.c.name).where(called.c.id.in_(ids))).all())
