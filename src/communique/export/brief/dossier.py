"""What a brief says, before it is a page, a document or a file: plain entries whose every line names its words."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a report that a line stands on: `text[start:end] == quote` in the report of that id.

    `mark` is what the line and the list of sources call it by: `3`, or `3b` where a source has several.
    """

    report: str
    start: int
    end: int
    quote: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something said below a line, under a label of its own: `Topics`, `Agreed`."""

    label: str
    text: str
    cited: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing told: `label` is when, `text` what; `points` say more of it."""

    label: str
    text: str
    cited: tuple[Passage, ...]
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines that go together, under a heading where there are several such; `empty` is what to say for no line."""

    lines: tuple[Line, ...]
    empty: str
    heading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One heading of the brief. `note` says how its lines are to be read, `left_out` what there was no room for."""

    title: str
    parts: tuple[Part, ...]
    note: str | None = None
    left_out: str | None = None

    @property
    def lines(self) -> Iterator[Line]:
        """The lines of all its parts."""
        return (line for part in self.parts for line in part.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that lines stand on, by number, with the passages cited, in the order of their marks."""

    number: int
    report: str
    outlet: str | None
    title: str | None
    day: str | None
    url: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The encounters of a year by level; `covered` says whether the record has any report from then."""

    name: str
    counts: tuple[tuple[str, int], ...]
    covered: bool

    @property
    def total(self) -> int:
        """How many encounters, over all levels."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Encounters over the years, to be drawn; `groups` are the levels, the highest first."""

    groups: tuple[str, ...]
    years: tuple[Year, ...]
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A brief on two parties (codes, and their `names`) as of a day (ISO): what reports of that day or before tell."""

    parties: tuple[str, str]
    names: tuple[str, str]
    on: str
    plot: Plot | None
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    rests_on: str
    left_out: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The parties, as a heading has them."""
        return " – ".join(self.names)
