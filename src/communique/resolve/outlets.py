"""Whose outlet a publisher is: it knows the offices, ranks and places of its own state best."""

from functools import lru_cache

from communique import lexicon

REMEMBERED = 10_000


@lru_cache(maxsize=REMEMBERED)
def home_of(publisher: str | None) -> str | None:
    """The code of the state an outlet is of; None where it is not known, or the name speaks of several.

    An outlet of the lexicon has its country there; else it is that which its name names (`Moldovan Ministry of
    Defence`).
    """
    if not publisher:
        return None
    known = lexicon.load()
    names = {hit.key for hit in known.find(publisher, kinds=["publisher"])}
    homes = {each.country for each in known.publishers if each.name in names and each.country}
    if not homes:
        homes = {hit.key for hit in known.find(publisher, kinds=["country", "demonym"])}
    return homes.pop() if len(homes) == 1 else None
