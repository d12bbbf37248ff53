"""Every link within the pages leads to a page: with one heading, a title and its language."""

from html.parser import HTMLParser
from urllib.parse import urldefrag, urlsplit

import httpx
from fastapi.routing import APIRoute

from communique.web.pages import pages

MOST = 150  # pages; what is linked from everywhere comes first
THERE = {each.path.split("/")[1].split(".")[0] for each in pages.router.routes if isinstance(each, APIRoute)}


class Links(HTMLParser):
    """What of a page matters here: its links, headings, title and language."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.to: list[str] = []
        self.tags: list[str] = []
        self.language: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if tag == "a" and (to := given.get("href")):
            self.to.append(to)
        if tag == "html":
            self.language = given.get("lang")


def test_every_link_leads_to_a_page(client: httpx.Client) -> None:
    waiting, met = ["/"], {"/"}
    for path in waiting:  # grows as it is walked
        answer = client.get(path)
        assert answer.status_code in (200, 308), path
        if answer.status_code == 308 or not answer.headers["content-type"].startswith("text/html"):
            continue
        found = Links(answer.text)
        head = found.tags[: found.tags.index("body")]  # plots have titles too
        assert found.tags.count("h1") == head.count("title") == 1, path
        assert found.language == "en", path
        for to in found.to:
            address = urldefrag(to).url
            if _within(address) and address not in met and len(met) < MOST:
                met.add(address)
                waiting.append(address)
    assert len(met) == MOST


def _within(address: str) -> bool:
    """Whether it is one of these pages; lists of which the page is not there are none."""
    return address.startswith("/") and urlsplit(address).path.split("/")[1].split(".")[0] in THERE
