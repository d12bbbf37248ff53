"""Whether scores tell the truth: of the values scored about 0.8, are about 80 in 100 right?"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.reading import JSON

BINS = 10
SURE = 1.96  # standard deviations to either side that hold 95 of 100


@dataclass(frozen=True, slots=True)
class Bin:
    """The values whose scores lie in one range: how many, how many of them right, and the sum of their scores."""

    seen: int
    right: int
    scores: float

    @property
    def mean(self) -> float:
        """The mean score."""
        return self.scores / self.seen

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.seen

    @property
    def interval(self) -> tuple[float, float]:
        """The range that holds the true share 95 times in 100 (Wilson's)."""
        z, n = SURE, self.seen
        middle = (self.share + z * z / (2 * n)) / (1 + z * z / n)
        reach = z / (1 + z * z / n) * math.sqrt(self.share * (1 - self.share) / n + z * z / (4 * n * n))
        return max(0.0, middle - reach), min(1.0, middle + reach)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The scores of a set of values against what is right, in bins of equal width that hold any."""

    name: str
    bins: Sequence[Bin]

    @property
    def seen(self) -> int:
        """How many values there are."""
        return sum(each.seen for each in self.bins)

    @property
    def error(self) -> float:
        """The expected calibration error: how far score and share lie apart, over all values (Naeini et al. 2015)."""
        return sum(abs(each.scores - each.right) for each in self.bins) / max(1, self.seen)

    def to_json(self) -> JSON:
        """The figures as JSON-ready dicts."""
        bins = [{"score": each.mean, "right": each.right, "seen": each.seen} for each in self.bins]
        return {"seen": self.seen, "expected_calibration_error": self.error, "bins": bins}


def calibrate(name: str, scored: Iterable[tuple[float, bool]]) -> Calibration:
    """The calibration of (score from 0 to 1, whether it is right) of many values."""
    sums: list[list[float]] = [[0, 0, 0.0] for _ in range(BINS)]
    for score, right in scored:
        into = sums[min(BINS - 1, int(score * BINS))]
        into[0] += 1
        into[1] += right
        into[2] += score
    return Calibration(name, tuple(Bin(int(seen), int(right), scores) for seen, right, scores in sums if seen))
