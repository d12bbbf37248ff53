"""Carrying days: what other sentences tell of an encounter's days.

Before the meeting the guest laid a wreath.        → the day of the meeting
On the second day of his stay he called on ...     → the day after the visit began
The meeting ends tomorrow. It will last two days.  → its end
"""

import datetime
import re
from dataclasses import replace
from functools import cache

from communique.lexicon import load
from communique.lexicon.alternation import alternation
from communique.lexicon.tables import Column, table
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.setting.length import days_long, days_told, stretched
from communique.reader.engagements.setting.reach import governor
from communique.reader.engagements.setting.when import LASTING, edge_of, edges
from communique.reader.engagements.triggers.rows import noun_rows
from communique.reader.page import Page
from communique.reader.times import Time

# Sentences back in which the encounter lies that a sentence joins itself to; what was said there stands between.
NEAR = 12
# Encounters that the sentences after them may join themselves to.
OF_A_DAY = frozenset({"call", "ceremony", "conference", "meeting", "session", "signing"})
_ON_MARGINS = re.compile(r"on the (?:margins|sidelines|fringes|edges?)\b", re.IGNORECASE)
# What has margins, where such is told of.
GATHERINGS = frozenset({"conference", "session"})
_CLOSE = re.compile(r"\b(?:end|close|conclusion|conclud\w+)\b", re.IGNORECASE)
_NTH_DAY = re.compile(
    r"\b(?:(?P<nth>\w+) day of (?:the|his|her|its|their|this)\s+(?:\w+\s+){0,2}?"
    r"(?:visit|stay|trip|tour|session|meeting|talks|conference)|day (?P<count>one|two|three|four|five))\b",
    re.IGNORECASE,
)
_COUNTS = ("one", "two", "three", "four", "five")
_GOES_ON = re.compile(r"\b(?:last|continue|run|end|conclude|close|wind|finish|return|leave|depart|wrap)(?:e?s)?\b")
_HOME = re.compile(r"\b(?:return|leave|depart|stay|visit|trip|tour|his|her)", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    """`after the talks`, `the meeting was over`, `on the margins`; `Later` at the opening of a sentence."""
    rows = table(
        "joining_words", ["words", Column("place", values=frozenset({"before", "behind", "anywhere", "opening"}))]
    )
    before, behind, anywhere, opening = (
        alternation(row["words"] for row in rows if row["place"] == place)
        for place in ("before", "behind", "anywhere", "opening")
    )
    nouns = alternation(form for noun in _encounters() for form in (noun, f"{noun}s"))
    encounter = rf"(?:the|this|that|their|these|its|his|her)\s+(?:\w+\s+){{0,3}}?{nouns}\b"
    told = rf"{before}\s+{encounter}|{encounter} {behind}\b|{anywhere}\b"
    return re.compile(rf"\b(?:{told})|^\W*{opening}\b", re.IGNORECASE)


@cache
def _encounters() -> frozenset[str]:
    """The nouns of encounters of a day that are one word: `meeting`, `talk`, `ceremony`."""
    rows = (row for rows in noun_rows().values() for row in rows)
    return frozenset(row.words[0] for row in rows if len(row.words) == 1 and row.kind in OF_A_DAY)


def carry_days(page: Page, drafts: list[Draft]) -> None:
    """Complete the days of encounters by those told around them."""
    for draft in drafts:
        if draft.until is None:
            _start_told_later(page, draft, drafts)
            _end_told_later(page, draft, drafts)
    for place, draft in enumerate(drafts):
        if not _is_undated(draft):
            continue
        if draft.is_done:
            draft.time = _nth_day(page, draft, drafts) or _same_day(page, draft, drafts[:place]) or draft.time
        elif draft.status == "planned":
            draft.time = _same_day(page, draft, drafts[:place]) or draft.time


def _is_undated(draft: Draft) -> bool:
    return draft.until is None and (draft.time is None or (draft.time.start is None and draft.time.end is None))


def _nth_day(page: Page, draft: Draft, drafts: list[Draft]) -> Time | None:
    """`on the second day of his stay`: counted from the start of the visit."""
    found = _NTH_DAY.search(page.sentence_at(draft.trigger.start).text)
    if found is None:
        return None
    count = _COUNTS.index(found["count"].lower()) + 1 if found["count"] else _ordinal(found["nth"])
    for whole in drafts:
        if whole is not draft and whole.kind == "visit" and whole.day is not None and whole.time is not None and count:
            return _carried(whole.time, (whole.day + datetime.timedelta(days=count - 1)).isoformat())
    return None


def _ordinal(word: str) -> int:
    return load().ordinals.get(word.lower(), 0)


def _same_day(page: Page, draft: Draft, before: list[Draft]) -> Time | None:
    """`after the talks`, `later`, `who then sat down with`: the day of the encounter told just before."""
    if draft.kind == "conference":
        return None  # `on the margins of the summit` is told of others
    joined = _joined_to(page, draft)
    if joined is None and (draft.kind != "signing" or not draft.is_done):
        return None
    if joined is not None and _ON_MARGINS.match(joined.group()):
        before = [other for other in before if other.kind in GATHERINGS] or before
    near = [other for other in before if _may_lend(page, draft, other)]
    if not near:
        return None
    known = near[-1]
    if draft.kind in ("signing", "ceremony"):
        draft.beside = known
    day = _day_of(known, last=bool(joined and _CLOSE.search(joined.group())))
    return _carried(known.time, day) if day is not None and known.time is not None else None


def _joined_to(page: Page, draft: Draft) -> re.Match[str] | None:
    """The words that join an encounter to another; `at the annual consultations` only tells of these themselves."""
    sentence, noun = page.sentence_at(draft.trigger.start), draft.trigger.noun
    start, end = (noun.idx, noun.idx + len(noun)) if noun is not None else draft.trigger_span
    start, end = start - sentence.start_char, end - sentence.start_char
    found = _joined().finditer(sentence.text)
    return next((each for each in found if each.end() <= start or end <= each.start()), None)


def _may_lend(page: Page, draft: Draft, other: Draft) -> bool:
    """Whether an encounter that is told close before, and is as much over or to come, may lend its day."""
    if other.time is None or other.kind == "visit" or other.is_done != draft.is_done:
        return False
    return draft.sentence - other.sentence <= NEAR and not page.in_title(other.trigger.start)


def _day_of(draft: Draft, *, last: bool) -> str | None:
    """The one day of an encounter, or its last one."""
    if draft.time is None:
        return None
    start, end = draft.time.start, (draft.until or draft.time).end
    if last:
        return end
    return start if start is not None and end in (None, start) and len(start) == len("2017-10-24") else None


def _carried(time: Time, day: str) -> Time:
    return replace(time, start=day, end=day, rule="when.carried")


def _start_told_later(page: Page, draft: Draft, drafts: list[Draft]) -> None:
    """`The session, which opened on Monday, ...`: of what is under way on the day of the report."""
    if draft.status != "under way" or draft.kind not in LASTING:
        return
    for number in range(draft.sentence + 1, len(page.sentences)):
        sentence = page.sentences[number]
        for time in page.times:
            if not sentence.start_char <= time.start_offset < sentence.end_char or time.precision != "day":
                continue
            verb = governor(page.tokens(time.start_offset, time.end_offset).root)
            if edges().get(verb.lemma_.lower()) != "opens" or not _tells_of(page, draft, number, drafts):
                continue
            begun = time.resolved(future=False)
            known = draft.time.start if draft.time is not None else None
            if begun.start is not None and begun.start <= (known or begun.start):
                draft.time = replace(begun, end=None)
            return


def _end_told_later(page: Page, draft: Draft, drafts: list[Draft]) -> None:
    """`It will continue for two days.` `The visit lasts until May 24.` in the sentences after a dated start."""
    if draft.day is None or draft.time is None or draft.kind not in LASTING:
        return
    if draft.time.end not in (None, draft.time.start):
        return
    for number in range(draft.sentence + 1, len(page.sentences)):
        sentence = page.sentences[number]
        long = days_long(page.marks.text, sentence.start_char, sentence.end_char)
        if (long is None and not _GOES_ON.search(sentence.text)) or not _tells_of(page, draft, number, drafts):
            continue
        days = long or days_told(page.marks.text, sentence.start_char, sentence.end_char)
        if days is not None:
            draft.time = stretched(draft.time, days, back=_is_last_day(page, draft))
            return
        end = _last_time(page, sentence.start_char, sentence.end_char)
        if end is not None and end.end is not None and end.end > (draft.time.start or ""):
            draft.until = end
            return


def _is_last_day(page: Page, draft: Draft) -> bool:
    """Whether the one day that is told of an encounter is that of its end: `concluded on Friday`."""
    return draft.time is not None and edge_of(page, draft.trigger, draft.time) == "closes"


def _last_time(page: Page, start: int, end: int) -> Time | None:
    """The time on which a sentence says that something ends."""
    for time in page.times:
        if not start <= time.start_offset < end or time.precision != "day":
            continue
        verb = governor(page.tokens(time.start_offset, time.end_offset).root)
        if time.rule == "times.until" or edges().get(verb.lemma_.lower()) in ("closes", "returns", "goes"):
            return replace(time.resolved(future=True), start=None)
    return None


def _tells_of(page: Page, draft: Draft, number: int, drafts: list[Draft]) -> bool:
    """Whether a sentence is about an encounter: the nearest before it of the kind it names, `it`, or its traveller."""
    sentence = page.sentences[number]
    opening = sentence.text.strip()[:60].lower()
    before = [other for other in drafts if other.sentence < number]
    if draft.kind == "visit":
        visits = [other for other in before if other.kind == "visit"]
        return bool(visits) and visits[-1] is draft and bool(_HOME.search(sentence.text))
    last = before[-1] if before else None
    if opening.startswith(("it ", "its ")):
        return last is draft
    words = {"session": "meeting|session|talks|round|consultations|dialogue", "exercise": "exercise|drill|manoeuvres"}
    named = re.match(rf"(?:the|this)\s+(?:[\w-]+\s+){{0,3}}?(?:{words.get(draft.kind, draft.kind)})\b", opening)
    return named is not None and [other for other in before if other.kind == draft.kind][-1:] == [draft]
