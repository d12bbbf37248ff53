"""The grammar of datelines: `BAKU, 24 October 2017 (AGENCY) --`, in any order and with any signs between.

A line is scanned into a place, a day and an agency; which of them stand there, and the sign after the last, say
whether it is a dateline at all. Where all that was scanned is none, less of it may be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from communique.lexicon import Kind
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Marks
from communique.reader.masthead.days import Day, day_at, opens_date
from communique.reader.masthead.furniture import is_furniture, is_plate
from communique.reader.masthead.lines import Line
from communique.reader.masthead.phrases import phrases

Span = tuple[int, int]

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_SMALL = r"(?:de|do|dos|da|das|del|della|di|la|le|les|el|al|of|es|the|sur|sous|am|im|an|en|bei|ob|der|upon)"
_WORD = rf"(?:{_CAPITAL}\.(?:{_CAPITAL}\.)*|St\.|{_CAPITAL}[\w'-]*)"
_NAME = re.compile(rf"{_WORD}(?: (?:{_SMALL} )?{_WORD}){{0,4}}")
_SIGNS = re.compile(r"[ ]*[)\]]?[ ]*(?:[,.:|/(]|-{1,3}|[–—―])?[ ]*")
_END = re.compile(r"[ ]*(?P<sign>-{1,3}|[–—―]|[.:|/)]|$|(?=\n))[ .:\-–—―|/]*")
_REGION_END = re.compile(r"\s*(?:[-–—―.:|,/(\n]|$)")
_BRACKETED = re.compile(
    r"\((?P<name>[^()\n/|]{2,40}?)(?:[/|][^()\n]{0,30})?\)|/ ?(?:Corr\. )?(?P<between>[^/\n.]{2,30}?) ?/"
)
_BRACKETED_COUNTRY = re.compile(r" ?[(\[](?P<name>[^()\[\]\n]{2,40})[)\]]")
_ACRONYM = re.compile(
    r"(?=[\w.-]*[A-Z][\w.-]*[A-Z])[A-Z][\w-]+(?:\.(?:[A-Z]{2,3}|[a-z]{2,3})\b)?(?: NEWS\b| News\b)?"
    r"|[A-Z][\w-]+\.[a-z]{2,3}\b"
)
_SHORT_ACRONYM = re.compile(r"[A-Z]{2,4}(?= (?:-{1,2}|[–—]) )")
# `ABC, Georgetown, 9 March`, `OUTLET.CO, Georgetown`
_LONE_ACRONYM = re.compile(r"(?:[A-Z]{3,5}|[A-Z][\w-]+\.(?:[A-Z]{2,3}|[a-z]{2,3}))(?=, [A-Z])")
_STATE = re.compile(r", (?P<name>[A-Z]{2})(?=,? (?:[A-Z\d(/]|[-–—]))")  # `Ottawa, ON, 9 March`
_OTHER_CALENDAR = re.compile(
    r"(?:\d{1,2} )?(?:Muharram|Safar|Rabi[' ]?\w* ?\w*|Jumada \w+|Rajab|Sha'?ban|Ramadh?an|Shawwal"
    r"|Dhu?l?[ '-](?:Qa?i'?dah?|Hijjah?))"
    r"(?:(?: \d{1,2})?,? 14\d\d(?: ?A?H)?| \d{1,2}(?=,))"
)
_CLOCK_BETWEEN = re.compile(
    r"(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: (?:GMT|UTC|[A-Z]{2,4})(?:[+-]\d{1,2})?)?"
)  # `8:30 AM GMT+3`
_GLUED = re.compile(rf"(?<=[a-z])(?P<place>{_CAPITAL}[a-z]+) - (?P<agency>[A-Z]{{2,8}})(?=[A-Z][a-z])")
_OPENING = re.compile(rf"\s*[\"'(]*(?:{_CAPITAL}|\d)")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d ?[AaPp]\.?[Mm]\.?")
_NO_PLACE: tuple[Kind, ...] = ("rank", "office_head", "honorific", "body_kind", "document_kind", "demonym")
_DASHES = ("-", "--", "---", "–", "—", "―")
_VIRIN = r"\d{6}-[A-Z]-\w{4,5}-\d{3,4} "  # the number of a picture, before its caption: `190305-N-AB123-0001 Muscat, …`


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: half-open offsets of it whole (running text begins at `end`) and of what stands in it."""

    start: int
    end: int
    place: Span | None = None
    country: Span | None = None
    day: Day | None = None
    agency: Span | None = None


