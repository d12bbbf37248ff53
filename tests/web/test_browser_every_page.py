"""What every page must be, in a real browser: whoever adds a page is held to it without doing anything."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute

from communique.web.pages import pages

pytestmark = pytest.mark.browser

HREF = re.compile(r'<a [^>]*href="(/[^"]*)"')
WITH_LINKS = (
    "/",
    "/people",
    "/bodies",
    "/parties",
    "/reports",
    "/parties/{code}",
    "/parties/{one}/{other}",
)  # to pages of one thing

PAGES = [  # what has a dot is a file, or a page in another format
    each
    for each in pages.router.routes
    if isinstance(each, APIRoute) and "GET" in (each.methods or ()) and "." not in each.path.rpartition("/")[2]
]
OTHERS = ("/login", "/nowhere")  # and what is no page of the record
PATHS = [*(each.path for each in PAGES), *OTHERS]

MEDIA = (
    ({"color_scheme": "light"}, None),
    ({"color_scheme": "dark"}, ["color-contrast"]),  # all that dark and paper change
    ({"color_scheme": "dark", "media": "print"}, ["color-contrast"]),
)
NARROW = 320  # pixels: 1280 at 400 %, as WCAG 2.2 has it (1.4.10)
GRAVE = ("serious", "critical")

Opened = Callable[..., Any]


@pytest.fixture(scope="session")
def addresses(client: httpx.Client) -> dict[str, str]:
    """An address of each page: its own, or the first link to it on one of the others."""
    one, other = (each["id"] for each in client.get("/people.json", params={"limit": 2}).json()["entries"])
    found = {each: each for each in OTHERS}
    found |= {each.path: _short(each) for each in PAGES if "{" not in each.path}
    found |= {"/search": "/search?words=minister", "/review/same": f"/review/same?left={one}&right={other}"}
    found |= {"/review/look": "/review/look?below=1"}
    for page in WITH_LINKS:
        for href in HREF.findall(client.get(found[page]).text):
            path = href.partition("?")[0]
            route = next((each for each in PAGES if each.path_regex.match(path)), None)
            if route and "{" in route.path:
                found.setdefault(route.path, href)
    return found


def _short(page: APIRoute) -> str:
    """Where there are long lists, their beginning: to look at each row takes a browser long and tells no more."""
    return f"{page.path}?limit=8" if any(each.name == "limit" for each in page.dependant.query_params) else page.path


def test_there_is_a_way_to_every_page(addresses: dict[str, str]) -> None:
    assert set(addresses) == set(PATHS)


@pytest.fixture
def opened_page(chromium: Any, client: httpx.Client, addresses: dict[str, str]) -> Iterator[Opened]:
    """Opens the page of a path in a context of its own; what breaks in its scripts fails the test."""
    contexts = []

    def opened(path: str, **settings: Any) -> Any:
        context = chromium.new_context(base_url=str(client.base_url), **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(addresses[path])
        return page

    yield opened
    for each in contexts:
        each.close()


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_grave_in_light_in_dark_and_in_print(path: str, opened_page: Opened) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened_page(path, bypass_csp=True)  # axe is a script
    for media, rules in MEDIA:
        page.emulate_media(**media)
        found = axe.run(page, options={"runOnly": rules} if rules else None).response["violations"]
        grave = [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in GRAVE]
        assert not grave, media


@pytest.mark.parametrize("path", PATHS)
def test_at_400_percent_no_page_scrolls_sideways(path: str, opened_page: Opened) -> None:
    page = opened_page(path, viewport={"width": NARROW, "height": 256})
    wider = page.evaluate(
        "width => [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > width + 1"
        " && !each.closest('[tabindex=\"0\"], .wide, .words')).map(each => each.outerHTML.slice(0, 120))",
        NARROW,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, wider[:3]


@pytest.mark.parametrize("path", PATHS)
def test_at_400_percent_all_is_reached_by_key_and_by_finger(path: str, opened_page: Opened) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened_page(path, viewport={"width": NARROW, "height": 256}, bypass_csp=True)
    rules = ["scrollable-region-focusable", "target-size"]
    found = axe.run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("path", PATHS)
def test_with_scripts_off_every_page_has_all_it_has_with_them(path: str, opened_page: Opened) -> None:
    with_scripts, without = (opened_page(path, java_script_enabled=on) for on in (True, False))
    assert without.locator("h1").inner_text()
    assert without.locator("main").inner_text() == with_scripts.locator("main").inner_text()
    assert without.locator("form:not(:has(button)):not([role=search])").count() == 0  # each can be sent


@pytest.mark.parametrize("path", PATHS)
def test_in_print_there_is_the_page_and_no_way_around_it(path: str, opened_page: Opened) -> None:
    page = opened_page(path)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    for part in ("nav", "footer", ".search", ".skip"):
        for each in page.locator(part).all():
            assert not each.is_visible(), part
