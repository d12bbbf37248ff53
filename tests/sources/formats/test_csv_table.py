from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.cli import main
from communique.record import Record
from communique.report import Report
from communique.sources import Problem, take
from communique.sources.limits import TEXT_LIMIT

Take = Callable[..., Any]

ROWS = 'id,url,published,title,text\na,https://example.org/a,2019-05-03,Talks,"They met,\r\nand ""parted""."\n'


def test_all_fields(take_file: Take) -> None:
    reports, problems = take_file("r.csv", (ROWS + "\n,,,,They wrote.\n").encode())
    assert problems == []
    assert reports == [
        Report("a", 'They met,\r\nand "parted".', url="https://example.org/a", published="2019-05-03", title="Talks"),
        Report("r:5", "They wrote."),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["r.csv", "table"])
def test_the_delimiter_and_the_format_are_told_by_the_first_row(take_file: Take, delimiter: str, name: str) -> None:
    lines = [delimiter.join(each) for each in (("Title", "Text"), ("Talks", "They met."))]
    (report,), problems = take_file(name, "\r\n".join(lines).encode("utf-8-sig"))
    assert problems == []
    assert (report.title, report.text) == ("Talks", "They met.")


def test_columns_of_other_names(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("date,body\n2019-05-03,They met.\n")
    (report,) = take([str(tmp_path / "r.csv")], columns={"text": "Body", "published": "date"})
    assert isinstance(report, Report)
    assert (report.text, report.published) == ("They met.", "2019-05-03")
    (problem,) = take([str(tmp_path / "r.csv")], columns={"text": "body", "title": "head"})
    assert "has no column 'head', only date, body; say which column has the title: --columns title=NAME" in str(problem)


def test_a_text_with_commas_is_a_text(take_file: Take) -> None:
    text = "Norway, Chile and the text, 3 May\nThey met, and parted.\n"
    (report,), _ = take_file("a", text.encode())
    assert report.text == text


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("", "is empty"),
        ("\n", "is empty"),
        ("id,body\na,They met.\n", "has no column 'text', only id, body; say which column has the text"),
        ("id,text\na,They met, and parted.\n", "r.csv:2: has 3 cells under 2 columns"),
        ("id,text\na\n", "r.csv:2: has no text"),
        ('id,text\na,"They" met.\n', "r.csv:2: is no row of a table"),
        ('id,text\na,"' + "They met.\n" * (TEXT_LIMIT // 9), "a quotation mark that is never closed"),
        ('id,text\na,"They met.\n', "r.csv:2: is no row of a table (unexpected end of data)"),
    ],
)
def test_what_is_no_row_is_said(take_file: Take, content: str, what: str) -> None:
    reports, (problem,) = take_file("r.csv", content.encode())
    assert reports == []
    assert what in str(problem)


def test_what_follows_a_bad_row_is_read(take_file: Take) -> None:
    content = 'text,title\n"They" met.,a\n,b\nThey parted.,c\n'
    reports, problems = take_file("r.csv", content.encode())
    assert [each.title for each in reports] == ["c"]
    assert [each.line for each in problems] == [2, 3]


def test_an_older_encoding_is_said(take_file: Take) -> None:
    content = "text\nМинистр обороны Норвегии Кари Нюгор встретилась в Осло с послом.\n"
    (report,), (note,) = take_file("r.csv", content.encode("cp1251"))
    assert report.text.startswith("Министр обороны")
    assert not note.lost
    assert "read as cp1251" in str(note)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=100))
def test_any_bytes_are_rows_or_problems(take_file: Take, content: bytes) -> None:
    reports, problems = take_file("r.csv", b"title,text\n" + content)
    assert all(isinstance(each, Report) for each in reports)
    assert all(isinstance(each, Problem) for each in problems)


def test_the_command_takes_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "r.csv").write_text("id,body\na,They met.\n")
    record = str(tmp_path / "test.db")
    assert main(["read", str(tmp_path / "r.csv"), "--record", record, "--columns", "text=body"]) == 0
    with Record(record, read_only=True) as kept:
        assert kept.report("a").report.text == "They met."
    assert main(["read", str(tmp_path / "r.csv"), "--record", record, "--columns", "body=text"]) == 2
    assert "'body=text' is not FIELD=NAME" in capsys.readouterr().err


def test_the_publisher_is_one_of_the_columns(take_file: Take) -> None:
    (report,), problems = take_file("r.csv", b"publisher,text\nKura News,They met.\n")
    assert problems == []
    assert report == Report("r:2", "They met.", publisher="Kura News")