@dataclass(frozen=True, slots=True)
class _Scanned:
    """What was read of a line up to `at`.

    `known`: the lexicon has the place; `listed`: it has the agency.
    `wide`: a region or country follows it. `enclosed`: the agency is in brackets.
    """

    at: int
    place: Span | None = None
    country: Span | None = None
    day: Day | None = None
    agency: Span | None = None
    known: bool = False
    listed: bool = False
    wide: bool = False
    enclosed: bool = False

    @property
    def parts(self) -> str:
        return "A" * bool(self.agency) + "D" * bool(self.day) + "P" * bool(self.place)


def dateline_in(line: Line, marks: Marks, following: Line | None) -> Dateline | None:
    """The dateline that a line begins with, or is; `following` is the next line."""
    label = _label().match(line.text)
    for start in (line.start, line.start + label.end()) if label else (line.start,):
        for scanned in reversed(list(_scan(marks, line, start))):
            if (end := _end(scanned, line, marks, following)) is not None:
                return Dateline(line.start, end, scanned.place, scanned.country, scanned.day, scanned.agency)
    return None


@cache
def _label() -> re.Pattern[str]:
    """What may stand before a dateline: `Press release 12 | Lima, …`, `Text: Hanoi, …`, `[Text] Tunis, …`."""
    plate = rf"(?:{phrases('furniture', 'plate', 'slug')}|(?i:text))"
    return re.compile(rf"#|[(\[]|{_VIRIN}|[^|\n]{{1,30}} ?\| |[(\[]{plate}[)\]] ?|{plate} ?[:/] ?")


def glued_dateline(marks: Marks, end: int) -> Dateline | None:
    """A dateline run together with title and text, as pages come out of some sites: `in missionBaghdad - INAThe`."""
    if not (found := _GLUED.search(marks.text, 0, end)):
        return None
    return Dateline(found.start(), found.end(), place=found.span("place"), agency=found.span("agency"))


def _scan(marks: Marks, line: Line, start: int) -> Iterator[_Scanned]:
    """What is read of a line, part after part."""
    found = _Scanned(start)
    while True:
        at = found.at
        if found.parts and (signs := _SIGNS.match(marks.text, at, line.end)):
            at = signs.end()
        if other := _OTHER_CALENDAR.match(marks.text, at):
            found = replace(found, at=other.end())
            continue
        if found.day and (clock := _CLOCK_BETWEEN.match(marks.text, at, line.end)):
            found = replace(found, at=clock.end())
            yield found
            continue
        more = _day(found, at, marks, line) or _agency(found, at, marks, line) or _place(found, at, marks, line)
        if not more:
            return
        found = more
        yield found


def _day(found: _Scanned, at: int, marks: Marks, line: Line) -> _Scanned | None:
    inside = at + marks.text.startswith(("(", "["), at)  # `Georgetown, Guyana - (9 March 2019)`
    day = None if found.day else day_at(marks.text, inside)
    return replace(found, day=day, at=day.end) if day and day.end <= line.end else None


