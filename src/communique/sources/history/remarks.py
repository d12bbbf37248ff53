"""The `remarks` of a row: whom the traveller is told to have met, and on which day.

A counterpart is a person with an office (or rank) in the list behind `met with`, `discussed … with`, `briefed` and the
like. Groups, officials without a post, and whoever was only accompanied are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.sources.history.persons import MONTHS, Line, Span, Told, person_at


@dataclass(frozen=True, slots=True)
class Meeting:
    """A counterpart met; the words that tell of it, and of its day, as spans.

    `leads` where it comes first in its list; `behind` is the party told of the one just before it, if any.
    """

    counterpart: Told
    trigger: Span
    day: Span | None = None
    leads: bool = True
    behind: str | None = None


_MONTH = "(?:" + "|".join(MONTHS) + ")"
_DAY = re.compile(rf"\s*,?\s*(?:\(|on )?({_MONTH} \d\d?)(?![\d–-])(?! ?[–-])(?:, \d{{4}})?\b")
_HOW = (
    r"(?:(?:again|afterwards?|briefly|there|later|also|privately|separately|informally|unofficially|individually|jointly"
    rf"|once|twice|(?:on )?{_MONTH} \d\d?,?|(?:in|at) [A-Z]\w+)\s+){{0,3}}"
)
_TALKS = (
    r"[Dd]iscuss(?:ed|ions?)|[Rr]eview(?:ed)?|[Nn]egotiat(?:ed|ions?)|[Tt]alks?|[Cc]onferr?ed|[Cc]onferences?"
    r"|[Cc]onsult(?:ed|ations?)|[Mm]eetings?|[Aa]udience|[Ii]nterview|[Ll]unch(?:eon|ed)?|[Dd]in(?:ner|ed)"
    r"|[Bb]reakfast|[Bb]runch|[Ss]ummit|[Cc]onversations?|[Vv]isits?|[Ss]poke|[Ee]xchanged|[Pp]layed|[Ss]igned|[Hh]eld"
)
_TALK = re.compile(rf"\b(?:{_TALKS})\b")
_CUES = (
    re.compile(rf"\b(?P<t>[Mm]et) {_HOW}(?:with )?"),
    re.compile(rf"\b(?P<t>{_TALKS})\b(?:[^.;]|\.(?! )|(?<=\b[A-Z])\.)*? with "),
    re.compile(r"\b(?P<t>[Bb]riefed|[Cc]alled on|[Rr]eceived by|[Gg]reeted by|[Vv]isited) "),
)
_NOT_SO = re.compile(
    r"\b(?:not|unable|cancell?ed|postponed|planned|scheduled|declined|refused|failed|hoped|to meet|to visit"
    r"|accompanied by|sought|asked|requested|invited)\b",
    re.IGNORECASE,
)
_GLUE = re.compile(r"(?:\s|,|\band\b|\balso\b|\bas well as\b|\bboth\b|\bwith\b|&)*$")
_NEXT = re.compile(
    rf",?\s*and, (?:on {_MONTH} \d\d?, )?(?:also )?with |[,;]\s*(?:and\s+)?(?:also\s+)?(?:with\s+)?"
    r"|\s+(?:and|as well as)\s+(?:also\s+)?(?:with\s+)?|\s*/\s*"
)
_END = re.compile(r";(?!\s+(?:and\s+)?(?:also\s+)?with\b)(?!\s+and\s+(?!\w+ed\b))|\.(?=\s|$)")
_NEARBY = 25  # characters before a cue in which it is taken back (`was unable to`)
_BARE_INITIAL = re.compile(r"(?:\b[A-Z]|\b(?:St|Dr|Gen|Mr|Mrs|Lt|Col|Jr|Sr|Fla|Md|Me|Mass))$")
_WITH = re.compile(r" with ")  # `discussed one thing with X, and another with Y`
_AWAY = re.compile(
    r"\b(?:to|at|in|on|during|after|before|while|regarding|for|by|en|about|concerning|following|aboard|prior|who|whose)\b"
)
_DID = re.compile(r"\b[a-z]+ed\b|\b(?:made|gave|took|went|held|led|spoke|saw|flew)\b")


def meetings(text: str) -> list[Meeting]:
    """The meetings told of in a row's remarks, in order, one for each counterpart."""
    line = Line(text)
    found: dict[Span, Meeting] = {}
    for cue in _CUES:
        for match in cue.finditer(line.text):
            begin, end = _clause(line.text, match.start(), match.end())
            if _NOT_SO.search(line.text, max(begin, match.start() - _NEARBY), match.end()):
                continue
            for meeting in _listed(line, match, end):
                found.setdefault((meeting.counterpart.start, 0), meeting)
    return [meeting for _, meeting in sorted(found.items())]


def _clause(text: str, cue: int, after: int) -> Span:
    """From where the clause of a cue begins to where it ends."""
    begin = 0
    for stop in _stops(text):
        if stop >= after:
            return begin, stop
        if stop < cue:
            begin = stop + 1
    return begin, len(text)


def _stops(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if match.group() == ";" or not _BARE_INITIAL.search(text, max(0, match.start() - 6), match.start()):
            yield match.start()


def _listed(line: Line, match: re.Match[str], end: int) -> Iterator[Meeting]:
    """The persons in the list that begins behind a cue, and ends at the end of the clause or where it turns away."""
    at, leads, behind = match.end(), True, None
    while at < end:
        i = line.index_at(at)
        if i >= len(line.words) or line.words[i].start >= end or not _GLUE.match(line.text[at : line.words[i].start]):
            return
        told = person_at(line, i)
        if told is not None and told.end <= end and (told.offices or told.rank):
            day = _DAY.match(line.text, told.end, end)
            yield Meeting(told, _trigger(match), day.span(1) if day else _day_in(match), leads, behind)
            behind = told.party[1] if told.party else behind
            at = day.end() if day else told.end
            following = _NEXT.match(line.text, at, end)
            if not following:
                return
            at = following.end()
        else:
            beyond = _beyond_group(line.text, line.words[i].start, end)
            if beyond is None:
                return
            at = beyond
        leads = False


def _trigger(match: re.Match[str]) -> Span:
    """The word of a cue that tells of the meeting: its last verb, else its last noun (`summit | meeting with`)."""
    told = [found.span() for found in _TALK.finditer(match.string, match.start("t"), match.end())]
    verbs = [span for span in told if match.string[slice(*span)].endswith("ed")]
    return (verbs or told or [match.span("t")])[-1]


def _beyond_group(text: str, start: int, end: int) -> int | None:
    """Where the next of the list begins behind a group (`senior officials, and …`); None where the list is over."""
    following = _NEXT.search(text, start, end) or _WITH.search(text, start, end)
    if not following:
        return None
    group = text[start : following.start()]
    if _AWAY.search(group) or _DID.search(group):
        return None
    return following.end()


def _day_in(match: re.Match[str]) -> Span | None:
    """`Met May 11 with X`: the day inside the cue."""
    found = re.search(rf"{_MONTH} \d\d?(?![\d–-])", match.group())
    return (match.start() + found.start(), match.start() + found.end()) if found else None
