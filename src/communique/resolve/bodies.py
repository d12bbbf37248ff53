"""Which body is which: names of bodies, for their parties, compared."""

from communique.resolve.likeness import Likeness, Reason, likeness
from communique.resolve.mentions import BodyForm

VERSION = "0"

GENERIC = frozenset({"joint", "working", "group", "committee", "commission", "council", "the", "bilateral", "talks"})


def is_vague(folded: str, parties: tuple[str, ...]) -> bool:
    """Whether a name is too thin to be the same in another report: generic, or of nobody known."""
    return not parties or GENERIC.issuperset(folded.split())


def keys(node: BodyForm) -> frozenset[str]:
    """What a form is looked up by: forms that share no key are never compared."""
    return frozenset({" ".join(node.parties)})


def compare(a: BodyForm, b: BodyForm) -> Likeness:
    """How like two forms are, from 0 (two bodies) to 1 (one)."""
    some, others = set(a.folded.split()), set(b.folded.split())
    shared = len(some & others) / len(some | others)
    reasons = [Reason("bodies.name", shared, "like names")] if shared >= 0.5 else []
    return likeness(a.id, b.id, shared if a.parties == b.parties else 0.0, reasons)


def apart(a: BodyForm, b: BodyForm) -> bool:
    """Whether two forms are two bodies whatever speaks for them."""
    return a.parties != b.parties
