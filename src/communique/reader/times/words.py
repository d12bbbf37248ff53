"""The words of time in a text, as tokens and as a string of one code a token, which the grammar runs over.

What the words are stands in `lexicon/data/calendar.tsv`; numbers and dates in figures are told here. Between two
tokens that do not adjoin stands the code `x`, so that no expression reaches over other words.
"""

import datetime
import re
from functools import cache
from typing import NamedTuple

from communique.lexicon.tables import Column, Row, table

# One letter a kind of word; the grammar's patterns are written in these.
CODES = {
    "month": "M", "month_or_word": "A", "month_short": "m", "weekday": "W", "weekday_short": "w", "season": "S",
    "today": "T", "day_part": "P", "day": "D", "week": "K", "month_unit": "N", "year_unit": "R", "quarter_unit": "Q",
    "half_unit": "H", "quarter": "q", "last": "L", "next": "X", "this": "C", "the": "t", "of": "f", "in": "i",
    "since": "s", "from": "F", "between": "B", "until": "u", "to": "r", "and": "a", "bound": "b", "part": "e",
    "later": "l", "ago": "g", "same": "z", "that": "h", "number": "n", "ordinal": "o",
    "on": "j", "days": "G", "weeks": "k", "months": "p", "years": "y", "programme": "V", "edge": "c",
    "inside": "O", "whose": "v", "beside": "Z", "no_day": "0",
}  # fmt: skip
DAY, YEAR, DATE, TWO_DATES, DECADE, BREAK = "d", "Y", "I", "J", "E", "x"
PUNCTUATION = {",": ",", "-": "-", "–": "-", "—": "-", "(": "(", ")": ")", "/": "/"}
MONTHS = "MAm"
CAPITALISED = "Amw"  # May, March and the abbreviations are months and weekdays only with a capital
YEARS = range(1800, 2101)
SHORT_YEARS = range(32, 100)

# Every expression holds a figure or a word of one of these kinds; only the text around them is looked at word by word,
# which keeps the step under 0.3 ms a kilobyte of press text.
CORE = "MAmWwSTPDGKkNpRyQHq"
WINDOW_BEFORE, WINDOW_AFTER = 44, 24

_TOKEN = re.compile(
    r"(?P<blob>\d+(?:[.,:/]\d+)+(?![\d])|\d+(?:[-–]\d+){2,})"
    r"|(?P<ordinal>\d{1,2})(?:<sup>|\s{0,8})(?:st|nd|rd|th)\b(?:</sup>)?"
    r"|(?P<number>\d+)(?P<decade>s\b)?"
    r"|(?P<word>(?:[Tt]wenty|[Tt]hirty)-[a-z]+|(?<!\d)[Qq][1-4]\b|[^\W\d_]+)"
    r"|(?P<mark>[,()/–—-])"
)
_GAP = re.compile(r"(?:[^\S\n]|[*_]|\n(?!\s*\n)|</?[a-z]{1,4}>)*")
_COMPOUND = re.compile(r"-([^\W\d_]+)")
_BEFORE_DASH = re.compile(r"(\b\d+(?:st|nd|rd|th)?$)|[^\W_]+$")
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_DAY_YEAR = re.compile(r"(\d{1,2})([/,])(\d{4})")


class Token(NamedTuple):
    """One word, number or sign of time: half-open offsets, its code and its value (a month's number, a day, …).

    A tuple, since some dozens are made for every kilobyte of text and a frozen dataclass takes four times as long.
    """

    start: int
    end: int
    code: str
    value: int = 0
    dates: tuple[datetime.date, ...] = ()
    day_first: bool | None = None


@cache
def calendar() -> dict[str, tuple[str, int]]:
    """Code and value of every word of `calendar.tsv`, by each way to write it (lower case, capital, all capitals)."""
    forms: dict[str, tuple[str, int]] = {}
    for row in table("calendar", ["form", Column("kind", values=frozenset(CODES)), "value"]):
        form, known = row["form"], (CODES[row["kind"]], _value(row))
        forms[form.capitalize()] = forms[form.upper()] = known
        if known[0] not in CAPITALISED:
            forms[form] = known
    return forms


@cache
def _core() -> re.Pattern[str]:
    """Where an expression may be: a figure or a core word; alternatives share their first letter, for speed."""
    heads: dict[str, list[str]] = {}
    for form, (code, _) in calendar().items():
        if code in CORE:
            heads.setdefault(form[0], []).append(form[1:])
    words = (f"{head}(?:{'|'.join(sorted(rest, reverse=True))})(?![a-z])" for head, rest in heads.items())
    return re.compile(rf"\b(?:\d|{'|'.join(words)})")


def _windows(text: str) -> list[tuple[int, int]]:
    """The stretches of text around its core words, cut at spaces."""
    windows: list[tuple[int, int]] = []
    for match in _core().finditer(text):
        if windows and match.end() + WINDOW_AFTER <= windows[-1][1]:
            continue
        start = text.rfind(" ", 0, max(0, match.start() - WINDOW_BEFORE)) + 1
        end = text.find(" ", match.end() + WINDOW_AFTER)
        end = len(text) if end < 0 else end
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _value(row: Row) -> int:
    try:
        return int(row["value"])
    except ValueError:
        raise row.error(
            f"value {row['value']!r} is not a whole number", "see the values at the head of the table"
        ) from None


