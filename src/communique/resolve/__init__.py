"""Who is who, which account tells of which engagement, which body is which: pure functions, no state.

`joining.Joining` is the one place where names become persons and accounts become engagements.
"""

from communique.resolve.days import bounds, day_of
from communique.resolve.folding import fold, fold_name, fullest
from communique.resolve.forms import body_forms, person_forms
from communique.resolve.joining import BodyIdentity, Joining, PersonIdentity
from communique.resolve.sessions import in_order

__all__ = [
    "BodyIdentity",
    "Joining",
    "PersonIdentity",
    "body_forms",
    "bounds",
    "day_of",
    "fold",
    "fold_name",
    "fullest",
    "in_order",
    "person_forms",
]
