"""How a kind of entry is listed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select

from communique.record.entries import Coverage
from communique.record.listed import Listed
from communique.record.listing.facets import Asked, Conditions, Counting, facets

Entry = TypeVar("Entry")
Filter = TypeVar("Filter")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListKind(Generic[Filter, Entry]):
    """A kind of entry as lists have it.

    `conditions` is what entries must fulfil, `find` gives those that do, as far as the filter's limit, and `total`
    makes the statement of how many there are. `rests_on`: where the list answers a question, the reports it draws on.
    """

    conditions: Callable[[Connection, Filter], Conditions]
    find: Callable[[Connection, Filter], Sequence[Entry]]
    total: Callable[[Conditions], Select[int]]
    countings: tuple[Counting, ...]
    rests_on: Callable[[Connection, Filter], Coverage] | None = None

    def listed(self, connection: Connection, asked: Any, *, counted: bool, more: str | None) -> Listed[Entry]:
        """The entries asked for; with facets where they are to be `counted`, `more` choices of one of them."""

        def conditions(asked: Any) -> Conditions:
            return self.conditions(connection, asked)

        def total_of(under: Conditions) -> int:
            return connection.execute(self.total(under)).scalar_one()

        total = total_of(conditions(asked))
        of = Asked(connection=connection, filter=asked, conditions=conditions, total=total_of)
        return Listed(
            entries=tuple(self.find(connection, asked)),
            total=total,
            after=asked.after,
            facets=tuple(facets(of, self.countings, total=total, more=more)) if counted else (),
            coverage=self.rests_on(connection, asked) if self.rests_on else None,
        )
