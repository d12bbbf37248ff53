"""Running the pages: a socket of this machine, and a server on it until it is told to stop."""

import ipaddress
import socket
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress

import uvicorn

from communique.errors import ServingError
from communique.web.app import make_app
from communique.web.settings import Settings

WAITING = 128  # connections that may wait for their turn

SECONDS_TO_END = 3  # for answers under way when the server is told to stop


def run(settings: Settings, *, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve the pages until Ctrl-C; `ready` is told the address once the server can be asked.

    Port 0 takes a free one. Raises ServingError where the address cannot be had, and what `make_app` does.
    """
    app = make_app(settings)
    with closing(listening(host, port)) as taken:
        taken_port = taken.getsockname()[1]
        config = uvicorn.Config(
            app,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=SECONDS_TO_END,
            timeout_keep_alive=30,
        )
        ready(f"http://{_in_address(host)}:{taken_port}/")
        with suppress(KeyboardInterrupt):  # the server has ended by then, in good order
            uvicorn.Server(config).run(sockets=[taken])


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
