"""Several processes answer for one record, and none of them outlives the one that began them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import httpx
import pytest

from communique.record import Record
from communique.web.accounts.accounts import Accounts
from communique.web.accounts.rates import OF_NAME
from communique.web.accounts.tables import path_beside
from communique.web.running import cores

SECONDS = 30  # a server whose workers are not there by then never will be
PASSWORD = "a long enough password"
COMMAND = (sys.executable, "-c", "from communique.cli import main; raise SystemExit(main())")

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked for in /proc")


def until(holds: Callable[[], bool]) -> bool:
    """Whether something holds within `SECONDS`."""
    by = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > by:
            return False
        time.sleep(0.05)
    return True


def workers(parent: int) -> set[int]:
    """The processes begun by another, that answer requests."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    return {int(each) for each in children if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()}


def alive(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


@contextmanager
def served(record: Path, *options: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    asked = [*COMMAND, "serve", "--record", str(record), "--port", "0", *options]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        address = next(each for each in serving.stdout.readline().split() if each.startswith("http"))
        try:
            yield serving, address
        finally:
            if serving.poll() is None:
                serving.send_signal(signal.SIGINT)


def test_two_answer_a_dead_one_is_replaced_and_all_end_together(record_copy: Path) -> None:
    with served(record_copy, "--workers", "2") as (serving, address):
        assert httpx.get(f"{address}engagements.json", timeout=SECONDS).json()
        assert until(lambda: len(workers(serving.pid)) == 2)
        first = workers(serving.pid)
        os.kill(min(first), signal.SIGKILL)
        assert until(lambda: len(workers(serving.pid)) == 2 and workers(serving.pid) != first)
        assert httpx.get(f"{address}parties.json", timeout=SECONDS).json()["total"] > 0
        with Record(record_copy) as record:
            record.decide("same", *[each.id for each in record.people()[:2]], by="x")
        for _ in range(6):  # whichever of them answers
            assert len(httpx.get(f"{address}decisions.json", timeout=SECONDS).json()) == 1
        last = workers(serving.pid)
        serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=SECONDS) == 0
        assert not any(alive(each) for each in last)


def test_workers_end_when_the_server_is_killed(record_copy: Path) -> None:
    with served(record_copy, "--workers", "2") as (serving, address):
        assert httpx.get(address, timeout=SECONDS).status_code == HTTPStatus.OK
        assert until(lambda: len(workers(serving.pid)) == 2)
        begun = workers(serving.pid)
        serving.kill()
        serving.wait(timeout=SECONDS)
        assert until(lambda: not any(alive(each) for each in begun))


def test_logins_and_wrong_passwords_count_for_all_workers(record_copy: Path) -> None:
    accounts = Accounts(path_beside(record_copy))
    accounts.add("mara", "reader", PASSWORD)
    accounts.close()
    with served(record_copy, "--workers", "2") as (_, address):

        def log_in(password: str) -> httpx.Response:
            form, headers = {"name": "mara", "password": password}, {"Sec-Fetch-Site": "same-origin"}
            return httpx.post(f"{address}login", data=form, headers=headers, timeout=SECONDS)

        session = log_in(PASSWORD).cookies
        for _ in range(6):
            page = httpx.get(f"{address}parties", cookies=dict(session), timeout=SECONDS)
            assert page.status_code == HTTPStatus.OK
        refused = [log_in("wrong").status_code for _ in range(OF_NAME + 2)]
    assert refused == [HTTPStatus.FORBIDDEN] * OF_NAME + [HTTPStatus.TOO_MANY_REQUESTS] * 2


def test_there_is_a_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
