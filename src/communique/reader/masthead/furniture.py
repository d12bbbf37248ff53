"""Furniture: lines and tags that are no running text (byline, caption, credit, closing tag, footer)."""

import re
from typing import TYPE_CHECKING

from communique.reader.marks import Marks
from communique.reader.masthead.lines import Line

if TYPE_CHECKING:
    from communique.reader.masthead.head import Head

Span = tuple[int, int]

SHORT_LINE = 160  # characters; a longer line is text, whatever word it begins with

_LABELLED = re.compile(
    r"\(?(?:Photos?|Foto|Pix|Pictures?|Images?|Video|Caption|File photo|Text|Source|Reported|Reporter|Reporting|Written"
    r"|Edited|Editors?|Editing|Translated|Translators?|Translation|Compiled|Contributed|Authorised|Authorized|Contacts?|Media contacts?"
    r"|Press contacts?|Inquiries|Enquiries|For (?:more|further) information|Further information|Related(?: news| stories)?|Read (?:also|more)"
    r"|See also|Also read|Follow us|Subscribe|Join us|Find us|Facebook|Twitter|X|Telegram|Instagram|YouTube|Tags?|Keywords|Type|Category"
    r"|Note to editors|Notes? for editors|Find more|Share|Copyright|All rights reserved|Views?)\b(?: by)?(?: ?[:/|-]| (?:[A-Z@\d]|our|here))",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\b(?:Photos?|Pix|Foto|PHOTO|Credit|Photograph)(?: by|:|/| ?\()|\((?:pictured|left|right|centre|center)\) .*\bPhoto\b"
)
_BYLINE = re.compile(
    r"(?:By|BY) [A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|and|in|bin|al|de)){0,6},?(?: [A-Z]\w+)?"
    r"|(?:Our |Staff |Special |Senior |Diplomatic |Defence |News |Web )+(?:Correspondents?|Reporters?|Desk|Report)"
)
_CLOSING = re.compile(
    r"[-–/*#\s\\]*(?:END|End|ENDS|Ends|end|ends)[-–/*#\s\\.]*|\(?(?:END|end|End)\)?(?: \S{2,12})?|[-–_*#=~\s\\.]{3,}"
    r"|\d{3,4}(?:\*\*\d{3,4})?|-{1,2} ?[A-Z]{2,10}|[A-Z][\w]{1,10}(?:/[\w.-]{1,12})+|\([A-Z]{2,8}\)(?:\s?\([\w./:]+\))?"
    r"|\d{1,2}:\d\d(?: [A-Z]+)* \w*(?: \d{1,2}:\d\d)?(?: [A-Z]+)*|\d{1,2}:\d\d [AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?"
)
_PLATE = re.compile(
    r"(?:for immediate release|(?:press|media|news|information)(?: \w+)? (?:release|advisory|statement|note|communique|communiqué)s?(?: (?:no\.? ?)?\S*\d\S*)?"
    r"|press|statement|english|japanese|french|russian|arabic|print|share|back|home|latest news|news|unclassified|new"
    r"|information for the press no\.? ?\S+|no\.? ?(?:pr)?[-–]?\S*\d\S*|\d{2,4}(?:-\d{1,4}){2,3}|pr no\.? ?\S+)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:subscribers?|subscription|full service|contains only a (?:portion|part)|all rights reserved|copyright|©|RSVP to)\b|^©|^COPYRIGHT",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|#\w+(?:\s+[#|]?\s?#?\w+)*|(?:[#@]\w+[\s|,]*)+")
_TAIL = re.compile(
    r"(?:\s*(?:-{1,2}|/|–)\s?(?:End|END|[A-Z]{3,10})|\s*\((?:END|End|end|[A-Z]{2,8})\)(?:\s?\([\w./:]+\))?(?: [a-z]{2,4}(?:\.[a-z]{2,4})?)?)\s*$"
)


def is_furniture(text: str) -> bool:
    """Whether a line is no running text by its own form."""
    if len(text) > SHORT_LINE:
        return len(text) < 2 * SHORT_LINE and bool(re.search(r"subscri", text))
    return bool(
        any(pattern.fullmatch(text) for pattern in (_BYLINE, _CLOSING, _PLATE, _ADDRESS))
        or _LABELLED.match(text)
        or _CAPTION.search(text)
        or _NOTICE.search(text)
    )


def skips(marks: Marks, rows: list[Line], head: "Head") -> tuple[Span, ...]:
    """Every range that is no running text, in order and apart."""
    found = [*head.skips, *head.letterheads]
    found += [row.span for row in rows if row.span not in head.titles and is_furniture(row.text)]
    found += _repeated(rows, head)
    found += _tails(marks, rows)
    return _joined(found)


def _repeated(rows: list[Line], head: "Head") -> list[Span]:
    """Lines that stand twice: of a paragraph the later one, of a caption both."""
    first: dict[str, Line] = {}
    found: list[Span] = []
    for row in rows:
        if row.text not in first:
            first[row.text] = row
            continue
        found.append(row.span)
        if not row.runs and first[row.text].span != rows[0].span:
            found.append(first[row.text].span)
    return found


def _tails(marks: Marks, rows: list[Line]) -> list[Span]:
    """Closing tags at the end of a paragraph among the last lines: `(PNA)`, `/ End`."""
    matches = ((row, _TAIL.search(row.text)) for row in rows[-4:])
    return [
        (row.start + match.start(), row.end) for row, match in matches if match and row.text[: match.start()].strip()
    ]


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return tuple(joined)
