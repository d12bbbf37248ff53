"""The top of every page leads only to pages that there are."""

import re

import httpx


def test_all_that_the_navigation_leads_to_is_there(client: httpx.Client) -> None:
    for page in ("/", "/engagements", "/nowhere"):
        found = re.search(r"<nav aria-label=\"Pages\">(.*?)</nav>", client.get(page).text, re.DOTALL)
        assert found
        ways = re.findall(r'href="([^"]+)"', found[1])
        assert "/engagements" in ways
        assert {each: client.get(each).status_code for each in ways} == dict.fromkeys(ways, 200)
