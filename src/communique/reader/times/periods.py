"""Periods: weeks, months, quarters, halves, seasons, decades, and what is counted from today in them."""

import datetime
from dataclasses import replace

from communique.reader.times.days import point
from communique.reader.times.model import Precision, Span, Time
from communique.reader.times.parts import first_day, month_from, sign
from communique.reader.times.run import MISSING, NO_ANCHOR, NO_TENSE, TWO_MONTHS, Builder, Built, Run


def _week_of(run: Run) -> Built:
    built = point(run)
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
    week = run.codes.find("K") + 1
    return point(run, [token for token in run.tokens[week:] if token.code not in "oHec"])


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
    return [run.by_tense(lambda future: MISSING if future is None else (f"{pair[future]}-{season}",) * 2,
                         "season", "within", NO_TENSE)]  # fmt: skip


def _season_of(run: Run, year: int, season: int) -> Time:
    return run.time((f"{year:04}-{season}", f"{year:04}-{season}"), "season", "within")


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
    if unit in "Np":
        return run.time((month_from(anchor, count),) * 2, "month", "within")
    return run.time((f"{anchor.year + count:04}",) * 2, "year", "within")


def _ahead(run: Run) -> Built:
    """`in two weeks` is a time only of what is to come; of the past it is how long something took."""
    if "T" in run.codes:
        bounds = run.values("b")
        return [_counted(run, -1 if bounds and bounds[0] < 0 else 1, run.values("T")[0])]
    if "first" in run.text[max(0, run.tokens[0].start - 60) : run.tokens[0].start]:  # the first visit in ten months
        return []
    time = _counted(run, 1, 0)
    if time.start is None:
        return [time]
    readings: tuple[Span, Span] = (MISSING, (time.start, time.end))
    return [replace(run.empty(time.precision, time.sense, NO_TENSE), readings=readings)]


def _unit(run: Run) -> Built:
    shifts = run.values("LCX")
    if shifts and shifts[0] == -2:
        return []
    if run.codes[-1] != "K":
        return point(run)
    if run.frame.anchor is None:
        return [run.empty("week", "within", NO_ANCHOR, "not reported")]
    shift = sign(shifts[0]) if shifts else 0
    return [_week(run, run.frame.anchor + datetime.timedelta(days=7 * shift))]


def _decade(run: Run) -> Built:
    year = run.values("E")[0]
    return [run.time((f"{year:04}", f"{year + 9:04}"), "decade", "interval")]


def _month(run: Run) -> Built:
    if run.codes == "Y-d":
        year, month = run.values("Y")[0], run.values("d")[0]
        adjoin = run.tokens[0].end == run.tokens[1].start and run.tokens[1].end == run.tokens[2].start
        if month > 12 or not adjoin:
            return []
        if month == year % 100 + 1:
            return [run.empty("month", "within", "a month or two years")]
        return [run.time((f"{year:04}-{month:02}",) * 2, "month", "within")]
    return point(run)


RULES_OF_PERIODS: dict[str, Builder] = {
    "ago": _ago, "ahead": _ahead, "decade": _decade, "first_months": _first_months, "half": _half, "month": _month,
    "part": _part, "quarter": _quarter, "season": _season, "unit": _unit, "week_of": _week_of,
}  # fmt: skip
