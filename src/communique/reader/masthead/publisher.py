"""Who publishes a report: the agency of the dateline, a closing tag or signature, a letterhead."""

import re
from collections.abc import Iterator

from communique.reader.marks import Marks, mark
from communique.reader.masthead.furniture import is_furniture, is_plate
from communique.reader.masthead.head import Head
from communique.reader.masthead.institutions import institution
from communique.reader.masthead.lines import RUNNING, Line
from communique.reader.offices.complements import institutional
from communique.report import Cited

Span = tuple[int, int]

LAST_LINES = 5

_TAG = re.compile(
    r"(?:^|[.!?\"'] ?)\((?P<a>[A-Z][A-Za-z-]{1,9})\)(?:\s?\([\w./:]+\))?$|^(?:-{1,2}|–) ?(?P<b>[A-Z]{2,10})$"
    r"|^(?P<c>[A-Z]{2,8})/\w[\w/.-]*$|^(?P<d>[A-Z]{3,10}) / [A-Z]"
    # `… next month. ABC (Translated by …)`
    r"|(?<=[.!?\"'] )(?:[-–—]{1,2} ?)?(?P<e>[A-Z]{3,8})(?: \([^()\n]{4,80}\))?$"
    r"|^(?P<f>[A-Z]{3,8})(?:,? (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2},) \d{4})?$"
)
_CREDIT = re.compile(
    r"(?:\(?Source|Text|Publisher|Published by|Issued by|Released by)(?: by)?: (?:the )?"
    r"(?P<a>[A-Z][^\s;:,()]*(?: [^\s;:,()]+){0,7}?)(?=[;,)\n.]|\s{2,}|$)"
    r"|^(?i:(?:issued|released|published) by:? (?:the )?)(?P<d>[A-Z][^;:,()\n]{3,70}?)(?=[;,)\n.]|$)"
    r"|(?i:copyright) ?(?:©|\(c\))? ?(?:\d{4} )?(?P<b>[A-Z][A-Za-z. -]{1,30}?)(?: \d{4}|$)"
    r"|© (?P<c>[A-Z][A-Za-z. ]{1,30}?)(?=,|\.| \d{4}|$)"
)
_HEAD_CREDIT = re.compile(
    r"(?:Source|From|Publisher|Published by|Issued by|Released by):? (?:the )?(?P<a>[A-Z][^|:;()\n]{2,60}?)"
    r"(?=\s{2,}|\s*[|;(]|$)"
)
# `By DAILY NEWS Reporter in Mbale`, `Herald Reporter`, `ABC special correspondent N N reports:`
_BYLINE = re.compile(
    r"(?:(?i:by) (?:the |The )?)?(?P<a>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,3}?)(?:'s)? "
    r"(?:(?i:staff|special|chief|senior|our|diplomatic|political|foreign|defen[cs]e) )*"
    r"(?i:reporters?|correspondents?|bureau|with agencies|news desk|newsroom|web desk)\b"
)
_NOT_PAPER = re.compile(
    r"(?i)\b(?:our|staff|special|chief|senior|diplomatic|defen[cs]e|political|foreign|state|a|an|city|district|business|"
    r"political|parliamentary|court|web|online|own|agency|regional|national)$"
)
_TITLE_PLATE = re.compile(r" (?i:communiqu[eé]|statement|press release|announcement|news|bulletin|readout)$")
# The last line of a cutting: `Coast Herald, Thursday, October 12, 1978`.
_ISSUE = re.compile(
    r"(?P<a>(?:The )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){1,3}), (?:[A-Z][a-z]+day,? )?"
    r"(?:\d{1,2}(?:[-–]\d{1,2})? [A-Z][a-z]+,?|[A-Z][a-z]+\.? \d{1,2}(?:[-–]\d{1,2})?,) \d{4}\.?"
)
_REFERENCE = re.compile(r"\b(?:No|PR)\b[.: ]*(?:PR)?[-–]?[\w]*\d+[/-]\d{4}[-/](?P<a>[A-Z]{3,8})\b")
_OWN_VOICE = re.compile(r"\s(?:reports?|informs?|recalls|has learn(?:ed|t)|learn(?:ed|t)|correspondent)\b")
_TOLD = re.compile(r"\b(?i:told|asked by|informed|received by|interview with)(?: the)? $")


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
    yield from _above(rows, head)
    for row in rows[-LAST_LINES:]:
        if row.start >= head.body_start:
            yield from _closing(row)
    if rows and (match := _ISSUE.fullmatch(rows[-1].text)) and not _placed(marks, rows[-1], match):
        yield _in(rows[-1], match, "a"), "masthead.issue"
    if head.letterheads:
        yield head.letterheads[0], "masthead.letterhead"
    yield from _signature(marks, rows)
    yield from _title_name(marks, head)
    yield from _own_voice(marks)
    yield from _footer(marks, rows)


