"""The table of the fields that rules miss: counted on gold."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from bench.gold import FOLDERS, WRITTEN_ON, read
from communique.evaluate.floors import find_file
from communique.evaluate.misses import empties, measure_misses, to_tsv
from communique.record.deciding.misses import MISSES


def count_misses(gold: Sequence[Path]) -> str:
    """Count on these gold files, or on all that the rules were written on; a line on what was done."""
    files = gold or [find_file(name, FOLDERS) for name in WRITTEN_ON]
    measured = measure_misses(
        chain.from_iterable(empties(each.gold, each.reading) for file in files for each in read(file))
    )
    MISSES.write_text(to_tsv(measured), encoding="utf-8")
    missed, empty = (sum(getattr(each, of) for each in measured.values()) for of in ("true", "read"))
    return f"{missed:,} of {empty:,} empty fields were told; {len(measured)} rows in {MISSES.name}\n"
