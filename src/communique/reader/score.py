"""How likely a value is right: what was measured on gold of its field and its rule.

The score of a rule is the share of its values that were right, smoothed towards the score of its family, that towards
the score of the field, and that towards the score of all values: (right + m·p) / (seen + m), the mean of a Beta
distribution with the prior mean p and the weight m (Cestnik, "Estimating probabilities", ECAI 1990). A rule that was
seen seldom or never has its family's score. `python -m bench scores` measures them anew.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from communique.errors import LexiconError
from communique.lexicon.tables import Column, Row, table
from communique.reader.rules import told_by
from communique.reading import JSON

SCORES = Path(__file__).with_name("data") / "rule_scores.tsv"
COLUMNS = (Column("value"), Column("right", number=True), Column("seen", number=True), Column("score"))
ALL = "*"  # any field, or any rule

_POSITION = re.compile(r"\[\d+\]")


class Value(NamedTuple):
    """A cited value of a reading in its JSON form: where it stands, of which field it is, what is cited."""

    path: str  # `engagements[0].participants[1].party`
    field: str  # `engagements.participants.party`
    cited: JSON


def values(reading: JSON) -> Iterator[Value]:
    """Every cited value of a reading, in reading order."""
    return _values(reading, "")


def _values(node: Any, path: str) -> Iterator[Value]:
    if isinstance(node, list):
        for k, each in enumerate(node):
            yield from _values(each, f"{path}[{k}]")
    elif isinstance(node, dict) and isinstance(node.get("rule"), str):
        yield Value(path, _POSITION.sub("", path), node)
    elif isinstance(node, dict):
        for key, each in node.items():
            yield from _values(each, f"{path}.{key}" if path else key)


def score(field: str, rule: str) -> float:
    """How likely, from 0 to 1, a value of this field that this rule made is right."""
    measured = _measured()
    return next(measured[key] for key in reversed(keys(field, rule)) if key in measured)


def keys(field: str, rule: str) -> tuple[str, ...]:
    """What a value is measured under, the widest first: all values, its field, its rule's family, its rule."""
    family = told_by(rule) or rule
    return tuple(dict.fromkeys((f"{ALL} {ALL}", f"{field} {ALL}", f"{field} {family}", f"{field} {rule}")))


@cache
def _measured() -> dict[str, float]:
    found = {row["value"]: _share(row) for row in table(SCORES, COLUMNS)}
    if f"{ALL} {ALL}" not in found:
        raise LexiconError(f"{SCORES.name}: no row `{ALL} {ALL}`; measure the scores anew")
    return found


def _share(row: Row) -> float:
    try:
        share = float(row["score"])
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise row.error(f"score {row['score']!r} is not a number from 0 to 1", "measure the scores anew")
    return share
