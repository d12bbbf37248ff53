"""What of a `Record` answers the ten questions (`questions`), each with what the answer rests on."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from communique.record import questions
from communique.record.filters import DocumentFilter
from communique.record.questions import (
    Against,
    Among,
    By,
    Comparison,
    Contact,
    Covered,
    Documents,
    Encounter,
    Holders,
    Pending,
    Per,
    Places,
    Ties,
    Topics,
)


class Answering:
    """The questions, on whatever gives transactions; unknown ids and names raise NotInRecord."""

    def _asking(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def contact(
        self,
        *,
        parties: Sequence[str] = (),
        by: By = "level",
        per: Per = "year",
        from_day: str | None = None,
        to_day: str | None = None,
    ) -> Contact:
        """How often all these parties met, by level, kind or status, per year or month; only what was held."""
        with self._asking() as connection:
            return questions.contact(connection, parties=parties, by=by, per=per, from_day=from_day, to_day=to_day)

    def compare(self, id: str) -> Comparison:  # noqa: A002
        """The accounts of an engagement side by side: what all tell alike, what one has alone, what conflicts."""
        with self._asking() as connection:
            return questions.compare(connection, id)

    def compare_with(
        self,
        kept: str = "history",
        *,
        parties: Sequence[str] = (),
        from_day: str | None = None,
        to_day: str | None = None,
        limit: int | None = None,
    ) -> Against:
        """What reports and a list kept by hand (readers named so at the beginning) tell alike and otherwise."""
        with self._asking() as connection:
            return questions.against(connection, kept, parties=parties, from_day=from_day, to_day=to_day, limit=limit)

    def documents(
        self,
        *,
        parties: Sequence[str] = (),
        status: str | None = None,
        text: str | None = None,
        from_day: str | None = None,
        to_day: str | None = None,
        only_open: bool = False,
        limit: int | None = None,
    ) -> Documents:
        """The instruments of encounters of all these parties, the latest first; `only_open`: not reported signed."""
        with self._asking() as connection:
            asked = DocumentFilter(
                parties=tuple(parties),
                status=status,
                text=text,
                from_day=from_day,
                to_day=to_day,
                only_open=only_open,
                limit=limit,
            )
            return questions.documents(connection, asked)

    def topics(
        self,
        *,
        parties: Sequence[str] = (),
        text: str | None = None,
        first: bool = True,
        from_day: str | None = None,
        to_day: str | None = None,
        limit: int | None = None,
        after: int = 0,
    ) -> Topics:
        """The topics of all these parties that first came up between two days; newest `first`, or most frequent.

        `limit` of them, `after` so many.
        """
        with self._asking() as connection:
            return questions.topics(
                connection,
                parties=parties,
                text=text,
                first=first,
                from_day=from_day,
                to_day=to_day,
                limit=limit,
                after=after,
            )

    def pending(
        self,
        *,
        on: str,
        parties: Sequence[str] = (),
        states: Sequence[str] = (),
        limit: int | None = None,
        after: int = 0,
    ) -> Pending:
        """What all these parties announced and no report tells was held, as of the day `on`."""
        with self._asking() as connection:
            return questions.pending(connection, on=on, parties=parties, states=states, limit=limit, after=after)

    def holders(
        self,
        *,
        on: str,
        office: str | None = None,
        party: str | None = None,
        level: str | None = None,
        limit: int | None = None,
        after: int = 0,
    ) -> Holders:
        """Who was reported in an office or at a level around the day `on`, never longer than reports vouch for."""
        with self._asking() as connection:
            return questions.holders(
                connection, on=on, office=office, party=party, level=level, limit=limit, after=after
            )

    def places(
        self,
        *,
        parties: Sequence[str] = (),
        kind: str | None = None,
        status: str | None = None,
        from_day: str | None = None,
        to_day: str | None = None,
        limit: int | None = None,
    ) -> Places:
        """The cities where engagements of all these parties took place, and `limit` of the places that are no city."""
        with self._asking() as connection:
            return questions.places(
                connection, parties=parties, kind=kind, status=status, from_day=from_day, to_day=to_day, limit=limit
            )

    def ties(
        self,
        *,
        among: Among = "parties",
        parties: Sequence[str] = (),
        kind: str | None = None,
        from_day: str | None = None,
        to_day: str | None = None,
        limit: int | None = None,
        most: int | None = None,
    ) -> Ties:
        """Who met whom in encounters of all these parties: the strongest `limit` ties of `most` parties or people."""
        with self._asking() as connection:
            return questions.ties(
                connection,
                among=among,
                parties=parties,
                kind=kind,
                from_day=from_day,
                to_day=to_day,
                limit=limit,
                most=most,
            )

    def coverage(self) -> Covered:
        """What the record covers: outlets, months, gaps, and the reports that gave nothing."""
        with self._asking() as connection:
            return questions.covered(connection)

    def encounters(self) -> Iterator[Encounter]:
        """Every encounter that was held, by day, as far as counting needs it."""
        with self._asking() as connection:
            yield from questions.encounters(connection)
