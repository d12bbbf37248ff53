"""The scores that ship with the reader: measured on gold, and written into its table."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from bench.gold import FOLDERS, WRITTEN_ON, read
from communique.evaluate.floors import find_file
from communique.evaluate.rule_scores import judged, measure_rules, to_tsv
from communique.reader.score import ALL, SCORES


def measure_scores(gold: Sequence[Path]) -> str:
    """Measure the scores on these gold files, or on all that the rules were written on; a line on what was done."""
    files = gold or [find_file(name, FOLDERS) for name in WRITTEN_ON]
    measured = measure_rules(
        chain.from_iterable(judged(each.gold, each.reading) for file in files for each in read(file))
    )
    table = to_tsv(measured)
    SCORES.write_text(table, encoding="utf-8")
    counts = measured[f"{ALL} {ALL}"]
    return f"{counts.true:,} of {counts.read:,} values right; {table.count(chr(10))} lines in {SCORES.name}\n"
