from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Take = Callable[..., Any]

PAGE = """---
title: "Talks: in Oslo"
date: 2019-05-03T23:00:00-05:00
permalink: https://mod.example.no/talks
tags: [talks, visit]
---

# Ministers of Defence meet

The **Minister of Defence** of Norway, Kari Nygaard, met with her
[Chilean counterpart](https://mod.example.cl) in Oslo on
3 May 2019. ![The ministers](ministers.jpg)

They spoke about

- training, and
  exercises
- procurement

1. One
2. Two

> We agree on all.

| State | Delegate |
|---|---|
| Norway | Nygaard |
"""


def test_the_text_has_no_marks_and_no_broken_lines(take_file: Take) -> None:
    (report,), problems = take_file("a.md", PAGE.encode())
    assert problems == []
    assert (report.id, report.title, report.published) == ("a", "Talks: in Oslo", "2019-05-03")
    assert report.url == "https://mod.example.no/talks"
    assert report.text.split("\n\n") == [
        "Ministers of Defence meet",
        "The Minister of Defence of Norway, Kari Nygaard, met with her Chilean counterpart in Oslo on 3 May 2019.",
        "They spoke about",
        "- training, and exercises",
        "- procurement",
        "1. One",
        "2. Two",
        "We agree on all.",
        "State | Delegate",
        "Norway | Nygaard",
    ]


def test_the_first_heading_is_the_title_and_a_day_may_be_written_out(take_file: Take) -> None:
    raw = b"---\r\nPubDate: 3 May 2019\r\nurl: /talks\r\ndate: soon\r\n---\r\n# *Talks*\r\n\r\nThey met.\r\n"
    (report,), problems = take_file("a", raw)
    assert problems == []
    assert (report.title, report.published, report.url) == ("Talks", "2019-05-03", None)
    assert report.text == "Talks\n\nThey met."


@pytest.mark.parametrize("text", ["# Talks\n\nThey\nmet.\n", "---\n\nThey met: yes.\n", "---\nThey met.\n---\nYes.\n"])
def test_without_front_matter_it_is_a_text(take_file: Take, text: str) -> None:
    (report,), problems = take_file("a.md", text.encode())
    assert problems == []
    assert report.text == text


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("---\ntitle: [\n---\nThey met.\n", "has front matter that is no YAML"),
        ("---\ntitle: !!python/object/apply:os.getcwd []\n---\nThey met.\n", "has front matter that is no YAML"),
        ("---\ntitle: a\n---\n", "is empty"),
        ("---\ntitle: " + "[" * 20_000 + "\n---\nThey met.\n", "is nested deeper than can be read"),
    ],
)
def test_what_is_wrong_is_said(take_file: Take, content: str, what: str) -> None:
    reports, (problem,) = take_file("a.md", content.encode())
    assert reports == []
    assert what in str(problem)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(front=st.binary(max_size=40), body=st.text(max_size=80))
def test_any_front_matter_gives_a_report_or_a_problem(take_file: Take, front: bytes, body: str) -> None:
    raw = b"---\ntitle: a\n" + front + b"\n---\n" + body.encode("utf-8", "surrogatepass")
    reports, problems = take_file("a.md", raw)
    assert reports or problems
