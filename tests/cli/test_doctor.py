"""The doctor finds what is well, what is not, and does not fall ill."""

import json
from pathlib import Path

import pytest

from communique.cli import doctor, main
from communique.record import Record


def test_all_is_well_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--record", str(tmp_path / "none.db")]) == 0
    out = capsys.readouterr().out
    assert out.endswith("Everything needed works.\n")
    assert "✗" not in out
    for name in ("Python", "language", "reader", "SQLite", "record", "terminal"):
        assert name in out


def test_it_makes_no_record(tmp_path: Path) -> None:
    main(["doctor", "--record", str(tmp_path / "none.db")])
    assert list(tmp_path.iterdir()) == []


def test_it_opens_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kept.db"
    with Record(path):
        pass
    main(["doctor", "--record", str(path), "--json"])
    (found,) = (each for each in json.loads(capsys.readouterr().out) if each["name"] == "record")
    assert found["well"]
    assert "0 reports" in found["found"]


def test_a_file_that_is_no_record_is_told_with_a_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.db"
    path.write_text("Dear diary", encoding="utf-8")
    assert main(["doctor", "--record", str(path)]) == 1
    out = capsys.readouterr().out
    assert "✗ record" in out
    assert "→" in out
    assert out.endswith("1 thing to mend.\n")
    assert path.read_text(encoding="utf-8") == "Dear diary"


def test_it_survives_what_falls_ill(tmp_path: Path) -> None:
    def ill() -> doctor.Check:
        raise RuntimeError("feeling\nfaint")

    (found,) = doctor.look([ill])
    assert not found.well
    assert found.found == "RuntimeError: feeling faint"
    assert found.mend


def test_it_lists_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--rules", "--json"]) == 0
    rules = json.loads(capsys.readouterr().out)
    assert main(["doctor", "--rules"]) == 0
    out = capsys.readouterr().out
    for rule in rules:
        assert rule in out
