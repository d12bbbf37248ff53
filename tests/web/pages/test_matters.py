"""Documents, topics and statements: what the record answers, restricted by forms, whole as CSV."""

import csv
import html
import io
from pathlib import Path
from typing import Any

import httpx
import pytest

from communique.record import Record
from communique.record.entries import to_json
from communique.web import links


def rows(client: httpx.Client, page: str, asked: dict[str, Any]) -> list[dict[str, str]]:
    answer = client.get(f"/{page}.csv", params=asked | {"limit": 1000})
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_documents_are_those_the_record_answers_with(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        every, still_open = record.documents(), record.documents(only_open=True)
        status = next(each.status for each in every.lines if each.status)
        day = next(each.day for each in every.lines if each.day)
        restricted = {
            "status": (record.documents(status=status), status),
            "since": (record.documents(from_day=day), day),
            "until": (record.documents(to_day=day), day),
            "text": (record.documents(text="memorandum"), "memorandum"),
        }
    assert 0 < still_open.total < every.total
    twin = client.get("/documents.json", params={"limit": 1000}).json()
    assert (twin["entries"], twin["coverage"]) == (to_json(every.lines), to_json(every.coverage))
    assert len(rows(client, "documents", {"open": "true"})) == still_open.total
    for name, (found, value) in restricted.items():
        assert [each["engagement"] for each in rows(client, "documents", {name: value})] == [
            each.engagement for each in found.lines
        ]
    page = html.unescape(client.get("/documents", params={"limit": 1000}).text)
    assert all(links.cited(each.name) in page for each in every.lines)


def test_topics_are_those_the_record_answers_with(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        newest, often = record.topics(), record.topics(first=False)
        between = record.topics(parties=("AZ",), from_day="2017")
    assert client.get("/topics.json", params={"limit": 1000}).json() == to_json(newest)
    assert [each["topic"] for each in rows(client, "topics", {"by": "often"})] == [
        each.topic.value for each in often.lines
    ]
    asked = {"party": ["Azerbaijan", ""], "since": "2017"}
    assert [each["first"] for each in rows(client, "topics", asked)] == [each.first or "" for each in between.lines]
    page = html.unescape(client.get("/topics", params={"limit": 1000}).text)
    assert all(links.cited(each.topic) in page for each in newest.lines)


def test_statements_are_those_the_record_answers_with(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        every = record.statements()
        person = next(each.person for each in every if each.person)
        party = next(each.party for each in every if each.party)
        restricted = {
            "speaker": (record.statements(speaker=person), person),
            "party": (record.statements(party=party), party),
            "verb": (record.statements(verb="s"), "s"),
            "text": (record.statements(text="cooperation"), "cooperation"),
        }
    assert [each["id"] for each in rows(client, "statements", {})] == [each.id for each in every]
    for name, (found, value) in restricted.items():
        assert [each["id"] for each in rows(client, "statements", {name: value})] == [each.id for each in found]
    page = html.unescape(client.get("/statements", params={"limit": 1000}).text)
    assert all(links.cited(each.content) in page for each in every)


@pytest.mark.parametrize(("page", "text"), [("documents", "e"), ("topics", "e"), ("statements", "the")])
def test_lists_are_bounded_and_keep_what_is_asked(client: httpx.Client, page: str, text: str) -> None:
    total = client.get(f"/{page}.json").json()["total"]
    shown = client.get(f"/{page}", params={"limit": 1, "text": text}).text
    assert total > 1
    assert shown.count("<tr>") == 1 + 1
    assert f'href="/{page}?text={text}&amp;limit=1&amp;after=1"' in shown
    assert client.get(f"/{page}", params={"limit": 1001}).status_code == 422
    assert client.get(f"/{page}", params={"text": "no such words at all", "party": "AZ"}).text.count("<tr>") == 0


@pytest.mark.parametrize("asked", ["documents?since=x", "topics?by=x", "documents?status=x", "topics?until=2017-1"])
def test_what_is_not_understood_is_said(client: httpx.Client, asked: str) -> None:
    assert client.get(f"/{asked}").status_code == 422


@pytest.mark.parametrize(
    "asked", ["documents?text=&party=&party=&status=&since=&until=", "topics?text=&party=&since=&until=&by=first"]
)
def test_an_empty_form_asks_for_all(client: httpx.Client, asked: str) -> None:
    page = asked.partition("?")[0]
    assert client.get(f"/{asked}").status_code == 200
    assert client.get(asked.replace("?", ".json?")).json() == client.get(f"/{page}.json").json()
