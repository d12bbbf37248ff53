"""Every page as HTML, JSON and CSV, and what it says when it cannot be given."""

import csv
import io

import httpx
import jsonschema


def test_a_list_and_its_twins_hold_the_same_engagements(client: httpx.Client) -> None:
    found = client.get("/engagements.json").json()["entries"]
    page = client.get("/engagements")
    rows = list(csv.DictReader(io.StringIO(client.get("/engagements.csv").text)))
    assert found
    assert [each["id"] for each in rows] == [each["id"] for each in found]
    assert all(f'href="/engagements/{each["id"]}"' in page.text for each in found)
    assert page.headers["content-type"].startswith("text/html")


def test_a_twin_is_true_to_the_schema_it_is_described_by(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    asked = described["paths"]["/engagements.json"]["get"]["responses"]["200"]["content"]["application/json"]
    found = client.get("/engagements.json").json()
    jsonschema.validate(found, asked["schema"] | {"components": described["components"]})


def test_what_is_not_there_is_told_as_a_page_or_as_json(client: httpx.Client) -> None:
    page, twin = client.get("/engagements/E-nowhere"), client.get("/engagements/E-nowhere.json")
    assert page.status_code == twin.status_code == 404
    assert "E-nowhere" in page.text
    assert "E-nowhere" in twin.json()["error"]
    assert "Traceback" not in page.text


def test_a_parameter_that_makes_no_sense_is_refused_in_words(client: httpx.Client) -> None:
    refused = client.get("/engagements.json", params={"limit": 0})
    assert refused.status_code == 422
    assert "limit" in refused.json()["error"]


def test_nothing_runs_or_is_fetched_from_elsewhere(client: httpx.Client) -> None:
    for path in ("/engagements", "/engagements/E-nowhere", "/static/base.css", "/openapi.json"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
