"""People by names that sound like those looked for: Ghoreishi finds Qoreyshi."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from communique.record.store import schema
from communique.resolve.names import alike, skeleton

PERSONS = schema.persons.c
ONE_NAME = 0.8  # from which on two words are one name otherwise spelled; see `names.alike`


def sounding(connection: Connection, text: str) -> list[str]:
    """The ids of people in whose names every word of `text` sounds, by name; people written just so are among them."""
    sought = [(word, skeleton(word)) for word in text.split()]
    if not sought:
        return []
    rows = connection.execute(select(PERSONS.id, PERSONS.name).order_by(PERSONS.folded, PERSONS.id))
    return [id for id, name in rows if _sounds(sought, name.split())]  # noqa: A001


def _sounds(sought: Iterable[tuple[str, str]], name: Iterable[str]) -> bool:
    """Whether each word sounds like some word of a name; the skeletons, which are quickly compared, first."""
    heard = [(word, skeleton(word)) for word in name]
    return all(
        any(bones == other and alike(word, written) >= ONE_NAME for written, other in heard) for word, bones in sought
    )