def tokens(text: str) -> list[Token]:
    """The tokens of time in a text, with a break wherever other words stand between them."""
    found: list[Token] = []
    known_words = calendar()
    end, last = 0, BREAK
    matches = (match for start, stop in _windows(text) for match in _TOKEN.finditer(text, start, stop))
    for match in matches:
        kind = match.lastgroup
        if kind == "word":
            known = known_words.get(match.group())
            if known is None or (known[0] in MONTHS and _compounded(text, match.end())):
                continue
            new = [Token(*match.span(), *known)]
        elif kind == "mark":
            new = [Token(*match.span(), PUNCTUATION[match.group()])]
        else:
            new = _figures(text, match, found[-1] if found else None)
            if not new:
                continue
        start = match.start()
        if last != BREAK and not _adjoin(text, end, start, last):
            found.append(Token(end, end, BREAK))
        found.extend(_year_of_wire(new, found))
        end, last = match.end(), new[-1].code
    return found


def _year_of_wire(new: list[Token], before: list[Token]) -> list[Token]:
    """`14 Mar 79`: as wire services wrote, two figures that can be no day, after a day and a shortened month."""
    token = new[0]
    if token.code != "n" or token.value not in SHORT_YEARS or "".join(each.code for each in before[-2:]) != "dm":
        return new
    return [token._replace(code=YEAR, value=1900 + token.value)]


def _adjoin(text: str, end: int, start: int, code: str) -> bool:
    if start == end or text[end:start] == " ":
        return True
    if code in "mw" and text[end] == ".":
        end += 1
    gap = _GAP.match(text, end, start)
    return gap is not None and gap.end() == start


def _compounded(text: str, end: int) -> bool:
    """Whether a month is part of another word (`October-class`); `Nov-Dec` is not."""
    word = _COMPOUND.match(text, end)
    return word is not None and word[1] not in calendar()


def _figures(text: str, match: re.Match[str], last: Token | None) -> list[Token]:
    start, end = match.span()
    if _glued(text, start, end, last):
        return []
    if match["blob"]:
        return _blob(match)
    if match["ordinal"]:
        day = int(match["ordinal"])
        return [Token(start, end, "o", day)] if 1 <= day <= 31 else []
    number = int(match["number"]) if len(match["number"]) <= 4 else 0
    if match["decade"]:
        return [Token(start, end, DECADE, number)] if number in YEARS and number % 10 == 0 else []
    if len(match["number"]) == 4:
        return [Token(start, end, YEAR, number)] if number in YEARS else []
    return [Token(start, end, DAY if number <= 31 else "n", number)] if number else []


def _glued(text: str, start: int, end: int, last: Token | None) -> bool:
    """Whether figures are part of something else: `G20`, `COVID-19`, `$12`, `47%`, `12h00`, `No. 5/3`."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after == "T" and text[end + 1 : end + 2].isdigit():  # 2017-10-24T12:00
        after = ""
    if before.isalpha() or before in tuple("$€£¥#№@=_/.+") or after.isalpha() or after in tuple("%_°"):
        return True
    if before == " " and text[max(0, start - 2)] in "$€£¥":
        return True
    if before in ("-", "–") and text[start - 2 : start - 1].isalnum():
        return last is None or last.code != "-" or last.end != start or not _opens(text, last)
    return False


def _opens(text: str, dash: Token) -> bool:
    """Whether the word or number before a dash may open a date (`mid-2019`, `13-15`, `Oct-24`)."""
    word = _BEFORE_DASH.search(text[max(0, dash.start - 12) : dash.start])
    return word is not None and (word[1] is not None or word[0] in calendar())


def _blob(match: re.Match[str]) -> list[Token]:
    start, end = match.span()
    blob = match.group().replace("–", "-")
    if found := _YEAR_FIRST.fullmatch(blob):
        dates = _dates((int(found[1]), int(found[3]), int(found[4])))
        return [Token(start, end, DATE, dates=dates)] if dates else []
    if found := _DAY_YEAR.fullmatch(blob):
        slash = start + len(found[1])
        return [
            Token(start, slash, DAY, int(found[1])),
            Token(slash, slash + 1, found[2]),
            Token(slash + 1, end, YEAR, int(found[3])),
        ]
    if not (found := _DAY_FIRST.fullmatch(blob)):
        return []
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    month_first = () if found[2] == "." else ((year, first, second),)  # dots are written by those who put the day first
    dates = _dates((year, second, first), *month_first)
    if not dates:
        return []
    order = None if len(dates) == 2 or first == second else dates[0].day == first
    return [Token(start, end, DATE if len(dates) == 1 else TWO_DATES, dates=dates, day_first=order)]


def _dates(*parts: tuple[int, int, int]) -> tuple[datetime.date, ...]:
    dates: dict[datetime.date, None] = {}
    for year, month, day in parts:
        try:
            dates[datetime.date(year, month, day)] = None
        except ValueError:
            continue
    return tuple(dates)
