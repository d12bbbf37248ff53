"""Numbers of citations: a source for each report in the order the brief first cites it, a letter for each passage."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from string import ascii_lowercase

from communique.export.brief.dossier import Line, Part, Passage, Point, Section, Source
from communique.record.entries import ReportLine

Place = tuple[str, int, int]


def numbered(
    sections: Sequence[Section], report: Callable[[str], ReportLine]
) -> tuple[tuple[Section, ...], tuple[Source, ...]]:
    """The sections with every passage marked, and the sources that the marks name."""
    found: dict[str, dict[Place, Passage]] = {}
    for passage in _passages(sections):
        found.setdefault(passage.report, {}).setdefault(_place(passage), passage)
    marks: dict[Place, str] = {}
    for number, places in enumerate(found.values(), start=1):
        letters = [""] if len(places) == 1 else map(_letters, range(len(places)))
        marks |= {place: f"{number}{letter}" for place, letter in zip(places, letters, strict=False)}
    sources = tuple(
        _source(number, report(id), [replace(each, mark=marks[place]) for place, each in places.items()])
        for number, (id, places) in enumerate(found.items(), start=1)  # noqa: A001
    )
    return tuple(_marked(each, marks) for each in sections), sources


def _passages(sections: Iterable[Section]) -> Iterable[Passage]:
    for section in sections:
        for line in section.lines:
            yield from line.cited
            for point in line.points:
                yield from point.cited


def _place(passage: Passage) -> Place:
    return passage.report, passage.start, passage.end


def _letters(nth: int) -> str:
    """`a` to `z`, then `aa`, `ab` and so on."""
    before, letter = divmod(nth, len(ascii_lowercase))
    return (_letters(before - 1) if before else "") + ascii_lowercase[letter]


def _source(number: int, line: ReportLine, passages: Sequence[Passage]) -> Source:
    return Source(
        number=number,
        report=line.id,
        outlet=line.publisher,
        title=line.title,
        day=line.day,
        url=line.url,
        passages=tuple(passages),
    )


def _marked(section: Section, marks: dict[Place, str]) -> Section:
    def marked(cited: Iterable[Passage]) -> tuple[Passage, ...]:
        return tuple(replace(each, mark=marks[_place(each)]) for each in cited)

    def point(told: Point) -> Point:
        return replace(told, cited=marked(told.cited))

    def line(told: Line) -> Line:
        return replace(told, cited=marked(told.cited), points=tuple(map(point, told.points)))

    def part(told: Part) -> Part:
        return replace(told, lines=tuple(map(line, told.lines)))

    return replace(section, parts=tuple(map(part, section.parts)))
