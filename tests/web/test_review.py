"""Reviewing by forms alone: what waits, deciding, taking back, and many who decide at once."""

import re
import threading
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest

from communique.record import Record

ALL = {"below": "1"}
SAME_SITE = {"Sec-Fetch-Site": "same-origin"}
CLIENTS, EACH = 8, 4  # 1,000 by 8 clients is for the bench


def doubts(client: httpx.Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/review.json", params=ALL).json()["values"]["entries"]
    return found


def value_form(each: dict[str, Any], verdict: str, **more: str) -> dict[str, Any]:
    told = {name: each[name] for name in ("of", "field", "report", "start", "end")}
    return {**told, "verdict": verdict, "back": "/review/look?below=1.0&nth=0", **more}


def test_what_waits_is_below_the_score_and_cites_its_report(reviewer: httpx.Client, record_copy: Path) -> None:
    every = doubts(reviewer)
    few = reviewer.get("/review.json", params={"below": "0.7"}).json()["values"]["entries"]
    assert 0 < len(few) < len(every)
    assert all(each["score"] < 0.7 for each in few)
    with Record(record_copy, read_only=True) as record:
        for each in every:
            assert record.text(each["report"]).text[each["start"] : each["end"]] == each["quote"]


def test_a_rule_and_a_party_restrict_what_waits(reviewer: httpx.Client) -> None:
    rule = doubts(reviewer)[0]["rule"]
    found = reviewer.get("/review.json", params=ALL | {"rule": rule}).json()["values"]["entries"]
    assert found
    assert {each["rule"] for each in found} == {rule}
    assert reviewer.get("/review.json", params=ALL | {"party": "none such"}).json()["values"]["looked"] == 0


def test_what_is_accepted_waits_no_more_until_it_is_taken_back(reviewer: httpx.Client, record_copy: Path) -> None:
    waiting = doubts(reviewer)
    first = waiting[0]
    page = reviewer.post("/review/value", data=value_form(first, "accept", why="it says so"))
    assert page.status_code == 200
    assert "Undo" in page.text
    left = doubts(reviewer)
    assert first not in left
    assert len(left) == len(waiting) - 1
    with Record(record_copy, read_only=True) as record:
        (made,) = record.decisions()
    assert (made.verdict, made.why, made.stands) == ("accept", "it says so", True)
    assert made.id in page.text
    reviewer.post("/review/undo", data={"id": made.id})
    assert doubts(reviewer) == waiting


def test_an_edit_cites_the_words_given(reviewer: httpx.Client, record_copy: Path) -> None:
    topic = next(each for each in doubts(reviewer) if each["field"] == "topic")
    cite = f"{topic['start']}-{topic['start'] + 4}"
    answer = reviewer.post("/review/value", data=value_form(topic, "edit", value="something else", cite=cite))
    assert answer.status_code == 200
    with Record(record_copy, read_only=True) as record:
        found = [each for each in record.engagement(topic["of"]).topics if each.value == "something else"]
    assert [(each.start, each.end) for each in found] == [(topic["start"], topic["start"] + 4)]


@pytest.mark.parametrize("cite", ["4", "a-b", "5-999999999"])
def test_words_that_are_not_there_are_refused_and_nothing_is_written(
    reviewer: httpx.Client, record_copy: Path, cite: str
) -> None:
    topic = next(each for each in doubts(reviewer) if each["field"] == "topic")
    assert reviewer.post("/review/value", data=value_form(topic, "edit", value="x", cite=cite)).status_code == 400
    with Record(record_copy, read_only=True) as record:
        assert record.decisions() == []


def test_two_are_made_one_and_two_again(reviewer: httpx.Client, record_copy: Path) -> None:
    with Record(record_copy, read_only=True) as record:
        one, other = (each.id for each in record.people()[:2])
    asked = {"left": one, "right": other}
    assert one in reviewer.get("/review/same", params=asked).text
    reviewer.post("/review/pair", data=asked | {"verdict": "same"})
    with Record(record_copy, read_only=True) as record:
        assert record.person(one).id == record.person(other).id
        (made,) = record.decisions()
    reviewer.post("/review/undo", data={"id": made.id})
    with Record(record_copy, read_only=True) as record:
        assert record.person(one).id != record.person(other).id


def test_scores_are_hidden_where_that_is_asked(reviewer: httpx.Client, record_copy: Path) -> None:
    with Record(record_copy, read_only=True) as record:
        one, other = (each.id for each in record.people()[:2])
    asked = {"left": one, "right": other}
    assert "What makes them alike" in reviewer.get("/review/same", params=asked).text
    assert "What makes them alike" not in reviewer.get("/review/same", params=asked | {"scores": "hidden"}).text


@pytest.mark.parametrize("what", ["values", "engagement", "person", "body", "conflicts"])
def test_every_sort_has_a_list_and_a_page_of_one(reviewer: httpx.Client, what: str) -> None:
    for path in ("/review", "/review/look", "/review.json", "/review/look.json"):
        assert reviewer.get(path, params=ALL | {"what": what}).status_code == 200


def test_what_was_decided_is_listed_by_whom_and_by_verdict(reviewer: httpx.Client, record_copy: Path) -> None:
    reviewer.post("/review/value", data=value_form(doubts(reviewer)[0], "accept"))
    with Record(record_copy, read_only=True) as record:
        (made,) = record.decisions()
    assert f'value="{made.id}"' in reviewer.get("/decisions", params={"by": made.made_by}).text
    assert f'value="{made.id}"' not in reviewer.get("/decisions", params={"verdict": "reject"}).text
    assert [each["id"] for each in reviewer.get("/decisions.json").json()] == [made.id]


def test_the_page_of_one_holds_the_text_as_it_is_with_the_words_lit(reviewer: httpx.Client, record_copy: Path) -> None:
    first = doubts(reviewer)[0]
    page = reviewer.get("/review/look", params=ALL).text
    shown = re.search(r'<div id="text"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert shown
    with Record(record_copy, read_only=True) as record:
        text = record.text(first["report"]).text
    assert unescape(re.sub("</?mark[^>]*>", "", shown[1])) == text
    lit = re.search(r"<mark[^>]*>(.*?)</mark>", shown[1], re.DOTALL)
    assert lit
    assert unescape(lit[1]) == first["quote"]


def test_what_comes_from_another_site_decides_nothing(reviewer: httpx.Client, record_copy: Path) -> None:
    form = value_form(doubts(reviewer)[0], "accept")
    refused = reviewer.post("/review/value", data=form, headers={"Sec-Fetch-Site": "cross-site"})
    assert refused.status_code == 403
    with Record(record_copy, read_only=True) as record:
        assert record.decisions() == []


def test_of_many_who_decide_at_once_no_decision_is_lost(reviewer: httpx.Client, record_copy: Path) -> None:
    waiting = doubts(reviewer)[: CLIENTS * EACH]
    assert len(waiting) == CLIENTS * EACH
    answers: list[int] = []

    def review(mine: list[dict[str, Any]]) -> None:
        with httpx.Client(base_url=reviewer.base_url, headers=SAME_SITE, timeout=60) as client:
            answers.extend(client.post("/review/value", data=value_form(each, "accept")).status_code for each in mine)

    threads = [threading.Thread(target=review, args=(waiting[nth::CLIENTS],)) for nth in range(CLIENTS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert answers == [303] * len(waiting)
    with Record(record_copy, read_only=True) as record:
        assert len(record.decisions()) == len(waiting)
    left = doubts(reviewer)
    assert not any(each in left for each in waiting)
