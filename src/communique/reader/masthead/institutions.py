"""Lines that name an institution and nothing else: a letterhead above a text, a signature below it."""

import re

from communique.reader.marks import Marks
from communique.reader.masthead.lines import Line

Span = tuple[int, int]

_HEAD = (
    r"(?:Ministry|Department|Embassy|High Commission|Permanent Mission|Directorate|Headquarters|General Staff|Secretariat"
    r"|Press (?:Service|Office|Center|Centre|Department)|Public (?:Relations|Affairs)(?: \w+)?|Information Office|Office|Bureau"
    r"|Government Communications|Presidency|Chancellery|Armed Forces|Military Office|Media Office|News Agency|Command)"
)
_WORD = r"(?:[A-Z][\w'.-]*|of|and|for|the|in|to|&)"
_OF = r"(?: (?:of|for|in|to|and|the|&)(?: the)?(?: [A-Z][\w'-]*|,(?= [A-Z][\w' -]* and ))+)*"
_NAME = re.compile(
    rf"(?:The )?(?:{_HEAD}(?: (?:of|for|in|to) (?:the )?{_WORD}(?:,? {_WORD})*)|(?:[A-Z][\w'-]* ){{1,5}}{_HEAD}{_OF}|(?:[A-Z][\w'-]* ){{0,2}}"
    rf"(?:Public Relations|Media|Press|Information)(?: [A-Z]\w+){{0,2}} (?:Cell|Wing|Directorate|Unit|Department|Service))",
)
_PLACE_AFTER = re.compile(r"(?:, [A-Z][\w' -]+)?")


def institution(line: Line, marks: Marks) -> tuple[int, int] | None:
    """The institution that a line names, without a city after it; None where the line says more than that."""
    shown = _lowered(line.text)
    match = _NAME.match(shown)
    if not match:
        return None
    end = line.start + match.end()
    for hit in marks.hits:  # `..., Nairobi`
        if (
            line.start < hit.start < end
            and hit.end == line.end
            and hit.sense("place")
            and shown[hit.start - line.start - 2] == ","
        ):
            end = hit.start - 2
    rest = marks.text[end : line.end]
    return (line.start, end) if _PLACE_AFTER.fullmatch(rest) else None


def _lowered(text: str) -> str:
    """A line in capitals with each word capitalised only, small words lowered; as long as before."""
    if not text.isupper():
        return text
    small = {"Of", "And", "For", "The", "In", "To"}
    return re.sub(r"[^\W\d_]+", lambda word: _word(word.group().capitalize(), small), text)


def _word(word: str, small: set[str]) -> str:
    return word.lower() if word in small else word
