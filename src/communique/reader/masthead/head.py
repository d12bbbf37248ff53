"""The head of a report: titles, letterhead, date lines and dateline, up to where the running text begins."""

import re
from dataclasses import dataclass, field
from functools import cache

from communique.reader.marks import Marks
from communique.reader.masthead.dateline import Dateline, Span, dateline_in, glued_dateline, publisher_at
from communique.reader.masthead.days import Day, days_in
from communique.reader.masthead.furniture import is_furniture
from communique.reader.masthead.institutions import institution
from communique.reader.masthead.lines import Line
from communique.reader.masthead.phrases import phrases

LONGEST_HEAD = 12  # lines; what has not shown itself as running text by then is taken for it
LEADS = 2  # paragraphs that may stand between title and dateline
LONGEST_LABEL = 8  # words
LONGEST_DATE_LINE = 70  # characters, with its label and time of day
GLUED_WITHIN = 300  # characters; further in, what looks like a dateline run into the text is none

_DATE_TAIL = re.compile(
    r"[\s,|–-]*(?:(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?)?(?: ?\(?[A-Z]{2,4}(?:[+-]\d+)?\)?)?[\])]?"
    r"(?: by (?:the )?(?P<by>[A-Z].{1,40})|[\s,|]*©.{0,40}|[\s,]*\|(?=[^\n]*[\d:])[^\n]{0,60})?"
)
_RANGE = re.compile(r"(?:[A-Z][a-z]+\.?,? )?\d[\w., ]{0,18} ?[-–] ?")
_CLOSING = re.compile(r"(?:[^\W\d_][^\d,\n]{1,40}, )?(?P<date>.{6,30})")


@dataclass(slots=True)
class Head:
    """What stands before the running text, and the day of a closing line; offsets are half-open.

    `country` is the one named after the place;
    `issuer` is the `by X` of a date line, `letterheads` are lines that name an institution and nothing else.
    """

    body_start: int = 0
    place: Span | None = None
    country: Span | None = None
    place_rule: str = "masthead.dateline"
    day: Day | None = None
    day_rule: str = "masthead.dateline"
    agency: Span | None = None
    issuer: Span | None = None
    closing: Day | None = None
    titles: list[Span] = field(default_factory=list)
    letterheads: list[Span] = field(default_factory=list)
    skips: list[Span] = field(default_factory=list)


def find_head(rows: list[Line], marks: Marks) -> Head:
    """The head of a report, told from its lines."""
    head = Head(body_start=rows[0].start if rows else 0)
    for row, following in zip(rows[:LONGEST_HEAD], [*rows[1:], None], strict=False):
        if _begins_text(head, row, following, marks):
            break
    else:
        _no_running_text(head, rows)
    if not head.place and (glued := glued_dateline(marks, head.body_start + GLUED_WITHIN)):
        head.titles = [(rows[0].start, glued.start)]
        _take_dateline(head, glued, rows[0], None)
    if not head.place:
        _take_late_dateline(head, rows, marks)
    if rows and not head.day:
        head.closing = _closing_day(rows, marks)
    return head


def _begins_text(head: Head, row: Line, following: Line | None, marks: Marks) -> bool:
    """Whether running text begins on a line or right after it; what else the line is, is kept in the head."""
    if _take_date_line(head, row, marks):
        head.body_start = following.start if following else row.end
    elif dateline := dateline_in(row, marks, following):
        _take_dateline(head, dateline, row, following)
        _take_label(head, row, following, marks)
        if not dateline.place and not dateline.day and not row.runs:  # `AGENCY - ` before a title
            head.titles.append((dateline.end, row.end))
            return False
        if dateline.end == row.end and not head.day and following and _tells_day(following, marks):
            return False
        return dateline.end < row.end or dateline.place is not None
    elif head.day and not head.place and _take_place(head, row, row.start - 1, marks, whole=True):
        head.skips.append(row.span)  # the city below the date
    elif row.runs:
        head.body_start = row.start
        return True
    elif is_furniture(row.text):
        head.skips.append(row.span)
    elif not _take_letterhead(head, row, marks):
        head.titles.append(row.span)
    return False


def _tells_day(row: Line, marks: Marks) -> bool:
    """Whether a line is only a date."""
    return any(_spans(day, row.start, row.end) for day in days_in(marks.text, row.start, row.end))


def _take_letterhead(head: Head, row: Line, marks: Marks) -> bool:
    """A line that names an institution, goes on with its name, or has only its city or an agency's name."""
    if span := institution(row, marks):
        head.letterheads.append(span)
        _take_place(head, row, span[1], marks)
        return True
    if head.letterheads and row.text[:3].lower() == "of ":
        head.letterheads.append(row.span)
        return True
    if head.letterheads and not head.place and _take_place(head, row, row.start - 1, marks, whole=True):
        head.skips.append(row.span)
        return True
    agency = publisher_at(marks, row.start)
    if agency and not head.agency and row.text.rstrip(": ") == marks.text[slice(*agency)]:
        head.agency = agency
        head.skips.append(row.span)
        return True
    return False


