"""Days and what is made of days: dates, weekdays, intervals, open ends, `today`, `the same day`."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from communique.reader.times.model import Precision, Span, Time, Undated
from communique.reader.times.parts import Frame, Parts, candidates, choose, first_day, read_parts, sign, whole
from communique.reader.times.run import (
    EITHER_WAY,
    MISSING,
    NO_ANCHOR,
    ONLY_A_BOUND,
    WHICH_ONE,
    WHICH_WEEK,
    WHOSE_DAY,
    Builder,
    Built,
    Run,
)
from communique.reader.times.words import Token


def precision_of(parts: Parts) -> Precision:
    """Day, month or year, as the parts are written."""
    if parts.day is not None or parts.weekday is not None or parts.offset is not None or parts.dates:
        return "day"
    return "month" if parts.month is not None or parts.month_shift is not None else "year"


def _impossible(parts: Parts) -> bool:
    """30 February, or a year's day that is not there."""
    if parts.month is None or parts.day is None:
        return False
    return whole(2020 if parts.year is None else parts.year, parts) is None


def _doubt(parts: Parts, frame: Frame) -> tuple[str, Undated]:
    """Why parts may stay without a day."""
    if parts.dates:
        return EITHER_WAY, "ambiguous"
    needs = any(told is not None for told in (parts.offset, parts.shift, parts.year_shift, parts.month_shift))
    if (frame.anchor if needs else frame.base) is None:
        return NO_ANCHOR, "not reported"
    return (WHICH_WEEK if parts.shift is not None else WHICH_ONE), "ambiguous"


def point(run: Run, tokens: Sequence[Token] | None = None) -> Built:
    """A day, month or year as its tokens (or some of them) write it; nothing for 30 February."""
    parts = read_parts(run.tokens if tokens is None else tokens)
    return [] if _impossible(parts) else [point_of(run, parts)]


def point_of(run: Run, parts: Parts) -> Time:
    """A day, month or year as its parts tell it."""

    def read(future: bool | None) -> Span:
        told = choose(parts, run.frame, future)
        return told, told

    precision = precision_of(parts)
    why, undated = _doubt(parts, run.frame)
    time = run.by_tense(read, precision, "day" if precision == "day" else "within", why)
    return replace(time, undated=undated) if time.undated and time.why == why else time


def _until(run: Run) -> Built:
    return [_one_sided(time, 1) for time in _open(run)]


def _since(run: Run) -> Built:
    times = _open(run)
    if run.codes[0] == "s":  # since looks back, whatever the clause
        times = [replace(time.resolved(future=False), readings=None) for time in times]
    return [_one_sided(time, 0) for time in times]


def _open(run: Run) -> Built:
    if run.codes.endswith("to") and not _stands_alone(run):
        return []
    return [replace(time, sense="interval") for time in point(run, run.tokens[1:])]


def _one_sided(time: Time, side: int) -> Time:
    """A time that keeps only its start (side 0) or its end (side 1)."""

    def kept(days: Span) -> Span:
        return (days[0], None) if side == 0 else (None, days[1])

    start, end = kept((time.start, time.end))
    readings = None if time.readings is None else (kept(time.readings[0]), kept(time.readings[1]))
    return replace(time, start=start, end=end, readings=readings)


def _bound(run: Run) -> Built:
    return [run.empty(precision_of(read_parts(run.tokens)), "bound", ONLY_A_BOUND, "not reported")]


def _sides(run: Run) -> tuple[Parts, Parts]:
    """The two ends of an interval, with what they share given to both."""
    tokens = run.tokens[1:] if run.codes[0] in "FB" else run.tokens
    middle = len(tokens) / 2 - 0.5
    kinds = next(kinds for kinds in ("ru", "-", "a") if any(token.code in kinds for token in tokens))
    cut = min((i for i, t in enumerate(tokens) if t.code in kinds), key=lambda i: abs(i - middle))
    one, two = read_parts(tokens[:cut]), read_parts(tokens[cut + 1 :])
    if two.dates and one.day is not None and one.month is None:
        one = replace(one, year=two.dates[0].year, month=two.dates[0].month)
    if one.day is not None and one.month is None:
        one = replace(one, month=two.month, month_shift=two.month_shift)
    if two.day is not None and two.month is None:
        two = replace(two, month=one.month)
    return _share_year(one, two)


def _share_year(one: Parts, two: Parts) -> tuple[Parts, Parts]:
    if one.month is None or two.month is None:
        return one, two
    turn = int((one.month, one.day or 0) > (two.month, two.day or 0))
    if one.year is None and two.year is not None and one.shift is None:
        return replace(one, year=two.year - turn), two
    if two.year is None and one.year is not None:
        return one, replace(two, year=one.year + turn)
    if one.year_shift is None and two.year_shift is not None:
        return replace(one, year_shift=two.year_shift), two
    return one, two


def _interval(run: Run) -> Built:
    one, two = _sides(run)
    if _impossible(one) or _impossible(two):
        return []
    if one.month == two.month is not None and one.year == two.year and (one.day or 0) > (two.day or 32):
        return []
    time = _interval_of(run, one, two)
    return [] if time.start and time.end and time.start > time.end else [time]


