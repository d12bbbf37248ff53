"""The parties of engagements and bodies, whose rows have them as words with spaces between, and so may a code."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, select

from communique.record.store import schema
from communique.record.store.told import chunks

ENGAGEMENTS, SIDES, FORMS = schema.engagements.c, schema.sides.c, schema.body_forms.c


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


def parties_of_bodies(connection: Connection) -> Callable[[str], list[str]]:
    """What parts the parties of a body's row, sorted as they are there, into codes."""
    # Only where there is a space and a word of three letters can there be a code of several words.
    asked = select(FORMS.compared).where(FORMS.parties.op("GLOB")("*[^ ][^ ][^ ]*"), FORMS.parties.contains(" "))
    known = {code for told in connection.execute(asked).scalars() for code in json.loads(told)["parties"]}
    several = sorted((each for each in known if " " in each), key=len, reverse=True)

    def parted(told: str) -> list[str]:
        rest, found = f" {told} ", []
        for code in several:
            if f" {code} " in rest:
                found.append(code)
                rest = rest.replace(f" {code} ", "  ")
        return sorted([*found, *rest.split()])

    return parted
