"""The grammar of press dates: one pattern a rule, over the codes of the words (see `words.CODES`), longest first.

The text is scanned once for tokens, their codes once for the rules. To teach the reader a new expression, add its
words to `calendar.tsv` and a rule here; how it becomes days stands in `resolve.py`.
"""

import re
from dataclasses import dataclass
from functools import cache

MONTH = "[MAm]"
WEEKDAY = "C?[CLX]?[Ww]P?"
NUMBER = "t?[do]"
YEAR = "(?:,?Y|[fO/]Y|f?[CLX]R)"
CORE = f"(?:{NUMBER}f?{MONTH}{YEAR}?|d-{MONTH}-Y|{MONTH}t?[do]{YEAR}?|[IJ])"
DATE = rf"(?:{WEEKDAY},?{CORE}|{WEEKDAY}\({CORE}\)|{CORE}\([Ww]\)|{CORE})"
MONTH_YEAR = f"{MONTH}(?:{YEAR}|-Y)"
SIDE = f"(?:{DATE}|{WEEKDAY}|T)"
DAY_SIDE = f"(?:[Ww],?)?{NUMBER}"
NEAR_MONTH = "(?:t?[CLX]|t)N"
PART = "(?:e-?|c(?:ft?|-))"  # early March, mid-March, the end of March
NAMED_PERIOD = f"[CLX]?{MONTH}{YEAR}?(?!t?[do])|R?f?Y"
PERIOD = f"(?:{NAMED_PERIOD}|tR?Y|[CLX][NR]|t[NR])"
POINT = f"(?:{DATE}|t?{PART}(?:{PERIOD})|{NAMED_PERIOD}|{WEEKDAY}|T|to)"
END = f"(?:t?{PART})?[CLX]?{MONTH}{YEAR}?(?!t?[do])"
YEAR_END = f"(?:t?{PART})?Y"
TO = "[-ru]"
OF_YEAR = "(?:f(?:Y|tR|[CLX]R))"
BARE_MONTH = "(?:(?<=[ijOtsfFBbeuCLXranv,-])M|(?<=[iOsfFBbeu])A|(?<=[tnv])A(?!j))"
BARE_YEAR = "(?:(?<=[ijOtfsFBbue])Y|(?<=Ya)Y|RY)(?!V)"


@dataclass(frozen=True, slots=True)
class Rule:
    """An id, what it reads in one line, how it is resolved (a key of `resolve.BUILD`), and its pattern."""

    id: str
    reads: str
    build: str
    pattern: str


