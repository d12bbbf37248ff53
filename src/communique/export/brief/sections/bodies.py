"""Standing bodies of the two: when each met last, who heads it, when it is to meet next."""

from collections.abc import Iterator, Sequence

from communique.export.brief.asking import NEVER, Citing, Known, KnownBody
from communique.export.brief.dossier import Line, Part, Point, Section
from communique.export.brief.sections import telling
from communique.export.brief.sections.room import Room
from communique.record.entries import Engagement, Head
from communique.resolve.statuses import HAPPENED, TO_COME
from communique.wording import parties, words


def bodies(known: Known, citing: Citing, room: Room) -> Section:
    """The bodies, the one that met last first."""
    found = sorted(known.bodies, key=lambda each: (_last_day(each), each.body.name), reverse=True)
    shown = found[: room.bodies]
    lines = tuple(line for each in shown if (line := _line(each, known, citing, room)))
    return Section(
        title="Standing bodies",
        parts=(Part(lines=lines, empty="No standing body of the two is reported."),),
        left_out=telling.left_out(len(found), len(shown), "body", "bodies"),
    )


def _held(told: KnownBody) -> list[Engagement]:
    return telling.latest_first([each for each in told.engagements if each.status.value in HAPPENED])


def _last_day(told: KnownBody) -> str:
    last = next(iter(_held(told)), None)
    return (telling.days(last) or ("", ""))[1] if last else ""


def _line(told: KnownBody, known: Known, citing: Citing, room: Room) -> Line | None:
    named = [
        each for each in (*told.body.names, *told.body.aliases) if (citing.line(each.report).day or "9") <= known.on
    ]
    if not named:
        return None
    held = _held(told)
    count = words.count(len(held), "session") if held else "No session"
    return Line(
        label=f"{count} reported",
        text=telling.capital(telling.clipped(told.body.name, room.text)),
        cited=citing.passages(max(named, key=lambda each: len(each.value))),
        points=tuple(_points(told, held, known, citing, room)),
    )


def _points(told: KnownBody, held: Sequence[Engagement], known: Known, citing: Citing, room: Room) -> Iterator[Point]:
    if held:
        yield _met("Met last", held[0], citing)
    heads = _heads(told.body.heads, known, citing)
    if heads:
        named = "; ".join(_head(each) for each in heads)
        cited = citing.passages(*(each.name for each in heads))[: telling.MARKS]
        yield Point(label="Heads", text=telling.clipped(named, room.text), cited=cited)
    ahead = [each for each in told.engagements if each.status.value in TO_COME and _ahead(each, known.on)]
    if ahead:
        soonest = min(ahead, key=lambda each: (telling.days(each) or (NEVER, ""))[0])
        yield _met("To meet", soonest, citing)


def _met(label: str, told: Engagement, citing: Citing) -> Point:
    number = f"{words.ordinal(told.session_number.value)} session, " if told.session_number else ""
    where = f", {telling.plain(told.place.value)}" if told.place else ""
    cited = citing.passages(told.trigger, told.start, told.session_number)[:2]  # type: ignore[arg-type]
    return Point(label=label, text=f"{number}{telling.when(told)}{where}", cited=cited)


def _ahead(told: Engagement, on: str) -> bool:
    days = telling.days(told)
    return days is None or days[1] >= on


def _heads(heads: Sequence[Head], known: Known, citing: Citing) -> list[Head]:
    """The latest head of each party that was told by the day."""
    found: dict[str, Head] = {}
    told = [each for each in heads if citing.day(each.name) <= known.on]
    for each in sorted(told, key=lambda each: each.first or ""):
        found[each.party.value if each.party else ""] = each
    return list(found.values())


def _head(told: Head) -> str:
    name = telling.plain(told.name.value)
    return f"{parties.name(told.party.value)}: {name}" if told.party else name
