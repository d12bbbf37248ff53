"""Texts of many scripts in a real browser: what is cited is what is lit, to the character; and paper shows it too."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from pdfminer.high_level import extract_text
from tests.web.conftest import Opened

from communique.reader import Reader
from communique.record import Record
from communique.report import Report
from communique.web import links
from communique.web.settings import Settings

pytestmark = pytest.mark.browser

# Signs of two UTF-16 units, of several code points in one, and of scripts that run from right to left.
ID = "scripts \N{HANDSHAKE} روزا"
TEXT = (
    "\N{CHEQUERED FLAG}\N{REGIONAL INDICATOR SYMBOL LETTER P}\N{REGIONAL INDICATOR SYMBOL LETTER E} LIMA, 4 May 2021. "
    "Peru's Minister of Defence Rosa Quispe (روزا كيسبي) met Chile's Minister of Defence Pablo Rojas in Lima "
    "\N{HANDSHAKE}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}. הם שוחחו על הגבול. They discussed border patrols "
    "\N{SNOW CAPPED MOUNTAIN}\N{VARIATION SELECTOR-16} and joint training. “\N{WHITE SMILING FACE} The talks were "
    "useful,” Rosa Quispe said. \N{FAMILY}\N{ZERO WIDTH JOINER}\N{GIRL} Cafe\N{COMBINING ACUTE ACCENT} \N{CJK UNIFIED IDEOGRAPH-20BB7}."
)


@pytest.fixture
def shown(opened: Opened, tmp_path: Path) -> httpx.Client:
    """The pages of a record of that one report."""
    path = tmp_path / "scripts.db"
    report = Report(ID, TEXT)
    with Record(path) as record:
        record.add(report, Reader().read(report))
    return opened(Settings(record=path))


def citations(told: Any) -> Iterator[tuple[int, int]]:
    """Where the citations of a reading are, in whatever depth."""
    if isinstance(told, dict):
        if {"start", "end", "quote"} <= told.keys():
            assert TEXT[told["start"] : told["end"]] == told["quote"]
            yield told["start"], told["end"]
        told = list(told.values())
    if isinstance(told, list):
        for each in told:
            yield from citations(each)


def test_what_is_cited_is_what_is_lit(chromium: Any, shown: httpx.Client) -> None:
    found = sorted(set(citations(shown.get(f"{links.report(ID)}.json").json()["reading"])))
    assert len(found) > 8
    page = chromium.new_context(base_url=str(shown.base_url)).new_page()
    for start, end in found:
        page.goto(links.report(ID, start=start, end=end))
        lit = page.locator(".text .at")
        assert "".join(lit.all_text_contents()) == TEXT[start:end]
        box = lit.first.bounding_box()
        assert box
        assert box["width"] > 0
    assert page.locator(".text").evaluate("each => each.textContent") == TEXT


def test_a_name_of_another_direction_is_set_apart_from_the_words_around_it(chromium: Any, shown: httpx.Client) -> None:
    page = chromium.new_context(base_url=str(shown.base_url)).new_page()
    page.goto("/reports")
    link = page.locator("main a", has_text="روزا").first
    assert link.locator("bdi").count() or link.evaluate("each => each.closest('bdi') !== null")


def test_on_paper_the_page_begins_with_its_heading(chromium: Any, client: httpx.Client) -> None:
    page = chromium.new_context(base_url=str(client.base_url), color_scheme="dark").new_page()
    page.goto("/engagements?limit=5")
    heading = page.locator("h1").inner_text()
    printed = extract_text(io.BytesIO(page.pdf()))
    assert printed.strip().startswith(heading)
    assert "This page as JSON" not in printed
