"""`communique serve` and `communique user`, as somebody types them."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from communique import Record
from communique.cli import main

PASSWORD = "a long enough password"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    Record(path).close()
    return path


def run(*arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from communique.cli import main; raise SystemExit(main())", *arguments]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False)


def test_it_serves_until_it_is_stopped_and_says_where(record: Path) -> None:
    command = [sys.executable, "-c", "from communique.cli import main; raise SystemExit(main())"]
    asked = [*command, "serve", "--record", str(record), "--port", "0"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stdout is not None
            address = re.search(r"http://127\.0\.0\.1:\d+", serving.stdout.readline())
            assert address
            found = httpx.get(f"{address[0]}/engagements.json", timeout=30).json()
            serving.send_signal(signal.SIGINT)
            assert serving.wait(timeout=30) == 0
        finally:
            serving.kill()
    assert found["entries"] == []


def test_a_taken_port_is_told(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--record", str(record), "--port", port]) == 1
    assert "--port" in capsys.readouterr().err


def test_others_are_served_only_with_accounts(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--record", str(record), "--host", "0.0.0.0"]) == 1
    assert "--public" in capsys.readouterr().err
    assert main(["serve", "--record", str(record), "--public"]) == 1
    assert "user add" in capsys.readouterr().err


def test_users_are_looked_after(record: Path) -> None:
    at = ("--record", str(record))
    assert run("user", "add", "mara", "--role", "reviewer", *at, typed=f"{PASSWORD}\n").returncode == 0
    assert run("user", "list", *at).stdout == "mara\treviewer\n"
    token = run("user", "token", "mara", *at)
    assert len(token.stdout.strip()) >= 43
    assert "Bearer" in token.stderr
    assert run("user", "role", "mara", "admin", *at).returncode == 0
    assert run("user", "password", "mara", *at, typed="another long password\n").returncode == 0
    assert run("user", "remove", "mara", *at).returncode == 0
    assert "no accounts" in run("user", "list", *at).stdout


def test_a_short_password_and_a_record_that_is_not_there_are_told(record: Path, tmp_path: Path) -> None:
    short = run("user", "add", "mara", "--record", str(record), typed="short\n")
    assert short.returncode == 1
    assert "12 characters" in short.stderr
    nowhere = run("user", "list", "--record", str(tmp_path / "nowhere.db"))
    assert nowhere.returncode == 1
    assert not list(tmp_path.glob("nowhere*"))