GRAMMAR = (
    Rule("times.days", "days of one month: `24-25 October 2017`, `from 22 to 24 September`", "interval",
         f"F?{DAY_SIDE}{TO}{DAY_SIDE}f?{MONTH}{YEAR}?|B{DAY_SIDE}a{DAY_SIDE}f?{MONTH}{YEAR}?|F?d{TO}I"),
    Rule("times.day_list", "days of one month: `24 and 25 October`, `June 2, 3 and 5`", "day_list",
         f"(?:{DAY_SIDE},){{0,6}}{DAY_SIDE},?a{DAY_SIDE}f?{MONTH}{YEAR}?|{MONTH}(?:{NUMBER},){{0,6}}{NUMBER},?a{NUMBER}{YEAR}?"),
    Rule("times.near_days", "days of a month near the anchor: `on the 20th and 21st of the current month`", "interval",
         f"F?t?oD?(?:{TO}|a)t?oD?f{NEAR_MONTH}"),
    Rule("times.date_range", "from one date or weekday to another: `from June 26 to July 5`", "interval",
         f"F?{SIDE}{TO}{SIDE}|B{SIDE}a{SIDE}"),
    Rule("times.month_days", "days of one month, month first: `October 24-25`, `July 28 to 30`", "interval",
         f"F?{MONTH}{NUMBER}{TO}{DAY_SIDE}{YEAR}?|B{MONTH}{NUMBER}a{NUMBER}{YEAR}?"),
    Rule("times.months", "from one month to another: `Nov-Dec 2021`, `from May to the end of October`", "interval",
         f"F?{END}{TO}(?:t?{PART})?{MONTH_YEAR}|F{END}{TO}{END}|B{END}a{END}|M{TO}M(?!t?[do])"),
    Rule("times.years", "from one year to another: `2017-2022`, `between 2014 and the end of 2018`", "interval",
         f"[FB]?{YEAR_END}{TO}(?:{YEAR_END}|(?:t?{PART})?{MONTH_YEAR})|B{YEAR_END}a{YEAR_END}"),
    Rule("times.until", "an end without a start: `until the 25th of October`, `through May 3`", "until", f"u{POINT}"),
    Rule("times.ahead", "`in two weeks`, `three days from today`: coming only", "ahead",
         "(?<=O)[nd][GkpKN](?!f)|[nd][DGKkNpRy][Fb]T"),
    Rule("times.since", "a start without an end: `since April 20`, `from 1 July`", "since", f"[sF]{POINT}"),
    Rule("times.bound", "before, by or after a day or period: dates nothing by itself", "bound",
         f"b(?:{DATE}|(?:t?{PART})?{PERIOD}|cf[NR]|{WEEKDAY}|T)"),
    Rule("times.week_of", "`the week of April 10`: its month, where the week lies in one", "week_of",
         f"t?Kf{DATE}(?!{TO}t?[do])"),
    Rule("times.weekday_week", "`Thursday of next week`, `next week on Tuesday`", "weekday_week",
         "[Ww]P?[fiO]?[CLX]K|[CLX]K[ijO]?[Ww]"),
    Rule("times.date", "a day: `October 24`, `24 October 2017`, `Tuesday (October 24)`, `2017-10-24`", "day", DATE),
    Rule("times.weekday_number", "a weekday with the day of the month: `Sunday (25)`, `Tuesday the 24th`",
         "weekday_number", r"[Ww]\([do]\)|[Ww],?t?[do]"),
    Rule("times.half", "`the first half of 2018`, `the second half of next year`", "half", f"t?oHft?{PERIOD}"),
    Rule("times.quarter", "`Q3 2021`, `the third quarter`, `the last quarter of the year`", "quarter",
         f"t?[oL]Q{OF_YEAR}|[CLX]R[oL]Q|t?oQY?|qf?Y|Y-?q|q|tLQ|[CLX]Q"),
    Rule("times.first_months", "`the first nine months of 2021`, `the last two months of the year`", "first_months",
         f"t?[oL][nd]p{OF_YEAR}"),
    Rule("times.part", "a part of a month or year, as that month or year: `early March`, `the first week of May`",
         "part", f"{PART}{PERIOD}|cf[NR]|t?[oL]K[fiO]{PERIOD}"),
    Rule("times.season", "`spring 2020`, `last autumn`, `in the summer`", "season",
         "[CLX]S|Sf?Y|Sf?[CLX]R|(?<=[iO])t?S(?!f)"),
    Rule("times.month", "a month with its year or direction: `October 2017`, `last May`, `in May last year`", "month",
         f"{MONTH_YEAR}|[CLX][MAm]|Y-d"),
    Rule("times.bare_month", "a month alone, where a word before it shows that it is one: `in February`", "month",
         BARE_MONTH),
    Rule("times.today", "`today`, `yesterday`, `tomorrow night`, `this morning`, `last night`", "today",
         "l?T(?:,?[Ww])?P?|CP|LP|tDbT"),
    Rule("times.relative", "a day told from another day: `the same day`, `a day earlier`, `later in the day`",
         "relative", "l?t?zD|l?hD|lOtD|tXD|t?Z[DWKNRQ]|tDb(?![tTIJMAmWwdo])|n[DG]l"),
    Rule("times.weekday", "a weekday alone, past or coming by the tense of its clause: `on Tuesday`", "weekday",
         "(?<!0)C?[CLX]?WP?"),
    Rule("times.ago", "`two years ago`, `three days ago`", "ago", "[nd][DGKkNpRy]g"),
    Rule("times.unit", "`last month`, `this year`, `next week`, `earlier this week`, `later in the year`", "unit",
         "l?(?<!t)[CLX][KNR]|tC[KNR]|lOt[KNR]"),
    Rule("times.decade", "a decade: `the 1990s`", "decade", "t?E"),
    Rule("times.bare_year", "a year alone, where a word before it shows that it is one: `in 2015`", "year", BARE_YEAR),
    Rule("times.near_month", "a day of a month near the anchor: `the 5th of this month`", "day", f"t?oD?f{NEAR_MONTH}"),
    Rule("times.day_of_month", "a day number alone: `on the 25th`", "day_of_month", "(?<=j)to"),
)  # fmt: skip

RULES: dict[str, str] = {rule.id: rule.reads for rule in GRAMMAR}


@cache
def scanner() -> re.Pattern[str]:
    """All rules as one pattern; the group that matched is the rule's place in the grammar."""
    return re.compile("|".join(f"(?P<r{place}>{rule.pattern})" for place, rule in enumerate(GRAMMAR)))


def rule_of(match: re.Match[str]) -> Rule:
    """The rule that matched."""
    assert match.lastgroup is not None
    return GRAMMAR[int(match.lastgroup[1:])]
