"""Parties as people name them and as the record keeps them: `Azerbaijan` and `AZ`."""

from functools import cache

from communique.lexicon.tables import Column, Row, table

_COLUMNS = (
    "code",
    "name",
    Column("other", optional=True, many=True),
    Column("demonyms", optional=True, many=True),
    Column("capitals", optional=True, many=True),
    Column("seats", optional=True, many=True),
)


@cache
def _territories() -> dict[str, Row]:
    return {row["code"]: row for row in table("territories", _COLUMNS)}


def name(code: str) -> str:
    """What people call the party of this code: `AZ` is `Azerbaijan`; a code without a name stays as it is."""
    row = _territories().get(code)
    return row["name"] if row else code


def code(given: str) -> str:
    """The code of a party that is given by its code or by a name: `Azerbaijan`, `az` and `AZ` are `AZ`.

    What is neither (an organisation's short name, say) stays as it is.
    """
    if given.upper() in _territories():
        return given.upper()
    folded = given.casefold()
    for row in _territories().values():
        if folded in (each.casefold() for each in (row["name"], *row.many("other"))):
            return row["code"]
    return given
