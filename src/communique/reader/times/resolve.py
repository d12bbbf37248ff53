"""From an expression to its days: one builder for each kind of rule."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.reader.times.grammar import Rule
from communique.reader.times.model import Precision, Sense, Span, Time, Undated
from communique.reader.times.parts import Frame, Parts, candidates, choose, first_day, read_parts, sign, whole
from communique.reader.times.words import Token

NO_ANCHOR = "no date of publication to read it against"
NO_TENSE = "past or coming: only the tense of the clause can tell"
EITHER_WAY = "day and month may stand either way round"
WHICH_WEEK = "this week's or the next one's"
TWO_MONTHS = "the week lies in two months"
WHOSE_DAY = "told from another day of the report"
ONLY_A_BOUND = "only before or after it"
WHICH_ONE = "no year fits it better than another"
_MISSING: Span = (None, None)


@dataclass(frozen=True, slots=True)
class Run:
    """The tokens of one expression, with the rule that found them and the text they stand in."""

    rule: Rule
    tokens: Sequence[Token]
    text: str
    frame: Frame

    @property
    def codes(self) -> str:
        """The codes of the tokens."""
        return "".join(token.code for token in self.tokens)

    def values(self, codes: str) -> list[int]:
        """The values of all tokens of these kinds."""
        return [token.value for token in self.tokens if token.code in codes]

    def time(self, days: Span, precision: Precision, sense: Sense) -> Time:
        """A time that the text settles."""
        start, end = days
        return Time(self.tokens[0].start, self.tokens[-1].end, start, end, precision, sense, self.rule.id)

    def empty(self, precision: Precision, sense: Sense, why: str, undated: Undated = "ambiguous") -> Time:
        """A time that the text does not settle."""
        return replace(self.time(_MISSING, precision, sense), undated=undated, why=why)

    def by_tense(self, read: Callable[[bool | None], Span], precision: Precision, sense: Sense, why: str) -> Time:
        """A time that the tense of its clause may have to settle."""
        past, coming, untold = read(False), read(True), read(None)
        if past == coming:
            return self.empty(precision, sense, why) if past == _MISSING else self.time(past, precision, sense)
        time = self.time(untold, precision, sense)
        if untold == _MISSING:
            time = replace(time, undated="ambiguous", why=NO_TENSE)
        return replace(time, readings=(past, coming))


Built = list[Time]
Builder = Callable[[Run], Built]


def precision_of(parts: Parts) -> Precision:
    """Day, month or year, as the parts are written."""
    if parts.day is not None or parts.weekday is not None or parts.offset is not None or parts.dates:
        return "day"
    return "month" if parts.month is not None else "year"


def _impossible(parts: Parts) -> bool:
    """30 February, or a year's day that is not there."""
    if parts.month is None or parts.day is None:
        return False
    return whole(2020 if parts.year is None else parts.year, parts) is None


def _doubt(parts: Parts, frame: Frame) -> tuple[str, Undated]:
    """Why parts may stay without a day."""
    if parts.dates:
        return EITHER_WAY, "ambiguous"
    needs = parts.offset is not None or parts.shift is not None or parts.year_shift is not None
    if (frame.anchor if needs else frame.base) is None:
        return NO_ANCHOR, "not reported"
    return (WHICH_WEEK if parts.shift is not None else WHICH_ONE), "ambiguous"


def _point(run: Run, tokens: Sequence[Token] | None = None) -> Built:
    parts = read_parts(run.tokens if tokens is None else tokens)
    return [] if _impossible(parts) else [_point_of(run, parts)]


def _point_of(run: Run, parts: Parts) -> Time:
    def read(future: bool | None) -> Span:
        told = choose(parts, run.frame, future)
        return told, told

    precision = precision_of(parts)
    why, undated = _doubt(parts, run.frame)
    time = run.by_tense(read, precision, "day" if precision == "day" else "within", why)
    return replace(time, undated=undated) if time.undated and time.why == why else time


def _open(run: Run) -> Time | None:
    built = _point(run, run.tokens[1:])
    return replace(built[0], sense="interval") if built else None


def _until(run: Run) -> Built:
    if run.codes.endswith("to") and not _stands_alone(run):
        return []
    time = _open(run)
    if time is None:
        return []
    if not time.undated and time.end is None:
        return [time]
    readings = time.readings and tuple((None, end) for _, end in time.readings)
    return [replace(time, start=None, readings=readings)]  # type: ignore[arg-type]


def _since(run: Run) -> Built:
    if run.codes.endswith("to") and not _stands_alone(run):
        return []
    time = _open(run)
    if time is None:
        return []
    readings = time.readings and tuple((start, None) for start, _ in time.readings)
    return [replace(time, end=None, readings=readings)]  # type: ignore[arg-type]


