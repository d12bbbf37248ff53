"""How often a field that was read as empty was told by the report, by kind of encounter, as the table that ships."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from communique.evaluate.likeness import listed
from communique.evaluate.pairing import pair_engagements
from communique.evaluate.scores import Counts
from communique.reading import JSON
from communique.record.deciding.misses import COLUMNS, FIELDS

HEADER = """\
# Of the encounters of a kind that were read without a field, in how many the gold has it, and how many there were;
# record/deciding/misses.py tells what they are for. Written by `python -m bench misses`.
"""


def empties(gold: JSON, reading: JSON) -> Iterator[tuple[str, bool]]:
    """Each empty field of a reading's encounters, as `kind field`, and whether the gold has a value there."""
    wanted, read = listed(gold.get("engagements")), listed(reading.get("engagements"))
    for i, j in pair_engagements(wanted, read):
        for field, key in FIELDS.items():
            if not read[j].get(key):
                yield f"{read[j]['kind']['value']} {field}", bool(wanted[i].get(key))


def measure_misses(found: Iterable[tuple[str, bool]]) -> dict[str, Counts]:
    """How many of each were empty (`read`), and how many of them told all the same (`true`)."""
    empty: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for of, told in found:
        empty[of] += 1
        missed[of] += told
    return {of: Counts(read=empty[of], true=missed[of]) for of in empty}


def to_tsv(measured: Mapping[str, Counts]) -> str:
    """The table of the misses, as `record/deciding/misses.py` reads it."""
    rows = [(of, str(counts.true), str(counts.read)) for of, counts in sorted(measured.items())]
    lines = ["\t".join(column.name for column in COLUMNS), *("\t".join(row) for row in rows)]
    return HEADER + "\n".join(lines) + "\n"
