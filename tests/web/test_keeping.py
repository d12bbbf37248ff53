"""Pages are kept for as long as they are true, and no longer; whoever asks twice is told that theirs still holds."""

import datetime
import threading
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

import httpx
import pytest

from communique.record import EngagementFilter, Record
from communique.web.accounts.accounts import Accounts
from communique.web.accounts.tables import path_beside
from communique.web.accounts.user import ROLES
from communique.web.keeping import LARGEST, Answer, Shelf
from communique.web.settings import Settings

Opened = Callable[[Settings], httpx.Client]
PASSWORD = "a password that is long enough"


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes each time a record is asked for engagements or parties."""
    asked: list[str] = []

    def noted(name: str) -> Callable[..., Any]:
        ask = getattr(Record, name)

        def asking(self: Record, *given: Any, **more: Any) -> Any:
            asked.append(name)
            return ask(self, *given, **more)

        return asking

    for name in ("listed", "parties"):
        monkeypatch.setattr(Record, name, noted(name))
    return asked


def test_a_page_is_made_once_and_given_again(record_copy: Path, opened: Opened, asking: list[str]) -> None:
    client = opened(Settings(record=record_copy))
    one, other = (client.get("/engagements") for _ in range(2))
    assert one.status_code == other.status_code == HTTPStatus.OK
    assert one.content == other.content
    assert one.headers["etag"] == other.headers["etag"]
    assert asking == ["listed"]
    twin, filtered = client.get("/engagements.json"), client.get("/engagements", params={"status": "held"})
    assert len(asking) == 3
    assert twin.json()
    assert filtered.headers["etag"] != one.headers["etag"]


def test_whoever_has_it_is_told_that_it_still_holds(record_copy: Path, opened: Opened) -> None:
    client = opened(Settings(record=record_copy))
    tag = client.get("/parties").headers["etag"]
    for told in (tag, f"W/{tag}", f'"other", {tag}'):
        again = client.get("/parties", headers={"If-None-Match": told})
        assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
        assert again.headers["etag"] == tag
        assert "content-length" not in again.headers or again.headers["content-length"] == "0"
        assert again.headers["content-security-policy"]
    other = client.get("/parties", headers={"If-None-Match": '"other"'})
    assert (other.status_code, other.headers["etag"]) == (HTTPStatus.OK, tag)


@pytest.mark.parametrize("path", ["/", "/decisions", "/engagements/{id}", "/engagements/{id}.json"])
def test_a_decision_shows_at_once(record_copy: Path, opened: Opened, path: str) -> None:
    client = opened(Settings(record=record_copy))
    with Record(record_copy) as record:
        held = record.engagements(EngagementFilter(status="held", latest=True))[0]
        address = path.format(id=held.id)
        before = client.get(address)
        assert client.get(address).content == before.content
        made = record.decide(
            "edit", held.id, "kind", value="visit" if held.kind.value != "visit" else "meeting", by="x"
        )
        decided = client.get(address)
        assert decided.status_code == HTTPStatus.OK
        assert decided.content != before.content
        record.undo(made.id, by="x")
        again = client.get(address)
    assert again.content != decided.content
    assert (again.content == before.content) == (path != "/decisions")


def test_a_decision_on_the_page_shows_at_once(record_copy: Path, opened: Opened) -> None:
    client = opened(Settings(record=record_copy))
    assert client.get("/decisions.json").json() == []
    doubt = client.get("/review.json").json()["values"]["entries"][0]
    form = {each: doubt[each] for each in ("of", "field", "report", "start", "end")} | {"verdict": "accept"}
    sent = client.post("/review/value", data=form, headers={"Sec-Fetch-Site": "same-origin"})
    assert sent.status_code == HTTPStatus.SEE_OTHER
    assert len(client.get("/decisions.json").json()) == 1


def test_a_report_taken_in_shows_at_once(record_copy: Path, opened: Opened) -> None:
    from communique.reader import Reader
    from communique.report import Report

    client = opened(Settings(record=record_copy))
    before = client.get("/reports.json").json()["total"]
    report = Report("later", "The minister of defence met his counterpart.", published="2031-01-01")
    with Record(record_copy) as record:
        record.add(report, Reader().read(report))
    assert client.get("/reports.json").json()["total"] == before + 1


def test_the_start_page_is_that_of_the_day(record_copy: Path, opened: Opened) -> None:
    day = [datetime.date(2017, 1, 1)]
    client = opened(Settings(record=record_copy, today=lambda: day[0]))
    before = client.get("/index.json").json()
    day[0] = datetime.date(2040, 1, 1)
    after = client.get("/index.json").json()
    assert (before["coming"]["on"], after["coming"]["on"]) == ("2017-01-01", "2040-01-01")


def test_what_is_open_between_two_is_that_of_the_day(record_copy: Path, opened: Opened) -> None:
    client = opened(Settings(record=record_copy, today=lambda: datetime.date(2017, 1, 1)))
    assert client.get("/parties/GE/KZ.json").json()["pending"]["on"] == "2017-01-01"


def test_each_user_has_their_own(record_copy: Path, opened: Opened) -> None:
    accounts = Accounts(path_beside(record_copy))
    tokens = {}
    for role in ROLES:
        accounts.add(f"a-{role}", role, PASSWORD)
        tokens[role] = accounts.new_token(f"a-{role}")
    client = opened(Settings(record=record_copy))
    headers = {role: {"Authorization": f"Bearer {tokens[role]}"} for role in ROLES}
    pages = {role: client.get("/review/look", headers=headers[role]).text for role in (*ROLES, *ROLES)}
    assert 'value="accept"' in pages["reviewer"]
    assert 'value="accept"' not in pages["reader"]
    assert client.get("/review/look").status_code == HTTPStatus.UNAUTHORIZED
    assert client.get("/users", headers=headers["reader"]).status_code == HTTPStatus.FORBIDDEN
    listed = client.get("/users.json", headers=headers["admin"])
    assert client.get("/users.json", headers=headers["admin"]).headers["etag"] == listed.headers["etag"]
    accounts.set_role("a-reader", "reviewer")
    assert {"name": "a-reader", "role": "reviewer"} in client.get("/users.json", headers=headers["admin"]).json()
    assert 'value="accept"' in client.get("/review/look", headers=headers["reader"]).text
    accounts.close()


@pytest.mark.parametrize(
    "path", ["/engagements/E-none", "/engagements?limit=0", "/nothing", "/static/base.css", "/login"]
)
def test_what_is_no_page_is_not_kept(client: httpx.Client, path: str) -> None:
    assert client.get(path).headers.get("cache-control") != "private, no-cache"
    assert client.get(path).status_code == client.get(path).status_code


def test_a_page_asked_for_by_many_at_once_is_made_once(record_copy: Path, opened: Opened, asking: list[str]) -> None:
    client = opened(Settings(record=record_copy))
    client.get("/static/base.css")
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(client.get("/parties").content)) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(found) == len(threads)
    assert len(set(found)) == 1
    assert asking == ["parties"]


def test_a_shelf_holds_so_much_and_what_was_asked_for_last() -> None:
    shelf = Shelf(most=100)
    shelf.turn_to(1)
    for key in "abc":
        shelf.keep(1, key, Answer((), b"x" * 40, b""))
        shelf.find("a")
    assert [bool(shelf.find(key)) for key in "abc"] == [True, False, True]
    assert (len(shelf), shelf.held) == (2, 80)
    shelf.keep(1, "huge", Answer((), b"x" * (LARGEST + 1), b""))
    shelf.keep(0, "late", Answer((), b"x", b""))
    assert shelf.find("huge") is shelf.find("late") is None
    shelf.turn_to(2)
    assert (len(shelf), shelf.held) == (0, 0)
