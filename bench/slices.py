"""Random slices of the corpus: whatever a text begins and ends with, it is read, and every citation is true."""

import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence

from bench import corpus
from communique.reader import Reader
from communique.reading import Reading, citations
from communique.report import Report

SEED = 7
LONGEST = 4_000  # characters of a slice: the longest of the short reports, half a page of the releases
FROM = 400  # texts that slices are cut from, half of them long


def slices_of(texts: Sequence[str], number: int, *, seed: int = SEED) -> Iterator[Report]:
    """So many slices, cut anywhere, of lengths of all orders from one character on; the same ones for a seed."""
    chance = random.Random(seed)
    for nth in range(number):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        length = round(LONGEST ** chance.random())
        yield Report(f"slice-{nth}", text[start : start + length], published="2021-05-04")


def measure(texts: Sequence[str], number: int) -> tuple[Counter[str], list[str]]:
    """What was read in so many slices, and which of them were not, or not truly."""
    found: Counter[str] = Counter()
    wrong: list[str] = []
    reader = Reader(gated=False)  # a slice has seldom what a whole report has
    for report in slices_of(texts, number):
        found["characters"] += len(report.text)
        try:
            reading = reader.read(report)
            again = Reading.from_json(json.loads(json.dumps(reading.to_json())), report.text)  # holds each citation
        except Exception as error:  # whatever it is, it is what is looked for
            wrong.append(f"{report.id}: {type(error).__name__}: {error}")
            continue
        if again != reading:
            wrong.append(f"{report.id}: its reading is another after a way through JSON")
        found["citations"] += sum(1 for _ in citations(reading))
        found["encounters"] += len(reading.engagements)
    return found, wrong


def slices(number: int) -> tuple[str, list[str]]:
    """The line that tells, and what went wrong."""
    texts = [each.text for short in (False, True) for each in corpus.reports(FROM // 2, short=short)]
    began = time.monotonic()
    found, wrong = measure(texts, number)
    seconds = time.monotonic() - began
    line = (
        f"{number:,} slices of {len(texts)} texts, {found['characters']:,} characters in {seconds:,.0f} s: "
        f"{found['citations']:,} citations of {found['encounters']:,} encounters and what goes with them, "
        f"{len(wrong)} slices not read or not truly\n"
    )
    return line, wrong
