import json
from collections.abc import Callable
from typing import Any

import pytest

from communique.sources.formats import json_file

Take = Callable[..., Any]


@pytest.mark.parametrize("name", ["r.json", "r.txt", "r"])
@pytest.mark.parametrize("indent", [2, None])
def test_one_object(take_file: Take, name: str, indent: int | None) -> None:
    given = {"id": "a", "published": "2019-05-03T10:00:00Z", "text": "They met.\r\nThey talked.", "publisher": "APA"}
    reports, problems = take_file(name, json.dumps(given, indent=indent).encode())
    assert problems == []
    assert [(each.id, each.published, each.text) for each in reports] == [("a", "2019-05-03", given["text"])]


@pytest.mark.parametrize("indent", [2, None])
def test_an_array_goes_on_past_what_is_no_report(take_file: Take, indent: int | None) -> None:
    given = [{"id": "a", "text": "One."}, "Two.", {"text": "Three."}, {"id": "d"}]
    reports, problems = take_file("r.json", json.dumps(given, indent=indent).encode())
    assert [each.id for each in reports] == ["a", "r:3"]
    assert [each.what for each in problems] == [
        "number 2 of the array is a string, not a report",
        "number 4 of the array has no text, only id",
    ]
    assert all(each.lost for each in problems)


def test_objects_that_begin_lines_of_an_array(take_file: Take) -> None:
    reports, problems = take_file("r.json", b'[\n{"id": "a", "text": "One."},\n{"id": "b", "text": "Two."}\n]\n')
    assert problems == []
    assert [each.id for each in reports] == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b'{\n "text": "One."\n', "is not JSON (Expecting ',' delimiter, line 3, column 1)"),
        (b"One.", "is not JSON"),
        (b"[]", "is an array without a report"),
        (b"  \n", "is empty"),
        (b'"One."', "is a string, not a report"),
        (b"17", "is a number, not a report"),
        (b'{\n "reports": [{"text": "One."}]\n}', "has no text, only reports"),
        (b"[" * 100_000, "is not JSON that can be read"),
        (b'[\n{"text": "\xff\xfe"}]', "is no text in an encoding that can be told"),
    ],
)
def test_another_shape_gives_one_line(take_file: Take, content: bytes, what: str) -> None:
    reports, (problem,) = take_file("r.json", content)
    assert reports == []
    assert problem.lost
    assert f"r.json: {what}" in str(problem)


def test_a_file_too_large_to_hold(take_file: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "WHOLE_LIMIT", 100)
    reports, (problem,) = take_file("r.json", b'[\n{"text": "' + b"a" * 100 + b'"}]')
    assert reports == []
    assert "has more than 100 bytes; write one report a line" in str(problem)


def test_an_eight_bit_encoding_is_said(take_file: Take) -> None:
    given = [{"id": "a", "text": "Министр обороны принял посла Норвегии."}]
    reports, (problem,) = take_file("r.json", json.dumps(given, ensure_ascii=False, indent=1).encode("cp1251"))
    assert reports[0].text == given[0]["text"]
    assert not problem.lost
    assert "cp1251" in str(problem)
