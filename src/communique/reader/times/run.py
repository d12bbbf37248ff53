"""Run: one expression with all that is needed to resolve it, and the reasons why it may stay without a day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from communique.reader.times.grammar import Rule
from communique.reader.times.model import Precision, Sense, Span, Time, Undated
from communique.reader.times.parts import Frame
from communique.reader.times.words import Token

NO_ANCHOR = "no date of publication to read it against"
NO_TENSE = "past or coming: only the tense of the clause can tell"
EITHER_WAY = "day and month may stand either way round"
WHICH_WEEK = "this week's or the next one's"
TWO_MONTHS = "the week lies in two months"
WHOSE_DAY = "told from another day of the report"
ONLY_A_BOUND = "only before or after it"
WHICH_ONE = "no year fits it better than another"
MISSING: Span = (None, None)


@dataclass(frozen=True, slots=True)
class Run:
    """The tokens of one expression, with the rule that found them and the text they stand in."""

    rule: Rule
    tokens: Sequence[Token]
    text: str
    frame: Frame

    @property
    def codes(self) -> str:
        """The codes of the tokens."""
        return "".join(token.code for token in self.tokens)

    def values(self, codes: str) -> list[int]:
        """The values of all tokens of these kinds."""
        return [token.value for token in self.tokens if token.code in codes]

    def time(self, days: Span, precision: Precision, sense: Sense) -> Time:
        """A time that the text settles."""
        start, end = days
        return Time(self.tokens[0].start, self.tokens[-1].end, start, end, precision, sense, self.rule.id)

    def empty(self, precision: Precision, sense: Sense, why: str, undated: Undated = "ambiguous") -> Time:
        """A time that the text does not settle."""
        return replace(self.time(MISSING, precision, sense), undated=undated, why=why)

    def by_tense(self, read: Callable[[bool | None], Span], precision: Precision, sense: Sense, why: str) -> Time:
        """A time that the tense of its clause may have to settle."""
        past, coming, untold = read(False), read(True), read(None)
        if past == coming:
            return self.empty(precision, sense, why) if past == MISSING else self.time(past, precision, sense)
        time = self.time(untold, precision, sense)
        if untold == MISSING:
            time = replace(time, undated="ambiguous", why=NO_TENSE)
        return replace(time, readings=(past, coming))


Built = list[Time]
Builder = Callable[[Run], Built]
