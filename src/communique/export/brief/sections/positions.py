"""Positions that each side has stated: what somebody said for it, as said by them, in the words of the reports."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from communique.export.brief.asking import Citing, Known
from communique.export.brief.dossier import Line, Section
from communique.export.brief.sections import telling
from communique.export.brief.sections.room import Room
from communique.export.brief.sections.sides import by_side
from communique.record.entries import Statement
from communique.resolve import fold
from communique.wording import words

LEAST = 5  # words of what was said: fewer are courtesies (`the hospitality`)
LEADING = 60  # signs between the verb and what was said: `expressed hope that`
OF_ONE_REPORT = 2  # so that one long speech is not all there is
COURTESIES = ("thank", "gratitude", "hospitality", "congratulat", "greet", "condolence")  # as words of them begin


def positions(known: Known, citing: Citing, room: Room) -> Section:
    """The latest of what each side said in reports of encounters of the two."""
    parts, more = by_side(
        known.parties,
        lambda party: list(_once(each for each in known.statements[party] if _says_something(each))),
        shown=lambda said: list(_spread(said, room.positions)),
        line=lambda told: _line(told, citing, room),
        empty="No statement is reported.",
    )
    return Section(
        title="Positions stated",
        parts=parts,
        note="As said by them, not as fact. In quotation marks: what a report quotes; else the report's words for it.",
        left_out=telling.left_out(more, 0, "statement"),
    )


def _says_something(told: Statement) -> bool:
    """Whether it is more than a few words, and no courtesy."""
    said_ = fold(f"{told.verb.value} {told.content.value}").split()
    return len(told.content.value.split()) >= LEAST and not any(each.startswith(COURTESIES) for each in said_)


def _once(said: Iterable[Statement]) -> Iterator[Statement]:
    """Each saying once, as the latest report has it."""
    seen: set[str] = set()
    for each in said:
        content = fold(each.content.value)
        if content not in seen:
            seen.add(content)
            yield each


def _spread(said: Sequence[Statement], most: int) -> Iterator[Statement]:
    """The first of them, a few of each report."""
    taken: Counter[str] = Counter()
    for each in said:
        report = each.content.report
        if taken.total() < most and taken[report] < OF_ONE_REPORT:
            taken[report] += 1
            yield each


def _line(told: Statement, citing: Citing, room: Room) -> Line:
    day = citing.line(told.content.report).day
    return Line(
        label=words.date(day) if day else "",
        text=f"{telling.plain(told.speaker.value)} {_said(told, citing, room)}",
        cited=citing.passages(told.content),
    )


def _said(told: Statement, citing: Citing, room: Room) -> str:
    """The verb and what was said: quoted where the report quotes it, else as the report puts it."""
    verb, content = told.verb, told.content
    if told.direct:
        quoted = telling.clipped(content.value.strip("“”\"'‘’"), room.text)
        return f"{telling.plain(verb.value)}: “{quoted}”"
    if 0 <= content.start - verb.end <= LEADING:
        return telling.clipped(citing.words(content.report, verb.start, content.end), room.text)
    return f"{telling.plain(verb.value)}: {telling.clipped(content.value, room.text)}"
