import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from communique.report import Report
from communique.sources import Meter, take
from communique.sources.formats.json_lines import lines
from communique.sources.limits import CHUNK, HEAD, LINE_LIMIT, TEXT_LIMIT

Take = Callable[..., Any]
Lines = Callable[..., bytes]


def test_all_fields(take_file: Take, json_lines: Lines) -> None:
    given = {
        "id": "a",
        "url": "https://example.org/a",
        "published": "2019-05-03",
        "title": "Talks",
        "text": "They met.",
    }
    reports, problems = take_file("r.jsonl", json_lines(given))
    assert problems == []
    (report,) = reports
    assert {name: getattr(report, name) for name in given} == given


def test_what_is_missing_is_none_and_the_id_is_file_and_line(take_file: Take, json_lines: Lines) -> None:
    reports, problems = take_file(
        "r.jsonl", json_lines({"text": "One."}) + b"\n" + json_lines({"text": "Two.", "id": None})
    )
    assert problems == []
    assert [(each.id, each.url, each.published, each.title) for each in reports] == [
        ("r:1", None, None, None),
        ("r:3", None, None, None),
    ]


@pytest.mark.parametrize("name", ["r.jsonl", "r.txt", "r", "r.json"])
def test_told_by_content(take_file: Take, json_lines: Lines, name: str) -> None:
    reports, problems = take_file(name, json_lines({"id": "a", "text": "One."}, {"id": "b", "text": "Two."}))
    assert problems == []
    assert [each.id for each in reports] == ["a", "b"]


def test_gzipped(take_file: Take, json_lines: Lines, zipped: Callable[[bytes], bytes]) -> None:
    reports, problems = take_file("r.jsonl.gz", zipped(json_lines({"text": "One."}, {"text": "Two."})))
    assert problems == []
    assert [each.id for each in reports] == ["r:1", "r:2"]


def test_windows_line_ends_and_a_last_line_without_one(take_file: Take) -> None:
    reports, problems = take_file("r.jsonl", b'\xef\xbb\xbf{"text": "One.\\r\\n"}\r\n\r\n{"text": "Two."}')
    assert problems == []
    assert [each.text for each in reports] == ["One.\r\n", "Two."]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b'{"text": "One."', "is not JSON (Expecting ',' delimiter, character 16)"),
        (b'{"text": "One.}', "is not JSON (Unterminated string"),
        (b"One.", "is not JSON"),
        (b'["One."]', "is an array, not a report"),
        (b"7", "is a number, not a report"),
        (b"null", "is null, not a report"),
        (b"{}", "has no text"),
        (b'{"id": "x", "body": "One."}', "has no text, only id, body"),
        (b'{"text": ["One."]}', "has a text that is an array"),
        (b'{"text": null}', "has a text that is null"),
        (b'{"text": ""}', "is empty"),
        (b'{"text": " \\n"}', "holds only white space"),
        (b'{"id": {}, "text": "One."}', "has an id that is an object"),
        (b'{"id": true, "text": "One."}', "has an id that is true or false"),
        (b'{"text": "\x01"}', "is not JSON (Invalid control character"),
        (b'{"text": ' + b"[" * 100_000, "is not JSON that can be read"),
        (b'{"id": ' + b"1" * 10_000 + b', "text": "One."}', "is not JSON that can be read"),
        (b'{"text": "\xff\xfe"}', "is no text in an encoding that can be told"),
        (b'{"text": "' + b"a" * (TEXT_LIMIT + 1) + b'"}', "has 1,000,001 characters"),
        (b'{"text": "' + b"a" * 50_000_000 + b'"}', "is longer than 8,000,000 bytes"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_a_bad_line_is_named_and_the_rest_is_read(
    take_file: Take, json_lines: Lines, line: bytes, what: str, first: bool
) -> None:
    before = b"" if first else json_lines({"id": "a", "text": "One."})
    reports, (problem,) = take_file("r.jsonl", before + line + b"\n" + json_lines({"id": "z", "text": "Last."}))
    assert [each.id for each in reports] == (["z"] if first else ["a", "z"])
    assert problem.lost
    assert problem.line == (1 if first else 2)
    assert f"r.jsonl:{problem.line}: {what}" in str(problem)
    assert problem.mend


@pytest.mark.parametrize("line", [b'{"text": "One."', b'{"text": "' + b"a" * 50_000_000 + b'"}'])
def test_a_bad_first_line_does_not_hide_the_format(take_file: Take, json_lines: Lines, line: bytes) -> None:
    reports, (problem,) = take_file("unnamed", line + b"\n" + json_lines({"id": "z", "text": "Last."}))
    assert [each.id for each in reports] == ["z"]
    assert problem.line == 1


def test_an_empty_file_of_lines(take_file: Take) -> None:
    assert [str(each).partition(": ")[2] for each in take_file("r.jsonl", b"\n\n")[1]] == [
        "is empty; give a text, or leave it out"
    ]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2019-05-03", "2019-05-03"),
        ("2019-05-03T23:30:00-05:00", "2019-05-03"),
        ("2019-05-03T23:30:00Z", "2019-05-03"),
        ("2019-05-03 23:30:00.123456+00:00", "2019-05-03"),
        (" 2019-05-03\n", "2019-05-03"),
    ],
)
def test_published_is_a_day(take_file: Take, json_lines: Lines, published: str, day: str) -> None:
    reports, problems = take_file("r.jsonl", json_lines({"text": "One.", "published": published}))
    assert problems == []
    assert reports[0].published == day


