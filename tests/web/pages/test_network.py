"""The network: bounded and said, the same drawn, in the table and in the twins."""

import csv
import io

import httpx
from markupsafe import escape


def test_the_picture_its_table_and_its_twins_have_the_same_ties(client: httpx.Client) -> None:
    found = client.get("/network.json").json()
    page = client.get("/network").text
    rows = list(csv.DictReader(io.StringIO(client.get("/network.csv").text)))
    assert found["ties"]
    assert [(each["one"], each["other"], int(each["encounters"])) for each in rows] == [
        (each["one"], each["other"], each["encounters"]) for each in found["ties"]
    ]
    assert page.count('class="tie"') == len(found["ties"])
    assert page.count('class="node"') == len(found["nodes"])
    for each in found["ties"]:
        assert page.count(f'href="/parties/{each["one"]}/{each["other"]}"') == 2  # in the picture and in the table


def test_only_the_strongest_are_shown_and_the_rest_is_said(client: httpx.Client) -> None:
    every = client.get("/network.json").json()
    found = client.get("/network.json", params={"limit": 2}).json()
    assert found["ties"] == every["ties"][:2]
    assert found["total"] == every["total"] > 2
    assert f"2 strongest ties of {every['total']}" in client.get("/network", params={"limit": 2}).text


def test_people_of_a_party_with_those_they_met(client: httpx.Client) -> None:
    asked = {"among": "people", "party": "Kazakhstan"}
    found = client.get("/network.json", params=asked).json()
    page = client.get("/network", params=asked).text
    party = {each["id"]: each["party"] for each in found["nodes"]}
    assert found["ties"]
    assert all(party[each["one"]] == "KZ" != party[each["other"]] for each in found["ties"])
    assert all(f'href="/people/{each["id"]}"' in page for each in found["nodes"])
    assert all(escape(each["name"]) in page for each in found["nodes"])
    assert page.count('class="own"') == sum(each == "KZ" for each in party.values())


def test_people_of_no_party_are_asked_about(client: httpx.Client) -> None:
    assert "Name the party" in client.get("/network", params={"among": "people", "party": ""}).text


def test_where_nobody_met_that_is_said(client: httpx.Client) -> None:
    assert "No encounter that was held is reported" in client.get("/network", params={"since": "2090"}).text
