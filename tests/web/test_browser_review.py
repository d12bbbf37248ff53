"""Reviewing in a real browser: by keyboard, with words selected in the text, and without scripts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from communique.reader import Reader
from communique.record import Record
from communique.report import Report
from communique.web.settings import Settings

pytestmark = pytest.mark.browser
Opened = Callable[[Settings], httpx.Client]

FACTS = 30
LOOK = "/review/look?below=1"
SELECT = """(quote) => {
  const text = document.getElementById("text");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(quote);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + quote.length);
    return;
  }
}"""


def page_of(chromium: Any, client: httpx.Client, *, scripts: bool = True) -> Any:
    page = chromium.new_context(base_url=str(client.base_url), java_script_enabled=scripts).new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


def decided(path: Path) -> list[tuple[str, bool]]:
    with Record(path, read_only=True) as record:
        return [(each.verdict, each.stands) for each in record.decisions()]


def test_thirty_facts_are_reviewed_by_keyboard(chromium: Any, opened: Opened, record_copy: Path) -> None:
    page = page_of(chromium, opened(Settings(record=record_copy)))
    page.goto(LOOK)
    for nth in range(FACTS):
        with page.expect_navigation():
            page.keyboard.press("j" if nth % 10 == 9 else "a")
    assert decided(record_copy) == [("accept", True)] * (FACTS - FACTS // 10)
    with page.expect_navigation():
        page.keyboard.press("k")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.id") == "value"
    page.keyboard.press("a")  # typed, and no decision
    assert len(decided(record_copy)) == FACTS - FACTS // 10


def test_what_was_decided_last_is_taken_back_by_a_key(chromium: Any, opened: Opened, record_copy: Path) -> None:
    page = page_of(chromium, opened(Settings(record=record_copy)))
    page.goto(LOOK)
    first = page.locator(".beside").inner_text()
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator(".beside").inner_text() != first
    with page.expect_navigation():
        page.keyboard.press("z")
    assert page.locator(".beside").inner_text() == first
    assert decided(record_copy) == [("accept", False), ("undo", True)]


def test_words_after_characters_of_two_units_are_cited_exactly(chromium: Any, opened: Opened, tmp_path: Path) -> None:
    text = (
        "\N{CHEQUERED FLAG}\N{HANDSHAKE} Lima, 4 May 2021. Peru's Minister of Defence Rosa Quispe met Chile's Minister "
        "of Defence Pablo Rojas in Lima. They discussed border patrols \N{SNOW CAPPED MOUNTAIN} and joint training."
    )
    path = tmp_path / "emoji.db"
    report = Report("emoji", text)
    with Record(path) as record:
        record.add(report, Reader().read(report))
    page = page_of(chromium, opened(Settings(record=path)))
    page.goto(LOOK)
    for quote in ("joint training", "Rosa Quispe"):
        page.evaluate(SELECT, quote)
        page.wait_for_function("document.getElementById('cite').value !== ''")
        at = text.index(quote)
        page.wait_for_function("told => document.getElementById('cite').value === told", arg=f"{at}-{at + len(quote)}")
    assert page.locator("#text").evaluate("each => each.textContent") == text


def test_two_are_made_one_and_two_again_without_scripts(chromium: Any, opened: Opened, record_copy: Path) -> None:
    with Record(record_copy, read_only=True) as record:
        one, other = (each.id for each in record.people()[:2])
    page = page_of(chromium, opened(Settings(record=record_copy)), scripts=False)
    page.goto(f"/review/same?left={one}&right={other}")
    page.get_by_role("button", name="Same").click()
    with Record(record_copy, read_only=True) as record:
        assert record.person(one).id == record.person(other).id
    page.get_by_role("button", name="Undo").click()
    with Record(record_copy, read_only=True) as record:
        assert record.person(one).id != record.person(other).id


@pytest.mark.parametrize("path", ["/review", LOOK, "/review?what=person", "/decisions"])
def test_no_serious_finding_of_axe(chromium: Any, opened: Opened, record_copy: Path, path: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    client = opened(Settings(record=record_copy))
    page = chromium.new_context(base_url=str(client.base_url), bypass_csp=True).new_page()  # axe is a script
    page.goto(path)
    found = axe.Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(chromium: Any, opened: Opened, record_copy: Path, width: int) -> None:
    page = page_of(chromium, opened(Settings(record=record_copy)))
    page.set_viewport_size({"width": width, "height": 800})  # 320: 1280 at 400 %
    for path in ("/review", LOOK, "/review?what=engagement"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
