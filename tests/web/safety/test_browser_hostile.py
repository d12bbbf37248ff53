"""Reports made to attack whoever looks at them: nothing of theirs runs, on any page, and nothing is fetched elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
import pytest

from communique.reader import Reader
from communique.record import Record
from communique.report import Report
from communique.web.settings import Settings

pytestmark = pytest.mark.browser
Opened = Callable[[Settings], httpx.Client]

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg/onload=alert(1)>",
    "{{7*7}}${7*7}<%= 7*7 %>",
    "</title></style></textarea><script src=https://evil.example/x.js></script>",
    "\u202egnp.exe\u202c <iframe srcdoc='<script>alert(1)</script>'>",
)
TEXT = (
    "TBILISI, May 17. The Minister of Defence of Georgia {attack} met with the Ambassador of Kazakhstan, Ali {attack}, in "
    "Tbilisi on 17 May 2023. The {attack} Joint Working Group of Georgia and Kazakhstan held its second session. "
    "They discussed {attack} training. “{attack} is welcome,” the Minister said."
)
PAGES = 60  # more than there are kinds of pages; each is opened in a real browser


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A record of reports that attack by their text, title, id and address."""
    path = tmp_path / "hostile.db"
    reports = [
        Report(
            f"{number}/../{attack}",
            TEXT.format(attack=attack),
            title=f"{attack} title",
            url=f"javascript:alert({number})",
            published="2023-05-18",
        )
        for number, attack in enumerate(ATTACKS)
    ]
    with Record(path) as record:
        record.add_all(zip(reports, Reader().read_many(reports), strict=True))
    return path


def test_nothing_of_a_report_runs_and_nothing_is_fetched_elsewhere(
    chromium: Any, hostile: Path, opened: Opened
) -> None:
    client = opened(Settings(record=hostile))
    base = str(client.base_url)
    ran: list[str] = []
    page = chromium.new_context(base_url=base).new_page()

    def ran_something(dialog: Any) -> None:
        ran.append(f"{page.url}: {dialog.message}")
        dialog.dismiss()

    def asked(request: Any) -> None:
        if not request.url.startswith(base):
            ran.append(f"{page.url}: {request.url}")

    page.on("dialog", ran_something)
    page.on("request", asked)
    waiting = ["/reports", "/engagements", "/review", "/decisions"]
    seen: set[str] = set()
    while waiting and len(seen) < PAGES:
        address = waiting.pop(0)
        if address in seen or address.endswith(".csv") or ".csv?" in address:  # a browser keeps those as files
            continue
        seen.add(address)
        page.goto(address)
        assert "49" not in page.title()
        hrefs = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
        assert not [each for each in hrefs if urlsplit(each).scheme not in ("", "http", "https")]
        waiting += [urlsplit(urljoin(address, each))._replace(fragment="").geturl() for each in hrefs if each[0] == "/"]
    assert len(seen) > len(ATTACKS)
    assert ATTACKS[0] in client.get("/reports.json").text  # it is there, and was shown
    assert not ran, "\n".join(ran)
