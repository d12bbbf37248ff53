"""Learned judgements: logistic models over named features, small enough to read.

A model is a table `NAME.tsv` beside this file: a feature and its weight in each row, written by `python -m bench train`
from gold and never by hand. Steps that ask one keep a rule to fall back on where the table is not there.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from communique.lexicon.tables import table

BIAS = "(bias)"
DATA = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of one judgement by feature; features without a weight count for nothing."""

    weights: dict[str, float]

    def score(self, features: Iterable[str]) -> float:
        """How likely the judgement is yes, 0 to 1: the logistic function of the sum of the features' weights."""
        total = self.weights.get(BIAS, 0.0) + sum(self.weights.get(feature, 0.0) for feature in features)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def model(name: str) -> Model | None:
    """The model of a judgement, or None where no table of that name is shipped.

    Raises LexiconError where its table breaks the rules of tables or a weight is no number.
    """
    path = DATA / f"{name}.tsv"
    if not path.exists():
        return None
    weights = {}
    for row in table(path, ["feature", "weight"]):
        try:
            weights[row["feature"]] = float(row["weight"])
        except ValueError:
            raise row.error(f"{row['weight']!r} is not a number", "train the model anew") from None
    return Model(weights)


def up_to(number: int, most: int) -> str:
    """A number as a feature's value; from `most` on they are all alike."""
    return str(min(number, most))