def _take_late_dateline(head: Head, rows: list[Line], marks: Marks) -> None:
    """The dateline below a lead that runs as text does; only one with a day or an agency is trusted there."""
    below = [row for row in rows if row.start > head.body_start][:LEADS]
    for row in below:
        found = dateline_in(row, marks, None)
        if found and found.place and (found.day or found.agency):
            body_start = head.body_start
            _take_dateline(head, found, row, None)
            head.body_start = body_start
            return


def _take_label(head: Head, row: Line, following: Line | None, marks: Marks) -> None:
    """What follows a dateline on its line where it is only a name: `Ottawa - National Defence / Armed Forces`."""
    rest = marks.text[head.body_start : row.end]
    if following and rest and rest[-1].isalnum() and len(rest.split()) <= LONGEST_LABEL:
        head.skips.append((head.body_start, row.end))
        head.body_start = following.start


def _take_dateline(head: Head, dateline: Dateline, row: Line, following: Line | None) -> None:
    if dateline.place:
        head.place, head.place_rule = dateline.place, "masthead.dateline"
        head.country = dateline.country
    if dateline.day and not head.day:
        head.day = dateline.day
        head.day_rule = "masthead.dateline" if dateline.place or dateline.agency else "masthead.date_line"
    head.agency = head.agency or dateline.agency
    head.skips.append((dateline.start, dateline.end))
    head.body_start = following.start if following and dateline.end >= row.end else dateline.end


def _take_date_line(head: Head, row: Line, marks: Marks) -> bool:
    """A line that is only a date with its label, time of day and issuer: `Posted On: 7 July 2021 6:12PM by X`."""
    days = days_in(marks.text, row.start, row.end) if len(row.text) <= LONGEST_DATE_LINE else []
    if days and _RANGE.fullmatch(marks.text, row.start, days[0].start):  # the days of an event, not of publication
        head.skips.append(row.span)
        return True
    if not days or not _date_label().fullmatch(marks.text, row.start, days[0].start):
        return False
    if any(hit.sense("place", "seat") for hit in marks.hits_in(row.start, days[0].start)):
        return False  # a dateline
    tail = _DATE_TAIL.fullmatch(marks.text, days[0].end, row.end)
    if not tail:
        return False
    agency = publisher_at(marks, row.start)
    if agency and agency[1] <= days[0].start:
        head.agency = head.agency or agency
    if tail["by"]:
        head.issuer = tail.span("by")
    if not head.day:
        head.day, head.day_rule = days[0], "masthead.date_line"
    head.skips.append(row.span)
    return True


@cache
def _date_label() -> re.Pattern[str]:
    """What may stand before the date of a date line: `Posted on:`, `News item |`, `Press release, ABC,`, `[`."""
    told = (
        r"(?:(?:first |date )?(?:posted|published|issued|updated|released|created|publishing)(?: on)?"
        r"|(?:(?:publication|release|issue|press release) )*(?:issue )?date|issue of|news|on"
        r"|(?:ref|reference|no|number|code)\b\.?[:. ]*(?=\S*\d)[\w/.-]+)"
    )
    part = rf"(?:(?i:{told}|{phrases('furniture', 'plate')})|[A-Z]{{2,6}})"
    return re.compile(rf"\W*(?:{part}\W+){{0,4}}")


def _take_place(head: Head, row: Line, after: int, marks: Marks, *, whole: bool = False) -> bool:
    """`Ministry of Foreign Affairs, Nairobi`: the place that ends a line; with `whole` the place that is the line."""
    for hit in marks.hits:
        beyond = row.end if hit.end == row.end else _beyond_country(hit.end, row, marks)
        if after < hit.start and beyond == row.end and hit.sense("place") and (not whole or hit.start == row.start):
            head.place, head.place_rule = head.place or (hit.start, hit.end), "masthead.letterhead"
            return True
    return False


def _beyond_country(end: int, row: Line, marks: Marks) -> int:
    """The end of the country after a place: `Port Louis, Republic of Mauritius`."""
    hit = marks.hit_at(end + 2) if marks.text.startswith(", ", end) else None
    return hit.end if hit is not None and hit.sense("country") and hit.end <= row.end else end


def _no_running_text(head: Head, rows: list[Line]) -> None:
    """Nothing ended as a sentence does: the first line is the title, what follows it is the text."""
    if len(rows) > 1:
        head.body_start = next((row.start for row in rows[1:] if row.span in head.titles), rows[1].start)
    head.titles = [span for span in head.titles if span[0] < head.body_start]


def _closing_day(rows: list[Line], marks: Marks) -> Day | None:
    """The day of a last line that is only a date, with a place or without: `New York, 21 September 2022`."""
    for row in rows[-3:]:
        match = _CLOSING.fullmatch(row.text.rstrip("."))
        days = days_in(marks.text, row.start + match.start("date"), row.end) if match else []
        if (
            match
            and days
            and days[0].year
            and _spans(days[0], row.start + match.start("date"), row.start + match.end())
        ):
            return days[0]
    return None


def _spans(day: Day, start: int, end: int) -> bool:
    return day.start <= start and day.end >= end
