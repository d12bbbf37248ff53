import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.report import Report
from communique.sources import Meter, Problem, take, total_size

Take = Callable[..., Any]
Zip = Callable[[bytes], bytes]


def test_a_folder_is_taken_whole_sorted_and_without_what_is_hidden(tmp_path: Path, take_paths: Take) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", "sub/.git/d.txt", ".cache/e.txt", "sub/deep/f.md"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Report {name}")
    reports, problems = take_paths(tmp_path / "in")
    assert problems == []
    assert [each.id for each in reports] == ["a", "b", "sub/c", "sub/deep/f"]


def test_a_folder_without_reports(tmp_path: Path, take_paths: Take) -> None:
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "sub").mkdir()
    reports, (problem,) = take_paths(tmp_path)
    assert reports == []
    assert problem.lost
    assert f"{tmp_path}: is a folder without reports" in str(problem)


def test_what_is_missing_is_named_and_the_rest_is_read(tmp_path: Path, take_paths: Take) -> None:
    (tmp_path / "a.txt").write_text("They met.")
    reports, (problem,) = take_paths(tmp_path / "none.txt", tmp_path / "a.txt")
    assert [each.id for each in reports] == ["a"]
    assert "none.txt: there is no such file or folder; check the name" in str(problem)


def test_bad_files_in_a_folder_do_not_stop_the_rest(tmp_path: Path, take_paths: Take) -> None:
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.bin").write_bytes(bytes(range(256)))
    (tmp_path / "c.txt").write_text("They met.")
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "e.txt")
    reports, problems = take_paths(tmp_path)
    assert [each.id for each in reports] == ["c"]
    assert [Path(each.where).name for each in problems] == ["a.txt", "b.bin", "d.txt", "e.txt"]


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path, take_paths: Take) -> None:
    (tmp_path / "a.txt").write_text("They met.")
    (tmp_path / "loop").symlink_to(tmp_path)
    reports, problems = take_paths(tmp_path)
    assert [each.id for each in reports] == ["a"]
    assert problems == []


def test_what_cannot_be_opened_or_read_is_named_and_the_rest_is_read(tmp_path: Path, take_paths: Take) -> None:
    (tmp_path / "a.txt").write_text("They met.")
    unreadable = tmp_path / "b.txt"
    unreadable.symlink_to("/proc/self/mem")  # not even root reads it from its beginning
    reports, problems = take_paths("a" * 300, unreadable, tmp_path / "a.txt")
    assert [each.id for each in reports] == ["a"]
    assert [each.what for each in problems] == [
        "cannot be opened (File name too long)",
        "cannot be read (Input/output error)" if sys.platform == "linux" else "there is no such file or folder",
    ]


def test_the_same_id_with_another_text_in_two_files(tmp_path: Path, take_paths: Take) -> None:
    for folder, text in (("one", "They met."), ("two", "They parted."), ("three", "They met.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)
    reports, (problem,) = take_paths(tmp_path / "one", tmp_path / "two", tmp_path / "three")
    assert [each.text for each in reports] == ["They met."]
    assert "two/a.txt: the id 'a' was there before with another text" in str(problem)


def test_stdin(take_stdin: Take) -> None:
    assert take_stdin(b"They met.\r\n") == ([Report("stdin", "They met.\r\n")], [])
    assert [each.id for each in take_stdin(b'{"text": "One."}\n{"text": "Two."}\n')[0]] == ["stdin:1", "stdin:2"]
    assert str(take_stdin(b"")[1][0]) == "stdin: is empty; give a text, or leave it out"


def test_stdin_gzipped(take_stdin: Take, zipped: Zip) -> None:
    assert take_stdin(zipped(b"They met.")) == ([Report("stdin", "They met.")], [])


@pytest.mark.parametrize("cut", [5, 30, 200])
def test_gzip_that_ends_too_early(take_file: Take, zipped: Zip, cut: int) -> None:
    raw = zipped(b"".join(b'{"text": "Report %d %s"}\n' % (n, os.urandom(40).hex().encode()) for n in range(20_000)))
    reports, (problem,) = take_file("a.jsonl.gz", raw[: -len(raw) // 2 + cut])
    assert problem.lost
    assert "a.jsonl.gz" in str(problem)
    assert "copy it again" in str(problem)
    assert len(reports) > 5_000


def test_gzip_that_is_broken(take_file: Take, zipped: Zip) -> None:
    raw = bytearray(zipped(os.urandom(3000).hex().encode()))
    raw[100:200] = bytes(100)
    reports, (problem,) = take_file("a.txt.gz", bytes(raw))
    assert reports == []
    assert "a.txt.gz: " in str(problem)
    assert "Traceback" not in str(problem)


def test_gzip_in_name_only(take_file: Take) -> None:
    assert [each.text for each in take_file("a.txt.gz", b"They met.")[0]] == ["They met."]


def test_a_small_gzip_of_a_huge_text_is_not_unpacked_whole(take_file: Take, zipped: Zip) -> None:
    reports, (problem,) = take_file("bomb.txt.gz", zipped(b"a" * 60_000_000))
    assert reports == []
    assert "is longer than" in str(problem)


def test_files_that_are_left_out(tmp_path: Path) -> None:
    for name in ("a.txt", "communique.db"):
        (tmp_path / name).write_text("They met.")
    items = take([str(tmp_path)], leave_out={(tmp_path / "communique.db").resolve()})
    assert [each.id for each in items if isinstance(each, Report)] == ["a"]


def test_the_meter_counts_to_the_total(tmp_path: Path, zipped: Zip) -> None:
    (tmp_path / "a.txt").write_text("They met. " * 5000)
    (tmp_path / "b.txt.gz").write_bytes(zipped(b"They parted. " * 5000))
    meter = Meter()
    assert not [each for each in take([str(tmp_path)], meter=meter) if isinstance(each, Problem)]
    total = total_size([str(tmp_path)])
    assert meter.taken == total == sum(path.stat().st_size for path in tmp_path.iterdir())
    assert total_size([str(tmp_path), "-"]) is None


def test_problems_are_one_line_that_any_terminal_can_show() -> None:
    problem = Problem("a\n\x1b[31m\udce9\u202e.txt", 3, "is \t bad", "do\r\nthis" + "!" * 1000)
    assert str(problem).startswith(r"a\n\x1b[31m\udce9\u202e.txt:3: is \t bad; do\r\nthis!!")
    assert str(problem).isprintable()
    assert len(str(problem)) < 300


def test_taking_in_text_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met.")
    script = (
        "import sys\nfrom communique.sources import take\nlist(take([sys.argv[1]]))\n"
        "print([name for name in ('spacy', 'sqlalchemy', 'pydantic', 'feedparser', 'rich') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