def _bound(run: Run) -> Built:
    return [run.empty(precision_of(read_parts(run.tokens)), "bound", ONLY_A_BOUND, "not reported")]


def _sides(run: Run) -> tuple[Parts, Parts]:
    """The two ends of an interval, with what they share given to both."""
    tokens = run.tokens[1:] if run.codes[0] in "FB" else run.tokens
    middle = len(tokens) / 2 - 0.5
    kinds = "ru" if any(token.code in "ru" for token in tokens) else "a" if run.codes[0] == "B" else "-"
    cut = min((i for i, t in enumerate(tokens) if t.code in kinds), key=lambda i: abs(i - middle))
    one, two = read_parts(tokens[:cut]), read_parts(tokens[cut + 1 :])
    if two.dates and one.day is not None and one.month is None:
        one = replace(one, year=two.dates[0].year, month=two.dates[0].month)
    if one.day is not None and one.month is None:
        one = replace(one, month=two.month)
    if two.day is not None and two.month is None:
        two = replace(two, month=one.month)
    return _share_year(one, two)


def _share_year(one: Parts, two: Parts) -> tuple[Parts, Parts]:
    if one.month is None or two.month is None:
        return one, two
    turn = int((one.month, one.day or 0) > (two.month, two.day or 0))
    if one.year is None and two.year is not None:
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
    time = run.by_tense(lambda future: _between(one, two, run.frame, future), precision_of(one), "interval", why)
    return replace(time, undated=undated) if time.undated and time.why == why else time


def _between(one: Parts, two: Parts, frame: Frame, future: bool | None) -> Span:
    if future is False and two.month is None and two.weekday is not None:
        end = choose(two, frame, future)
        earlier = [text for text in candidates(one, first_day(end)) if text <= end] if end and not one.dates else []
        return (earlier[-1], end) if earlier and end else _MISSING
    start = choose(one, frame, future)
    if start is None:
        return _MISSING
    settled = two.dates or two.offset is not None or two.year is not None or two.year_shift is not None
    if settled or (two.month is None and two.weekday is None):
        end = choose(two, frame, future)
    else:
        end = next((text for text in candidates(two, first_day(start)) if text >= start[: len(text)]), None)
    return (start, end) if end is not None else _MISSING


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
        _point_of(replace(run, tokens=run.tokens[start : end + 1]), day)
        for start, end, day in zip(starts, ends, days, strict=True)
    ]


def _week_of(run: Run) -> Built:
    built = _point(run)
    if not built:
        return []
    time = replace(built[0], precision="week", sense="within")
    if time.start is None:
        return [replace(time, readings=None)]
    return [_week(run, first_day(time.start))]


def _week(run: Run, day: datetime.date) -> Time:
    """The month of the week a day lies in: EDTF has no weeks, so a week in two months stays empty."""
    monday = day - datetime.timedelta(days=day.isoweekday() - 1)
    sunday = monday + datetime.timedelta(days=6)
    if monday.month != sunday.month:
        return run.empty("week", "within", TWO_MONTHS)
    month = monday.isoformat()[:7]
    return run.time((month, month), "week", "within")


def _weekday_week(run: Run) -> Built:
    if run.frame.anchor is None:
        return [run.empty("day", "day", NO_ANCHOR, "not reported")]
    weekday, shift = run.values("Ww")[0], sign(run.values("LCX")[0])
    monday = run.frame.anchor - datetime.timedelta(days=run.frame.anchor.isoweekday() - 1)
    day = (monday + datetime.timedelta(days=7 * shift + weekday - 1)).isoformat()
    return [run.time((day, day), "day", "day")]


def _period_year(run: Run) -> int | None:
    """The year of a half or quarter: written, or told from the year of publication."""
    years = run.values("Y")
    if years:
        return years[0]
    shifts = [
        token.value
        for token, after in zip(run.tokens, run.tokens[1:], strict=False)
        if token.code in "LCX" and after.code == "R"
    ]
    return run.frame.anchor.year + (sign(shifts[0]) if shifts else 0) if run.frame.anchor else None


def _first_months(run: Run) -> Built:
    count, year = run.values("nd")[0], _period_year(run)
    first = run.values("o")
    if count > 12 or first not in ([], [1]):
        return []
    if year is None:
        return [run.empty("month", "interval", NO_ANCHOR, "not reported")]
    months = (1, count) if first else (13 - count, 12)
    return [run.time((f"{year:04}-{months[0]:02}", f"{year:04}-{months[1]:02}"), "month", "interval")]


