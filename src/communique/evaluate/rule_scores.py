"""The scores of the rules, measured: how many of the values each made were right, smoothed, as the table that ships."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from communique.evaluate.gold import as_json, report_id
from communique.evaluate.scores import Counts
from communique.evaluate.verdicts import verdicts
from communique.reader.score import ALL, COLUMNS, keys, score, values
from communique.reading import JSON, Reading

# Weight of the prior, in values seen. Log loss with each report left out in turn, on those the rules were written on,
# was as low at 10 as at any of 2, 5, 20 and 50 (0.468; 0.477 by field alone). Told apart further, by the number of
# parties or the rule of the encounter, values were ranked a little better, but scores lay farther from the truth on
# the reports set aside.
WEIGHT = 10
SEEN_ENOUGH = 5  # a rule seen less often is left to its family: a row of the table would say nothing

HEADER = """\
# Of the values of a field that a rule made, how many were seen on gold and how many of them right, and the smoothed
# share; reader/score.py tells how. `field rule`: `*` stands for any field, any rule, or the words in a rule's id.
# Written by `python -m bench scores`.
"""


class Judged(NamedTuple):
    """A value held against gold: its field, its rule, and whether it is right."""

    field: str
    rule: str
    right: bool


def judged(gold: JSON, reading: JSON) -> Iterator[Judged]:
    """The values of one report's reading that its gold can judge."""
    found = verdicts(gold, reading)
    for value in values(reading):
        if value.path in found:
            yield Judged(value.field, value.cited["rule"], found[value.path])


def scored(gold: Iterable[JSON], readings: Iterable[Reading | JSON], *, ids: str = "") -> Iterator[tuple[float, bool]]:
    """The score of each value that gold of these ids can judge, and whether it is right."""
    read = {report_id(row): row for row in (as_json(each) for each in readings)}
    for row in gold:
        key = report_id(row)
        if key.startswith(ids) and key in read:
            yield from ((score(each.field, each.rule), each.right) for each in judged(row, read[key]))


def measure_rules(found: Iterable[Judged]) -> dict[str, Counts]:
    """How many values were seen (`read`) and right (`true`), under every key they are measured under."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for each in found:
        for key in keys(each.field, each.rule):
            seen[key] += 1
            right[key] += each.right
    return {key: Counts(read=seen[key], true=right[key]) for key in seen}


def smoothed(measured: Mapping[str, Counts], field: str, rule: str) -> float:
    """The score of a rule's values of a field: each narrower share drawn towards the wider."""
    share = 0.5
    for key in keys(field, rule):
        counts = measured.get(key, Counts())
        share = (counts.true + WEIGHT * share) / (counts.read + WEIGHT)
    return share


def to_tsv(measured: Mapping[str, Counts]) -> str:
    """The table of the scores, as `reader/score.py` reads it."""
    kept = (key for key, counts in measured.items() if counts.read >= SEEN_ENOUGH or key.endswith(f" {ALL}"))
    rows = [
        (key, str(measured[key].true), str(measured[key].read), f"{smoothed(measured, *key.split(' ')):.3f}")
        for key in sorted(kept, key=str.casefold)
    ]
    lines = ["\t".join(column.name for column in COLUMNS), *("\t".join(row) for row in rows)]
    return HEADER + "\n".join(lines) + "\n"
