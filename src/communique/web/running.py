"""Running the pages: a socket of this machine, and a server on it until it is told to stop."""

import gc
import ipaddress
import multiprocessing
import os
import signal
import socket
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Thread

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from communique.errors import ServingError
from communique.web.app import check, make_app
from communique.web.settings import Settings

WAITING = 128  # connections that may wait for their turn

SECONDS_TO_END = 3  # for answers under way when the server is told to stop

SECONDS_TO_ANSWER = 60  # a worker silent for so long is replaced

MOST_WORKERS = 4  # unless more are asked for: each takes some 120 MB


def run(settings: Settings, *, host: str, port: int, ready: Callable[[str], None], workers: int | None = None) -> None:
    """Serve the pages until Ctrl-C; `ready` is told the address once the server can be asked.

    Port 0 takes a free one. `workers` is how many processes answer, one for each core where it is not told, but no more
    than MOST_WORKERS. Raises ServingError where the address cannot be had, and what `make_app` does.
    """
    many = workers or min(cores(), MOST_WORKERS)
    check(settings)
    with closing(listening(host, port)) as taken, NamedTemporaryFile(prefix="communique-") as turn:
        config = uvicorn.Config(
            partial(worker, settings, Path(turn.name)),
            factory=True,
            workers=many,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=SECONDS_TO_END,
            timeout_keep_alive=30,
            timeout_worker_healthcheck=SECONDS_TO_ANSWER,
        )
        told = partial(ready, f"http://{_in_address(host)}:{taken.getsockname()[1]}/")
        with suppress(KeyboardInterrupt):  # the server has ended by then, in good order
            if many > 1:
                Workers(config, taken, ready=told).run()
            else:
                told()
                uvicorn.Server(config).run(sockets=[taken])


class Workers(Multiprocess):
    """Processes that answer at one socket; `ready` is called once the first of them does."""

    def __init__(self, config: uvicorn.Config, taken: socket.socket, *, ready: Callable[[], None]) -> None:
        super().__init__(config, [taken])
        self._ready = ready

    def init_processes(self) -> None:
        """Begin them all."""
        super().init_processes()
        if self.processes[0].wait_until_ready(SECONDS_TO_ANSWER):
            self._ready()


def cores() -> int:
    """How many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def worker(settings: Settings, turn: Path) -> FastAPI:
    """The application of a process that answers; one of several ends when the one that began them is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()
    app = make_app(settings, turn=turn)
    gc.collect()
    gc.freeze()  # what is there now stays: looking through it again and again took 90 ms of some pages
    return app


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises ServingError."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with ExitStack() as on_error:
            made = on_error.enter_context(socket.socket(family, kind, protocol))
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind(address)
            made.listen(WAITING)
            on_error.pop_all()
    except OSError as error:
        raise ServingError(
            f"{host}:{port}: cannot be listened to ({error.strerror}); --port and --host name another address"
        ) from None
    return made


def is_local(host: str) -> bool:
    """Whether only this machine can ask at that address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
