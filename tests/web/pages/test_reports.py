"""The page of a report: words lit exactly, facts that lead to them, and hostile reports that only are shown."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import httpx
import jsonschema
import pytest

from communique import examples
from communique.reader import Reader
from communique.reading import Masthead, Person, Reading
from communique.record import Record
from communique.report import Cited, Report
from communique.web import links
from communique.web.settings import Settings

Opened = Callable[[Settings], httpx.Client]

MEETING = "On 24 October 2017 the Minister of Defence of Iran, Amir Hatami, met his Azerbaijani counterpart in Baku. "
ODD = "\U0001f91d \u05e9\u05dc\u05d5\u05dd e\u0301 \ud800 \x00\x07\r\n\u202e "  # emoji, right to left, combining, …
SCRIPT = "<script>alert(1)</script> <img src=x onerror=alert(1)> {{7*7}} "

TEXT = re.compile(r'<div class="text">(.*?)</div>', re.DOTALL)
LIT = re.compile(r'<a class="lit [\w ]+"(?: id="at")? href="#f(\d+)">(.*?)</a>', re.DOTALL)
ASKED = re.compile(r'<(a|mark) class="(?:lit \w+ )?at"(?: id="at")?(?: href="#f\d+")?>(.*?)</\1>', re.DOTALL)


def served(report: Report, tmp_path: Path, opened: Opened) -> httpx.Client:
    path = tmp_path / "one.db"
    with Record(path) as record:
        record.add(report, Reader().read(report))
    return opened(Settings(record=path))


def text_of(page: str) -> str:
    found = TEXT.search(page)
    assert found
    return html.unescape(re.sub("<.*?>", "", found[1]))


def shown_as(text: str) -> str:
    """The text as pages show it: what cannot be shown stands as one character too."""
    pictures = {0: "\u2400", 7: "\u2407", 13: " ", 0xD800: "\ufffd"}
    return text.translate(pictures)


def test_the_text_is_whole_and_every_fact_leads_to_its_words(client: httpx.Client) -> None:
    report = next(iter(examples.reports()))
    twin = client.get(f"/reports/{report.id}.json").json()
    page = client.get(f"/reports/{report.id}").text
    assert text_of(page) == report.text
    for account in twin["reading"]["engagements"]:
        trigger = account["trigger"]
        assert f'href="/reports/{report.id}?at={trigger["start"]}-{trigger["end"]}#at"' in page
        assert f'href="/engagements/{twin["ids"][account["id"]]}"' in page
    numbers = {number for number, _ in LIT.findall(page)}
    assert numbers
    assert all(f'<div id="f{number}">' in page for number in numbers)


def test_words_after_odd_characters_are_lit_exactly(tmp_path: Path, opened: Opened) -> None:
    report = Report("odd", ODD + MEETING + ODD)
    pages = served(report, tmp_path, opened)
    page = pages.get("/reports/odd").text
    assert text_of(page) == shown_as(report.text)
    start = report.text.index("Amir Hatami")
    lit = pages.get("/reports/odd", params={"at": f"{start}-{start + 11}"}).text
    assert "".join(words for _, words in ASKED.findall(lit)) == "Amir Hatami"
    assert lit.count('id="at"') == 1
    whole = pages.get("/reports/odd", params={"at": f"0-{len(report.text)}"}).text
    assert html.unescape("".join(words for _, words in ASKED.findall(whole))) == shown_as(report.text)


@pytest.mark.parametrize("at", ["5-5", "9-3", "0-999999999"])
def test_words_that_are_not_there_light_nothing(client: httpx.Client, at: str) -> None:
    report = next(iter(examples.reports()))
    page = client.get(f"/reports/{report.id}", params={"at": at})
    assert page.status_code == 200
    assert 'id="at"' not in page.text
    assert client.get(f"/reports/{report.id}", params={"at": "x"}).status_code == 422


@pytest.mark.parametrize("id", ["a/b", "../x", "a.json", "a.html", 'q"<b>', "a b?c#d"])
def test_hostile_reports_are_shown_and_never_run(tmp_path: Path, opened: Opened, id: str) -> None:  # noqa: A002
    report = Report(id, SCRIPT + MEETING, title=SCRIPT, url="javascript:alert(1)", published="2017-10-24")
    pages = served(report, tmp_path, opened)
    with Record(tmp_path / "one.db", read_only=True) as record:
        cited = record.engagements()[0].trigger
    page = pages.get(links.cited(cited))
    assert page.status_code == 200
    assert text_of(page.text) == report.text
    assert "<script>alert" not in page.text
    assert "<img" not in page.text
    assert "49" not in page.text
    assert 'href="javascript' not in page.text
    assert re.findall(r"<script[^>]*>", page.text) == ['<script type="module" src="/static/report.js">']


def test_the_twin_is_true_to_the_schema_of_readings(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    asked = described["paths"]["/reports/{id}.json"]["get"]["responses"]["200"]["content"]["application/json"]
    schema = asked["schema"] | {"components": described["components"]}
    for report in examples.reports():
        twin = client.get(f"/reports/{report.id}.json").json()
        jsonschema.validate(twin, schema)
    twin["reading"]["engagements"] = [{"id": "E1"}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(twin, schema)


def test_a_long_report_with_many_citations_is_served_fast(tmp_path: Path, opened: Opened) -> None:
    report = Report(
        "long", "".join(f"Deputy Minister Amir Hatami{nth} met General Elchin Guliyev{nth}. " for nth in range(850))
    )
    found = [(each.start(), each.end()) for each in re.finditer(r"(Amir|Elchin) \w+", report.text)][:800]
    people = tuple(
        Person(id=f"P{nth}", name=Cited(report.text, *place, value=report.text[slice(*place)], rule="test.name"))
        for nth, place in enumerate(found, start=1)
    )
    path = tmp_path / "long.db"
    with Record(path) as record:
        record.add(report, Reading(report=Masthead(id="long"), reader="test", people=people))
    pages = opened(Settings(record=path))
    pages.get("/reports/long")
    begun = perf_counter()
    page = pages.get("/reports/long")
    took = perf_counter() - begun
    assert len(report.text) >= 50_000
    assert len(LIT.findall(page.text)) == len(found)
    assert took < 2  # 0.15 is asked for on a quiet machine; this holds that it does not grow with the square


def test_reports_are_listed_a_page_at_a_time(client: httpx.Client) -> None:
    known = client.get("/reports.json", params={"limit": 1000}).json()["entries"]
    assert {each["id"] for each in known} == {each.id for each in examples.reports()}
    first = client.get("/reports", params={"limit": 2})
    onward = re.search(r'rel="next" href="(.*?)"', first.text)
    assert onward
    second = client.get(html.unescape(onward[1]).replace("/reports?", "/reports.json?")).json()["entries"]
    assert [each["id"] for each in second] == [each["id"] for each in known[2:4]]
    assert 'rel="prev"' in client.get(html.unescape(onward[1])).text
    assert 'rel="next"' not in client.get("/reports", params={"limit": 1000}).text


def test_reports_are_asked_for_by_outlet_and_month(client: httpx.Client) -> None:
    known = client.get("/reports.json", params={"limit": 1000}).json()["entries"]
    one = next(each for each in known if each["publisher"] and each["day"])
    for asked, key, value in (("outlet", "publisher", one["publisher"]), ("month", "day", one["day"][:7])):
        found = client.get("/reports.json", params={asked: value, "limit": 1000}).json()["entries"]
        assert found == [each for each in known if (each[key] or "").startswith(value)]
        assert len(found) < len(known)
    assert client.get("/reports", params={"month": "%"}).status_code == 422
    assert client.get("/reports", params={"words": "", "outlet": "", "month": ""}).status_code == 200