def _agency(found: _Scanned, at: int, marks: Marks, line: Line) -> _Scanned | None:
    if found.agency:
        return None
    if enclosed := _enclosed(found, at, marks, line):
        return enclosed
    hit = publisher_at(marks, at)
    if hit and (
        _END.match(marks.text, hit[1], line.end)
        or marks.text.startswith(", ", hit[1])
        or (not found.parts and _known_place(marks, hit[1] + 1))  # `AGENCY Baku, 9 March`
    ):
        return replace(found, agency=hit, at=hit[1], listed=True)
    acronym = (_ACRONYM if found.day or found.known else _SHORT_ACRONYM).match(marks.text, at, line.end)
    if not found.parts and not acronym and (lone := _LONE_ACRONYM.match(marks.text, at, line.end)):
        acronym = lone if _known_place(marks, lone.end() + 2) or _country_at(marks, lone.end() + 2) else None
        if acronym and not _claimed(marks, at):
            return replace(found, agency=acronym.span(), at=acronym.end())
    if acronym and _END.match(marks.text, acronym.end(), line.end) and not _claimed(marks, at):
        return replace(found, agency=acronym.span(), at=acronym.end())
    name = _name(marks, at, line) if found.place and found.day and marks.text.startswith(",", found.at) else None
    if name and (sign := _END.match(marks.text, name[1], line.end)) and sign["sign"] in _DASHES:
        return replace(found, agency=name, at=name[1])
    return None


def _enclosed(found: _Scanned, at: int, marks: Marks, line: Line) -> _Scanned | None:
    """`(ABC)`, `(ABC/A. Author)`, `/ABC/`; its first sign may have been taken for the one between two parts."""
    openings = [at]
    if found.parts:
        openings += [found.at + shift for shift in (0, 1) if marks.text.startswith(("/", "("), found.at + shift)]
    for opening in openings:
        if match := _BRACKETED.match(marks.text, opening, line.end):
            span = match.span("name" if match["name"] else "between")
            listed = publisher_at(marks, span[0]) is not None
            if not listed and (is_plate(marks.text[slice(*span)]) or _known_place(marks, span[0]) == span):
                continue  # `(LEAD)`, `(UPDATE)`, `(GEORGETOWN)`
            if listed or _all_capitalised(marks.text[slice(*span)]):
                return replace(found, agency=span, at=match.end(), enclosed=True, listed=listed)
    return None


def _place(found: _Scanned, at: int, marks: Marks, line: Line) -> _Scanned | None:
    if found.place or (found.parts and at == found.at):
        return None
    name, span, known = _name(marks, at, line), _known_place(marks, at), True
    if not span:
        span, known = name, False
    elif name and name[1] > span[1] and marks.text.startswith(" ", span[1]) and marks.text.startswith(", ", name[1]):
        span = name  # `Neustadt an der Aisch, 3 March`
    if not span:
        return None
    placed = replace(found, place=span, at=span[1], known=known)
    return _region(placed, marks, line) or placed


def _region(found: _Scanned, marks: Marks, line: Line) -> _Scanned | None:
    """`Leticia, Amazonas`: the region is of the place's name, a country after it is not."""
    assert found.place
    bracketed = _BRACKETED_COUNTRY.match(marks.text, found.at, line.end)
    if bracketed and _country_at(marks, bracketed.start("name")):
        return replace(found, country=bracketed.span("name"), at=bracketed.end(), wide=True)
    state = _STATE.match(marks.text, found.at, line.end)
    if state and state["name"].lower() in vocabulary("function_words"):
        return replace(found, place=(found.place[0], state.end()), at=state.end(), wide=True)
    span = _name(marks, found.at + 2, line) if marks.text.startswith(", ", found.at) else None
    if not span or not _REGION_END.match(marks.text[span[1] : line.end]):
        return None
    country = _country_at(marks, span[0])
    outlet = _ACRONYM.match(marks.text, span[0], line.end)  # `ABC`, `Outlet.com`; two letters are a state's
    acronym = outlet and outlet.end() >= span[1] > span[0] + 2 and not _known_place(marks, span[0])
    if not country and (publisher_at(marks, span[0]) or acronym):
        return None
    if country:
        return replace(found, country=span, at=span[1], wide=True)
    return replace(found, place=(found.place[0], span[1]), at=span[1], wide=True)


def _claimed(marks: Marks, at: int) -> bool:
    """Whether something the lexicon knows, and no publisher, begins at an offset."""
    return any(hit.start == at for hit in marks.hits)


