"""Which column of a table holds which field of a report: by its name, or as the user says."""

from collections.abc import Mapping, Sequence

from communique.sources.confined.extract import Said
from communique.sources.fields import FIELDS

SHOWN = 10  # names of columns that a line repeats


def places(header: Sequence[str], columns: Mapping[str, str]) -> dict[str, int] | Said:
    """Where the fields stand in a row; what is wrong, and what to do, where a column is missing that has to be there.

    `columns` are the fields whose columns have other names than theirs, with those names; case does not matter.
    """
    names = [each.casefold() for each in header]
    if not any(names):
        return "is empty", "give a text, or leave it out"
    wanted = {field: columns.get(field, field).casefold() for field in FIELDS}
    for field in columns.keys() | {"text"}:
        if wanted[field] not in names:
            what = f"has no column {columns.get(field, field)!r}, only {', '.join(header[:SHOWN])}"
            return what, f"say which column has the {field}: --columns {field}=NAME"
    return {field: names.index(name) for field, name in wanted.items() if name in names}
