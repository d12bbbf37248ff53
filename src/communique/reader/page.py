"""A page: one report with everything the steps so far have found in it; what each step reads and adds to."""

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from communique.reader.language import blanked
from communique.reader.marks import Mark, Marks
from communique.reader.masthead import Front
from communique.reader.people import Figure
from communique.reader.times import Time
from communique.report import Cited, Report, Value

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@dataclass(slots=True)
class Page:
    """A report on its way to being a reading."""

    report: Report
    marks: Marks
    front: Front
    doc: "Doc"
    times: list[Time] = field(default_factory=list)
    foreign: tuple[Cited[str], ...] = ()
    figures: list[Figure] = field(default_factory=list)
    home: str | None = None
    sentences: list["Span"] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)  # the offset at which each sentence begins

    @property
    def text(self) -> str:
        """The report's text, blank where it is not English; offsets are those of the report."""
        return blanked(self.report.text, self.foreign)

    def cite(self, start: int, end: int, *, value: Value, rule: str) -> Cited[Value]:
        """A value on the words `text[start:end]`, without the white space at their ends."""
        words = self.report.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Cited(self.report.text, start, end, value=value, rule=rule)

    def quoted(self, start: int, end: int, *, rule: str) -> Cited[str]:
        """The words themselves as the value."""
        cited = self.cite(start, end, value="", rule=rule)
        return Cited(self.report.text, cited.start, cited.end, value=cited.quote, rule=rule)

    def marked(self, mark: Mark) -> Cited[str]:
        """A mark's words as the value."""
        return self.quoted(mark.start, mark.end, rule=mark.rule)

    def sentence_at(self, offset: int) -> "Span":
        """The sentence an offset lies in (the last one that begins before it)."""
        return self.sentences[self.sentence_number(offset)]

    def sentence_number(self, offset: int) -> int:
        """The number of the sentence an offset lies in, counted from 0."""
        return max(0, bisect_right(self.begins, offset) - 1)

    def tokens(self, start: int, end: int) -> "Span":
        """The tokens that overlap `start:end`."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        assert span is not None, "every non-empty range of the text has tokens"
        return span

    def runs(self, offset: int) -> bool:
        """Whether an offset lies in the running text or a title, not in a dateline, byline or caption."""
        before = bisect_right(self.front.skips, offset, key=_begin)
        return not before or self.front.skips[before - 1][1] <= offset

    def running_from(self, offset: int) -> int:
        """Where the running text begins at or after an offset: beyond the dateline that opens its sentence."""
        for start, end in self.front.skips:
            if start <= offset < end:
                offset = end
        return offset

    def in_title(self, offset: int) -> bool:
        """Whether an offset lies in a title line."""
        return any(start <= offset < end for start, end in self.front.titles)


_begin = itemgetter(0)


def token_end(token: "Token") -> int:
    """The offset beyond a token."""
    return int(token.idx) + len(token)
