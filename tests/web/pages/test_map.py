"""The map: the same numbers drawn, in the table and in the twins."""

import csv
import io
import re
from html import unescape

import httpx
import pytest
from markupsafe import escape


def test_the_map_its_table_and_its_twins_have_the_same_numbers(client: httpx.Client) -> None:
    found = client.get("/map.json").json()
    page = client.get("/map").text
    rows = list(csv.DictReader(io.StringIO(client.get("/map.csv").text)))
    assert found["lines"]
    assert [(each["place"], int(each["engagements"])) for each in rows] == [
        (each["name"], each["engagements"]) for each in found["lines"]
    ]
    assert page.count('class="place"') == len(found["lines"])
    assert all(f"<bdi>{escape(each['name'])}</bdi>" in page for each in found["lines"])
    assert found["placed"] == sum(each["engagements"] for each in found["lines"])
    assert found["engagements"] == client.get("/engagements.json").json()["total"]


def test_what_is_not_on_the_map_is_said(client: httpx.Client) -> None:
    found = client.get("/map.json").json()
    page = client.get("/map").text
    untold = found["engagements"] - found["placed"] - found["unsettled"]
    assert f"{untold} of which no report names the place" in page
    assert all(escape(each["place"]) in page for each in found["unplaced"])


@pytest.mark.parametrize(
    "asked", [{"party": "Kazakhstan"}, {"kind": "visit"}, {"status": "planned"}, {"since": "2023"}]
)
def test_it_is_restricted_by_its_address(client: httpx.Client, asked: dict[str, str]) -> None:
    every, found = client.get("/map.json").json(), client.get("/map.json", params=asked).json()
    assert 0 < found["engagements"] < every["engagements"]
    page = client.get("/map", params=asked).text
    ((name, value),) = asked.items()
    assert re.search(rf'name="{name}" value="{value}"|<option selected>{value}</option>', page)


def test_a_form_sent_with_nothing_in_it_restricts_nothing(client: httpx.Client) -> None:
    asked = {"party": "", "kind": "", "status": "", "since": "", "until": ""}
    assert client.get("/map.json", params=asked).json() == client.get("/map.json").json()


def test_each_number_leads_to_the_engagements_it_counts(client: httpx.Client) -> None:
    asked = {"since": "2022", "status": "held"}
    page = client.get("/map", params=asked).text
    counted = re.findall(r'class="number"><a href="/engagements\?([^"]+)">(\d+)</a>', page)
    assert len(counted) > 3
    for query, number in counted:
        assert "since=2022" in query
        found = client.get(f"/engagements.json?{unescape(query)}").json()
        assert found["total"] == int(number), query
