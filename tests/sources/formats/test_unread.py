import io
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Take = Callable[..., Any]


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name in names:
            made.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "<x/>")
    return stream.getvalue()


@pytest.mark.parametrize("name", ["report.txt", "report.jsonl", "report.json", "report"])
@pytest.mark.parametrize(
    ("content", "what", "mend"),
    [
        (archive("[Content_Types].xml", "xl/workbook.xml"), "is an Excel workbook", "JSON lines"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50,
            "is an Office file of the old kind (.doc, .xls, .ppt)",
            "save it as .docx",
        ),
        (b"{\\rtf1\\ansi They met.}", "is a rich text document (RTF)", "save it as text"),
        (b"<?xml version='1.0'?><trips><trip/></trips>", "is XML that is no feed and no web page", "save it as text"),
        (b"\x89PNG\r\n\x1a\n", "is a picture (PNG)", "leave it out"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture (JPEG)", "leave it out"),
        (bytes(range(32)) * 50, "is no text but binary data", "save it as UTF-8 text"),
        ("They met.".encode("utf-16-le"), "or UTF-16 without a byte order mark", "save it as UTF-8 text"),
    ],
)
def test_what_is_not_read_yet_is_told_by_its_content(
    take_file: Take, name: str, content: bytes, what: str, mend: str
) -> None:
    reports, (problem,) = take_file(name, content)
    assert reports == []
    assert problem.lost
    assert f"{name}: is " in str(problem)
    assert what in str(problem)
    assert mend in problem.mend


def test_a_record_is_no_report(tmp_path: Path, take_paths: Take) -> None:
    with sqlite3.connect(tmp_path / "a.db") as made:
        made.execute("CREATE TABLE t (x)")
    made.close()
    _, (problem,) = take_paths(tmp_path / "a.db")
    assert "is an SQLite database" in str(problem)


def test_gzip_within_gzip(take_file: Take, zipped: Callable[[bytes], bytes]) -> None:
    _, (problem,) = take_file("a.gz.gz", zipped(zipped(b"They met.")))
    assert "gzip within gzip" in str(problem)
