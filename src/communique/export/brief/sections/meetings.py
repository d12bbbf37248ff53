"""Last meetings and calls: when, where, who led, what was on the table, what was agreed."""

from collections.abc import Iterator

from communique.export.brief.asking import Citing, Known
from communique.export.brief.dossier import Line, Part, Point, Section
from communique.export.brief.sections import telling
from communique.export.brief.sections.room import Room
from communique.record.entries import Engagement
from communique.resolve.statuses import HAPPENED


def meetings(known: Known, citing: Citing, room: Room) -> Section:
    """What was held, the latest first."""
    held = telling.latest_first([each for each in known.engagements if each.status.value in HAPPENED])
    shown = held[: room.meetings]
    total = len(held) + known.older
    return Section(
        title="Last meetings and calls",
        parts=(Part(lines=tuple(_line(each, known, citing, room) for each in shown), empty="None is reported."),),
        left_out=telling.left_out(total, len(shown), "encounter"),
    )


def _line(told: Engagement, known: Known, citing: Citing, room: Room) -> Line:
    text = telling.what(told, most=room.text)
    if told.status.value == "under way":
        text += ", under way"
    return Line(
        label=telling.when(told),
        text=text,
        cited=citing.passages(told.trigger, told.start, told.end, told.place, told.body)[:2],
        points=tuple(_points(told, known, citing, room)),
    )


def _points(told: Engagement, known: Known, citing: Citing, room: Room) -> Iterator[Point]:
    yield from telling.who(told, known, citing, most=room.text)
    for label, values in (("Topics", told.topics), ("Agreed", told.outcomes)):
        if values:
            text = telling.listed(values, items=room.items, most=room.text)
            yield Point(label=label, text=text, cited=citing.passages(*values[: room.items])[: telling.MARKS])