def _country_at(marks: Marks, at: int) -> bool:
    return any(hit.start == at and hit.sense("country") for hit in marks.hits)


def _name(marks: Marks, at: int, line: Line) -> Span | None:
    """A run of capitalised words that may name a place: no rank, office or body in it, no word that opens sentences."""
    match = _NAME.match(marks.text, at, line.end)
    if not match or match.group().split()[0].lower() in vocabulary("function_words"):
        return None
    if is_plate(match.group()) or not vocabulary("institution_nouns").isdisjoint(match.group().split()):
        return None
    end = match.start()
    for word in re.finditer(r"\S+", match.group()):
        if opens_date(word.group()):
            break
        end = match.start() + word.end()
    if end == at or any(
        at <= hit.start < end and hit.sense(*_NO_PLACE) and not hit.sense("place") for hit in marks.hits
    ):
        return None
    return at, end


def _end(found: _Scanned, line: Line, marks: Marks, following: Line | None) -> int | None:
    """Where running text begins after what was scanned; None where it is no dateline."""
    match = _END.match(marks.text, found.at, line.end)
    end = match.end() if match else found.at
    sign = match["sign"] if match else None
    whole = match is not None and end >= line.end
    if not whole and not _OPENING.match(marks.text, end, line.end):
        return None
    dated = found.parts == "DP" and found.known and bool(found.day and found.day.year) and line.runs
    if (
        not dated
        and not _accepted(found, sign, whole=whole)
        and not _lone_place(found, sign, line, marks, whole, following)
    ):
        return None
    return end + len(marks.text[end : line.end]) - len(marks.text[end : line.end].lstrip())


def _accepted(found: _Scanned, sign: str | None, *, whole: bool) -> bool:
    """Whether the parts and the sign after them make a dateline."""
    match found.parts:
        case "ADP" | "AD" | "DP":
            return sign is not None or found.enclosed
        case "AP":
            told = found.known or found.listed
            return (told and found.enclosed) or (sign is not None and (told or found.enclosed))
        case "A":
            return not whole and (found.enclosed or sign in _DASHES)
        case "D":
            return whole
    return False


def _lone_place(
    found: _Scanned, sign: str | None, line: Line, marks: Marks, whole: bool, following: Line | None
) -> bool:
    """Whether a place alone is a dateline: known for a place, or followed as only places of datelines are."""
    if found.parts != "P" or not found.place:
        return False
    if whole:
        return found.known and following is not None and _may_follow_place(following, marks)
    if not line.runs:
        return False
    if sign in (*_DASHES, "|"):
        name = marks.text[slice(*found.place)]
        return found.known or found.wide or (name.isupper() and not is_furniture(name))
    enclosed = sign == ")" and marks.text.startswith("(", line.start)  # `(Georgetown) The minister …`
    return (sign in (".", ":") or enclosed) and (found.known or found.wide)


def _may_follow_place(line: Line, marks: Marks) -> bool:
    """Whether a line below a place alone shows that to be a dateline: running text, a time of day, a date."""
    day = day_at(marks.text, line.start)
    return line.runs or bool(_CLOCK.match(line.text)) or (day is not None and day.end == line.end)


def _known_place(marks: Marks, at: int) -> Span | None:
    """The place of the lexicon that begins at an offset."""
    for hit in marks.hits:
        if hit.start == at and (sense := hit.sense("place", "seat")):
            return None if sense.care else (hit.start, hit.end)
    return None


def publisher_at(marks: Marks, at: int) -> Span | None:
    """The publisher of the lexicon that begins at an offset."""
    return next(((hit.start, hit.end) for hit in marks.hits if hit.start == at and hit.sense("publisher")), None)


def _all_capitalised(name: str) -> bool:
    """Whether a name is written as agencies are: `ABC`, `Great Wall News`, `UzA`."""
    name = name.lstrip("\"'")
    return (
        name[:1].isalpha()
        and "," not in name
        and all(word[0].isupper() or not word[0].isalpha() for word in name.split())
    )
