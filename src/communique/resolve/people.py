"""Who is who: names as written, for a party, compared."""

from communique.resolve.folding import fold_name
from communique.resolve.likeness import Likeness, Reason, likeness
from communique.resolve.mentions import PersonForm

VERSION = "0"


def is_vague(name: str) -> bool:
    """Whether a name is too thin to be the same in another report: fewer than two words written out."""
    return sum(len(word) > 1 for word in fold_name(name).split()) < 2


def keys(node: PersonForm) -> frozenset[str]:
    """What a form is looked up by: forms that share no key are never compared."""
    return frozenset(f"{node.party or ''} {word}" for word in node.folded.split())


def compare(a: PersonForm, b: PersonForm) -> Likeness:
    """How like two forms are, from 0 (two people) to 1 (one)."""
    some, others = set(a.folded.split()), set(b.folded.split())
    if a.party == b.party and (some <= others or others <= some):
        return likeness(a.id, b.id, 0.9 if some == others else 0.6, [Reason("people.name", 0.6, "same name")])
    return likeness(a.id, b.id, 0.0, ())


def apart(a: PersonForm, b: PersonForm) -> bool:
    """Whether two forms are two people whatever speaks for them."""
    some, others = set(a.folded.split()), set(b.folded.split())
    return len(some - others) > 0 and len(others - some) > 0
