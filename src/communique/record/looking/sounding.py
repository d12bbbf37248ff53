"""People by names that sound like those looked for: Ghoreishi finds Qoreyshi."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from communique.record.store import schema
from communique.resolve import fold
from communique.resolve.names import alike, skeleton

PERSONS, FORMS, SOUNDS = schema.persons.c, schema.person_forms.c, schema.sounds.c
ONE_NAME = 0.8  # from which on two words are one name otherwise spelled; see `names.alike`


def sounding(connection: Connection, text: str) -> list[str]:
    """The ids of people in a name of whom every word of `text` sounds, by name; those written just so are among them.

    `text` is compared with each name they are told with, and with the one that is shown.
    """
    sought = text.split()
    if not sought:
        return []
    asked = (
        select(PERSONS.id, PERSONS.name, FORMS.folded)
        .join_from(schema.person_forms, schema.persons, PERSONS.id == FORMS.person)
        .order_by(PERSONS.folded, PERSONS.id)
    )
    for word in sought:  # an accent may tell how a word is heard, and is often left out
        heard = select(SOUNDS.form).where(SOUNDS.sound.in_({skeleton(word), skeleton(fold(word))}))
        asked = asked.where(FORMS.id.in_(heard))
    rows = connection.execute(asked)
    return list(dict.fromkeys(id for id, name, told in rows if _sounds(sought, told.split(), name.split())))  # noqa: A001


def _sounds(sought: Iterable[str], *names: Iterable[str]) -> bool:
    """Whether each word sounds like some word of one of the names."""
    return any(all(any(alike(word, each) >= ONE_NAME for each in name) for word in sought) for name in map(list, names))
