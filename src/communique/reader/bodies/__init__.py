"""Bodies: the working groups, commissions, dialogues in which parties meet again and again, and their sittings.

model.py      a body as read, a sitting of one
grammar.py    how far a body's name reaches to both sides of the word for its kind
places.py     every place that names a body
standing.py   which places name one body; which bodies stand between parties
sittings.py   every place that tells of a numbered, next or last meeting of a body
founding.py   the words that say a body was set up
closing.py    bodies become parts of a reading
"""

from communique.reader.bodies.closing import close_bodies
from communique.reader.bodies.founding import Founding, find_foundings
from communique.reader.bodies.model import Sitting, Standing
from communique.reader.bodies.sittings import find_sittings, ordinal
from communique.reader.bodies.standing import find_bodies, settle_bodies

__all__ = [
    "Founding",
    "Sitting",
    "Standing",
    "close_bodies",
    "find_bodies",
    "find_foundings",
    "find_sittings",
    "ordinal",
    "settle_bodies",
]