@pytest.mark.parametrize("published", ["3 May 2019", "2019-05", "2019-02-30", 20190503, ["2019-05-03"], "x" * 5000])
def test_published_that_is_no_day_is_said_and_left_out(take_file: Take, json_lines: Lines, published: object) -> None:
    reports, (problem,) = take_file("r.jsonl", json_lines({"id": "a", "text": "One.", "published": published}))
    assert reports[0].published is None
    assert not problem.lost
    assert "r.jsonl:1: report 'a': published is " in str(problem)
    assert "not a day such as 2017-10-24" in str(problem)


@pytest.mark.parametrize("empty", [None, ""])
def test_no_day_of_publication_is_nothing_to_speak_of(take_file: Take, json_lines: Lines, empty: str | None) -> None:
    reports, problems = take_file("r.jsonl", json_lines({"text": "One.", "published": empty, "url": empty}))
    assert problems == []
    assert (reports[0].published, reports[0].url) == (None, None)


def test_a_url_of_another_kind_is_said_and_left_out(take_file: Take, json_lines: Lines) -> None:
    reports, (problem,) = take_file("r.jsonl", json_lines({"id": 7, "text": "One.", "url": 3}))
    assert (reports[0].id, reports[0].url) == ("7", None)
    assert "report '7': url is 3, not a string" in str(problem)
    assert not problem.lost


def test_an_id_with_another_text_is_passed_over_and_the_same_report_is_one(take_file: Take, json_lines: Lines) -> None:
    objects = [{"id": "a", "text": text} for text in ("One.", "One.", "Two.")]
    reports, (problem,) = take_file("r.jsonl", json_lines(*objects))
    assert [each.text for each in reports] == ["One."]
    assert problem.lost
    assert "r.jsonl:3: the id 'a' was there before with another text" in str(problem)


def test_lines_in_an_eight_bit_encoding_are_said_once(take_file: Take) -> None:
    texts = ["Министр обороны принял посла Норвегии.", "Стороны обсудили сотрудничество.", "Баку"]
    content = "".join(json.dumps({"text": each}, ensure_ascii=False) + "\n" for each in texts).encode("cp1251")
    reports, (problem,) = take_file("r.jsonl", content)
    assert [each.text for each in reports] == texts
    assert problem.line == 1
    assert not problem.lost
    assert "cp1251" in str(problem)


def test_utf16_lines(take_file: Take) -> None:
    content = json.dumps({"text": "Встреча 🤝"}, ensure_ascii=False) + "\n" + json.dumps({"text": "Two."})
    reports, (problem,) = take_file("r.jsonl", content.encode("utf-16"))
    assert [each.text for each in reports] == ["Встреча 🤝", "Two."]
    assert not problem.lost


PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


@example("\ud800 met \udfff", False)
@example("\u202eמ\u200f\x00\x7f\r\n\u2028", True)
@given(st.text(st.characters(exclude_categories=())), st.booleans())
def test_any_text_comes_out_as_it_went_in(text: str, escaped: bool) -> None:
    assume(text.strip())
    assume(not PAIR.search(text))  # two halves escaped one after the other are one character to JSON
    line = json.dumps({"id": "a", "text": text}, ensure_ascii=escaped).encode("utf-8", "surrogatepass")
    with TemporaryDirectory() as folder:
        path = Path(folder, "r.jsonl")
        path.write_bytes(line + b"\n")
        assert list(take([str(path)])) == [Report("a", text)]


# Nothing is held that need not be.


class Endless(io.RawIOBase):
    """A stream that never ends, of lines that never end the same."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return next(self.pieces)


def numbered_reports() -> Iterator[bytes]:
    number = 0
    while True:
        number += 1
        yield json.dumps({"id": str(number), "text": "They met. " * 100}).encode() + b"\n"


def test_reports_are_given_out_before_the_next_are_taken_in() -> None:
    meter = Meter()
    stream: Any = Endless(numbered_reports())
    items = take(["-"], stdin=stream, meter=meter)
    line = len(next(numbered_reports()))
    for _ in range(100):
        next(items)
    assert meter.taken <= HEAD + 2 * CHUNK + 110 * (line + 10)


def test_a_line_too_long_is_not_held() -> None:
    sizes: list[int] = []

    class Watched(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            sizes.append(len(line))
            return line

    found = list(lines(Watched(b"a" * 1_000_000 + b"\nshort\n"), limit=20_000))
    assert found == [(1, None), (2, b"short\n")]
    assert max(sizes) <= 20_001
    assert LINE_LIMIT < 50_000_000
