"""What is coming, and what was announced and not reported held by the day."""

from typing import Literal

from communique.export.brief.asking import Citing, Known
from communique.export.brief.dossier import Line, Part, Point, Section
from communique.export.brief.sections import telling
from communique.export.brief.sections.room import Room
from communique.record.entries import Engagement
from communique.resolve.statuses import HAPPENED, TO_COME
from communique.wording import words

State = Literal["coming", "undated", "overdue", "called off"]

SAID: dict[State, str] = {
    "coming": "",
    "undated": "",
    "overdue": " – not reported held by this day",
    "called off": " – called off",
}


def coming(known: Known, citing: Citing, room: Room) -> Section:
    """What is still to come, the soonest first; then what no day was told of, what is overdue, what was called off."""
    done = _last_sessions(known)
    awaited = [each for each in known.engagements if not _is_done(each, done)]
    found = [(state, each) for each in awaited if (state := _state(each, known.on))]
    order = list(SAID)
    found.sort(key=lambda pair: (order.index(pair[0]), *_soonest(*pair), pair[1].id))
    shown = found[: room.coming]
    lines = tuple(_line(state, each, known, citing, room) for state, each in shown)
    return Section(
        title="Announced, not reported held",
        parts=(Part(lines=lines, empty="Nothing is announced for the days to come, as far as reported."),),
        left_out=telling.left_out(len(found), len(shown), "announcement"),
    )


def _last_sessions(known: Known) -> dict[str, int]:
    """The highest number of a session that each body held."""
    found: dict[str, int] = {}
    for each in known.engagements:
        if each.body_id and each.session_number and each.status.value in HAPPENED:
            found[each.body_id] = max(found.get(each.body_id, 0), each.session_number.value)
    return found


def _is_done(told: Engagement, done: dict[str, int]) -> bool:
    """Whether it was to be a session of a body that has held that one since, or a later one."""
    number = told.session_number.value if told.session_number else None
    return number is not None and number <= done.get(told.body_id or "", 0)


def _state(told: Engagement, on: str) -> State | None:
    """How it stands on the day; None where it was held, or called off for a day that is past."""
    days = telling.days(told)
    if told.status.value == "cancelled":
        return "called off" if days is None or days[1] >= on else None
    if told.status.value not in TO_COME:
        return None
    if days is None:
        return "undated"
    return "overdue" if days[1] < on else "coming"


def _soonest(state: State, told: Engagement) -> tuple[str, int]:
    """What is coming by its first day; the rest by how long ago it was told, the latest first."""
    days = telling.days(told)
    if state == "coming" and days:
        return days[0], 0
    last = days[1] if days else max((each.day or "" for each in told.tellings), default="")
    return "", -int(last.replace("-", "")[:8].ljust(8, "0") or 0)


def _line(state: State, told: Engagement, known: Known, citing: Citing, room: Room) -> Line:
    last = told.tellings[-1]
    text = f"{telling.what(told, most=room.text)} ({told.status.value}){SAID[state]}"
    day = words.date(last.day) if last.day else "day not told"
    last_told = Point(label="Last told", text=day, cited=citing.passages(last.trigger))
    return Line(
        label=telling.when(told),
        text=text,
        cited=citing.passages(told.trigger, told.start, told.end)[:2],
        points=(*telling.who(told, known, citing, most=room.text), last_told),
    )
