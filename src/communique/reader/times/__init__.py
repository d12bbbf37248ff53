"""Times: the days that a report's words give, each with the rule that read it, and a reason where none is given.

words.py    text → tokens of time, one code each
grammar.py  which sequences of codes are an expression
parts.py    what is written of a date, and the day it stands for
resolve.py  expression → Time
model.py    Time
"""

import datetime
from dataclasses import replace

from communique.reader.times.grammar import RULES, Rule, rule_of, scanner
from communique.reader.times.model import Precision, Sense, Time, Undated
from communique.reader.times.parts import Frame, read_parts
from communique.reader.times.resolve import BUILD
from communique.reader.times.run import Run
from communique.reader.times.words import Token, tokens

__all__ = ["RULES", "Precision", "Sense", "Time", "Undated", "find_times"]

# Full dates of one report lie within a year of each other before one of them may lend the others its year.
ONE_STORY_DAYS = 366


def find_times(text: str, *, anchor: datetime.date | None, future: bool | None = None) -> list[Time]:
    """Every expression of time in a text, in order and without overlaps.

    `anchor` is the date of publication or dateline; dates without a year and words like `today` are read against it.
    Without it, a text's own full dates lend their year, and `today` stays empty. `future` settles by tense what else
    `Time.resolved` would have to.
    """
    words = tokens(text)
    codes = "".join(word.code for word in words)
    found = [(rule_of(match), words[match.start() : match.end()]) for match in scanner().finditer(codes)]
    frame = Frame(anchor, day_first=_day_first(words), told=_told_years(found))
    if anchor is None:
        frame = replace(frame, own=_own_date(found, text))
    runs = (Run(rule, run, text, frame) for rule, run in found)
    times = [time for run in runs for time in BUILD[run.rule.build](run)]
    if future is None:
        return times
    return [time.resolved(future=future) for time in times]


def _own_date(found: list[tuple[Rule, list[Token]]], text: str) -> datetime.date | None:
    """The last full date of the text itself, where its full dates lie close together."""
    nothing = Frame(None)
    runs = (Run(rule, run, text, nothing) for rule, run in found)
    days = [time.start for run in runs for time in BUILD[run.rule.build](run) if time.start and time.precision == "day"]
    full = sorted(map(datetime.date.fromisoformat, days))
    return full[-1] if full and (full[-1] - full[0]).days <= ONE_STORY_DAYS else None


def _told_years(found: list[tuple[Rule, list[Token]]]) -> dict[tuple[int, int], int]:
    """The year of every month and day that the text gives in full; of two, none."""
    years: dict[tuple[int, int], set[int]] = {}
    for rule, run in found:
        if rule.build == "day" and any(token.code == "Y" for token in run):
            parts = read_parts(run)
            if parts.month and parts.day and parts.year:
                years.setdefault((parts.month, parts.day), set()).add(parts.year)
    return {day: told.pop() for day, told in years.items() if len(told) == 1}


def _day_first(words: list[Token]) -> bool | None:
    """How the text orders day and month in figures, as far as its other dates show it; None where they differ."""
    shown = {word.day_first for word in words if word.day_first is not None}
    return shown.pop() if len(shown) == 1 else None
