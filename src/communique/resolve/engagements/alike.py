"""Whether two who take part may be one: by name, and by office where there is no name."""

from functools import lru_cache

from communique.resolve.folding import fold
from communique.resolve.mentions import Taking

REMEMBERED = 50_000
FULL, FAMILY_ALONE = 1.0, 0.5


def names_alike(left: Taking, right: Taking) -> float:
    """How far two names may be one: 1 the same, 0.5 by the family name alone, 0 two."""
    return _alike(fold(left.name or ""), fold(right.name or ""))


def offices_alike(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether an office of the one may be one of the other."""
    return any(_words(one) <= _words(other) or _words(other) <= _words(one) for one in some for other in others)


@lru_cache(maxsize=REMEMBERED)
def _alike(one: str, other: str) -> float:
    some, others = set(one.split()), set(other.split())
    if not some or not others:
        return 0.0
    if some <= others or others <= some:
        return FULL if min(len(some), len(others)) > 1 else FAMILY_ALONE
    return 0.0


@lru_cache(maxsize=REMEMBERED)
def _words(office: str) -> frozenset[str]:
    return frozenset(fold(office).split()) - {"of", "the", "and", "for", "republic"}
