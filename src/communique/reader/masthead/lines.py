"""The lines of a report, as the masthead reads them: where each begins and ends, and whether it runs on as text."""

import re
from dataclasses import dataclass

RUNNING = 12  # words; a shorter line is a title, label or greeting even where it ends as a sentence does
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_SENTENCE_END = re.compile(r"[.!?:;][\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the spaces around it: half-open offsets, and its text as plain."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> tuple[int, int]:
        """Its offsets."""
        return self.start, self.end

    @property
    def runs(self) -> bool:
        """Whether it reads as running text: it ends as a sentence does and is no mere label or heading."""
        return bool(_SENTENCE_END.search(self.text)) and len(self.text.split()) >= RUNNING


def lines(text: str) -> list[Line]:
    """Every line of a plain text that has anything on it."""
    return [Line(*match.span(), match.group()) for match in _LINE.finditer(text)]
