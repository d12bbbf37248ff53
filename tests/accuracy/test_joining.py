"""How a record joins the reports of several outlets may not fall below joining.toml."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.evaluate import load_reports
from communique.evaluate.floors import find_file
from communique.evaluate.joining import KINDS, load_truth, score_joining
from communique.reader.many import read_many
from communique.reading import Reading
from communique.record import Record
from communique.record.entries import to_json

FOLDERS = (Path(__file__).parent, Path(__file__).parents[2].parent / "shared" / "gold")
SETS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("joining.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SETS)
def test_what_belongs_together_is_joined_and_nothing_else(name: str, tmp_path: Path) -> None:
    wanted = SETS[name]
    reports, truth = (find_file(wanted[file], FOLDERS) for file in ("reports", "truth"))
    if not (reports.exists() and truth.exists()):
        pytest.skip(f"needs ../shared/gold/{wanted['reports']} and {wanted['truth']}")
    scores = score_joining(load_truth(truth), _mentions(reports, tmp_path / "joined.db"))
    for kind in KINDS:
        assert scores.kinds[kind].f1 >= wanted["floors"][kind], f"{kind}: {scores.kinds[kind]}"
    assert len(scores.wrongly_joined) <= wanted["wrongly_joined"], scores.wrongly_joined


def _mentions(reports: Path, file: Path) -> Iterator[dict[str, Any]]:
    with Record(file) as record:
        for report, reading in read_many(load_reports(reports)):
            assert isinstance(reading, Reading), reading
            record.add(report, reading)
        yield from (to_json(each) for each in record.mentions())
