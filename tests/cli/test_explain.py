"""Every value is shown with its words, its rule and its score."""

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from communique.cli import main
from communique.reading import Reading
from communique.record import Record
from communique.report import Report

Pairs = list[tuple[Report, Reading]]
TEXT = (
    "Oslo, 3 May 2021. Norwegian Defence Minister Ingrid Solberg met with Swedish Defence Minister Karl Nyman in Oslo "
    "on Monday. Solberg said that the two navies would train together."
)


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    Path("report.txt").write_text(TEXT, encoding="utf-8")
    return "report.txt"


def explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main(["explain", *arguments, "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_each_value_has_path_words_rule_and_score(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = explained(capsys, report)
    by_path = {each["path"]: each for each in found["values"]}
    kind = by_path["engagements[0].kind"]
    assert (kind["value"], kind["quote"]) == ("meeting", TEXT[kind["start"] : kind["end"]])
    assert kind["family"] == "engagements.verb.*"
    assert kind["told"].startswith("a verb of meeting")
    assert all(0 < each["score"] < 1 for each in found["values"])
    assert by_path["statements[0].content"]["quote"] == "the two navies would train together"


def test_the_page_shows_them_all(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = explained(capsys, report)
    assert main(["explain", report]) == 0
    out = capsys.readouterr().out
    shown = [line for line in out.splitlines() if line[:1] in set("▁▂▃▄▅▆▇█")]
    assert len(shown) == len(found["values"])
    assert "NO Norway" in out
    assert "engagement 1" in out
    assert "participant 2" in out
    assert "a verb of meeting with what its row asks for" in out
    at = out.index("engagement 1")
    assert out.index("dateline_place") < at < out.index("statement 1")


def test_colours_tell_sure_from_doubtful(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", report, "--color"])
    coloured = capsys.readouterr().out
    assert "\x1b[32m█" in coloured
    assert "\x1b[33m" in coloured
    main(["explain", report, "--no-color"])
    assert "\x1b[" not in capsys.readouterr().out


def test_standard_input_is_read(
    report: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    (piped,) = explained(capsys, "-")
    (filed,) = explained(capsys, report)
    assert piped["values"] == filed["values"]


def test_a_report_of_the_record_is_found_by_its_id(
    report: str, pairs: Pairs, capsys: pytest.CaptureFixture[str]
) -> None:
    with Record("kept.db") as record:
        record.add_all(pairs)
    (found,) = explained(capsys, "ge-1", "--record", "kept.db")
    assert found["report"] == "ge-1"
    assert {each["rule"] for each in found["values"]} == {"test.hand"}
    assert main(["explain", "ge-1", "--record", "kept.db"]) == 0
    assert "test.hand" in capsys.readouterr().out


def test_what_is_neither_file_nor_report_is_told(report: str, pairs: Pairs, capsys: pytest.CaptureFixture[str]) -> None:
    with Record("kept.db") as record:
        record.add_all(pairs)
    assert main(["explain", "nothing", "--record", "kept.db"]) == 1
    assert "nothing: no such file, and " in capsys.readouterr().err


def test_a_report_that_says_nothing_says_so(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.txt").write_text("Rain is expected.", encoding="utf-8")
    assert main(["explain", "empty.txt"]) == 0
    assert "Nothing in it was read." in capsys.readouterr().out


def test_a_file_that_cannot_be_read_fails(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.txt").write_text("", encoding="utf-8")
    assert main(["explain", "empty.txt"]) == 1
    assert "empty" in capsys.readouterr().err
