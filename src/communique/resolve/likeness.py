"""How like two things are that may be one, and why: a score that explains itself in words."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (`weight` > 0) or against (< 0) two being one, in words a user reads.

    `rule` is `people.initials`, `engagements.same_day`, …: what can be asked for and revoked.
    """

    rule: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """How like `left` and `right` are, ids in code point order: `score` from 0 (two) to 1 (one), and its reasons.

    `rule` is the reason that decided: the strongest for, or, where there is none, the strongest against.
    """

    left: str
    right: str
    score: float
    rule: str
    reasons: tuple[Reason, ...] = field(default=(), compare=False)

    @property
    def words(self) -> str:
        """The reasons in one line, the strongest first."""
        return "; ".join(each.words for each in sorted(self.reasons, key=lambda each: -abs(each.weight)))


def likeness(left: str, right: str, score: float, reasons: Iterable[Reason]) -> Likeness:
    """The likeness of two ids in either order; the score is kept between 0 and 1, in hundredths of a percent."""
    told = tuple(reasons)
    strongest = max(told, key=lambda each: each.weight) if told else None
    if strongest is not None and strongest.weight <= 0:
        strongest = min(told, key=lambda each: each.weight)
    first, second = sorted((left, right))
    return Likeness(first, second, round(min(1.0, max(0.0, score)), 4), strongest.rule if strongest else "", told)
