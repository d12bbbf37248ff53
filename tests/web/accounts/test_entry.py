"""With accounts nobody looks without one, and each may do what the role lets them."""

from pathlib import Path

import httpx
import pytest
from tests.web.conftest import Opened

from communique.errors import AccountError
from communique.web.accounts.accounts import Accounts
from communique.web.accounts.tables import path_beside
from communique.web.app import make_app
from communique.web.settings import Settings

PASSWORD = "a long enough password"
HTML = {"accept": "text/html"}


@pytest.fixture
def accounts(record_copy: Path) -> Accounts:
    made = Accounts(path_beside(record_copy))
    made.add("rea", "reader", PASSWORD)
    made.add("ada", "admin", PASSWORD)
    return made


@pytest.fixture
def served(record_copy: Path, accounts: Accounts, opened: Opened) -> httpx.Client:
    return opened(Settings(record=record_copy))


def log_in(client: httpx.Client, name: str, onward: str = "/") -> httpx.Response:
    origin = str(client.base_url).rstrip("/")
    return client.post("/login", data={"name": name, "password": PASSWORD, "next": onward}, headers={"origin": origin})


def test_without_accounts_the_person_at_this_machine_looks(client: httpx.Client) -> None:
    assert client.get("/engagements").status_code == 200
    assert client.get("/users").status_code == 200


def test_a_person_is_led_to_the_login_and_a_program_told(served: httpx.Client) -> None:
    person = served.get("/engagements?kind=call", headers=HTML)
    assert person.status_code == 303
    assert person.headers["location"] == "/login?next=%2Fengagements%3Fkind%3Dcall"
    for path in ("/engagements.json", "/openapi.json", "/users"):
        assert served.get(path).status_code == 401
    assert served.get("/static/base.css").status_code == 200


def test_a_session_is_begun_and_ended(served: httpx.Client) -> None:
    begun = log_in(served, "rea", "/engagements")
    assert (begun.status_code, begun.headers["location"]) == (303, "/engagements")
    assert "HttpOnly" in begun.headers["set-cookie"]
    assert "SameSite=lax" in begun.headers["set-cookie"]
    assert served.get("/engagements").status_code == 200
    served.post("/logout", headers={"origin": str(served.base_url).rstrip("/")})
    assert served.get("/engagements.json").status_code == 401


def test_a_login_leads_nowhere_but_here(served: httpx.Client) -> None:
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        assert log_in(served, "rea", elsewhere).headers["location"] == "/"


def test_a_token_lets_a_program_in(served: httpx.Client, accounts: Accounts) -> None:
    headers = {"authorization": f"Bearer {accounts.new_token('rea')}"}
    assert served.get("/engagements.json", headers=headers).status_code == 200
    assert served.get("/engagements.json", headers={"authorization": "Bearer x"}).status_code == 401


def test_a_calendar_sends_the_token_as_a_password(served: httpx.Client, accounts: Accounts) -> None:
    refused = served.get("/calendar.ics")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Basic ")
    assert served.get("/calendar.ics", auth=("rea", accounts.new_token("rea"))).status_code == 200
    assert served.get("/calendar.ics", auth=("rea", PASSWORD)).status_code == 401  # slow to check, so never in a feed
    assert served.get("/calendar.ics", headers={"authorization": "Basic !"}).status_code == 401


def test_a_reader_does_not_look_after_users_and_an_admin_does(served: httpx.Client, accounts: Accounts) -> None:
    origin = {"origin": str(served.base_url).rstrip("/")}
    log_in(served, "rea")
    refused = served.get("/users.json")
    assert refused.status_code == 403
    assert "admin" in refused.json()["error"]
    assert served.post("/users/role", data={"name": "rea", "role": "admin"}, headers=origin).status_code == 403
    log_in(served, "ada")
    assert [each["name"] for each in served.get("/users.json").json()] == ["ada", "rea"]
    served.post("/users/role", data={"name": "rea", "role": "reviewer"}, headers=origin)
    assert {each.name: each.role for each in accounts.all()} == {"ada": "admin", "rea": "reviewer"}
    assert served.post("/users/remove", data={"name": "ada"}, headers=origin).status_code == 400
    served.post("/users/remove", data={"name": "rea"}, headers=origin)
    assert [each.name for each in accounts.all()] == ["ada"]


def test_public_without_an_account_does_not_begin(record_copy: Path) -> None:
    with pytest.raises(AccountError, match="user add"):
        make_app(Settings(record=record_copy, public=True))
