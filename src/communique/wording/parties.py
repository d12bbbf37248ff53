"""Parties as people name them and as the record keeps them: `Azerbaijan` and `AZ`, `nato` and `NATO`."""

from collections.abc import Sequence
from functools import cache

from communique.lexicon import entries  # the tables alone: finding names in texts takes longer to load


@cache
def _names() -> dict[str, str]:
    """The name of each country by its code."""
    return {each.code: each.name for each in entries.territories()}


@cache
def _codes() -> dict[str, str]:
    """The code of each party by its code, name and other names in lower case; where names clash a code wins."""
    countries, organisations = entries.territories(), entries.organisations()
    codes = {name.casefold(): each.name for each in organisations for name in (each.name, *each.other)}
    codes |= {name.casefold(): each.code for each in countries for name in (each.name, *each.other)}
    return codes | {each.code.casefold(): each.code for each in countries}


def name(code: str) -> str:
    """What people call the party of this code: `AZ` is `Azerbaijan`; an organisation has its name for a code."""
    return _names().get(code, code)


def code(given: str) -> str:
    """The code of a party that is given by code or name: `Azerbaijan`, `az` and `AZ` are `AZ`.

    What the lexicon does not know stays as it is, since a record may.
    """
    return _codes().get(given.casefold(), given)


def asked(between: tuple[str, str] | None, party: Sequence[str]) -> tuple[str, ...]:
    """The codes of all parties that `--between` and `--party` name, each once."""
    return tuple(dict.fromkeys(code(each) for each in (*(between or ()), *party)))
