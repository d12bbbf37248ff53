"""Reviewing in a real browser: by keys what contradicts, is unsure or is missing; all at once, and without scripts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from communique.reader import Reader
from communique.record import EngagementFilter, Record
from communique.record.deciding.misses import known_misses
from communique.report import Report
from communique.web.settings import Settings

pytestmark = pytest.mark.browser
Opened = Callable[[Settings], httpx.Client]

TEXT = (
    "{place}, 4 May 2021. Peru's Minister of Defence Rosa Quispe met Chile's Minister of Defence Pablo Rojas in {place} "
    "on 4 May 2021. They discussed border patrols."
)


def page_of(chromium: Any, client: httpx.Client, *, scripts: bool = True) -> Any:
    page = chromium.new_context(base_url=str(client.base_url), java_script_enabled=scripts).new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


def verdicts(path: Path) -> list[tuple[str, bool]]:
    with Record(path, read_only=True) as record:
        return [(each.verdict, each.stands) for each in record.decisions()]


def press(page: Any, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def test_which_value_holds_is_chosen_by_its_number(chromium: Any, opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    reports = [Report(place, TEXT.format(place=place), published="2021-05-05") for place in ("Lima", "Cusco")]
    with Record(path) as record:
        record.add_all((each, Reader().read(each)) for each in reports)
    page = page_of(chromium, opened(Settings(record=path)))
    page.goto("/review/look?what=conflicts")
    second = page.locator(".against .value").nth(1).inner_text()
    press(page, "2")
    assert page.get_by_text("Nothing is left here").is_visible()
    with Record(path, read_only=True) as record:
        assert record.engagements(EngagementFilter(conflicts=True)) == []
        place = record.engagements()[0].place
    assert place
    assert place.value == second
    press(page, "z")
    assert page.locator(".against section").count() == 2
    assert verdicts(path) == [("accept", False), ("undo", True)]


def test_to_be_unsure_is_written_down_and_gone_on_from(chromium: Any, opened: Opened, record_copy: Path) -> None:
    page = page_of(chromium, opened(Settings(record=record_copy)))
    page.goto("/review/look?below=1")
    first = page.locator(".beside").inner_text()
    press(page, "u")
    assert page.locator(".beside").inner_text() != first
    assert verdicts(record_copy) == [("unsure", True)]
    page.goto("/review?state=unsure")
    page.get_by_role("link", name="Begin reviewing").click()
    assert page.locator(".beside").inner_text() == first
    press(page, "a")
    assert page.get_by_text("Nothing is left here").is_visible()
    page.goto("/review")
    page.get_by_role("link", name="Go on where you left off").click()
    assert "state=unsure" in page.url


def test_what_is_missing_is_filled_with_words_selected_in_the_text(
    chromium: Any, opened: Opened, record_copy: Path
) -> None:
    page = page_of(chromium, opened(Settings(record=record_copy)))
    with Record(record_copy, read_only=True) as record:
        kinds = [each.kind for each in known_misses() if each.field == "place"]
        entry = next(each for kind in kinds for each in record.missing(kind, "place"))
    page.goto(f"/review?what=missing&miss={entry.kind}+place")
    page.get_by_role("link", name="Begin reviewing").click()
    words = page.evaluate(
        """() => {
          const node = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT).nextNode();
          getSelection().setBaseAndExtent(node, 0, node, 4);
          return node.data.slice(0, 4);
        }"""
    )
    page.wait_for_function("document.getElementById('cite').value === '0-4'")
    assert page.locator("#value").input_value() == words.strip()
    with page.expect_navigation():
        page.get_by_role("button", name="Save the value").click()
    with Record(record_copy, read_only=True) as record:
        place = record.engagement(entry.of).place
    assert place
    assert (place.quote, place.start, place.end) == (words, 0, 4)


@pytest.mark.parametrize("scripts", [True, False])
def test_all_of_a_rule_are_decided_and_taken_back(
    chromium: Any, opened: Opened, record_copy: Path, *, scripts: bool
) -> None:
    with Record(record_copy, read_only=True) as record:
        rules = [each.rule for each in record.doubts(below=1).entries if each.field == "topic"]
    rule = next(each for each in rules if 1 < rules.count(each) < 9)
    page = page_of(chromium, opened(Settings(record=record_copy)), scripts=scripts)
    page.goto(f"/review?below=1&rule={rule}")
    page.get_by_role("link", name="Decide on all of these at once").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Reject").click()
    assert page.get_by_text("Nothing waits here").is_visible()
    found = verdicts(record_copy)
    assert set(found) == {("reject", True)}
    with page.expect_navigation():
        page.get_by_role("button", name="Undo all").click()
    assert verdicts(record_copy) == [("reject", False)] * len(found) + [("undo", True)]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "path", ["/review?what=missing", "/review/look?what=missing", "/review/all?below=1", "/review/look?what=engagement"]
)
def test_no_page_scrolls_sideways(chromium: Any, client: httpx.Client, path: str, width: int) -> None:
    context = chromium.new_context(base_url=str(client.base_url), viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
