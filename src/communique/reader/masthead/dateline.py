"""The grammar of datelines: `BAKU, 24 October 2017 (AGENCY) --`, in any order and with any signs between.

A line is scanned into a place, a day and an agency; which of them stand there, and the sign after the last, say
whether it is a dateline at all.
"""

import re
from dataclasses import dataclass

from communique.reader.marks import Marks
from communique.reader.masthead.days import Day, day_at, opens_date
from communique.reader.masthead.lines import Line

Span = tuple[int, int]

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAME_WORD = rf"(?:{_CAPITAL}\.(?:{_CAPITAL}\.)+|St\.|{_CAPITAL}[\w'-]*|(?:de|do|dos|da|del|di|la|el|al|of|es)\b)"
_NAME = re.compile(rf"(?={_CAPITAL}){_NAME_WORD}(?: {_NAME_WORD}){{0,4}}")
_SIGNS = re.compile(r"[ ]*(?:[,.:|/]|-{1,3}|[–—―])?[ ]*")
_END = re.compile(r"[ ]*(?P<sign>-{1,3}|[–—―]|[.:|/]|$|(?=\n))[ .\-–—|/]*")
_BRACKETED = re.compile(r"\((?P<name>[^()\n/|]{2,40}?)(?:[/|][^()\n]{0,30})?\)|/ ?(?P<between>[^/\n.]{2,30}?) ?/")
_ACRONYM = re.compile(r"(?=[\w.-]*[A-Z][\w.-]*[A-Z])[A-Z][\w-]+(?:\.[A-Z]{2,3}\b)?(?: NEWS\b| News\b)?")
_HIJRI = re.compile(
    r"(?:\d{1,2} )?(?:Muharram|Safar|Rabi[' ]?\w* ?\w*|Jumada \w+|Rajab|Sha'?ban|Ramadan|Shawwal|Dhul?[ -'](?:Qi'?dah?|Hijjah?))"
    r"(?: \d{1,2})?,? 14\d\d(?: ?H)?"
)
_GLUED = re.compile(rf"(?<=[a-z])(?P<place>{_CAPITAL}[a-z]+) - (?P<agency>[A-Z]{{2,8}})(?=[A-Z][a-z])")
_OPENING = re.compile(rf"[\"'(]*(?:{_CAPITAL}|\d)")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d ?[AaPp]\.?[Mm]\.?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: half-open offsets of it whole (running text begins at `end`) and of what stands in it."""

    start: int
    end: int
    place: Span | None = None
    day: Day | None = None
    agency: Span | None = None


def dateline_in(line: Line, marks: Marks, following: Line | None) -> Dateline | None:
    """The dateline that a line begins with, or is; `following` is the next line."""
    start = line.start
    label = re.match(r"#|[^|\n]{1,30}\| ", line.text)  # `Press release 12 | Lima, ...`
    for at in (start, start + label.end()) if label else (start,):
        scan = _Scan(marks, line)
        scan.run(at)
        if found := scan.judged(following):
            return found
    return None


def glued_dateline(marks: Marks, end: int) -> Dateline | None:
    """A dateline run together with title and text, as pages come out of some sites: `in missionBaghdad - INAThe`."""
    if not (found := _GLUED.search(marks.text, 0, end)):
        return None
    return Dateline(found.start(), found.end(), place=found.span("place"), agency=found.span("agency"))


class _Scan:
    """One scan over a line: takes a part after the other until nothing of a dateline is left."""

    def __init__(self, marks: Marks, line: Line) -> None:
        self.marks = marks
        self.line = line
        self.order = ""
        self.place: Span | None = None
        self.known = self.wide = False
        self.day: Day | None = None
        self.agency: Span | None = None
        self.enclosed = False

    def run(self, at: int) -> None:
        """Scan from an offset; leaves the offset after the last part in `at`."""
        self.start = self.at = at
        text = self.marks.text
        while len(self.order) < len("PDA"):
            signs = _SIGNS.match(text, self.at, self.line.end) if self.order else None
            at = signs.end() if signs else self.at
            if hijri := _HIJRI.match(text, at):
                self.at = hijri.end()
                continue
            if not (self._take_day(at) or self._take_agency(at) or self._take_place(at)):
                break

    def _take_day(self, at: int) -> bool:
        if self.day or not (day := day_at(self.marks.text, at)) or day.end > self.line.end:
            return False
        self.day, self.at = day, day.end
        self.order += "D"
        return True

    def _take_agency(self, at: int) -> bool:
        if self.agency or not (found := self._enclosed_agency(at) or self._bare_agency(at)):
            return False
        self.agency, self.at = found
        self.order += "A"
        return True

    def _enclosed_agency(self, at: int) -> tuple[Span, int] | None:
        """`(ABC)`, `(ABC News)`, `/ABC/`; also after a `/` that was taken for a sign."""
        text = self.marks.text
        opening = at - 1 if text[at - 1 : at] == "/" else at - 2 if text[at - 2 : at] == "/ " else at
        match = _BRACKETED.match(text, opening, self.line.end)
        if not match:
            return None
        group = "name" if match["name"] else "between"
        if not match[group][0].isalpha() or (
            not _publishes(self.marks, match.span(group)) and not _titled(match[group])
        ):
            return None
        self.enclosed = True
        return match.span(group), match.end()

    def _bare_agency(self, at: int) -> tuple[Span, int] | None:
        """`ABC` after a place or day, or a publisher of the lexicon; a sign must follow."""
        text = self.marks.text
        hit = next((hit for hit in self.marks.hits if hit.start == at and hit.sense("publisher")), None)
        end = hit.end if hit else at
        if not hit and self.order and (acronym := _ACRONYM.match(text, at, self.line.end)):
            end = acronym.end()
        if end == at or (self.order == "P" and not hit and not self.known) or not _END.match(text, end, self.line.end):
            return None
        return (at, end), end

    def _take_place(self, at: int) -> bool:
        if self.place or not (span := self._place_at(at)):
            return False
        self.place, self.at = span, span[1]
        self.order += "P"
        if region := re.compile(r", ").match(self.marks.text, span[1]):
            self._take_region(region.end())
        return True

    def _place_at(self, at: int) -> Span | None:
        known = _known_place(self.marks, at)
        if known:
            self.known = True
            if _END.match(self.marks.text, known[1]) or self.marks.text[known[1]] in ",( ":
                return known
        match = _NAME.match(self.marks.text, at, self.line.end)
        return _without_dates(match) if match else None

    def _take_region(self, at: int) -> None:
        """`Leticia, Amazonas`: the region is of the place's name, a country after it is not."""
        match = _NAME.match(self.marks.text, at, self.line.end)
        span = _without_dates(match) if match and self.place else None
        if not span or not self.place or not re.match(r"\s*(?:[-–—.:|,/(\n]|$)", self.marks.text[span[1] :]):
            return
        if _publishes(self.marks, span) or (
            _ACRONYM.fullmatch(self.marks.text, *span) and "." not in self.marks.text[slice(*span)]
        ):
            return
        self.wide = True
        self.at = span[1]
        if not any(hit.start == at and hit.sense("country") for hit in self.marks.hits):
            self.place = (self.place[0], span[1])

    def judged(self, following: Line | None) -> Dateline | None:
        """The dateline, where what was scanned is one."""
        end = _END.match(self.marks.text, self.at, self.line.end)
        whole = end is not None and end.end() >= self.line.end
        sign = end["sign"] if end else ""
        after = end.end() if end else self.at
        opens = whole or bool(_OPENING.match(self.marks.text[after : after + 4].lstrip()))
        if not self._accepted(sign if end else None, whole, opens, following):
            return None
        if not end:
            after = (
                self.at
                + len(self.marks.text[self.at : self.line.end])
                - len(self.marks.text[self.at : self.line.end].lstrip())
            )
        return Dateline(self.start, after, self.place, self.day, self.agency)

    def _accepted(self, sign: str | None, whole: bool, opens: bool, following: Line | None) -> bool:
        parts = "".join(sorted(self.order))
        if not opens:
            return False
        if "D" in parts and ("P" in parts or "A" in parts):
            return sign is not None or self.enclosed
        if parts == "AP":
            return self.enclosed or sign not in (None, "") or whole
        if parts == "D":
            return whole
        if parts == "A":
            return self.enclosed or sign in ("-", "--", "–", "—")
        return parts == "P" and self._lone_place(sign, whole, following)

    def _lone_place(self, sign: str | None, whole: bool, following: Line | None) -> bool:
        """A place alone is a dateline where it is known for one, or set and followed as only datelines are."""
        assert self.place
        shouted = self.marks.text[slice(*self.place)].isupper()
        if whole:
            return self.known and following is not None and (following.runs or bool(_CLOCK.match(following.text)))
        if not self.line.runs:
            return False
        if sign in ("-", "--", "–", "—", ":"):
            return self.known or (shouted and sign != ":" and self.wide)
        return sign == "." and (self.known or self.wide) and len(self.marks.text[slice(*self.place)].split()) <= 4


def _known_place(marks: Marks, at: int) -> Span | None:
    """The place of the lexicon that begins at an offset."""
    for hit in marks.hits:
        if hit.start == at and hit.sense("place", "seat"):
            return hit.start, hit.end
    return None


def _publishes(marks: Marks, span: Span) -> bool:
    """Whether a span begins with a publisher of the lexicon."""
    return any(hit.start == span[0] and hit.sense("publisher") for hit in marks.hits)


def _titled(name: str) -> bool:
    """Whether every word of a name has a capital: `ABC`, `Great Wall News`, `UzA`."""
    return all(word[0].isupper() or not word[0].isalpha() for word in name.split())


def _without_dates(match: re.Match[str]) -> Span | None:
    """A capitalised run up to the first month or weekday in it."""
    end = match.start()
    for word in re.finditer(r"\S+", match.group()):
        if opens_date(word.group()):
            break
        end = match.start() + word.end()
    return (match.start(), end) if end > match.start() else None
