"""Parquet tables made here, of every kind of column that people write, and broken ones."""

import io
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from communique.cli import main
from communique.record import Record
from communique.report import Report
from communique.sources import Problem, take
from communique.sources.limits import TEXT_LIMIT

Take = Callable[..., Any]


def table(columns: Mapping[str, Any], **options: Any) -> bytes:
    made = io.BytesIO()
    parquet.write_table(pyarrow.table(dict(columns)), made, **options)
    return made.getvalue()


FULL = {
    "id": ["a", None],
    "url": ["https://example.org/a", None],
    "published": pyarrow.array([date(2019, 5, 3), None]),
    "title": pyarrow.array(["Talks", None]).dictionary_encode(),
    "text": ["They met.\r\n", "They wrote."],
    "body": [{"not": "asked for"}, None],
}


@pytest.mark.parametrize("name", ["r.parquet", "table"])
def test_all_fields(take_file: Take, name: str) -> None:
    reports, problems = take_file(name, table(FULL))
    assert problems == []
    assert reports == [
        Report("a", "They met.\r\n", url="https://example.org/a", published="2019-05-03", title="Talks"),
        Report(f"{name.removesuffix('.parquet')}:2", "They wrote."),
    ]


@pytest.mark.parametrize(
    ("column", "day"),
    [
        (["2019-05-03"], "2019-05-03"),
        (pyarrow.array([1556841600000000001], pyarrow.timestamp("ns")), "2019-05-03"),
        (pyarrow.array([datetime(2019, 5, 3, 22, tzinfo=UTC)], pyarrow.timestamp("us", "Asia/Tbilisi")), "2019-05-04"),
        (pyarrow.array(["2019-05-03"], pyarrow.large_string()), "2019-05-03"),
    ],
)
def test_days_however_they_are_kept(take_file: Take, column: Any, day: str) -> None:
    (report,), problems = take_file("r.parquet", table({"text": ["They met."], "published": column}))
    assert problems == []
    assert report.published == day


def test_a_text_is_read_from_bytes_and_an_id_from_a_number(take_file: Take) -> None:
    raw = table({"text": [b"They met \xe2\x80\x93 twice."], "id": [17]})
    (report,), problems = take_file("r.parquet", raw)
    assert problems == []
    assert (report.id, report.text) == ("17", "They met – twice.")


def test_columns_of_other_names_and_one_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "r.parquet").write_bytes(table({"date": ["2019-05-03"], "body": ["They met."]}))
    (report,) = take([str(tmp_path / "r.parquet")], columns={"text": "Body", "published": "date"})
    assert report == Report("r:1", "They met.", published="2019-05-03")
    (problem,) = take([str(tmp_path / "r.parquet")])
    assert isinstance(problem, Problem)
    assert str(problem).endswith(
        "has no column 'text', only date, body; say which column has the text: --columns text=NAME"
    )


def test_a_row_that_is_no_report_is_told_by_its_number(take_file: Take) -> None:
    texts = ["They met.", None, " ", "x" * (TEXT_LIMIT + 1), "They parted."]
    reports, problems = take_file("r.parquet", table({"text": texts}, row_group_size=2))
    assert [each.text for each in reports] == ["They met.", "They parted."]
    assert [(each.line, each.what) for each in problems] == [
        (2, "has a text that is null, not a string"),
        (3, "holds only white space"),
        (4, "has a text of more than 1,000,000 characters"),
    ]
    reports, problems = take_file("n.parquet", table({"text": [["a list"], ["x"]]}))
    assert reports == []
    assert [each.what for each in problems] == ["has a text that is an object, not a string"] * 2


@pytest.mark.parametrize("seed", range(6))
def test_broken_ones_are_told_and_never_hang(take_file: Take, seed: int) -> None:
    chance = Random(seed)
    whole = table({"text": [f"They met {each}." for each in range(500)]}, row_group_size=100)
    raw = bytearray(whole)
    for _ in range(20):
        raw[chance.randrange(4, len(raw))] = chance.randrange(256)
    reports, problems = take_file("r.parquet", bytes(raw))
    assert len(reports) + len(problems) >= 1
    assert take_file("cut.parquet", whole[: chance.randrange(4, len(whole))])[1]


def test_a_bomb_of_one_text_is_one_line(take_file: Take) -> None:
    raw = table({"text": pyarrow.array(["x" * 60_000_000]), "id": ["bomb"]}, compression="zstd", use_dictionary=False)
    assert len(raw) < 2_000_000
    reports, (problem,) = take_file("r.parquet", raw)
    assert reports == []
    assert "more than 1,000,000 characters" in problem.what or "memory" in problem.what


def test_the_command_reads_it(tmp_path: Path) -> None:
    (tmp_path / "r.parquet").write_bytes(table({"no": ["x1"], "body": ["They met."]}))
    db = str(tmp_path / "r.db")
    assert main(["read", str(tmp_path / "r.parquet"), "--columns", "id=no,text=body", "--record", db]) == 0
    with Record(db, read_only=True) as record:
        assert record.report("x1").report.text == "They met."
