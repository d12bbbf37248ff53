"""How long a brief comes out, reckoned the same for every form, so that all of them say the same."""

from collections.abc import Iterator
from math import ceil

from communique.export.brief.dossier import Dossier, Line, Section, Source

# Points, as the PDF is set (`forms.paper`): 9 on 12 in a column of 400 beside the labels, sources 7.5 on 9.5.
PAGES = 3
PAGE = 740  # of a page's height that can be written on
LEADING, SMALL = 12.0, 9.5
SIGNS, SMALL_SIGNS = 86, 124  # in a line; measured on Fira Sans with room for long words
ADDRESS = 200  # signs of an address that are shown; the whole of it is what they link to
HEADING, PLOT, HEAD = 30, 130, 90
SPARE = 0.94  # of the pages: lines that stay together leave some of a page empty


def fits(dossier: Dossier) -> bool:
    """Whether it comes out on three pages at most."""
    return sum(_heights(dossier)) <= PAGES * PAGE * SPARE


def _heights(dossier: Dossier) -> Iterator[float]:
    yield HEAD + (PLOT if dossier.plot else 0) + HEADING
    for section in dossier.sections:
        yield from _of_section(section)
    yield from map(_of_source, dossier.sources)


def _of_section(section: Section) -> Iterator[float]:
    yield HEADING + LEADING * bool(section.note) + LEADING * bool(section.left_out)
    for part in section.parts:
        yield LEADING * 1.5 * bool(part.heading) + LEADING * (not part.lines)
        yield from map(_of_line, part.lines)


def _of_line(line: Line) -> float:
    marks = sum(len(each.mark) + 2 for each in line.cited)
    below = sum(
        _lines(len(f"{each.label}: {each.text}") + sum(len(mark.mark) + 2 for mark in each.cited), SIGNS)
        for each in line.points
    )
    return LEADING * (_lines(len(line.text) + marks, SIGNS) + below + 0.3)


def _of_source(source: Source) -> float:
    signs = sum(len(each.quote) + len(each.mark) + 4 for each in source.passages)
    name = len(source.title or "") + len(source.outlet or "") + min(len(source.url or ""), ADDRESS) + 20
    return SMALL * (_lines(name, SMALL_SIGNS) + _lines(signs, SMALL_SIGNS) + 0.3)


def _lines(signs: int, width: int) -> int:
    return max(1, ceil(signs / width))
