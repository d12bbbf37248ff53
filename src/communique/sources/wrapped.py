"""Text whose lines were broken at a width → its paragraphs in one line each.

Used where the report's text is made by us anyway, before it is fixed for good.
"""

import re

LONGEST = 100  # characters: lines longer than this were not broken to be read on a screen

# What begins a line of its own: an item, a heading, a quotation, a row of a table, a rule, a fence, an indented line.
_OWN = re.compile(r"(?:[-*+•–—|#>=_`~]|\d{1,3}[.)]\s|\(?[a-z]\)\s|\s|[A-Z][A-Za-z-]{1,20}:\s)")


def unwrapped(text: str) -> str:
    """`text` with a line joined to the one before it where its first word did not fit there any more.

    The width is that of the longest line; where that is more than LONGEST, nothing is joined. Blank lines stay.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines), default=0)
    if width > LONGEST:
        return "\n".join(lines)
    joined: list[str] = []
    before = ""  # the line before, as it was
    for line in lines:
        first = line.split(" ", 1)[0]
        if before and line and not _OWN.match(line) and len(before) + 1 + len(first) > width:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        before = line
    return "\n".join(joined)
