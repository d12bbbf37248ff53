"""Who publishes a report: the agency of the dateline, a closing tag or signature, a letterhead."""

import re
from collections.abc import Iterator

from communique.lexicon import Hit
from communique.reader.marks import Marks
from communique.reader.masthead.furniture import is_furniture
from communique.reader.masthead.head import Head
from communique.reader.masthead.institutions import institution
from communique.reader.masthead.lines import Line
from communique.report import Cited

Span = tuple[int, int]

LAST_LINES = 5

_TAG = re.compile(
    r"\((?P<a>[A-Z][A-Za-z-]{1,9})\)(?:\s?\([\w./:]+\))?$|^(?:-{1,2}|–) ?(?P<b>[A-Z]{2,10})$|^(?P<c>[A-Z]{2,8})/\w[\w/.-]*$"
    r"|^(?P<d>[A-Z]{3,10}) / [A-Z]"
)
_CREDIT = re.compile(
    r"(?:\(?Source|Text|Published by)(?: by)?: (?P<a>[A-Z][^;:,()\n]{1,60}?)(?=[;,)\n.]|$)"
    r"|(?:COPYRIGHT|Copyright) ?(?:©|\(c\))? ?(?:\d{4} )?(?P<b>[A-Z][A-Za-z. -]{1,30}?)(?: \d{4}|$)|© (?P<c>[A-Z][A-Za-z. ]{1,30}?)(?=,|\.| \d{4}|$)"
)
_REFERENCE = re.compile(r"\b(?:No|PR)\b[.: ]*(?:PR)?[-–]?[\w]*\d+[/-]\d{4}[-/](?P<a>[A-Z]{3,8})\b")
_OWN_VOICE = re.compile(r"\s(?:reports?|informs?|recalls|has learn(?:ed|t)|learn(?:ed|t)|correspondent)\b")
_TOLD = re.compile(r"\b(?:told|informed|received by|interview with|to)(?: the)? $")


def find_publisher(text: str, marks: Marks, rows: list[Line], head: Head) -> Cited[str] | None:
    """The publisher as the text names it, in its fullest form."""
    found = next(_candidates(marks, rows, head), None)
    if not found:
        return None
    span, rule = found
    start, end = _fullest(marks, span)
    return Cited(text, start, end, value=text[start:end], rule=rule)


def _candidates(marks: Marks, rows: list[Line], head: Head) -> Iterator[tuple[Span, str]]:
    """Spans that name the publisher, the surest first."""
    if head.agency:
        yield head.agency, "masthead.dateline"
    if head.issuer:
        yield head.issuer, "masthead.date_line"
    for row in rows[:4]:
        if match := _REFERENCE.search(row.text):
            yield _in(row, match, "a"), "masthead.reference"
    for row in rows[-LAST_LINES:]:
        yield from _closing(row)
    if head.letterheads:
        yield head.letterheads[0], "masthead.letterhead"
    yield from _signature(marks, rows)
    yield from _title_name(marks, head)
    yield from _own_voice(marks)


def _closing(row: Line) -> Iterator[tuple[Span, str]]:
    for pattern, rule in ((_TAG, "masthead.closing_tag"), (_CREDIT, "masthead.credit")):
        if (
            (match := pattern.search(row.text))
            and match.lastgroup
            and match[match.lastgroup].casefold() not in _NO_NAMES
        ):
            yield _in(row, match, match.lastgroup), rule


_NO_NAMES = frozenset({"end", "ends", "photo"})


def _signature(marks: Marks, rows: list[Line]) -> Iterator[tuple[Span, str]]:
    """A last line, footers aside, that names an institution and nothing else."""
    last = next((row for row in reversed(rows) if not is_furniture(row.text)), None)
    if last and len(rows) > 1 and (span := institution(last, marks)) and span[1] == last.end:
        yield span, "masthead.signature"


def _title_name(marks: Marks, head: Head) -> Iterator[tuple[Span, str]]:
    """`The Ministry of Defence of Finland: the week in brief`."""
    for start, end in head.titles[:1]:
        colon = marks.text.find(":", start, end)
        if colon > 0 and (span := institution(Line(start, colon, marks.text[start:colon]), marks)):
            yield span, "masthead.title"


def _own_voice(marks: Marks) -> Iterator[tuple[Span, str]]:
    """A publisher of the lexicon that speaks of itself: `APA reports`, `told PAP`."""
    for hit in marks.hits:
        sense = hit.sense("publisher")
        if not sense or (sense.care and hit.kind != "publisher"):
            continue
        after = _OWN_VOICE.match(marks.text, hit.end)
        if (after and not sense.care) or _TOLD.search(marks.text, max(0, hit.start - 20), hit.start):
            yield (hit.start, hit.end), "masthead.own_voice"


def _fullest(marks: Marks, span: Span) -> Span:
    """The longest way the text writes the same publisher: `News Agency of Nigeria (NAN)` for `NAN`."""
    short = marks.text[slice(*span)]
    if len(short.split()) == 1 and (
        full := re.search(rf"((?:[A-Z][\w'-]+|of|the|and) ){{2,7}}\({re.escape(short)}\)", marks.text)
    ):
        start = full.start() + (4 if full.group().startswith("The ") else 0)
        return start, full.end()
    own = _publisher_at(marks, span)
    if not own:
        return span
    name = own.sense("publisher")
    same = [hit for hit in marks.hits if hit.sense("publisher") == name]
    longest = max(same, key=lambda hit: (len(marks.text[hit.start : hit.end].split()), -hit.start))
    words = len(marks.text[longest.start : longest.end].split())
    return (longest.start, longest.end) if words > len(short.split()) else span


def _publisher_at(marks: Marks, span: Span) -> Hit | None:
    return next((hit for hit in marks.hits if span[0] <= hit.start < span[1] and hit.sense("publisher")), None)


def _in(row: Line, match: re.Match[str], group: str) -> Span:
    return row.start + match.start(group), row.start + match.end(group)
