"""Furniture: lines and tags that are no running text (byline, caption, credit, closing tag, footer)."""

import re
from functools import cache
from typing import TYPE_CHECKING

from communique.reader.masthead.lines import Line
from communique.reader.masthead.phrases import phrases

if TYPE_CHECKING:
    from communique.reader.masthead.head import Head

Span = tuple[int, int]
TABLE = "furniture"

SHORT_LINE = 160  # characters; a longer line is text, whatever word it begins with
LAST_LINES = 5
SHORT_SIGNATURE = 6  # words; a last line of so few that ends as no sentence does is a signature or a tag

_BYLINE = re.compile(r"(?:By|BY) [A-Z][\w.'-]*(?: (?:[A-Z][\w.'-]*|and|in|bin|al|de)){0,6},?(?: [A-Z]\w+)?")
_TAGS = re.compile(
    r"[-–/*#\s\\]*(?i:ends?)[-–/*#\s\\.]*|\(?(?i:end)\)?(?: \S{2,12})?|[-–_*#=~\s\\.]{3,}"
    r"|\d{3,4}(?:(?:\*\*|\s+)\d{3,4})?|-{1,2} ?[A-Z]{2,10}"
    r"|[A-Z]\w{1,10}(?:/[\w.-]{1,12})+|\([A-Z]{2,8}\)(?:\s?\([\w./:]+\))?"
    r"|\d{1,2}:\d\d(?: [A-Z]+)*(?: \d{1,2}:\d\d(?: [A-Z]+)*)?|\d{1,2}:\d\d [AaPp]\.?[Mm]\.?(?: [A-Z]{2,4})?"
)
_NUMBER = re.compile(r"(?i:pr|no)\b[.: ]*\S*\d\S*|\d{2,4}(?:[-/]\d{1,4}){2,3}")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|(?:[#@][\w.]+[\s|,]*)+")
_COPYRIGHT = re.compile(r"©|\(c\) \d{4}|COPYRIGHT")
_TAIL = re.compile(
    r"(?<=[.!?\"'])\s*(?:(?:-{1,2}|/|–)\s?(?:End|END|[A-Z]{3,10})|\((?:(?i:end)|[A-Z]{2,8})\)(?:\s?\([\w./:]+\))?"
    r"(?: [a-z]{2,4}(?:\.[a-z]{2,4})?)?)\s*$"
)
_CLOSING_DAY = re.compile(r"(?:[A-Z][^\d\n]{2,40}, )?(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},) \d{4}\.?")
_PATH = re.compile(r"(?i:home|main|news) ?[/>»|] ?.*")


def is_furniture(text: str) -> bool:
    """Whether a line is no running text by its own form."""
    if len(text) > SHORT_LINE:
        return len(text) < 2 * SHORT_LINE and _notice().search(text) is not None
    return bool(
        any(pattern.fullmatch(text) for pattern in (_BYLINE, _TAGS, _NUMBER, _ADDRESS, _PATH, _plate()))
        or _labelled().match(text)
        or any(pattern.search(text) for pattern in (_caption(), _COPYRIGHT, _notice()))
    )


def is_plate(text: str) -> bool:
    """Whether words only say what kind of text follows: `LEAD`, `2nd UPDATE`, `Press Release`."""
    return re.fullmatch(rf"(?:\d\w{{2}} )?{phrases(TABLE, 'plate', 'slug')}(?: \d+)?", text) is not None


def skips(rows: list[Line], head: "Head", *, signature: Span | None) -> tuple[Span, ...]:
    """Every range that is no running text, in order and apart; `signature` is where the publisher is named."""
    found = [*head.skips, *head.letterheads]
    found += [row.span for row in rows if row.span not in head.titles and is_furniture(row.text)]
    found += [row.span for row in rows if row.span == signature and row.span not in head.titles]
    found += _repeated(rows)
    found += _endings(rows, head)
    return _joined(found)


@cache
def _labelled() -> re.Pattern[str]:
    """`Photo: ...`, `Edited by ...`, `Facebook | ...`; a label with a plain word after it begins a sentence."""
    short_name = r"(?:the )?(?=[A-Z@\d][^\n]{0,60}$)(?![^\n]*\.$)"
    return re.compile(rf"\(?{phrases(TABLE, 'label', 'caption')}(?: ?[:/|]| [-–] | (?:us|our) | {short_name})")


@cache
def _caption() -> re.Pattern[str]:
    """`... and his guest. Photo: Navy`, `(Pix by ...)`."""
    return re.compile(rf"\b{phrases(TABLE, 'caption')}(?: by|:|/| ?\()")


@cache
def _plate() -> re.Pattern[str]:
    """`PRESS RELEASE`, `Information for the Press No. 188/23`, `Our Correspondent`."""
    return re.compile(rf"{phrases(TABLE, 'plate', 'slug', 'byline')}(?:[ :#]*(?i:no\.?|number|#)? ?\S*\d\S*)?\W*")


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(rf"\b{phrases(TABLE, 'notice')}\b")


def _repeated(rows: list[Line]) -> list[Span]:
    """Lines that stand twice: of a paragraph the later one, of a caption both; a title repeated is one."""
    first: dict[str, Line] = {}
    found: list[Span] = []
    for row in rows:
        if row.text not in first:
            first[row.text] = row
            continue
        found.append(row.span)
        if not row.runs and first[row.text] is not rows[0]:
            found.append(first[row.text].span)
    return found


def _endings(rows: list[Line], head: "Head") -> list[Span]:
    """Closing tags at the end of the last paragraphs (`(PNA)`, `/ End`), signatures and closing dates below them."""
    found = []
    for row in rows[-LAST_LINES:]:
        if row.start <= head.body_start:
            continue
        if _CLOSING_DAY.fullmatch(row.text) or (_signs(row)):
            found.append(row.span)
    for row in rows[-LAST_LINES:]:
        tail = _TAIL.search(row.text)
        if tail and row.text[: tail.start()].strip():
            found.append((row.start + tail.start(), row.end))
    return found


def _signs(row: Line) -> bool:
    """Whether a last line is a mere name, of a person or an office: `Press Office – Armada`."""
    words = row.text.split()
    return len(words) <= SHORT_SIGNATURE and row.text[-1].isalpha() and row.text[0].isupper()


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return tuple(joined)
