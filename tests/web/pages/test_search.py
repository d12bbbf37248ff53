"""Search finds people, bodies, statements and reports by their words, and names in other spellings."""

import html
from pathlib import Path

import httpx
from tests.web.conftest import Opened

from communique.examples import reports
from communique.reader import Reader
from communique.record import Record
from communique.report import Report
from communique.web import links
from communique.web.settings import Settings

TOLD = (
    "Iranian Foreign Minister Ali Qoreyshi met with Turkish Foreign Minister Kemal Aydin in Ankara on 3 May 2016. "
    "Qoreyshi said that both countries want peace."
)


def test_no_words_are_answered_with_a_form(client: httpx.Client) -> None:
    for words in ("", "   "):
        page = client.get("/search", params={"words": words})
        assert page.status_code == 200
        assert page.text.count('action="/search"') == 2


def test_each_sort_is_found_and_no_more_than_are_shown(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        asked = [record.people()[0].name, record.bodies()[0].name, "minister"]
    for words in asked:
        page, twin = client.get("/search", params={"words": words}), client.get("/search.json", params={"words": words})
        found, text = twin.json(), html.unescape(page.text)
        lines = [*found["people"]["entries"], *found["bodies"]["entries"]]
        assert lines or found["reports"]
        assert all(f'href="{links.entry(each["id"])}"' in text for each in lines)
        assert all(f'href="{links.report(each["id"])}"' in text for each in found["reports"])
        assert all(len(found[sort]["entries"]) <= 10 for sort in ("people", "sounding", "bodies", "statements"))
        assert len(found["reports"]) <= 10
    assert found["further"] == (len(list(reports())) > 10)


def test_a_name_is_found_in_another_spelling(tmp_path: Path, opened: Opened) -> None:
    report = Report(id="r1", text=TOLD)
    with Record(tmp_path / "record.db") as record:
        record.add(report, Reader().read(report))
    client = opened(Settings(record=tmp_path / "record.db"))
    found = client.get("/search.json", params={"words": "Ghoreishi"}).json()
    assert found["people"]["total"] == 0
    assert [each["name"] for each in found["sounding"]["entries"]] == ["Ali Qoreyshi"]
    assert "Ali Qoreyshi" in client.get("/search", params={"words": "Ghoreishi"}).text
    assert client.get("/search.json", params={"words": "Andersson"}).json()["sounding"]["total"] == 0


def test_what_is_looked_for_is_never_run(client: httpx.Client) -> None:
    for words in ("<script>alert(1)</script>", '"unfinished', "a' OR 1=1 --", "\x00", "*", "NEAR("):
        page = client.get("/search", params={"words": words})
        assert page.status_code < 500
        assert "<script>alert" not in page.text
