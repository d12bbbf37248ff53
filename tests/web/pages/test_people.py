"""The list of people and the page of one: bounded, counted, and true to the record."""

import csv
import html
import io
from pathlib import Path

import httpx

from communique.record import Record
from communique.record.entries import Told
from communique.web import links


def test_the_list_says_how_many_there_are_and_shows_the_first(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        every = record.people()
    twin = client.get("/people.json", params={"limit": 2}).json()
    assert twin["total"] == len(every)
    assert [each["id"] for each in twin["entries"]] == [each.id for each in every[:2]]
    page = client.get("/people", params={"limit": 2}).text
    assert f"{len(every)} people, 1–2 of them here." in page
    assert page.count("<tr>") == 1 + 2
    assert "of them here" not in client.get("/people", params={"limit": 1000}).text
    rows = list(csv.DictReader(io.StringIO(client.get("/people.csv", params={"limit": 1000}).text)))
    assert [row["id"] for row in rows] == [each.id for each in every]


def test_people_are_asked_for_by_words_and_party(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        of = [each.id for each in record.people(text="minister", party="AZ")]
    assert of
    for party in ("AZ", "az", "Azerbaijan"):
        asked = client.get("/people.json", params={"text": "minister", "party": party}).json()
        assert [each["id"] for each in asked["entries"]] == of
    assert client.get("/people", params={"text": "", "party": ""}).status_code == 200
    assert client.get("/people", params={"text": "nobody at all"}).text.count("<tr>") == 0


def test_a_person_is_shown_with_all_that_is_told(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        people = [record.person(each.id) for each in record.people()]
    for person in people:
        page = html.unescape(client.get(links.entry(person.id), params={"limit": 1000}).text)
        assert all(told.value in page for told in person.names)
        assert all(links.cited(each.citations[0]) in page for each in person.postings)
        assert all(links.entry(each.id) in page for each in person.engagements)
        assert all(links.cited(each.content) in page for each in person.statements)
        twin = client.get(f"{links.entry(person.id)}.json").json()
        assert [Told(**each) for each in twin["names"]] == list(person.names)


def test_a_name_leads_to_the_page_and_nobody_to_a_hint(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        person = next(each for each in record.people() if " " in each.name)
    for format in ("", ".json"):  # noqa: A001
        answer = client.get(f"/people/{person.name}{format}")
        assert (answer.status_code, answer.headers["location"]) == (308, f"/people/{person.id}{format}")
    assert client.get("/people/P-nobody").status_code == 404
