"""From an expression to its days: which function resolves which kind of rule."""

from communique.reader.times.days import RULES_OF_DAYS
from communique.reader.times.periods import RULES_OF_PERIODS
from communique.reader.times.run import Builder

BUILD: dict[str, Builder] = {**RULES_OF_DAYS, **RULES_OF_PERIODS}
