"""Deciding on all that waits under a filter, by forms alone: what is shown first, what is written, and one undo."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest

from communique.record import Record

FILTER = {"what": "values", "below": "1.0", "rule": "topics.verb.cover"}


def form_of(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that is sent there."""
    form = re.search(rf'<form[^>]*action="{action}".*?</form>', page, re.DOTALL)
    assert form
    return {
        name: unescape(value) for name, value in re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', form[0])
    }


def waiting(client: httpx.Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/review.json", params=FILTER).json()["values"]["entries"]
    return found


@pytest.fixture
def rule(reviewer: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> str:
    """A rule by which more than one value waits, and not very many."""
    every = reviewer.get("/review.json", params={"below": "1"}).json()["values"]["entries"]
    rules = [each["rule"] for each in every if ":" not in each["field"] and each["field"] not in ("kind", "status")]
    found = next(each for each in dict.fromkeys(rules) if 1 < rules.count(each) < 9)
    monkeypatch.setitem(FILTER, "rule", found)
    return str(found)


@pytest.mark.parametrize("verdict", ["accept", "reject", "unsure"])
def test_all_of_a_rule_are_decided_at_once_and_taken_back_at_once(
    reviewer: httpx.Client, record_copy: Path, rule: str, verdict: str
) -> None:
    before = waiting(reviewer)
    page = reviewer.get("/review/all", params=FILTER).text
    assert f"{len(before)} values" in page
    assert all(each["quote"] in unescape(page) for each in before)
    form = form_of(page, "/review/all")
    after = reviewer.post("/review/all", data=form | {"verdict": verdict, "why": "all of a sort"})
    assert after.status_code == 200
    assert waiting(reviewer) == []
    with Record(record_copy, read_only=True) as record:
        made = record.decisions()
    assert [(each.verdict, each.why) for each in made] == [(verdict, "all of a sort")] * len(before)
    (group,) = {each.group for each in made}
    assert group
    assert group in after.text
    assert "Undo all" in after.text
    listed = reviewer.get("/decisions", params={"of": group}).text
    assert f"{len(before)} decisions" in listed
    reviewer.post("/review/undo", data=form_of(listed, "/review/undo"))
    assert waiting(reviewer) == before
    assert "Undo all" not in reviewer.get("/decisions", params={"of": group}).text
    assert rule in after.text


def test_what_was_not_seen_is_not_decided_on(reviewer: httpx.Client, record_copy: Path, rule: str) -> None:
    form = form_of(reviewer.get("/review/all", params=FILTER).text, "/review/all")
    first = waiting(reviewer)[0]
    told = {name: first[name] for name in ("of", "field", "report", "start", "end")}
    reviewer.post("/review/value", data=told | {"verdict": "accept"})
    refused = reviewer.post("/review/all", data=form | {"verdict": "reject"})
    assert refused.status_code == 400
    assert "look again" in refused.text
    with Record(record_copy, read_only=True) as record:
        assert len(record.decisions()) == 1
    assert rule


def test_more_than_can_be_decided_at_once_is_said(reviewer: httpx.Client) -> None:
    every = reviewer.get("/review.json", params={"below": "1"}).json()["values"]["entries"]
    found = reviewer.get("/review/all.json", params={"below": "1"}).json()
    assert (len(found["what"]), found["waiting"]) == (250, len(every))
    assert f"{len(every):,} wait; at most 250" in reviewer.get("/review/all", params={"below": "1"}).text


def test_what_can_be_said_of_none_is_refused(reviewer: httpx.Client, record_copy: Path) -> None:
    every = reviewer.get("/review.json", params={"below": "1"}).json()["values"]["entries"]
    rules = {each["rule"] for each in every if each["field"] == "status"}
    only = next(each for each in rules if {one["field"] for one in every if one["rule"] == each} == {"status"})
    page = reviewer.get("/review/all", params=FILTER | {"rule": only}).text
    refused = reviewer.post("/review/all", data=form_of(page, "/review/all") | {"verdict": "reject"})
    assert refused.status_code == 400
    assert "always has one" in refused.text
    with Record(record_copy, read_only=True) as record:
        assert record.decisions() == []


def test_pairs_can_be_different_all_at_once(reviewer: httpx.Client, record_copy: Path) -> None:
    with Record(record_copy, read_only=True) as record:
        kind = next(each for each in ("person", "body", "engagement") if record.alike(each))
        count = len(record.alike(kind, limit=50))
    form = form_of(reviewer.get("/review/all", params={"what": kind}).text, "/review/all")
    assert reviewer.post("/review/all", data=form | {"verdict": "different"}).status_code == 200
    with Record(record_copy, read_only=True) as record:
        assert record.alike(kind) == ()
        assert {each.verdict for each in record.decisions()} == {"different"}
        assert len(record.decisions()) == count


def test_where_nothing_waits_nothing_can_be_decided(reviewer: httpx.Client) -> None:
    page = reviewer.get("/review/all", params=FILTER | {"rule": "none such"}).text
    assert "Nothing waits under this filter" in page
    assert 'action="/review/all"' not in page