def _interval_of(run: Run, one: Parts, two: Parts) -> Time:
    why, undated = _doubt(one, run.frame)
    past = _between(one, two, run.frame, False)
    if _runs(past, run.frame):
        return run.time(past, precision_of(one), "interval")
    time = run.by_tense(lambda future: _between(one, two, run.frame, future), precision_of(one), "interval", why)
    return replace(time, undated=undated) if time.undated and time.why == why else time


def _runs(days: Span, frame: Frame) -> bool:
    """Whether an interval holds the day it is told from: then it is that one, not last year's or next year's."""
    start, end = days
    if start is None or end is None or frame.base is None:
        return False
    here = frame.base.isoformat()
    return start <= here[: len(start)] and here[: len(end)] <= end


def _between(one: Parts, two: Parts, frame: Frame, future: bool | None) -> Span:
    if future is False and two.month is None and two.weekday is not None:
        end = choose(two, frame, future)
        earlier = [text for text in candidates(one, first_day(end)) if text <= end] if end and not one.dates else []
        return (earlier[-1], end) if earlier and end else MISSING
    start = choose(one, frame, future)
    if start is None:
        return MISSING
    settled = two.dates or two.offset is not None or two.year is not None or two.year_shift is not None
    if settled or (two.month is None and two.weekday is None):
        end = choose(two, frame, future)
    else:
        end = next((text for text in candidates(two, first_day(start)) if text >= start[: len(text)]), None)
    return (start, end) if end is not None else MISSING


def _day_list(run: Run) -> Built:
    """Days that follow each other are an interval; others are a time each."""
    shared = replace(read_parts(run.tokens), day=None, weekday=None)
    places = [place for place, token in enumerate(run.tokens) if token.code in "do"]
    days = [replace(shared, day=run.tokens[place].value) for place in places]
    if any(_impossible(day) for day in days):
        return []
    if all((two.day or 0) - (one.day or 0) == 1 for one, two in pairwise(days)):
        return [_interval_of(run, days[0], days[-1])]
    ends = [*places[:-1], len(run.tokens) - 1]
    starts = [0, *places[1:]]
    return [
        point_of(replace(run, tokens=run.tokens[start : end + 1]), day)
        for start, end, day in zip(starts, ends, days, strict=True)
    ]


def _today(run: Run) -> Built:
    if run.frame.anchor is None:
        return [run.empty("day", "day", NO_ANCHOR, "not reported")]
    offset = run.values("T")[-1] if "T" in run.codes else sign(run.values("LC")[0])
    if run.codes == "tDbT":
        offset += run.values("b")[0]
    if run.codes == "CP" or "T" in run.codes or run.tokens[-1].value:
        day = (run.frame.anchor + datetime.timedelta(days=offset)).isoformat()
        return [run.time((day, day), "day", "day")]
    return []


def _relative(run: Run) -> Built:
    codes = run.codes
    time = run.empty("day", "day", WHOSE_DAY)
    if codes[-1] in "WKNRQ":  # the following Monday, the previous year: of another time, by no count of days
        return [time]
    steps = [
        token.value * (run.values("n") or [1])[0]
        for token in run.tokens
        if token.code in "ZXb" or (token.code == "l" and codes[0] == "n")
    ]
    return [replace(time, relative=steps[0] if steps else 0)]


def _weekday_number(run: Run) -> Built:
    """`Monday 21` is a day only where no count of things follows; else it is a Monday."""
    return point(run) if "(" in run.codes or _stands_alone(run) else point(replace(run, tokens=run.tokens[:1]))


def _day_of_month(run: Run) -> Built:
    return point(run) if _stands_alone(run) and run.text[run.tokens[-1].start].isdigit() else []


_AFTER_A_DAY = frozenset({"in", "at", "and", "to", "with", "for", "when", "where", "during", "by", "from", "after"})


def _stands_alone(run: Run) -> bool:
    """Whether an ordinal is a day, not the number of what follows (`the 25th` against `the 25th session`)."""
    rest = run.text[run.tokens[-1].end : run.tokens[-1].end + 24].split()
    return not rest or not rest[0][0].isalnum() or rest[0].strip(".,;:!?") in _AFTER_A_DAY


def _year(run: Run) -> Built:
    year = run.values("Y")[0]
    following = run.text[run.tokens[-1].end : run.tokens[-1].end + 24].split()
    counted = following and following[0].islower() and following[0].rstrip(".,;").endswith("s") and year % 50 == 0
    return [] if counted else point(run)


def _weekday_week(run: Run) -> Built:
    if run.frame.anchor is None:
        return [run.empty("day", "day", NO_ANCHOR, "not reported")]
    weekday, shift = run.values("Ww")[0], sign(run.values("LCX")[0])
    monday = run.frame.anchor - datetime.timedelta(days=run.frame.anchor.isoweekday() - 1)
    day = (monday + datetime.timedelta(days=7 * shift + weekday - 1)).isoformat()
    return [run.time((day, day), "day", "day")]


RULES_OF_DAYS: dict[str, Builder] = {
    "bound": _bound, "day": point, "day_list": _day_list, "day_of_month": _day_of_month, "interval": _interval,
    "relative": _relative, "since": _since, "today": _today, "until": _until, "weekday": point,
    "weekday_number": _weekday_number, "weekday_week": _weekday_week, "year": _year,
}  # fmt: skip
