"""Users are added and removed, and known by password, session and token; nothing that lets in lies in the file."""

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import AccountError
from communique.web.accounts import rates
from communique.web.accounts.accounts import SESSION_SECONDS, Accounts, TooOften
from communique.web.accounts.user import User

PASSWORD = "a long enough password"
HERE = "127.0.0.1"


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Iterator[Accounts]:
    made = Accounts(tmp_path / "record.users.db", clock=clock)
    made.add("mara", "reviewer", PASSWORD)
    yield made
    made.close()


def session(accounts: Accounts, password: str = PASSWORD) -> str:
    begun = accounts.log_in("mara", password, address=HERE)
    assert isinstance(begun, str)
    return begun


def test_a_session_is_of_its_user_until_it_ends(accounts: Accounts, clock: Clock) -> None:
    begun = session(accounts)
    assert accounts.known_by(begun) == User("mara", "reviewer")
    clock.now += SESSION_SECONDS - 1
    assert accounts.known_by(begun)
    clock.now += 2
    assert accounts.known_by(begun) is None


def test_logging_out_ends_one_session_and_a_new_password_all_of_them(accounts: Accounts) -> None:
    one, other, token = session(accounts), session(accounts), accounts.new_token("mara")
    accounts.log_out(one)
    assert accounts.known_by(one) is None
    assert accounts.known_by(other)
    accounts.set_password("mara", "another long password")
    assert accounts.known_by(other) is None
    assert accounts.known_by(token) is None
    assert accounts.known_by(session(accounts, "another long password"))


def test_wrong_passwords_and_unknown_names_are_let_in_by_nothing(accounts: Accounts) -> None:
    assert accounts.log_in("mara", "a wrong password", address=HERE) is None
    assert accounts.log_in("nobody", PASSWORD, address=HERE) is None
    assert accounts.log_in("mara", "x" * 100_000, address=HERE) is None
    assert accounts.known_by("") is None


def test_who_guesses_has_to_wait_and_the_right_password_too(accounts: Accounts, clock: Clock) -> None:
    for _ in range(rates.OF_NAME):
        assert accounts.log_in("mara", "a wrong password", address=HERE) is None
    refused = accounts.log_in("mara", PASSWORD, address="192.0.2.1")
    assert isinstance(refused, TooOften)
    assert 0 < refused.seconds <= rates.SECONDS
    clock.now += refused.seconds
    assert session(accounts)


def test_guessing_many_names_from_one_address_is_stopped_as_well(accounts: Accounts, tmp_path: Path) -> None:
    with accounts._engine.begin() as connection:  # as if 50 logins had failed: each takes argon2 its time
        for number in range(rates.OF_ADDRESS):
            rates.failed(connection, f"name{number}", HERE, now=accounts._clock())
    assert isinstance(accounts.log_in("mara", PASSWORD, address=HERE), TooOften)
    assert isinstance(accounts.log_in("mara", PASSWORD, address="192.0.2.1"), str)


def test_a_removed_user_is_nobody_at_once(accounts: Accounts) -> None:
    begun, token = session(accounts), accounts.new_token("mara")
    accounts.remove("mara")
    assert accounts.known_by(begun) is None
    assert accounts.known_by(token) is None
    assert accounts.empty()


def test_another_role_holds_from_the_next_request_on(accounts: Accounts) -> None:
    begun = session(accounts)
    accounts.set_role("mara", "reader")
    found = accounts.known_by(begun)
    assert found is not None
    assert not found.may("reviewer")
    assert found.may("reader")


@pytest.mark.parametrize("name", ["", "a b", "x" * 65, "<script>", "mara\n"])
def test_odd_names_are_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(AccountError, match="no name for a user"):
        accounts.add(name, "reader", PASSWORD)


def test_a_taken_name_a_short_password_and_an_unknown_user_are_told(accounts: Accounts) -> None:
    with pytest.raises(AccountError, match="already"):
        accounts.add("mara", "admin", PASSWORD)
    with pytest.raises(AccountError, match="12 characters"):
        accounts.add("noor", "admin", "short")
    with pytest.raises(AccountError, match="no user noor"):
        accounts.remove("noor")


def test_the_file_holds_no_password_session_or_token_and_is_its_owners_alone(accounts: Accounts) -> None:
    secrets = [PASSWORD, session(accounts), accounts.new_token("mara")]
    with sqlite3.connect(accounts.path) as connection:
        stored = "\n".join(connection.iterdump())
    connection.close()
    assert "mara" in stored
    assert not any(each in stored for each in secrets)
    assert stat.S_IMODE(accounts.path.stat().st_mode) == 0o600
