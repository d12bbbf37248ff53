import json
from pathlib import Path

import pytest

from communique import evaluate
from communique.errors import GoldError


def test_gold_is_loaded_in_order_past_blank_lines_and_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('\ufeff{"id": "b", "engagements": []}\r\n\r\n{"report": {"id": "a"}}\n', encoding="utf-8")
    assert evaluate.load_gold(path) == [{"id": "b", "engagements": []}, {"report": {"id": "a"}}]
    assert evaluate.load_readings(str(path)) == evaluate.load_gold(path)


def test_a_line_separator_within_a_string_is_no_new_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a\u2028b"}\n', encoding="utf-8")
    assert evaluate.load_gold(path) == [{"id": "a\u2028b"}]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "expected a gold reading as a JSON object, found list"),
        ("{}", "has no id"),
        ('{"id": "a", "report": 1}', "`report` is int"),
        ('{"id": "a", "engagements": 1}', "`engagements` is not a list of objects"),
        ('{"id": "ok"}', "the id 'ok' is already that of .*gold.jsonl:1"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "ok"}\n\n' + line + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match=f"gold.jsonl:3: .*{what}"):
        evaluate.load_gold(path)


def test_a_file_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        evaluate.load_gold(tmp_path / "absent.jsonl")
    with pytest.raises(GoldError, match="cannot be read"):
        evaluate.load_gold(tmp_path)
    (tmp_path / "other.jsonl").write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(GoldError, match="not UTF-8 at byte 8"):
        evaluate.load_gold(tmp_path / "other.jsonl")


def test_reports(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "Text", "published": "2020-01-02", "more": 1}), encoding="utf-8")
    (report,) = evaluate.load_reports(path)
    assert (report.id, report.text, report.published, report.url) == ("a", "Text", "2020-01-02", None)
    path.write_text('{"id": "a"}', encoding="utf-8")
    with pytest.raises(GoldError, match=r"reports.jsonl:1: a report needs an id and a text"):
        evaluate.load_reports(path)
