"""Lists: every choice leads to a list as long as it says, every page to the next, and every restriction can be lifted."""

import html
import re

import httpx
import pytest

LISTS = ("engagements", "people", "bodies", "statements", "documents", "reports")
ASKED = (
    *(f"/{each}" for each in LISTS),
    "/engagements?party=KZ&status=held&order=earliest&text=defence",
    "/engagements?year=2022&level=minister",
    "/documents?open=true&party=KZ",
    "/statements?verb=s&limit=2",
    "/reports?silent=true",
)

OFFER = re.compile(
    r'<li><a href="([^"]*)"( aria-current="true")?><bdi>(.*?)</bdi>.*?</a>(?: <span class="number">([\d,]+)</span>)?</li>'
)
RESTRICTION = re.compile(r'<li><a href="([^"]*)"><span class="quiet">(.*?)</span>')


def total(client: httpx.Client, address: str) -> int:
    """How long the list at an address is."""
    path, _, query = html.unescape(address).partition("?")
    found: int = client.get(f"{path}.json?{query}").json()["total"]
    return found


@pytest.mark.parametrize("path", ASKED)
def test_an_offer_leads_to_a_list_as_long_as_it_says(client: httpx.Client, path: str) -> None:
    here = total(client, path)
    offers = OFFER.findall(client.get(path).text)
    assert offers
    for address, chosen, name, number in offers:
        assert (total(client, address) >= here) if chosen else (total(client, address) == int(number.replace(",", "")))
        page = client.get(html.unescape(address)).text
        assert (name in [held for _, there, held, _ in OFFER.findall(page) if there]) != bool(chosen), address


@pytest.mark.parametrize("path", ASKED)
def test_each_restriction_can_be_taken_away(client: httpx.Client, path: str) -> None:
    page = client.get(path).text
    held = RESTRICTION.findall(page)
    asked = httpx.URL(path).params
    assert len(held) == len([name for name in asked.keys() if name not in ("order", "limit")])  # noqa: SIM118
    for address, label in held:
        kept = httpx.URL(html.unescape(address)).params
        assert len(kept) == len(asked) - 1
        assert all(asked.get_list(name) for name in kept)
        assert len(RESTRICTION.findall(client.get(html.unescape(address)).text)) == len(held) - 1, label


ANSWERS = ("topics?", "topics?by=often&", "pending?", "postings?level=minister&")


@pytest.mark.parametrize("name", [*(f"{each}?" for each in LISTS), "engagements?order=earliest&", *ANSWERS])
def test_the_next_pages_lead_through_the_whole_list(client: httpx.Client, name: str) -> None:
    of = "lines" if name in ANSWERS else "entries"
    whole = client.get(f"/{name}limit=1000".replace("?", ".json?")).json()[of]
    limit = -(-len(whole) // 3)
    address: str | None = f"/{name}limit={limit}"
    met, back = [], []
    while address:
        met += client.get(address.replace("?", ".json?")).json()[of]
        page = client.get(address).text
        back += [html.unescape(each) for each in re.findall(r'rel="prev" href="(.*?)"', page)]
        onward = re.search(r'rel="next" href="(.*?)"', page)
        address = html.unescape(onward[1]) if onward else None
    assert met == whole
    assert back[0] == f"/{name}limit={limit}"
    assert len(back) == 2


def test_more_choices_are_a_click_away(client: httpx.Client) -> None:
    page = client.get("/engagements").text
    few = len(OFFER.findall(page))
    more = [html.unescape(each) for each in re.findall(r'<p><a href="([^"]*more=\w+)">More</a></p>', page)]
    assert "/engagements?more=topic" in more
    for address in more:
        assert len(OFFER.findall(client.get(address).text)) > few


def test_a_form_keeps_what_it_has_no_field_for(client: httpx.Client) -> None:
    page = client.get("/engagements?party=KZ&kind=meeting&level=minister&year=2022&after=1&more=topic").text
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(.*?)">', page))
    assert hidden == {"party": "KZ", "kind": "meeting", "level": "minister", "year": "2022"}


def test_an_empty_list_says_what_to_do(client: httpx.Client) -> None:
    page = client.get("/people?text=nobody at all").text
    assert "take something away" in page
    assert page.count("<tr>") == 0


def test_years_stand_in_time(client: httpx.Client) -> None:
    section = client.get("/engagements").text.partition("<h2>Year</h2>")[2].partition("</section>")[0]
    years = [name for _, _, name, _ in OFFER.findall(section)]
    assert len(years) > 2
    assert years == sorted(years, reverse=True)
