"""When: the days of an encounter, from the times in its sentence that are its own.

reach.py    how far a time stands from a trigger
length.py   for how many days
carry.py    what is told of its days in other sentences
"""

import datetime
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal, cast, get_args

from communique.lexicon.tables import Column, table
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.setting.length import WEEK, length_of, stretched
from communique.reader.engagements.setting.reach import LIMIT, governor, leads_in, reach
from communique.reader.engagements.setting.theirs import is_theirs
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.page import Page
from communique.reader.times import Time

if TYPE_CHECKING:
    from spacy.tokens import Token

Edge = Literal["opens", "closes", "comes", "goes", "returns", "lasts", "whole"]
Days = tuple[str | None, str | None]
_UNTOLD: Days = (None, None)
# Encounters that last: the day they begin is not the day they end.
LASTING = frozenset({"session", "conference", "exercise", "visit"})
# Verbs by which what has begun is said to go on, by lemma.
GOING_ON = frozenset({"continue", "go", "last", "proceed", "resume", "run"})
PUT_OFF = re.compile(
    r"\b(?:postponed|rescheduled|moved|shifted|put off|pushed back|brought forward|deferred|reset|delayed)\b",
    re.IGNORECASE,
)
# How far before the word for a document its year may stand: `the 2022 bilateral cooperation plan`.
BEFORE_DOCUMENT = 25
_STOP = re.compile(r"[.,;:\n]")
_NEW_DAY = re.compile(r"\b(?:to|until|till|for)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A time of a trigger, how far it stands from it, and which of its days it is."""

    time: Time
    cost: float
    edge: Edge


@cache
def edges() -> dict[str, Edge]:
    """Verbs whose day is an edge of what they tell of, by lemma."""
    values = frozenset(get_args(Edge)) - {"lasts", "whole"}
    return {
        row["verb"]: cast(Edge, row["edge"]) for row in table("edge_verbs", ["verb", Column("edge", values=values)])
    }


def times_of(page: Page, trigger: Trigger) -> list[Told]:
    """The times of a trigger's sentence that are its own, nearest first."""
    if trigger.dated:
        return [Told(time, 0.0, "whole") for time in page.times if trigger.start <= time.start_offset < trigger.end]
    sentence = page.sentence_at(trigger.start)
    told = [
        Told(_of_clause(page, trigger, time), reach(page, trigger, time), edge_of(page, trigger, time))
        for time in page.times
        if sentence.start_char <= time.start_offset < sentence.end_char
        and _dates(page, time)
        and not is_theirs(page, trigger, time)
    ]
    return sorted((each for each in told if each.cost <= LIMIT), key=lambda each: each.cost)


def _of_clause(page: Page, trigger: Trigger, time: Time) -> Time:
    """`until Thursday, when she will meet`: for the meeting, Thursday itself."""
    if _is_until(time) and time.end_offset <= trigger.start and leads_in(page, time):
        days = None if time.readings is None else _both(*time.readings)
        return replace(time, start=time.end, sense="day", rule="times.weekday", readings=days)
    return time


def _both(past: Days, to_come: Days) -> tuple[Days, Days]:
    return (past[1], past[1]), (to_come[1], to_come[1])


def edge_of(page: Page, trigger: Trigger, time: Time) -> Edge:
    """Which of an encounter's days a time is, by its verb: `began on`, `ends on`, `arrived on`."""
    if time.sense == "interval":
        return "whole"
    verb = governor(page.tokens(time.start_offset, time.end_offset).root)
    if _will_go_on(trigger, verb):
        return "lasts"
    for head in (verb, trigger.head):
        edge = edges().get(head.lemma_.lower())
        if edge is not None and (head is not verb or _is_about(trigger, verb)):
            return edge
    return "whole"


def _will_go_on(trigger: Trigger, verb: "Token") -> bool:
    """`has begun and will continue tomorrow`: the day up to which it lasts at least."""
    return (
        verb.lemma_ in GOING_ON
        and verb != trigger.head
        and verb.tag_ == "VB"
        and any(child.lower_ in ("will", "shall") for child in verb.children)
        and (verb.head == trigger.head or _is_about(trigger, verb))
    )


def _is_about(trigger: Trigger, verb: object) -> bool:
    """Whether a verb's day is the trigger's: its own verb, or one about its noun (`the session, which closes on`)."""
    if verb == trigger.head:
        return True
    noun = trigger.noun
    return noun is not None and (noun.is_ancestor(verb) or verb in list(noun.ancestors))  # type: ignore[arg-type]


def first_day(told: list[Told]) -> Time | None:
    """The time by which to tell whether an encounter is still to come: its first with a day."""
    dated = [each.time for each in told if each.time.start is not None] or [each.time for each in told]
    return dated[0] if dated else None


def settle_days(page: Page, draft: Draft, told: list[Told]) -> None:
    """Give a draft, whose status is known, its start and end."""
    future = draft.status in ("planned", "proposed", "cancelled")
    told = [_settled(each, future=future, lasts=draft.status == "under way") for each in told]
    if PUT_OFF.search(page.sentence_at(draft.trigger.start).text):
        told = _new_days(page, told)
    whole = [each for each in told if not _one_sided(draft, each)]
    ends = [each.time for each in told if _is_end(draft, each)]
    starts = [each.time for each in told if _one_sided(draft, each) and not _is_end(draft, each)]
    _choose(draft, whole, starts, ends)
    if draft.until is None and draft.time is not None:
        draft.until = _day_after(page, draft.time, whole)
    days = length_of(page, draft.trigger)
    if days is not None and draft.until is None and draft.time is not None:
        draft.time = stretched(draft.time, days, back=draft.time.start is None or _closes(told, draft.time))


def _closes(told: list[Told], time: Time) -> bool:
    """`the two-day meeting, which ended yesterday`: whether a time is an encounter's last day, of whatever kind."""
    return any(each.edge == "closes" and each.time.start_offset == time.start_offset for each in told)


def _day_after(page: Page, time: Time, whole: list[Told]) -> Time | None:
    """`on 31 January and 1 February`: two days that follow each other are one stretch."""
    for other in whole:
        between = page.marks.text[time.end_offset : other.time.start_offset]
        if between.strip() in ("and", "&") and _is_next(time, other.time):
            return other.time
    return None


def _is_next(time: Time, other: Time) -> bool:
    days = [each.start for each in (time, other) if each.start is not None and each.precision == "day"]
    if len(days) < len((time, other)):
        return False
    one, two = map(datetime.date.fromisoformat, days)
    return (two - one).days == 1


def _choose(draft: Draft, whole: list[Told], starts: list[Time], ends: list[Time]) -> None:
    best = next((each.time for each in whole if each.time.start is not None), None)
    if best is None and starts:
        best = replace(starts[0], end=None) if draft.kind == "visit" or draft.kind in LASTING else starts[0]
    if best is None and ends:
        draft.time = replace(ends[0], start=None)
        return
    draft.time = best if best is not None else (whole[0].time if whole else None)
    later = [
        end
        for end in ends
        if best is not None and end.end is not None and best.start is not None and end.end > best.start
    ]
    draft.until = later[0] if later else None


def _settled(told: Told, *, future: bool, lasts: bool) -> Told:
    """The time read by tense; of what is under way the end is to come and the start is past."""
    to_come = future or (lasts and (_is_until(told.time) or told.edge in ("closes", "returns", "lasts")))
    if lasts and told.time.sense == "interval" and told.time.readings is not None and not _is_until(told.time):
        return replace(told, time=_running(told.time))
    return replace(
        told, time=_year_of(told.time) if told.time.precision == "season" else told.time.resolved(future=to_come)
    )


def _year_of(time: Time) -> Time:
    """A season as the year it lies in, where that is said: it has no first or last day that all would agree on."""
    year = time.start[:4] if time.start is not None else None
    return replace(time, start=year, end=year, readings=None)


def _running(time: Time) -> Time:
    """`is on a visit from Wednesday to Sunday`: of the weeks that may be meant, the one between past and coming."""
    (first, last), (later, _) = time.readings or (_UNTOLD, _UNTOLD)
    if first is None or last is None or later is None or len(first) != len("2017-10-24"):
        return time.resolved(future=False)
    days = [datetime.date.fromisoformat(day) for day in (first, last, later)]
    if (days[2] - days[0]).days != 2 * WEEK:
        return time.resolved(future=False)
    start, end = (day + datetime.timedelta(days=WEEK) for day in days[:2])
    return replace(time, start=start.isoformat(), end=end.isoformat())


def _is_until(time: Time) -> bool:
    return time.rule == "times.until"


def _is_end(draft: Draft, told: Told) -> bool:
    if _is_until(told.time) or told.edge == "lasts":
        return True
    return told.edge in ("closes", "returns") and draft.kind in LASTING and told.time.precision == "day"


def _one_sided(draft: Draft, told: Told) -> bool:
    """Whether a time gives only the start or only the end."""
    if _is_until(told.time) or told.time.rule == "times.since" or told.edge == "lasts":
        return True
    if told.edge in ("comes", "goes", "returns"):
        return draft.kind == "visit" and told.time.start == told.time.end
    return told.edge in ("opens", "closes") and draft.kind in LASTING and told.time.precision == "day"


def _new_days(page: Page, told: list[Told]) -> list[Told]:
    """Of what is put off the days it is put off to, where such are told."""
    fresh = [
        each
        for each in told
        if _NEW_DAY.search(page.marks.text, max(0, each.time.start_offset - 20), each.time.start_offset)
        or _is_until(each.time)
    ]
    if fresh:
        return [Told(replace(each.time, start=each.time.start or each.time.end), each.cost, "whole") for each in fresh]
    return [_second(each) if each.time.sense == "interval" else each for each in told]


def _second(told: Told) -> Told:
    """`from 5 May to 12 May`: the latter."""
    return replace(told, time=replace(told.time, start=told.time.end))


# How a time begins that is still to come, however little of it the calendar settles.
AHEAD = re.compile(r"(?:the\s+)?(?:next|coming|upcoming|forthcoming|tomorrow)\b", re.IGNORECASE)


def is_future(page: Page, time: Time | None) -> bool | None:
    """Whether a time lies after the report's own day; None where that is not to be had."""
    if time is None or time.start is None or page.front.anchor is None:
        return None
    if AHEAD.match(page.marks.text, time.start_offset, time.end_offset):
        return True  # `next week` may begin and end in the report's own month
    anchor = page.front.anchor.isoformat()
    return time.start > anchor[: len(time.start)]


@cache
def _of_a_name() -> re.Pattern[str]:
    """`the plan for 2022`, `the agreement of 2010`, `MADEX-2023`: before a year that is part of a name."""
    nouns = "|".join(row["noun"] for row in table("dated_nouns", ["noun"]))
    return re.compile(rf"(?:\b(?:{nouns}|[A-Z][\w-]*)\s+(?:for|of)(?:\s+the\s+years?)?\s+|[-–]|[\"”»]\s*)$")


def _dates(page: Page, time: Time) -> bool:
    """Whether a time may date something: no mere bound, no year that only names something."""
    if time.sense == "bound":
        return False
    if time.precision != "year":
        return time.precision != "decade"
    text = page.marks.text
    if _of_a_name().search(text, max(0, time.start_offset - 40), time.start_offset):
        return False
    return not any(
        hit.sense("document_kind") and _STOP.search(text, time.end_offset, hit.start) is None
        for hit in page.marks.hits_in(time.end_offset, time.end_offset + BEFORE_DOCUMENT)
    )
