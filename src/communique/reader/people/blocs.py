"""Blocs: a few states that go by one word (`the Nordic ministers`, `the GCC states`), and which they are."""

import re
from collections.abc import Iterator
from functools import cache

from communique.lexicon.alternation import alternation
from communique.lexicon.tables import Column, Row, table
from communique.reader.marks import Mark

SORTS = ("noun", "adjective", "organisation")
_STATES = r"(?:['’]s?)?\s+(?:member[ -])?(?:states|countries|nations|members|republics|governments|capitals)\b"


def blocs_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, list[Mark]]]:
    """The words for blocs in a range, with a mark for each of their states; an adjective with its noun in the range."""
    for match in _bloc().finditer(text, start, end):
        if match["adjective"] == match.group() and not _whose().search(text, match.end(), end):
            continue
        row = _rows()[match["noun"] or match["adjective"] or match["organisation"]]
        marks = [Mark(match.start(), match.end(), "bloc", code, "groups.bloc") for code in row.many("states")]
        yield match.start(), match.end(), marks


def bloc_at(text: str, start: int) -> tuple[int, bool] | None:
    """Where the words for a bloc end that begin at an offset, and whether they stand by themselves."""
    match = _bloc().match(text, start)
    return None if match is None else (match.end(), match["noun"] is not None or match["adjective"] != match.group())


@cache
def _bloc() -> re.Pattern[str]:
    sorts = {sort: alternation(name for name, row in _rows().items() if row["word"] == sort) for sort in SORTS}
    named = "|".join(rf"(?P<{sort}>{words})\b" for sort, words in sorts.items() if sort != "organisation")
    return re.compile(rf"\b(?:(?:{named})(?:{_STATES})?|(?P<organisation>{sorts['organisation']}){_STATES})")


@cache
def _whose() -> re.Pattern[str]:
    """A word that an adjective before it may tell of: `Nordic and Baltic | ministers`."""
    adjectives = alternation(name for name, row in _rows().items() if row["word"] == "adjective")
    return re.compile(rf"\s(?!(?:and|the)\b|{adjectives}\b)\w")


@cache
def _rows() -> dict[str, Row]:
    columns: list[Column | str] = ["name", Column("states", many=True), Column("word", values=frozenset(SORTS))]
    return {row["name"]: row for row in table("blocs", columns)}
