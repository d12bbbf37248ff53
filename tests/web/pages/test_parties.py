"""Parties: the list, one, and two together; the plot says what the table says."""

import csv
import html
import io
import re
from pathlib import Path

import httpx
import pytest

from communique.record import EngagementFilter, Record
from communique.web import links


def test_parties_are_listed_by_their_engagements(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        every = record.parties()
    rows = list(csv.DictReader(io.StringIO(client.get("/parties.csv", params={"limit": 1000}).text)))
    assert [(row["code"], int(row["engagements"])) for row in rows] == [
        (each.code, each.engagements) for each in every.entries
    ]
    page = client.get("/parties", params={"limit": 1}).text
    assert f"{every.total} parties; the first 1 are shown" in page
    assert links.party(every.entries[0].code) in page


def test_every_party_has_a_page_with_its_contact(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        for each in record.parties().entries:
            answer = client.get(links.party(each.code))
            assert answer.status_code == 200
            page = html.unescape(answer.text)
            contact = record.contact(parties=(each.code,))
            assert [period.name for period in contact.periods] == re.findall(r"<tr><td>(\d{4})</td>", page)
            assert ("<svg" in page) == bool(contact.periods)
            for other in record.parties(10, beside=each.code).entries:
                assert links.pair(each.code, other.code) in page


def test_a_pair_is_shown_with_what_the_record_answers(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        code = record.parties(1).entries[0].code
        other = record.parties(1, beside=code).entries[0].code
        of = tuple(sorted((code, other)))
        latest = record.engagements(EngagementFilter(parties=of, latest=True, limit=10))
        contact, topics = record.contact(parties=of), record.topics(parties=of, limit=10)
        documents = record.documents(parties=of, limit=10)
        pending = record.pending(on="2030-01-01", parties=of, limit=10)
    address = links.pair(code, other)
    page = html.unescape(client.get(address, params={"on": "2030-01-01"}).text)
    assert all(links.entry(each.id) in page for each in latest)
    assert all(links.cited(each.topic) in page for each in topics.lines)
    assert all(links.cited(each.name) in page for each in documents.lines)
    assert all(links.entry(each.engagement) in page for each in pending.lines)
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}.csv").text)))
    assert [(row["year"], int(row["encounters"])) for row in rows] == [
        (each.name, each.total) for each in contact.periods
    ]
    drawn = re.search(r"<desc>(.*?)</desc>", page)
    assert drawn
    assert drawn[1] == ", ".join(f"{each.name}: {each.total}" for each in contact.periods)


def test_the_plot_is_styled_by_classes_alone(client: httpx.Client) -> None:
    page = client.get("/parties/AZ").text
    assert 'role="img"' in page
    assert "<style" not in page
    assert "style=" not in page
    classes = set(re.findall(r'class="(of-\d)"', page))
    styles = client.get("/static/plots.css").text
    assert classes
    assert all(f".plot .{each} " in styles for each in classes)


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/parties/az", "/parties/AZ"),
        ("/parties/Azerbaijan.json", "/parties/AZ.json"),
        ("/parties/IR/AZ", "/parties/AZ/IR"),
        ("/parties/AZ/AZ", "/parties/AZ"),
    ],
)
def test_names_and_the_other_order_lead_to_the_one_page(client: httpx.Client, asked: str, led: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["location"]) == (308, led)


def test_parties_that_nobody_knows_are_not_found(client: httpx.Client) -> None:
    assert client.get("/parties/Atlantis").status_code == 404
    assert client.get("/parties/AZ/Atlantis").status_code == 404
    assert client.get("/parties/AZ/ZW").status_code == 200
