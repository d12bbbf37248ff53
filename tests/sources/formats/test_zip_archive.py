"""ZIP archives made here, of reports, of each other, and of what nobody should open."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.sources.formats import zip_archive

Take = Callable[..., Any]


def packed(**members: Any) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_what_lies_in_it_is_taken_in_by_name(take_file: Take, zipped: Callable[[bytes], bytes]) -> None:
    members = {
        "2019/b.txt": "They parted.",
        "2019/a.txt": "They met.",
        "lines.jsonl.gz": zipped(b'{"id": "one", "text": "They spoke."}\n'),
        ".hidden.txt": "x",
        "__MACOSX/2019/._a.txt": "x",
    }
    reports, problems = take_file("year.zip", packed(**members))
    assert problems == []
    assert [(each.id, each.text) for each in reports] == [
        ("year/2019/a", "They met."),
        ("year/2019/b", "They parted."),
        ("one", "They spoke."),
    ]


def test_archives_within_each_other_as_deep_as_is_reasonable(take_file: Take) -> None:
    inner = packed(**{"a.txt": "They met."})
    for _ in range(2):
        inner = packed(**{"in.zip": inner})
    reports, problems = take_file("out.zip", inner)
    assert [each.id for each in reports] == ["out/in/in/a"]
    assert problems == []
    reports, (problem,) = take_file("out.zip", packed(**{"in.zip": inner, "z.txt": "They parted."}))
    assert [each.text for each in reports] == ["They parted."]
    assert "out.zip/in.zip/in.zip/in.zip: lies in 3 archives" in str(problem)


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "in/../../a.txt"])
def test_names_that_lead_out_are_named_and_the_rest_is_read(take_file: Take, name: str) -> None:
    reports, (problem,) = take_file("a.zip", packed(**{name: "They met.", "z.txt": "They parted."}))
    assert [each.text for each in reports] == ["They parted."]
    assert "leads out of its archive" in str(problem)


def test_a_bomb_is_not_held(take_file: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    reports, (problem,) = take_file("a.zip", packed(**{"bomb.txt": b"a" * 60_000_000, "z.txt": "They met."}))
    assert [each.text for each in reports] == ["They met."]
    assert "is longer than" in str(problem)
    monkeypatch.setattr(zip_archive, "ARCHIVE_UNPACKED", 1_000_000)
    monkeypatch.setattr(zip_archive, "CHUNK", 1_000)
    reports, problems = take_file("b.zip", packed(**{"a.txt": "They met.", "bomb.txt": b"a" * 2_000_000}))
    assert [each.text for each in reports] == ["They met."]
    assert "unpacks to more than" in str(problems[-1])


def test_too_many_files(take_file: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_archive, "MEMBERS_LIMIT", 3)
    reports, (problem,) = take_file("a.zip", packed(**{f"{nth}.txt": "They met." for nth in range(4)}))
    assert reports == []
    assert "holds more than 3 files" in str(problem)


def test_one_file_that_is_broken_does_not_stop_the_rest(take_file: Take) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in (("a.txt", "They met in Oslo."), ("b.txt", "They parted.")):
            archive.writestr(name, text)
    reports, (problem,) = take_file("a.zip", made.getvalue().replace(b"They met in Oslo.", b"They met in Rome."))
    assert [each.text for each in reports] == ["They parted."]
    assert "a.zip/a.txt: cannot be unpacked (Bad CRC-32" in str(problem)


def test_an_archive_of_nothing(take_file: Take) -> None:
    reports, (problem,) = take_file("a.zip", packed())
    assert reports == []
    assert "is an archive without reports" in str(problem)


def test_the_same_id_with_another_text_in_one_archive(take_file: Take) -> None:
    lines = {"a.jsonl": '{"id": "one", "text": "They met."}', "b.jsonl": '{"id": "one", "text": "They parted."}'}
    reports, (problem,) = take_file("a.zip", packed(**lines))
    assert [each.text for each in reports] == ["They met."]
    assert "a.zip/b.jsonl" in str(problem)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_broken_in_it_is_told_in_lines(take_file: Take, data: st.DataObject) -> None:
    raw = bytearray(packed(**{"a.txt": "They met. " * 20, "in.zip": packed(**{"b.txt": "They parted."})}))
    for _ in range(data.draw(st.integers(0, 6))):
        raw[data.draw(st.integers(4, len(raw) - 1))] = data.draw(st.integers(0, 255))
    _, problems = take_file("a.zip", bytes(raw[: data.draw(st.integers(30, len(raw)))]))
    assert all(str(each).isprintable() for each in problems)


def test_of_a_wacz_only_the_web_archives_are_read(take_file: Take, zipped: Callable[[bytes], bytes]) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nThey met.\n"
    head = f"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n"
    of_page = b"WARC-Target-URI: https://mod.example/1\r\nWARC-Date: 2021-05-04T10:00:00Z\r\n\r\n"
    warc = zipped(head.encode() + of_page + answer + b"\r\n\r\n")
    members = {
        "archive/data.warc.gz": warc,
        "indexes/index.cdx": 'example,mod)/1 20210504100000 {"url": "https://elsewhere.example/", "offset": "9999"}',
        "pages/pages.jsonl": '{"format": "json-pages-1.0", "id": "pages"}\n{"url": "https://x.example", "text": "No."}',
        "datapackage.json": '{"profile": "data-package", "wacz_version": "1.1.1", "resources": []}',
    }
    (report,), problems = take_file("crawl.wacz", packed(**members))
    assert problems == []
    assert (report.id, report.text) == ("https://mod.example/1@2021-05-04T10:00:00Z", "They met.\n")
    del members["datapackage.json"]  # then it is a folder like any other, and all of it is read
    reports, problems = take_file("folder.zip", packed(**members))
    assert [each.text for each in reports] == ["They met.\n", *[each.text for each in reports[1:]]]
    assert len(reports) + len(problems) > 1
