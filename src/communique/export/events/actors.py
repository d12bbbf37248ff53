"""Parties as event data sets name them: states by ISO 3166-1 alpha-3, as CAMEO has them."""

from functools import cache

from communique.export.events.rules import DATA
from communique.lexicon.tables import Column, table

ORGANISATION = "IGO"  # CAMEO's code for an organisation of states that has none of its own here


@cache
def _states() -> dict[str, str]:
    rows = table(DATA / "states.tsv", ["code", Column("alpha3", optional=True)])
    return {row["code"]: row["alpha3"] for row in rows}


def actor(party: str) -> str:
    """The code of a party; "" for a state that has none, IGO for an organisation."""
    return _states().get(party, ORGANISATION)
