"""Scores on the command line, of readings given and of readings made now."""

import json
from pathlib import Path
from typing import Any

import pytest

from communique.cli import main
from communique.cli.evaluate import beside
from communique.reading import Reading
from communique.report import Report

Pairs = list[tuple[Report, Reading]]


def write(path: Path, rows: list[Any]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture
def gold(tmp_path: Path, pairs: Pairs) -> str:
    write(tmp_path / "dev.reports.jsonl", [{"id": report.id, "text": report.text} for report, _ in pairs])
    return write(tmp_path / "dev.gold.jsonl", [reading.to_json() for _, reading in pairs])


@pytest.fixture
def readings(tmp_path: Path, pairs: Pairs) -> str:
    return write(tmp_path / "readings.jsonl", [reading.to_json() for _, reading in pairs])


def test_readings_equal_to_the_gold_are_perfect(gold: str, readings: str, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["evaluate", gold, "--readings", readings, "--ids", "am"]
    assert main([*given, "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["micro"]["f1"] == 1
    assert scores["citations"] > 0
    assert scores["misses"] == []
    assert main([*given, "--intervals"]) == 0
    assert "1.000–1.000" in capsys.readouterr().out


def test_misses_are_shown_by_group(gold: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nothing = write(tmp_path / "none.jsonl", [])
    assert main(["evaluate", gold, "--readings", nothing, "--misses", "1", "--group", "statement"]) == 0
    out = capsys.readouterr().out
    assert "statement · " in out
    assert "trade routes must stay open" in out
    assert out.count("\n  gold  ") == 1


def test_ids_choose_reports(gold: str, readings: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["evaluate", gold, "--readings", readings, "--ids", "ge", "--json"])
    assert json.loads(capsys.readouterr().out)["reports"] == 1


def test_a_false_citation_fails(gold: str, readings: str, pairs: Pairs) -> None:
    rows = [reading.to_json() for _, reading in pairs]
    rows[0]["engagements"][0]["trigger"]["quote"] = "words that are not there"
    assert main(["evaluate", gold, "--readings", write(Path(readings), rows)]) == 1


def test_the_reader_reads_where_no_readings_are_given(gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", gold, "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert (scores["reports"], scores["missing"]) == (3, 0)


def test_reports_lie_beside_their_gold(gold: str, tmp_path: Path) -> None:
    assert beside(Path(gold)) == tmp_path / "dev.reports.jsonl"
    assert beside(tmp_path / "other.gold.jsonl") is None
    assert beside(tmp_path / "gold.txt") is None


@pytest.mark.parametrize("more", [["--group", "zebras"], ["--ids", "zebra"], ["--reports", "nowhere"]])
def test_wrong_use(gold: str, more: list[str]) -> None:
    assert main(["evaluate", gold, *more]) == 2


def test_gold_without_reports_asks_for_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = write(tmp_path / "gold.jsonl", [{"id": "a"}])
    assert main(["evaluate", gold]) == 2
    assert "--reports" in capsys.readouterr().err


def test_a_broken_line_is_named(gold: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": "a"}\n{"id": \n', encoding="utf-8")
    assert main(["evaluate", gold, "--readings", str(broken)]) == 1
    said = capsys.readouterr().err
    assert "broken.jsonl:2" in said
    assert said.count("\n") == 1


def test_calibration_is_drawn_and_told(
    gold: str, readings: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn = tmp_path / "drawn.svg"
    given = ["evaluate", gold, "--readings", readings, "--ids", "am", "--calibration", str(drawn)]
    assert main(given) == 0
    assert "expected calibration error of the scores of " in capsys.readouterr().out
    assert drawn.read_text(encoding="utf-8").startswith("<svg ")
    assert main([*given, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["calibration"]
    assert told["seen"] == sum(each["seen"] for each in told["bins"]) > 0
    assert all(each["right"] == each["seen"] for each in told["bins"])  # the readings are the gold
