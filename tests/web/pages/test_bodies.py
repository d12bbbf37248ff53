"""The list of bodies and the page of one: sessions in order, what is missing, and the words for each value."""

import csv
import html
import io
from collections.abc import Callable
from pathlib import Path

import httpx

from communique.reader import Reader
from communique.record import Record
from communique.report import Report
from communique.web import links
from communique.web.settings import Settings


def test_bodies_are_listed_by_name_words_and_parties(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        every = [each.id for each in record.bodies()]
        pair = next(each.parties[:2] for each in record.bodies() if len(each.parties) > 1)
        of = [each.id for each in record.bodies(parties=pair)]
        group = [each.id for each in record.bodies(text="group")]
    rows = list(csv.DictReader(io.StringIO(client.get("/bodies.csv", params={"limit": 1000}).text)))
    assert [row["id"] for row in rows] == every
    for asked, found in (
        ({"party": list(pair)}, of),
        ({"text": "group"}, group),
        ({"text": "", "party": ["", ""]}, every),
    ):
        twin = client.get("/bodies.json", params=asked | {"limit": 1000}).json()
        assert [each["id"] for each in twin["entries"]] == found
    assert f"{len(every)} bodies, 1–1 of them here" in client.get("/bodies", params={"limit": 1}).text


def test_a_body_is_shown_with_its_sessions_and_heads(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        bodies = [record.body(each.id) for each in record.bodies()]
    assert any(each.heads for each in bodies)
    assert any(each.founding for each in bodies)
    for body in bodies:
        page = html.unescape(client.get(links.entry(body.id), params={"limit": 1000}).text)
        places = [page.index(links.entry(each.engagement.id)) for each in body.sessions]
        assert places == sorted(places)
        assert all(links.cited(each.name) in page for each in body.heads)
        assert all(each.value in page for each in (*body.names, *body.aliases, *body.areas))
        assert all(links.cited(each.evidence) in page for each in body.links)
        assert ("no report tells of" in page) == bool(body.missing)


def test_sessions_that_no_report_tells_of_are_named(tmp_path: Path, opened: Callable[[Settings], httpx.Client]) -> None:
    path = tmp_path / "sessions.db"
    told = ((4, "2016"), (7, "2017"))
    with Record(path) as record:
        for number, year in told:
            text = f"The {number}th session of the Norway-Finland Joint Commission was held in Oslo on 5 May {year}."
            report = Report(f"r{number}", text, published=f"{year}-05-06")
            record.add(report, Reader().read(report))
        (body,) = record.bodies()
    page = opened(Settings(record=path)).get(links.entry(body.id)).text
    assert "2 sessions known; no report tells of 5th and 6th." in page
    assert "365 days" in page


def test_a_name_leads_to_the_page_of_the_body(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        body = next(each for each in record.bodies() if " " in each.name and "/" not in each.name)
    answer = client.get(f"/bodies/{body.name}")
    assert (answer.status_code, answer.headers["location"]) == (308, links.entry(body.id))
    assert client.get("/bodies/B-nothing").status_code == 404
