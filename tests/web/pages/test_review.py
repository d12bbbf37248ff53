"""Contradictions, fields that are often missed, merging and splitting, and going on where one left off; by forms."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from communique.reader import Reader
from communique.record import EngagementFilter, Record
from communique.record.deciding.misses import known_misses
from communique.report import Report
from communique.web.accounts.accounts import Accounts
from communique.web.accounts.tables import path_beside
from communique.web.settings import Settings

Opened = Callable[[Settings], httpx.Client]

PLACES = ("Lima", "Cusco")
TEXT = (
    "{place}, 4 May 2021. Peru's Minister of Defence Rosa Quispe met Chile's Minister of Defence Pablo Rojas in {place} "
    "on 4 May 2021. They discussed border patrols."
)


@pytest.fixture
def contradicted(tmp_path: Path, opened: Opened) -> tuple[httpx.Client, Path]:
    """A record in which two reports name two places of one meeting."""
    path = tmp_path / "two.db"
    reports = [Report(place, TEXT.format(place=place), published="2021-05-05") for place in PLACES]
    with Record(path) as record:
        record.add_all((each, Reader().read(each)) for each in reports)
    client = opened(Settings(record=path))
    client.headers.update({"Sec-Fetch-Site": "same-origin"})
    client.follow_redirects = True
    return client, path


def contradictions(path: Path) -> list[str]:
    with Record(path, read_only=True) as record:
        return [field.name for each in record.engagements(EngagementFilter(conflicts=True)) for field in each.conflicts]


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_a_contradiction_is_decided_on_its_page(contradicted: tuple[httpx.Client, Path], verdict: str) -> None:
    client, path = contradicted
    assert contradictions(path) == ["place"]
    page = client.get("/review/look", params={"what": "conflicts"})
    assert all(f'name="meant" value="{place}"' in page.text for place in PLACES)
    with Record(path, read_only=True) as record:
        (engagement,) = record.engagements()
    form = {"of": engagement.id, "field": "place", "meant": "Cusco", "back": "/review/look?what=conflicts"}
    after = client.post("/review/value", data=form | {"verdict": verdict})
    assert "Nothing is left here" in after.text
    assert contradictions(path) == []
    with Record(path, read_only=True) as record:
        place = record.engagement(engagement.id).place
        (made,) = record.decisions()
    assert place
    assert place.value == ("Cusco" if verdict == "accept" else "Lima")
    client.post("/review/undo", data={"id": made.id})
    assert contradictions(path) == ["place"]


@pytest.fixture
def missed(record_copy: Path) -> dict[str, Any]:
    """A kind of encounter and a field without which one of the examples was read."""
    with Record(record_copy, read_only=True) as record:
        found = next(each for each in known_misses() if record.missing(each.kind, each.field))
        entry = record.missing(found.kind, found.field)[0]
    return {"what": "missing", "miss": f"{found.kind} {found.field}", "of": entry.of, "field": found.field}


def test_engagements_without_a_field_are_listed_with_what_is_known_of_it(
    reviewer: httpx.Client, missed: dict[str, Any]
) -> None:
    asked = {name: missed[name] for name in ("what", "miss")}
    known = next(each for each in known_misses() if f"{each.kind} {each.field}" == missed["miss"])
    assert f"of {known.empty} encounters" in reviewer.get("/review", params=asked).text
    found = reviewer.get("/review.json", params=asked).json()["missing"]
    assert missed["of"] in [each["of"] for each in found]
    page = reviewer.get("/review/look", params=asked).text
    assert f'value="{found[0]["of"]}"' in page
    assert '<mark id="at">' in page


@pytest.mark.parametrize("verdict", ["accept", "unsure"])
def test_that_nothing_is_told_is_decided(reviewer: httpx.Client, missed: dict[str, Any], verdict: str) -> None:
    asked = {name: missed[name] for name in ("what", "miss")}
    form = {"of": missed["of"], "field": missed["field"], "verdict": verdict}
    assert reviewer.post("/review/value", data=form).status_code == 200
    left = reviewer.get("/review.json", params=asked).json()["missing"]
    assert missed["of"] not in [each["of"] for each in left]
    unsure = reviewer.get("/review.json", params=asked | {"state": "unsure"}).json()["missing"]
    assert (missed["of"] in [each["of"] for each in unsure]) == (verdict == "unsure")


def test_a_field_that_was_missed_is_written_with_its_words(reviewer: httpx.Client, record_copy: Path) -> None:
    with Record(record_copy, read_only=True) as record:
        engagement = next(each for each in record.engagements() if not each.country)
        report = engagement.tellings[0].report
    form = {"of": engagement.id, "field": "country", "report": report, "verdict": "edit"}
    assert reviewer.post("/review/value", data=form | {"value": "Norway", "cite": "0-5"}).status_code == 200
    with Record(record_copy, read_only=True) as record:
        country = record.engagement(engagement.id).country
    assert country
    assert (country.value, country.report, country.start, country.end) == ("NO", report, 0, 5)


def test_what_somebody_was_unsure_of_is_looked_at_again(reviewer: httpx.Client) -> None:
    first = reviewer.get("/review.json", params={"below": "1"}).json()["values"]["entries"][0]
    told = {name: first[name] for name in ("of", "field", "report", "start", "end")}
    assert reviewer.post("/review/value", data=told | {"verdict": "unsure"}).status_code == 200
    assert first not in reviewer.get("/review.json", params={"below": "1"}).json()["values"]["entries"]
    assert reviewer.get("/review.json", params={"state": "unsure"}).json()["values"]["entries"] == [first]
    page = reviewer.get("/review/look", params={"state": "unsure"}).text
    assert "1 of 1 left here" in page


def test_both_sides_tell_what_would_move(reviewer: httpx.Client, record_copy: Path) -> None:
    with Record(record_copy, read_only=True) as record:
        one, other = [each for each in record.people() if record.person(each.id).statements][:2]
        said = [each.content.value for who in (one, other) for each in record.person(who.id).statements]
    page = reviewer.get("/review/same", params={"left": one.id, "right": other.id}).text
    assert "What would come together" in page
    assert page.count("<q><bdi>") >= len(said)
    reviewer.post("/review/pair", data={"left": one.id, "right": other.id, "verdict": "same"})
    assert "They are one now" in reviewer.get("/review/same", params={"left": one.id, "right": other.id}).text
    parts = reviewer.get("/review/split.json", params={"id": one.id}).json()
    assert {each["id"] for each in parts} == {one.id, other.id}
    assert reviewer.get("/review/split", params={"id": one.id}).text.count('type="radio"') == 4


def test_an_account_is_parted_from_the_rest(reviewer: httpx.Client, record_copy: Path) -> None:
    with Record(record_copy, read_only=True) as record:
        whole = next(each for each in record.engagements() if len(each.tellings) > 1)
        told = [f"{each.report}#{each.account}" for each in whole.tellings]
    assert told == [each["name"] for each in reviewer.get("/review/split.json", params={"id": whole.id}).json()]
    back = f"/review/split?id={whole.id}"
    page = reviewer.post("/review/part", data={"id": whole.id, "account": told[-1], "back": back})
    assert page.status_code == 200
    with Record(record_copy, read_only=True) as record:
        assert len(record.engagement(whole.id).tellings) == len(told) - 1
        (made,) = record.decisions()
    assert made.id in page.text
    reviewer.post("/review/undo", data={"id": made.id})
    with Record(record_copy, read_only=True) as record:
        assert len(record.engagement(whole.id).tellings) == len(told)


def test_a_browser_goes_on_where_it_left_off(reviewer: httpx.Client) -> None:
    address = "/review/look?what=values&below=1.0&nth=2"
    assert "where you left off" not in reviewer.get("/review").text
    first = reviewer.get("/review.json", params={"below": "1"}).json()["values"]["entries"][0]
    told = {name: first[name] for name in ("of", "field", "report", "start", "end")}
    reviewer.post("/review/value", data=told | {"verdict": "accept", "back": address})
    assert f'href="{address.replace("&", "&amp;")}"' in reviewer.get("/review").text
    for wrong in ("https%3A%2F%2Fexample.org", "%2Fusers", "%2Freview%2Flook%3F%0A"):
        reviewer.cookies.set("communique_left", wrong, path="/review")
        assert (
            "where you left off"
            not in httpx.get(f"{reviewer.base_url}/review", headers={"Cookie": f"communique_left={wrong}"}).text
        )


def test_a_user_goes_on_where_they_left_off_in_any_browser(record_copy: Path, opened: Opened) -> None:
    accounts = Accounts(path_beside(record_copy))
    for name in ("ann", "ben"):
        accounts.add(name, "reviewer", "a long password")
    keys = {name: {"Authorization": f"Bearer {accounts.new_token(name)}"} for name in ("ann", "ben")}
    client = opened(Settings(record=record_copy))
    client.headers["Sec-Fetch-Site"] = "same-origin"
    client.timeout = httpx.Timeout(60)
    first = client.get("/review.json", params={"below": "1"}, headers=keys["ann"]).json()["values"]["entries"][0]
    told = {name: first[name] for name in ("of", "field", "report", "start", "end")}
    for nth in (1, 3):
        form = told | {"verdict": "accept", "back": f"/review/look?nth={nth}"}
        assert client.post("/review/value", data=form, headers=keys["ann"]).cookies.get("communique_left") is None
    client.cookies.clear()
    assert 'href="/review/look?nth=3"' in client.get("/review", headers=keys["ann"]).text
    assert "where you left off" not in client.get("/review", headers=keys["ben"]).text
    accounts.remove("ann")
    assert accounts.left("ann") is None
    accounts.close()


def test_the_latest_decisions_come_a_page_at_a_time(reviewer: httpx.Client, record_copy: Path) -> None:
    with Record(record_copy, make=False) as record:
        doubt = record.doubts(below=1).entries[0]
        at = (doubt.report, doubt.start, doubt.end)
        made = [record.decide(verdict, doubt.of, doubt.field, at=at, by="ann").id for verdict in ("accept", "unsure")]
        record.undo(made[0], by="ben")
        found = record.latest_decisions(by="ann", limit=1)
        assert (found.total, [each.id for each in found.entries]) == (2, made[1:])
        assert [each.undone_by is None for each in record.latest_decisions(by="ann").entries] == [True, False]
        assert record.latest_decisions(verdict="undo").total == 1
    assert [each["id"] for each in reviewer.get("/decisions.json", params={"by": "ann"}).json()] == made[::-1]
    assert reviewer.get("/decisions.json", params={"verdict": "guess"}).status_code == 422
