"""What is pending, who held an office, and what is covered: the pages say what the record answers."""

import csv
import html
import io
from pathlib import Path

import httpx

from communique.record import Record
from communique.record.entries import to_json
from communique.web import links


def rows(client: httpx.Client, page: str, **asked: object) -> list[dict[str, str]]:
    answer = client.get(f"/{page}.csv", params={"limit": 1000, **asked})  # type: ignore[dict-item]
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_what_is_pending_is_as_of_a_day(client: httpx.Client, example_record: Path) -> None:
    day = "2022-07-20"
    with Record(example_record, read_only=True) as record:
        every = record.pending(on=day)
        overdue = record.pending(on=day, parties=("KZ",), states=["overdue"])
    assert len({each.state for each in every.lines}) > 1
    assert client.get("/pending.json", params={"on": day, "limit": 1000}).json() == to_json(every)
    asked = {"on": day, "state": "overdue", "party": ["Kazakhstan", ""]}
    assert [each["engagement"] for each in rows(client, "pending", **asked)] == [
        each.engagement for each in overdue.lines
    ]
    page = html.unescape(client.get("/pending", params={"on": day, "limit": 1000}).text)
    assert all(links.entry(each.engagement) in page for each in every.lines)
    assert all(links.cited(each.told) in page for each in every.lines)
    assert client.get("/pending", params={"state": "x"}).status_code == 422


def test_who_held_an_office_is_cited(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        found = record.holders(on="2022-03-29", office="minister", party="KZ")
    assert len({each.state for each in found.lines}) > 1
    asked = {"office": "minister", "party": "Kazakhstan", "on": "2022-03-29"}
    assert client.get("/postings.json", params=asked).json() == to_json(found)
    assert [each["person"] for each in rows(client, "postings", **asked)] == [each.person for each in found.lines]
    page = html.unescape(client.get("/postings", params=asked).text)
    for each in found.lines:
        vouching = each.before or each.after
        assert vouching
        assert links.cited(vouching) in page
        assert links.entry(each.person) in page
    assert client.get("/postings.json", params={"level": "minister"}).json()["total"] > 2


def test_nobody_is_shown_where_no_office_is_meant(client: httpx.Client) -> None:
    assert "Say which office" in client.get("/postings").text
    assert client.get("/postings.json", params={"office": "", "party": "", "level": ""}).json()["lines"] == []


def test_what_is_covered_leads_to_the_reports(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        covered = record.coverage()
    assert client.get("/coverage.json").json() == to_json(covered)
    told = rows(client, "coverage")
    assert [(each["outlet"] or None, int(each["reports"])) for each in told] == [
        (each.name, each.reports) for each in covered.outlets
    ]
    page = client.get("/coverage").text
    assert client.get("/reports.json", params={"silent": "true"}).json()["total"] == covered.silent > 0
    assert f'<a href="/reports?silent=true">{covered.silent} reports</a>' in page
    for each in covered.outlets:
        if each.name:
            total = client.get("/reports.json", params={"outlet": each.name, "silent": "true"}).json()["total"]
            assert total == each.silent
    assert "The first 1 of" in client.get("/coverage", params={"limit": 1}).text
