import json
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from communique import examples
from communique.report import Report

ROOT = Path(__file__).parents[2]


def test_there_are_enough_and_they_are_in_order() -> None:
    reports = examples.reports()
    assert len(reports) >= 20
    assert [each.published for each in reports] == sorted(str(each.published) for each in reports)
    assert len({each.id for each in reports}) == len(reports)
    assert len({each.digest for each in reports}) == len(reports)


@pytest.mark.parametrize("report", examples.reports(), ids=lambda report: report.id)
def test_each_is_a_whole_report(report: Report) -> None:
    assert date.fromisoformat(str(report.published))
    assert report.title
    assert 80 <= len(report.text.split()) <= 350
    assert report.text == report.text.strip()
    assert report.text.count("\n\n") >= 2, "a report has paragraphs"


def test_each_line_says_where_it_is_from() -> None:
    lines = [json.loads(line) for line in examples.PATH.read_text(encoding="utf-8").splitlines()]
    assert all(line.keys() == {"id", "published", "outlet", "title", "text"} for line in lines)
    assert len({line["outlet"] for line in lines}) >= 20, "many outlets, many styles"


def test_the_built_wheel_carries_its_data(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    build = [*pip, "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, text=True, cwd=tmp_path)
    (wheel,) = tmp_path.glob("communique-*.whl")

    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        packed.extractall(tmp_path / "unpacked")
    source = ROOT / "src"
    data = {str(each.relative_to(source)) for each in source.rglob("*.tsv")} | {"communique/examples/reports.jsonl"}
    assert data <= names
    assert "communique/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)

    program = "from communique import examples; print(examples.PATH, len(examples.reports()))"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "unpacked")}
    shown = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=tmp_path, env=environment
    )
    assert shown.stdout.split() == [
        str(tmp_path / "unpacked/communique/examples/reports.jsonl"),
        str(len(examples.reports())),
    ]
