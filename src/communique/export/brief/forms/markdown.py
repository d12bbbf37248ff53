"""A brief as Markdown (CommonMark): marks in brackets, sources as a list at the end."""

import re
from collections.abc import Iterator

from communique.export.brief.dossier import Dossier, Line, Passage, Plot, Section, Source
from communique.export.brief.forms import wording
from communique.export.brief.forms.wording import text
from communique.wording import words

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_ADDRESS = re.compile(r"[\s<>]")


def markdown(dossier: Dossier) -> bytes:
    """The brief as UTF-8."""
    return ("\n".join(_lines(dossier)).rstrip("\n") + "\n").encode("utf-8")


def _lines(dossier: Dossier) -> Iterator[str]:
    yield f"# {_plain(dossier.title)}\n"
    yield f"{wording.as_of(dossier)} {_plain(dossier.rests_on)}\n"
    if dossier.plot:
        yield from _plot(dossier.plot)
    for section in dossier.sections:
        yield from _section(section)
    if dossier.sources:
        yield f"## {wording.SOURCES}\n"
        for source in dossier.sources:
            yield from _source(source)
    yield f"\n{wording.FOOT}"


def _plot(plot: Plot) -> Iterator[str]:
    yield f"## {wording.CONTACT}\n"
    yield f"| Year | All | {' | '.join(plot.groups)} |"
    yield f"|---|{'---:|' * (len(plot.groups) + 1)}"
    for year in plot.years:
        counts = (str(count or "") for _, count in year.counts)
        yield f"| {year.name} | {year.total if year.covered else 'no report'} | {' | '.join(counts)} |"
    yield f"\n{plot.caption}\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {section.title}\n"
    if section.note:
        yield f"{section.note}\n"
    for part in section.parts:
        if part.heading:
            yield f"### {_plain(part.heading)}\n"
        if not part.lines:
            yield f"{part.empty}\n"
        for line in part.lines:
            yield from _line(line)
        if part.lines:
            yield ""
    if section.left_out:
        yield f"{section.left_out}.\n"


def _line(line: Line) -> Iterator[str]:
    yield f"- **{_plain(line.label)}** {_plain(line.text)}{_marks(line.cited)}"
    for point in line.points:
        yield f"    - {point.label}: {_plain(point.text)}{_marks(point.cited)}"


def _marks(cited: tuple[Passage, ...]) -> str:
    return "".join(rf" \[{each.mark}\]" for each in cited)


def _source(source: Source) -> Iterator[str]:
    title = f": {_plain(source.title)}" if source.title else ""
    address = f" <{_ADDRESS.sub('', text(source.url))}>" if source.url else ""
    yield f"- **{source.number}** {_plain(wording.name(source))}{title}.{address}"
    for each in source.passages:
        yield rf"    - \[{each.mark}\] “{_plain(each.quote)}”"


def _plain(told: str) -> str:
    """Words that no sign of theirs makes markup of."""
    return _SIGNS.sub(r"\\\1", words.line(text(told)))
