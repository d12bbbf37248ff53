"""Who a request comes from: the person at this machine, or somebody with an account.

Invariant: with `--public`, or once there is an account, no page but the login is given to a request without one.
"""

import getpass
from base64 import b64decode
from http import HTTPStatus
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from communique.web import trouble
from communique.web.accounts.accounts import Accounts
from communique.web.accounts.user import User
from communique.web.settings import Settings

COOKIE = "communique_session"
OPEN_TO_ALL = ("/static/", "/login")

LOG_IN = "Log in first, or send a token: Authorization: Bearer TOKEN (`communique user token NAME` makes one)."


class Entry:
    """ASGI middleware that sets `request.state.user`, or sends whoever it does not know to the login."""

    def __init__(self, app: ASGIApp, *, settings: Settings, accounts: Accounts | None) -> None:
        self.app, self.settings, self.accounts = app, settings, accounts
        self._looking_up = CapacityLimiter(1)  # of its own: whoever has a kept page to get waits for no other page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or answer it here."""
        if scope["type"] == "http":
            request = Request(scope)
            user = await to_thread.run_sync(self._user, request, limiter=self._looking_up)
            request.state.user = user
            if user is None and not request.url.path.startswith(OPEN_TO_ALL):
                await _refused(request)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _user(self, request: Request) -> User | None:
        if self.accounts is None or (not self.settings.public and self.accounts.empty()):
            return local_user()
        key = _token(request.headers.get("authorization", "")) or request.cookies.get(COOKIE)
        return self.accounts.known_by(key) if key else None


def _token(authorization: str) -> str | None:
    """The token that a program sends: as it is, or as the password of a name, for calendars know only names."""
    scheme, _, sent = authorization.partition(" ")
    if scheme.lower() != "basic":
        return sent if scheme.lower() == "bearer" else None
    try:
        return b64decode(sent, validate=True).decode().partition(":")[2]
    except ValueError:  # neither base64 nor UTF-8
        return None


def local_user() -> User:
    """The person at this machine, who may do all: the record is a file of theirs anyway."""
    try:
        return User(getpass.getuser(), "admin")
    except (OSError, KeyError):  # a machine without names for its users
        return User("local", "admin")


def _refused(request: Request) -> Response:
    for_people = request.method == "GET" and "text/html" in request.headers.get("accept", "")
    if for_people:
        asked = quote(f"{request.url.path}?{request.url.query}".rstrip("?"), safe="")
        return RedirectResponse(f"/login?next={asked}", HTTPStatus.SEE_OTHER)
    how = 'Basic realm="communique"' if request.url.path.endswith(".ics") else "Bearer"
    return trouble.told(request, HTTPStatus.UNAUTHORIZED, LOG_IN, headers={"WWW-Authenticate": how})
