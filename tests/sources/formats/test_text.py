import codecs
from collections.abc import Callable
from typing import Any

import pytest

from communique.sources.limits import TEXT_LIMIT

Take = Callable[..., Any]

TEXT = "OSLO, 3 May.\r\nThe Minister of Defence of Norway met his counterpart of Chile.\r\n\r\n  They talked.\n"


def test_a_text_is_kept_exactly(take_file: Take) -> None:
    reports, problems = take_file("a.txt", TEXT.encode())
    assert problems == []
    assert [(each.id, each.text, each.published, each.url, each.title) for each in reports] == [
        ("a", TEXT, None, None, None)
    ]


@pytest.mark.parametrize("name", ["a.md", "a", "a.TXT", "2017.10.24 talks.txt"])
def test_the_name_does_not_matter(take_file: Take, name: str) -> None:
    reports, problems = take_file(name, TEXT.encode())
    assert problems == []
    assert reports[0].text == TEXT
    assert reports[0].id in ("a", "2017.10.24 talks")


@pytest.mark.parametrize(
    "text",
    [
        "?!… — ;;; «»",
        "\0 The Minister\0 met his counterpart",
        "\u200fالوزير\u200e The Minister met \u202eצב\u202c his counterpart",
        "🤝🏽🇳🇴 The Minister met his counterpart",
        "one\rtwo\u2028three\x85four\x0bfive",
        "[Oslo, 3 May] The Minister met his counterpart",
        "{sic} The Minister met his counterpart",
        "<Oslo, 3 May> The Minister met his counterpart",
        "From Oslo: the Minister met his counterpart",
        " ﻿A mark within",
    ],
)
def test_odd_texts_are_texts(take_file: Take, text: str) -> None:
    reports, problems = take_file("odd.txt", text.encode())
    assert problems == []
    assert [each.text for each in reports] == [text]


def test_a_lone_surrogate_in_bytes_is_kept(take_file: Take) -> None:
    reports, problems = take_file("odd.txt", "The \ud800Minister".encode("utf-8", "surrogatepass"))
    assert problems == []
    assert reports[0].text == "The \ud800Minister"


def test_a_byte_order_mark_is_no_text(take_file: Take) -> None:
    reports, problems = take_file("a.txt", codecs.BOM_UTF8 + TEXT.encode())
    assert problems == []
    assert reports[0].text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_utf16_with_a_mark_is_read_and_said_so(take_file: Take, encoding: str) -> None:
    raw = TEXT.encode(encoding) if encoding in ("utf-16", "utf-32") else ("\ufeff" + TEXT).encode(encoding)
    reports, (problem,) = take_file("a.txt", raw)
    assert reports[0].text == TEXT
    assert encoding[:6].upper() in str(problem)
    assert not problem.lost


def test_utf16_that_ends_too_early(take_file: Take) -> None:
    reports, (problem,) = take_file("a.txt", TEXT.encode("utf-16")[:-1])
    assert reports == []
    assert problem.lost
    assert "a.txt: is marked as utf-16" in str(problem)


@pytest.mark.parametrize("encoding", ["cp1251", "cp1252"])
def test_another_encoding_is_read_and_said_so(take_file: Take, encoding: str) -> None:
    text = {"cp1251": "Министр обороны принял посла.", "cp1252": "Entretien à Yaoundé, réunion à Abidjan."}[encoding]
    reports, (problem,) = take_file("a.txt", text.encode(encoding))
    assert reports[0].text == text
    assert f"a.txt: is not UTF-8; read as {encoding}; " in str(problem)
    assert not problem.lost


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (b" \r\n\t", "holds only white space"),
        (bytes(range(128, 256)), "is no text in an encoding that can be told"),
        (b"a" * (TEXT_LIMIT + 1), "has 1,000,001 characters"),
        (b"a" * (4 * TEXT_LIMIT + 1), "is longer than the 1,000,000 characters"),
    ],
)
def test_what_is_no_report_gives_one_line(take_file: Take, content: bytes, what: str) -> None:
    reports, (problem,) = take_file("bad.txt", content)
    assert reports == []
    assert problem.lost
    assert f"bad.txt: {what}" in str(problem)
    assert problem.mend
    assert "\n" not in str(problem)
