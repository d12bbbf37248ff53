"""The parties of engagements, where an engagement's row has them as words with spaces between, and so may a code."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from communique.record.store import schema
from communique.record.store.told import chunks

ENGAGEMENTS, SIDES = schema.engagements.c, schema.sides.c


def parties_of(connection: Connection, engagements: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The codes of the parties of each of these engagements, in the order told; of one without parties none."""
    asked = select(ENGAGEMENTS.id, ENGAGEMENTS.parties, SIDES.party).join(
        schema.sides, SIDES.engagement == ENGAGEMENTS.id
    )
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for some in chunks(engagements):
        for id, told, party in connection.execute(asked.where(ENGAGEMENTS.id.in_(some))):  # noqa: A001
            found[id].append((f" {told} ".index(f" {party} "), party))
    return {id: tuple(party for _, party in sorted(parties)) for id, parties in found.items()}  # noqa: A001