def _above(rows: list[Line], head: Head) -> Iterator[tuple[Span, str]]:
    """What the first lines say: a reference number, a credit, a byline."""
    for row in rows[:4]:
        if match := _REFERENCE.search(row.text):
            yield _in(row, match, "a"), "masthead.reference"
        elif row.start < head.body_start and (match := _HEAD_CREDIT.match(row.text)):
            yield _in(row, match, "a"), "masthead.credit"
        elif row.start < head.body_start and (match := _BYLINE.match(row.text)) and not _NOT_PAPER.search(match["a"]):
            yield _in(row, match, "a"), "masthead.byline"


def _closing(row: Line) -> Iterator[tuple[Span, str]]:
    for pattern, rule in ((_TAG, "masthead.closing_tag"), (_CREDIT, "masthead.credit")):
        if (match := pattern.search(row.text)) and match.lastgroup:
            name = match[match.lastgroup]
            author = rule == "masthead.credit" and row.text.startswith("Text") and not _names_house(name)
            bare = match.lastgroup == "e" and len(row.text.split()) < RUNNING  # `3:01 P.M. EST`
            if name.casefold() not in _NO_NAMES and not is_plate(name) and not author and not bare:
                yield _in(row, match, match.lastgroup), rule


_NO_NAMES = frozenset({"end", "ends", "photo", "image", "file"})


def _names_house(name: str) -> bool:
    """Whether a name in a credit is a publisher's or an institution's, not an author's."""
    known = mark(name)
    return any(word.text.isupper() or institutional(known, i) for i, word in enumerate(known.words)) or any(
        hit.sense("publisher") for hit in known.hits
    )


def _placed(marks: Marks, row: Line, match: re.Match[str]) -> bool:
    """Whether what stands before a closing date is a city or a seat: `New York, 21 September 2022`."""
    start, end = _in(row, match, "a")
    return any(hit.end == end and hit.sense("place", "country", "seat") for hit in marks.hits_in(start, end))


def _signature(marks: Marks, rows: list[Line]) -> Iterator[tuple[Span, str]]:
    """A line below the last running text that names an institution and nothing else."""
    for row in reversed(rows[1:][-LAST_LINES:]):
        if row.runs:
            return
        span = institution(row, marks)
        if span and span[1] == row.end:
            yield span, "masthead.signature"


def _title_name(marks: Marks, head: Head) -> Iterator[tuple[Span, str]]:
    """`The Ministry of Defence of Finland: the week in brief`."""
    for start, end in head.titles[:1]:
        colon = marks.text.find(":", start, end)
        if colon < 0:
            continue
        plate = _TITLE_PLATE.search(marks.text[start:colon])
        colon -= len(plate.group()) if plate else 0
        if span := institution(Line(start, colon, marks.text[start:colon]), marks):
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


def _footer(marks: Marks, rows: list[Line]) -> Iterator[tuple[Span, str]]:
    """A publisher of the lexicon in a footer: `for the full service write to Anadolu Agency`."""
    for row in rows[-LAST_LINES:]:
        if is_furniture(row.text):
            for hit in marks.hits:
                if row.start <= hit.start < row.end and (sense := hit.sense("publisher")) and not sense.care:
                    yield (hit.start, hit.end), "masthead.footer"


def _fullest(marks: Marks, span: Span) -> Span:
    """The longest way the text writes the same publisher: `News Agency of Nigeria (NAN)` for `NAN`."""
    short = marks.text[slice(*span)]
    if len(short.split()) > 1:
        return span
    written_out = re.compile(rf"(?:The )?(?P<name>(?:[A-Z][\w'-]+ (?:of |and )?){{2,7}}\({re.escape(short)}\))")
    for full in written_out.finditer(marks.text):
        if set(short.upper()) <= set(_initials(full["name"].rpartition(" ")[0])):
            return full.span("name")
    for hit in marks.hits:
        if hit.sense("publisher") and short.isupper() and _initials(marks.text[hit.start : hit.end]) == short:
            return hit.start, hit.end
    return span


def _initials(name: str) -> str:
    """`PNA` of `Philippine News Agency`."""
    return "".join(word[0] for word in name.split() if word[0].isupper()) if " " in name else ""


def _in(row: Line, match: re.Match[str], group: str) -> Span:
    return row.start + match.start(group), row.start + match.end(group)
