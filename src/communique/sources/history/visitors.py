"""The `visitor` of a row: one person or several, each with offices, rank and name."""

from collections.abc import Iterator
from dataclasses import replace

from communique.sources.history.persons import Line, Told, name_end, person_at


def visitors(text: str) -> list[Told]:
    """The persons a visitor's words tell of, in order; who stands there without a title has only a name."""
    return list(_visitors(Line(text)))


def _visitors(line: Line) -> Iterator[Told]:
    i = 0
    while i < len(line.words):
        told = person_at(line, i)
        if told is None:
            told = _untitled(line, i)
        elif told.name is not None:
            told = _whole_name(line, told, told.name)
        yield told
        i = line.index_at(told.end)
        if i < len(line.words) and line.words[i].text in ("and", "&"):
            i += 1


def _whole_name(line: Line, told: Told, name: tuple[int, int]) -> Told:
    """With words in lower case that no list of particles has: nothing but the name follows a title here."""
    i = line.index_at(told.end)
    if told.end != name[1] or i >= len(line.words) or line.gap(i) != " " or line.words[i].text in ("and", "of", "&"):
        return told
    beyond = name_end(line, i + 1)
    if beyond <= i + 1:
        return told
    end = line.words[beyond - 1].end
    return replace(told, end=end, name=(name[0], end))


def _untitled(line: Line, i: int) -> Told:
    """A name alone, up to `and` or a comma before a title."""
    beyond = i + 1
    while beyond < len(line.words) and not _another(line, beyond):
        beyond += 1
    span = line.span(i, beyond)
    return Told(*span, name=span)


def _another(line: Line, i: int) -> bool:
    joined = line.words[i].text in ("and", "&")
    return (joined or line.gap(i).startswith(",")) and person_at(line, i + joined) is not None
