import quopri
from collections.abc import Callable
from pathlib import Path
from typing import Any

Take = Callable[..., Any]

PAGES = Path(__file__).parents[1] / "markup" / "pages"
HEADER = """From: <Saved by Blink>
Snapshot-Content-Location: https://mod.example.ee/news/12
Subject: Talks
Date: Wed, 21 Nov 2018 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----b----"

------b----
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://mod.example.ee/news/12

"""
REST = """
------b----
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgoAAAANSUhEUgAAAAUA

------b------
"""


def bundle(page: bytes) -> bytes:
    return (HEADER.encode() + quopri.encodestring(page) + REST.encode()).replace(b"\n", b"\r\n")


def test_a_page_in_one_file_is_read_as_the_page(take_file: Take) -> None:
    (report,), problems = take_file("talks.mhtml", bundle((PAGES / "no_paragraphs.html").read_bytes()))
    assert problems == []
    assert report.id == "talks"
    assert report.published == "2018-11-21"  # as the page says; the header has the day it was saved
    assert report.url == "https://mod.example.ee/news/12"
    assert report.text.startswith("Joint Staff Talks with Sweden\n\nThe eighth round")


def test_the_address_that_the_page_names_is_its_own(take_file: Take) -> None:
    (report,), _ = take_file("a.mht", bundle((PAGES / "linked_data.html").read_bytes()))
    assert report.url == "https://defence.example.zw/2022/06/15/chief-of-staff-visits-lusaka/"


def test_a_bundle_without_a_page(take_file: Take) -> None:
    raw = HEADER.replace("text/html\nContent-T", "image/png\nContent-T").encode() + b"AAAA" + REST.encode()
    reports, (problem,) = take_file("a.mht", raw)
    assert reports == []
    assert "is a bundle (MHTML) without a page" in str(problem)
