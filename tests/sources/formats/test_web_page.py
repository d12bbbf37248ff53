from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Take = Callable[..., Any]

PAGES = Path(__file__).parents[1] / "markup" / "pages"
BODY = "<p>The Minister of Defence received the Ambassador of Peru in Quito.</p><p>They discussed joint training.</p>"


def test_a_saved_page_is_a_report(take_file: Take) -> None:
    (report,), problems = take_file("minister hosts.htm", (PAGES / "plain_news.html").read_bytes())
    assert problems == []
    assert report.id == "minister hosts"
    assert report.title == "Minister of Defence hosts Portuguese counterpart"
    assert report.published == "2017-10-24"
    assert report.url == "https://mod.example.az/en/news/minister-hosts-lisbon"
    assert report.text.startswith("Minister of Defence hosts Portuguese counterpart\n\nOn October 24,")


def test_it_is_told_by_its_content(tmp_path: Path, take_paths: Take) -> None:
    for name, before in {
        "a.txt": "<!DOCTYPE html>",
        "b.jsonl": "\n<!-- saved -->\n<HTML lang='en'>",
        "c": "",
        "d.xml": "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'>",
    }.items():
        (tmp_path / name).write_text(before + BODY, encoding="utf-8")
    reports, problems = take_paths(tmp_path)
    assert problems == []
    assert [each.id for each in reports] == ["a", "b", "c", "d"]
    assert {each.text[-29:] for each in reports} == {"They discussed joint training."[-29:]}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_outranks_what_the_page_says(take_file: Take, encoding: str) -> None:
    raw = f"<html><meta charset=windows-1251>{BODY.replace('Peru', 'Perú')}".encode(encoding)
    (report,), problems = take_file("a.html", raw)
    assert "Perú" in report.text
    assert not any(each.lost for each in problems)


def test_one_bad_page_does_not_stop_the_rest(tmp_path: Path, take_paths: Take) -> None:
    (tmp_path / "a.html").write_text(f"<html>{BODY}", encoding="utf-8")
    (tmp_path / "b.html").write_text("<html>" + "<p>x" * 50_000, encoding="utf-8")
    (tmp_path / "c.html").write_text("<html><body><script>1</script></body></html>", encoding="utf-8")
    (tmp_path / "d.html").write_text(f"<html>{BODY}", encoding="utf-8")
    reports, problems = take_paths(tmp_path)
    assert [each.id for each in reports] == ["a", "d"]
    assert [each.what for each in problems] == ["is a web page of more than 20,000 tags", "is empty"]


def test_a_page_too_large_to_hold(take_file: Take, zipped: Callable[[bytes], bytes]) -> None:
    reports, (problem,) = take_file("a.html.gz", zipped(b"<html><p>" + b"<p>" * 25_000_000))
    assert reports == []
    assert "has more than 64,000,000 bytes" in str(problem)
