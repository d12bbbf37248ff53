"""Bad input: one clear line each, the rest is read, nothing half-written stays, exit status 1."""

import codecs
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.cli import main
from communique.reading import Reading, citations
from communique.record import Record

Run = Callable[..., tuple[int, list[str]]]

COMMUNIQUE = Path(sys.executable).with_name("communique")

GOOD = "OSLO, May 3. The Minister of Defence of Norway, Kari Nygaard, met with her Chilean counterpart on 3 May 2019."


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Reads inputs into a record in this folder: the exit status, and the lines on stderr before the summary."""

    def read(*inputs: Path | str) -> tuple[int, list[str]]:
        status = main(["read", *map(str, inputs), "--record", str(tmp_path / "test.db")])
        out, err = capsys.readouterr()
        assert out == ""
        *lines, summary = err.splitlines()
        assert " new, " in summary
        return status, lines

    return read


def kept(folder: Path) -> dict[str, str]:
    with Record(folder / "test.db", read_only=True) as record:
        return {each.report.id: each.report.text for each in record.readings()}


BAD = {
    "empty.txt": (b"", "is empty"),
    "mark.txt": (codecs.BOM_UTF8, "is empty"),
    "blank.txt": (b"\r\n\t \n", "holds only white space"),
    "binary.txt": (bytes(range(256)) * 10, "is no text but binary data"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\0" * 30, "is a picture (PNG), which is not read yet"),
    "portable.txt": (b"%PDF-1.4\n", "is a PDF that is broken or ends too early"),
    "page.txt": (
        b"<!doctype html><html><head><title>Talks</title></head><body></body></html>",
        "is empty; give a text",
    ),
    "undecidable.txt": (bytes(range(128, 256)), "is no text in an encoding that can be told; save it as UTF-8 text"),
    "unmarked.txt": (GOOD.encode("utf-16-be"), "or UTF-16 without a byte order mark"),
    "half.txt": (GOOD.encode("utf-16")[:-1], "is marked as utf-16"),
    "long.txt": (b"word " * 1_000_000, "is longer than the 1,000,000 characters of one report; cut it"),
    "shape.json": (b'{"reports": [{"text": "They met."}]}', "has no text, only reports; give an object with"),
    "shape2.json": (b'"They met."', "is a string, not a report"),
    "broken.json": (b'{\n "text": "They met."', "is not JSON (Expecting ',' delimiter, line 2"),
    "feed.xml": (b"<rss version='2.0'><channel></channel></rss>", "is a feed without entries"),
    "cut.txt.gz": (b"\x1f\x8b\x08\0\0\0\0\0\0\3", "is gzip that ends too early"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_report(tmp_path: Path, run: Run, name: str) -> None:
    content, what = BAD[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(GOOD)
    status, (problem,) = run(tmp_path / name, tmp_path / "good.txt")
    assert status == 1
    assert problem.startswith(f"{tmp_path / name}:")
    assert what in problem
    assert kept(tmp_path) == {"good": GOOD}


BAD_LINES = {
    "broken": (b'{"id": "x", "text": "They met.\n', "is not JSON (Unterminated string"),
    "of 50 MB": (b'{"id": "x", "text": "' + b"a" * 50_000_000 + b'"}\n', "is longer than 8,000,000 bytes"),
    "of another shape": (line(id="x", body="They met."), "has no text, only id, body"),
    "an array": (b'["They met."]\n', "is an array, not a report"),
    "a number": (b"12\n", "is a number, not a report"),
    "with an empty text": (line(id="x", text=""), "is empty"),
    "of a known id with another text": (line(id="a", text="They parted."), "the id 'a' was there before"),
    "in no encoding": (b'{"id": "x", "text": "\xff\xfe\xfd"}\n', "is no text in an encoding that can be told"),
}


@pytest.mark.parametrize("name", BAD_LINES)
def test_a_line_that_is_no_report(tmp_path: Path, run: Run, name: str) -> None:
    content, what = BAD_LINES[name]
    path = tmp_path / "reports.jsonl"
    path.write_bytes(line(id="a", text="They met.") + content + line(id="z", text=GOOD))
    status, (problem,) = run(path)
    assert status == 1
    assert problem.startswith(f"{path}:2: ")
    assert what in problem
    assert kept(tmp_path) == {"a": "They met.", "z": GOOD}


def test_a_folder_without_reports(tmp_path: Path, run: Run) -> None:
    (tmp_path / "none").mkdir()
    status, (problem,) = run(tmp_path / "none")
    assert status == 1
    assert problem == f"{tmp_path / 'none'}: is a folder without reports; give one that has some"
    assert kept(tmp_path) == {}


def test_a_file_that_is_not_there(tmp_path: Path, run: Run) -> None:
    status, (problem,) = run(tmp_path / "none.txt")
    assert status == 1
    assert problem == f"{tmp_path / 'none.txt'}: there is no such file or folder; check the name"


ENCODED = {
    "cp1251": "Министр обороны Норвегии Кари Нюгор встретилась в Осло с послом.",
    "cp1252": "Le ministre de la Défense a reçu à Yaoundé l’ambassadeur du Chili – “entretien cordial”.",
    "latin-1": "El ministro de Defensa español recibió en Bogotá a su homólogo.",
    "utf-16": GOOD + " 🤝",
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_another_encoding_is_read_and_said_so(tmp_path: Path, run: Run, encoding: str) -> None:
    text = ENCODED[encoding]
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    status, (note,) = run(tmp_path / "a.txt")
    assert status == 0
    assert note.startswith(f"{tmp_path / 'a.txt'}: is ")
    assert kept(tmp_path) == {"a": text}


ODD = {
    "punctuation": "?!… — ;;; «»",
    "NULs": f"\0{GOOD}\0\0",
    "lone surrogates": f"\ud800 {GOOD} \udfff",
    "right-to-left marks": f"\u202e\u200f{GOOD}\u200e הנגב \u202c",
    "an emoji first": f"🤝🏽🇳🇴 {GOOD}",
    "Windows line ends": f"Talks\r\n\r\n{GOOD}\r\nThey talked.\r\n",
    "controls": f"\x01\x02\x1b[31m{GOOD}\x7f",
    "combining marks": "Ky\u0301iv\u0301\u0301\u0301 " + GOOD,
    "one letter": "a",
    "one long word": "a" * 100_000,
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_text_is_read_and_cited_truly(tmp_path: Path, run: Run, name: str) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_bytes(line(id="odd", text=ODD[name]))
    assert run(path) == (0, [])
    with Record(tmp_path / "test.db", read_only=True) as record:
        stored = record.report("odd")
    assert stored.report.text == ODD[name]
    for each in citations(stored.reading):
        assert ODD[name][each.start : each.end] == each.quote


@pytest.mark.parametrize("name", ODD)
def test_the_reading_of_an_odd_text_is_written_as_json(tmp_path: Path, name: str) -> None:
    (tmp_path / "odd.jsonl").write_bytes(line(id="odd", text=ODD[name]))
    out = tmp_path / "readings.jsonl"
    assert main(["read", str(tmp_path / "odd.jsonl"), "--no-record", "--readings", str(out)]) == 0
    (written,) = out.read_bytes().splitlines()
    assert Reading.from_json(json.loads(written), ODD[name]).report.id == "odd"


def test_everything_bad_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "z.txt").write_text(GOOD)
    (folder / "lines.jsonl").write_bytes(
        b"".join([line(id="a", text="They met."), *(content for content, _ in BAD_LINES.values()), line(text=GOOD)])
    )
    out = tmp_path / "readings.jsonl"
    done = subprocess.run(
        [COMMUNIQUE, "read", folder, "--record", tmp_path / "test.db", "--readings", out],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    *problems, summary = done.stderr.splitlines()
    assert len(problems) == len(BAD) + len(BAD_LINES)
    assert summary.startswith("3 reports, ")
    assert summary.endswith(f"; {len(BAD) + len(BAD_LINES)} problems")
    assert [json.loads(each)["report"]["id"] for each in out.read_text().splitlines()] == ["a", "lines:10", "z"]
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".db") == ["in", "readings.jsonl"]