def _half(run: Run) -> Built:
    if run.values("MAm"):
        return _part(run)
    number, year = run.values("o")[0], _period_year(run)
    if number > 2:
        return []
    if year is None:
        return [run.empty("half", "interval", NO_ANCHOR, "not reported")]
    months = ("01", "06") if number == 1 else ("07", "12")
    return [run.time((f"{year:04}-{months[0]}", f"{year:04}-{months[1]}"), "half", "interval")]


def _quarter(run: Run) -> Built:
    codes, year = run.codes, _period_year(run)
    numbers = run.values("oq")
    if not numbers and "LQf" not in codes and not codes.endswith("LQ"):  # this quarter, next quarter
        return _near_quarter(run)
    if codes == "tLQ":
        return [run.empty("quarter", "interval", "the one before or the year's last")]
    if codes == "LQ":
        return _near_quarter(run)
    if year is None:
        return [run.empty("quarter", "interval", NO_ANCHOR, "not reported")]
    number = numbers[0] if numbers else 4
    return [run.time(_quarter_months(year, number), "quarter", "interval")] if number <= 4 else []


def _near_quarter(run: Run) -> Built:
    if run.frame.anchor is None:
        return [run.empty("quarter", "interval", NO_ANCHOR, "not reported")]
    count = run.frame.anchor.year * 4 + (run.frame.anchor.month - 1) // 3 + sign(run.values("LCX")[0])
    return [run.time(_quarter_months(count // 4, count % 4 + 1), "quarter", "interval")]


def _quarter_months(year: int, number: int) -> Span:
    return f"{year:04}-{number * 3 - 2:02}", f"{year:04}-{number * 3:02}"


def _part(run: Run) -> Built:
    """`early March` is recorded as March: EDTF level 1 has no parts of a month."""
    inner = [token for token in run.tokens if token.code not in "oHQKec"]
    codes = "".join(token.code for token in inner)
    if codes.endswith(("N", "R")) and not any(code in codes for code in "MAmY"):
        return [replace(time, sense="within") for time in _unit(replace(run, tokens=inner), run)]
    return _point(run, [t for t in inner if t.code != "L" or not codes.startswith(("tL", "L"))])


def _season(run: Run) -> Built:
    season = run.values("S")[0]
    if run.values("Y"):
        return [_season_of(run, run.values("Y")[0], season)]
    if run.frame.base is None:
        return [run.empty("season", "within", NO_ANCHOR, "not reported")]
    if "R" in run.codes:
        return [_season_of(run, run.frame.base.year + sign(run.values("LCX")[0]), season)]
    if season == 24:
        return [run.empty("season", "within", "a winter lies in two years")]
    shifts = run.values("LCX")
    if shifts and shifts[0] == 0:
        return [_season_of(run, run.frame.base.year, season)]
    first, last = (season - 20) * 3, (season - 20) * 3 + 2
    ended = run.frame.base.year - (run.frame.base.month <= last)
    begins = run.frame.base.year + (run.frame.base.month >= first)
    if shifts:
        return [_season_of(run, ended if shifts[0] < 0 else begins, season)]
    running = first <= run.frame.base.month <= last
    pair = (run.frame.base.year if running else ended, run.frame.base.year if running else begins)
    return [run.by_tense(lambda future: _MISSING if future is None else (f"{pair[future]}-{season}",) * 2,
                         "season", "within", NO_TENSE)]  # fmt: skip


def _season_of(run: Run, year: int, season: int) -> Time:
    return run.time((f"{year:04}-{season}", f"{year:04}-{season}"), "season", "within")


def _today(run: Run) -> Built:
    if run.frame.anchor is None:
        return [run.empty("day", "day", NO_ANCHOR, "not reported")]
    offset = run.values("T")[-1] if "T" in run.codes else run.values("LC")[0]
    if run.codes == "tDbT":
        offset += run.values("b")[0]
    if run.codes == "CP" or "T" in run.codes or run.tokens[-1].value:
        day = (run.frame.anchor + datetime.timedelta(days=offset)).isoformat()
        return [run.time((day, day), "day", "day")]
    return []


def _relative(run: Run) -> Built:
    codes = run.codes
    step = 0
    if codes[0] == "n":
        step = run.values("n")[0] * run.values("l")[0]
    elif "b" in codes:
        step = run.values("b")[0]
    elif codes[1] in "XL" and "z" not in codes:
        step = run.values("XL")[0]
    if step == -2:
        return []
    return [replace(run.empty("day", "day", WHOSE_DAY), relative=step)]


def _ago(run: Run) -> Built:
    return [_counted(run, -1, 0)]


def _counted(run: Run, direction: int, offset: int) -> Time:
    """So many days, weeks, months or years before or after a day told from the anchor."""
    unit, count = run.codes[1], run.values("nd")[0] * direction
    precision: dict[str, Precision] = {"D": "day", "G": "day", "K": "week", "k": "week", "N": "month", "p": "month"}
    if run.frame.anchor is None:
        return run.empty(precision.get(unit, "year"), "within", NO_ANCHOR, "not reported")
    anchor = run.frame.anchor + datetime.timedelta(days=offset)
    if unit in "DG":
        day = (anchor + datetime.timedelta(days=count)).isoformat()
        return run.time((day, day), "day", "day")
    if unit in "Kk":
        return _week(run, anchor + datetime.timedelta(days=7 * count))
    return _moved(run, anchor, count, unit in "Np")


def _ahead(run: Run) -> Built:
    """`in two weeks` is a time only of what is to come; of the past it is how long something took."""
    bounded = run.values("b")
    back = bool(bounded) and bounded[0] < 0
    time = _counted(run, -1 if back else 1, run.values("T")[0] if "T" in run.codes else 0)
    if "T" in run.codes or time.start is None:
        return [time]
    readings: tuple[Span, Span] = (_MISSING, (time.start, time.end))
    return [replace(run.empty(time.precision, time.sense, NO_TENSE), readings=readings)]


def _moved(run: Run, anchor: datetime.date, count: int, months: bool) -> Time:
    if not months:
        return run.time((f"{anchor.year + count:04}",) * 2, "year", "within")
    total = anchor.year * 12 + anchor.month - 1 + count
    return run.time((f"{total // 12:04}-{total % 12 + 1:02}",) * 2, "month", "within")


def _unit(run: Run, whole_run: Run | None = None) -> Built:
    whole_run = whole_run or run
    unit = run.codes[-1]
    shifts = run.values("LCX")
    if shifts and shifts[0] == -2:
        return []
    precision: Precision = {"K": "week", "N": "month", "R": "year"}[unit]  # type: ignore[assignment]
    if run.frame.anchor is None:
        return [whole_run.empty(precision, "within", NO_ANCHOR, "not reported")]
    shift = sign(shifts[0]) if shifts else 0
    if unit == "K":
        return [_week(whole_run, run.frame.anchor + datetime.timedelta(days=7 * shift))]
    return [_moved(whole_run, run.frame.anchor, shift, unit == "N")]


def _decade(run: Run) -> Built:
    year = run.values("E")[0]
    return [run.time((f"{year:04}", f"{year + 9:04}"), "decade", "interval")]


def _year(run: Run) -> Built:
    year = run.values("Y")[0]
    following = run.text[run.tokens[-1].end :][:24].split()
    counted = following and following[0].islower() and following[0].rstrip(".,;").endswith("s") and year % 50 == 0
    return [] if counted else _point(run)


def _weekday_number(run: Run) -> Built:
    """`Monday 21` is a day only where no count of things follows."""
    loose = run.codes[-1] == "d" and "(" not in run.codes
    return [] if loose and not _stands_alone(run) else _point(run)


def _day_of_month(run: Run) -> Built:
    return _point(run) if _stands_alone(run) else []


_AFTER_A_DAY = frozenset(
    {"in", "at", "and", "to", "with", "for", "of", "when", "where", "during", "by", "from", "after"}
)


def _stands_alone(run: Run) -> bool:
    """Whether an ordinal is a day, not the number of what follows (`the 25th` against `the 25th session`)."""
    if not run.text[run.tokens[-1].start].isdigit():
        return False
    rest = run.text[run.tokens[-1].end :][:24].split()
    return not rest or not rest[0][0].isalnum() or rest[0].strip(".,;:!?") in _AFTER_A_DAY


def _month(run: Run) -> Built:
    if run.codes == "Y-d":
        year, month = run.values("Y")[0], run.values("d")[0]
        adjoin = run.tokens[0].end == run.tokens[1].start and run.tokens[1].end == run.tokens[2].start
        if month > 12 or not adjoin:
            return []
        if month == year % 100 + 1:
            return [run.empty("month", "within", "a month or two years")]
        return [run.time((f"{year:04}-{month:02}",) * 2, "month", "within")]
    return _point(run)


BUILD: dict[str, Builder] = {
    "ago": _ago, "ahead": _ahead, "first_months": _first_months, "weekday_number": _weekday_number, "bound": _bound, "day": _point, "day_list": _day_list, "day_of_month": _day_of_month,
    "decade": _decade, "half": _half, "interval": _interval, "month": _month, "part": _part, "quarter": _quarter,
    "relative": _relative, "season": _season, "since": _since, "today": _today, "unit": _unit, "until": _until,
    "week_of": _week_of, "weekday": _point, "weekday_week": _weekday_week, "year": _year,
}  # fmt: skip
