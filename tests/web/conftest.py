"""The pages of a record of the example reports, served by a real server on this machine."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from communique.web.app import make_app
from communique.web.settings import Settings

Client = httpx.Client
Opened = Callable[[Settings], Client]

SECONDS = 10  # a server that is not up by then never will be


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The address of a server with these settings; it ends with the block."""
    server = uvicorn.Server(uvicorn.Config(make_app(settings), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    until = time.monotonic() + SECONDS
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < until, "the server is not up"
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def client(example_record: Path) -> Iterator[Client]:
    """A client of the pages of the example reports."""
    with serving(Settings(record=example_record)) as address, httpx.Client(base_url=address) as opened:
        yield opened


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Makes clients of servers with other settings."""
    ending = []

    def made(settings: Settings) -> Client:
        served = serving(settings)
        address = served.__enter__()
        found = httpx.Client(base_url=address)
        ending.append((served, found))
        return found

    yield made
    for served, found in ending:
        found.close()
        served.__exit__(None, None, None)


@pytest.fixture
def reviewer(record_copy: Path, opened: Opened) -> Client:
    """A client that sends forms as the pages do, of a copy of the record of the examples."""
    client = opened(Settings(record=record_copy))
    client.headers.update({"Sec-Fetch-Site": "same-origin"})
    client.follow_redirects, client.timeout = True, httpx.Timeout(60)
    return client


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, where it is installed."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium is installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
