"""Which engagements a question is about: what parties, kind, status and days leave of all of them."""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, select

from communique.record.looking.engagements import in_days
from communique.record.store import schema

ENGAGEMENTS, SIDES = schema.engagements.c, schema.sides.c


def chosen(
    *,
    parties: Sequence[str] = (),
    kind: str | None = None,
    status: str | None = None,
    from_day: str | None = None,
    to_day: str | None = None,
) -> Iterator[ColumnElement[bool]]:
    """The conditions; what is not set does not restrict. `parties` must all take part, days are inclusive."""
    for party in parties:
        yield ENGAGEMENTS.id.in_(select(SIDES.engagement).where(SIDES.party == party))
    for column, value in ((ENGAGEMENTS.kind, kind), (ENGAGEMENTS.status, status)):
        if value:
            yield column == value
    yield from in_days(from_day, to_day)
