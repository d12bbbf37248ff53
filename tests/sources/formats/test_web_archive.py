import gzip
import io
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Take = Callable[..., Any]

PAGE = """<html><head><title>Ministers of Defence meet</title><link rel="canonical" href="https://mod.example.ee/talks">
<meta charset="windows-1251"></head><body><nav>Home | News</nav><article><h1>Ministers of Defence meet</h1>
<p>The Minister of Defence of Estonia, Mart Kask, received his Latvian counterpart, Ilze Berzina, at the ministry in
Tallinn, where both spoke about exercises – and about procurement, which takes long.</p></article></body></html>"""


def record(
    content: bytes, *, uri: str = "https://mod.example.ee/a?s=1", kind: str = "response", wrong: int = 0
) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2021-05-04T10:00:00Z\r\n"
    head += f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(content) + wrong}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


def answer(body: bytes, kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def page(number: int) -> bytes:
    return record(answer(f"They met {number}.\n".encode(), "text/plain"), uri=f"https://a.example/{number}")


def test_pages_are_reports_and_the_time_of_fetching_is_no_publication(take_file: Take) -> None:
    raw = record(b"software: x\r\n", kind="warcinfo") + record(answer(PAGE.encode("cp1251"), "text/html; charset=x"))
    for one in (raw, gzip.compress(raw)):
        (report,), problems = take_file("a.warc", one)
        assert problems == []
        assert report.id == "https://mod.example.ee/a?s=1@2021-05-04T10:00:00Z"
        assert report.url == "https://mod.example.ee/talks"
        assert (report.published, report.retrieved) == (None, "2021-05-04T10:00:00Z")
        assert report.title == "Ministers of Defence meet"
        assert report.text.startswith("Ministers of Defence meet\n\nThe Minister of Defence of Estonia, Mart Kask")
        assert "exercises – and" in report.text


def test_what_is_no_page_is_passed_over(take_file: Take) -> None:
    raw = b"".join(
        [
            record(answer(b"\x89PNG", "image/png")),
            record(answer(b"Not here.", "text/plain", "404 Not Found")),
            record(answer(b"They met.", "text/plain"), kind="request"),
            page(1),
        ]
    )
    (report,), problems = take_file("a.warc", raw)
    assert problems == []
    assert (report.text, report.url) == ("They met 1.\n", "https://a.example/1")
    reports, (problem,) = take_file("b.warc", raw[: -len(page(1))])
    assert reports == []
    assert "is a web archive without pages" in str(problem)


@pytest.mark.parametrize("wrong", [-5, 5])
def test_wrong_lengths_cost_no_more_than_they_cover(take_file: Take, wrong: int) -> None:
    bad = record(answer(b"They wrote.\n", "text/plain"), wrong=wrong)
    reports, _ = take_file("a.warc", page(1) + bad + page(2) + page(3))
    assert {"They met 1.\n", "They met 3.\n"} <= {each.text for each in reports}


def test_packed_and_chunked_answers(take_file: Take) -> None:
    packed = answer(gzip.compress(b"They met."), "text/plain", more="Content-Encoding: gzip\r\n")
    chunked = answer(b"5\r\nThey \r\n5\r\nleft.\r\n0\r\n\r\n", "text/plain", more="Transfer-Encoding: chunked\r\n")
    reports, problems = take_file("a.warc", record(packed, uri="https://a.example") + record(chunked))
    assert problems == []
    assert [each.text for each in reports] == ["They met.", "They left."]


def test_headers_without_end(take_file: Take) -> None:
    raw = page(1) + b"WARC/1.0\r\n" + b"X: y\r\n" * 400_000 + b"\r\n\r\n" + page(2)
    reports, problems = take_file("a.warc", raw)
    assert [each.text for each in reports] == ["They met 1.\n", "They met 2.\n"]
    assert "has a record that cannot be read (headers without end)" in str(problems[0])


def test_an_archive_cut_short_gives_what_came_before(take_file: Take) -> None:
    stream = io.BytesIO()
    with gzip.GzipFile(fileobj=stream, mode="wb") as made:
        made.write(page(1) + record(answer(Random(1).randbytes(200_000), "image/png")) + page(2))
    reports, problems = take_file("a.warc.gz", stream.getvalue()[:-60])
    assert reports[0].text == "They met 1.\n"
    assert "is gzip that ends too early" in str(problems[-1])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 500), put=st.binary(max_size=20))
def test_a_broken_archive_stops_nothing(take_file: Take, cut: int, put: bytes) -> None:
    raw = page(1) + page(2)
    reports, problems = take_file("a.warc", b"WARC/1.0\r\n" + raw[:cut] + put + raw[cut + 9 :] + page(3))
    assert reports or problems
