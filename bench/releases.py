"""Gold for releases of the shared corpus, by offsets: the texts stay where they are, the annotations are ours.

`releases.jsonl` has one gold reading a line, in the shape of the gold of `communique evaluate`; words of the text are
given as a pair of offsets `[start, end]`, and `id` is that of the release in the corpus.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.reading import JSON
from communique.report import Report

ANNOTATIONS = Path(__file__).with_name("releases.jsonl")


def releases(corpus: Path) -> Iterator[tuple[Report, JSON]]:
    """Each annotated release of a gzipped corpus file with its gold, offsets turned into the words they stand on."""
    with ANNOTATIONS.open(encoding="utf-8") as lines:
        annotated = {row["id"]: row for row in map(json.loads, lines)}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in annotated:
                text = row["text"]
                yield Report(row["id"], text, published=row["published"]), _worded(annotated[row["id"]], text)


def _worded(value: Any, text: str) -> Any:
    if isinstance(value, dict):
        return {key: _worded(each, text) for key, each in value.items()}
    if isinstance(value, list) and len(value) == 2 and all(isinstance(each, int) for each in value):
        return text[value[0] : value[1]]
    return [_worded(each, text) for each in value] if isinstance(value, list) else value
