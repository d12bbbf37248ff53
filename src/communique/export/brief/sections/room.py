"""How much room a brief gives to each of its sections."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The most lines of each section, the most items in a line, and the most signs of a text and of a quoted passage.

    `holders` and `positions` are those of each side.
    """

    meetings: int
    coming: int
    documents: int
    bodies: int
    holders: int
    positions: int
    items: int
    text: int
    passage: int


ROOMS = (
    Room(meetings=8, coming=6, documents=6, bodies=4, holders=6, positions=4, items=3, text=300, passage=240),
    Room(meetings=8, coming=5, documents=5, bodies=4, holders=5, positions=4, items=3, text=260, passage=180),
    Room(meetings=7, coming=5, documents=5, bodies=3, holders=5, positions=3, items=3, text=220, passage=150),
    Room(meetings=7, coming=4, documents=4, bodies=3, holders=4, positions=3, items=2, text=200, passage=130),
    Room(meetings=6, coming=4, documents=4, bodies=3, holders=4, positions=3, items=2, text=180, passage=120),
    Room(meetings=5, coming=3, documents=4, bodies=2, holders=4, positions=3, items=2, text=170, passage=110),
    Room(meetings=5, coming=3, documents=3, bodies=2, holders=3, positions=2, items=2, text=150, passage=100),
    Room(meetings=4, coming=2, documents=2, bodies=1, holders=2, positions=1, items=1, text=120, passage=90),
)
"""From the most generous to one that fits three pages whatever the record holds; the first that fits is taken."""
