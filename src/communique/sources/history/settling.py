"""Whom a counterpart acts for, and on which day a meeting was, where a row settles it; nothing is guessed."""

import re
from datetime import date

from communique.lexicon.vocabulary import vocabulary
from communique.sources.history.persons import MONTHS, Line, Span, person_at
from communique.sources.history.remarks import Meeting

FARTHEST = 120  # days between a row's own and one in its remarks: beyond, the year is not settled

_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
_ANY_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d\d?\b")
_COMPANY = re.compile(r"\b(?:[Aa]ccompanied|[Jj]oined|(?:[Tt]ravell?ed|[Rr]eturned|[Ff]lew) with) (?:by )?")
_BEFORE_POST = re.compile(r"(?:former|acting|interim|then)\s+", re.IGNORECASE)
_GATHERING = re.compile(r"conferences?|summit|meetings?|visits?", re.IGNORECASE)
# Posts of bodies and factions as well as of states: of the country only where they are told first.
_OF_WHAT = re.compile(r"\b(?:chair\w*|secretary[- ]general|leader|speaker|director\w*|commissioner)\b")


def company(remarks: str) -> frozenset[str]:
    """The names of whom the traveller accompanied or joined: they travelled too and were not met."""
    line = Line(remarks)
    names = set()
    for match in _COMPANY.finditer(line.text):
        told = person_at(line, line.index_at(match.end()))
        if told and told.name:
            names.add(line.text[slice(*told.name)])
    return frozenset(names)


def not_met(meeting: Meeting, remarks: str, kind: str) -> bool:
    """Whether the words do not settle that somebody was met: `Attended the conference with President X`."""
    told = meeting.counterpart
    if told.name and remarks[slice(*told.name)] in company(remarks):
        return True
    gathering = _GATHERING.fullmatch(remarks, *meeting.trigger) is not None
    attended = re.search(r"\b(?:[Aa]ttended|[Oo]pened)\b[^.;]*$", remarks[: meeting.trigger[0]]) is not None
    return kind == "trip" and gathering and attended and told.party is None and told.post.startswith("president")


def acts_for_row(meeting: Meeting, traveller: str, country: str | None, before: frozenset[str]) -> bool:
    """Whether a counterpart without a party acts for the row's country (for a visit, the United States).

    `traveller` is the role of who made the trip, "" for a visit. `before` are the levels of those who act for the
    country by the same row: no state has two heads. Behind somebody of another party (`with Lebanese Prime Minister X
    and Speaker Y`) only a head of state is of the row's country for sure.
    """
    told = meeting.counterpart
    post = _BEFORE_POST.sub("", told.post)
    if not traveller:
        return post in vocabulary("united_states_posts")
    if meeting.behind not in (None, country) and told.level != "head of state":
        return False
    if not told.offices:
        return meeting.leads
    if post == "secretary of state":
        return traveller == "secretary"  # who cannot have met himself
    if post in vocabulary("united_states_posts") and post.split()[0] in ("secretary", "national", "first", "treasury"):
        return False
    if post.startswith("crown "):
        return True
    if _OF_WHAT.search(post):
        return meeting.leads
    return not (told.level in ("head of state", "head of government") and f"{told.level} {told.former}" in before)


def day_of(written: str, start: str, end: str) -> str | None:
    """The day of `June 6` in a row from `start` to `end`, in the year that brings it nearest; None where none does."""
    name, number = written.split()[:2]
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    days = []
    for year in {first.year - 1, first.year, last.year, last.year + 1}:
        try:
            days.append(date(year, _NUMBERS[name], int(number)))
        except ValueError:  # 31 June, or 29 February of another year
            continue
    away = [(max((first - day).days, (day - last).days, 0), day) for day in days]
    if not away:
        return None
    least, day = min(away)
    return day.isoformat() if least <= FARTHEST else None


def names_a_day(remarks: str) -> bool:
    """Whether the remarks name a day of their own."""
    return _ANY_DAY.search(remarks) is not None


def within(span: Span, at: int) -> Span:
    """A span of a value as one of the text the value stands in at `at`."""
    return span[0] + at, span[1] + at
