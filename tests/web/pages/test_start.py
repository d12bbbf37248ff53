"""The start shows the record at a glance, as of the day it is told."""

import datetime
from pathlib import Path
from typing import Any

import httpx
from tests.web.conftest import Opened

from communique.record import EngagementFilter, Record
from communique.web import links
from communique.web.settings import Settings


def test_it_shows_how_much_there_is_and_the_latest_first(client: httpx.Client, example_record: Path) -> None:
    page, twin = client.get("/"), client.get("/index.json").json()
    with Record(example_record, read_only=True) as record:
        counts, latest = record.counts(), record.engagements(EngagementFilter(status="held", latest=True, limit=10))
    assert page.status_code == 200
    assert latest
    assert twin["counts"]["engagements"] == counts.engagements
    assert f"{counts.people:,} people" in page.text
    assert [each["id"] for each in twin["latest"]] == [each.id for each in latest]
    assert all(f'href="{links.entry(each.id)}"' in page.text for each in latest)


def test_what_is_awaited_depends_on_the_day(example_record: Path, opened: Opened) -> None:
    def on(year: int) -> Any:
        settings = Settings(record=example_record, today=lambda: datetime.date(year, 1, 1))
        return opened(settings).get("/index.json").json()

    early, late = on(1990), on(2990)
    assert late["overdue"]["total"] >= early["coming"]["total"] > 0
    assert early["overdue"]["total"] == late["coming"]["total"] == 0


def test_every_outlet_leads_to_its_reports(client: httpx.Client) -> None:
    page = client.get("/").text
    outlets = [each["name"] for each in client.get("/index.json").json()["covered"]["outlets"][:10]]
    named = [each for each in outlets if each]
    assert named
    for each in named:
        address = links.listed("reports", outlet=each)
        assert f'href="{address}"'.replace("&", "&amp;") in page
        assert client.get(address).status_code == 200
