"""Where a request may come from: this site's own pages, under a name this server is known by.

A form on another site can make a browser send a request here with our cookies; the browser says where it came from, and
that is held against this server's own name (OWASP: verifying origin with standard headers). A name that another site
made lead here (DNS rebinding) is none of ours.
"""

from collections.abc import Sequence
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from communique.web import trouble
from communique.web.settings import LOCAL_NAMES

READING = ("GET", "HEAD", "OPTIONS")

ELSEWHERE = "This came from another site, and was refused. Open the page here and do it again."
OTHER_NAME = "This server is not known by that name. Open it under the address that `communique serve` printed."


class Origin:
    """ASGI middleware that refuses what comes from elsewhere. `names`: those this server goes by; none for any."""

    def __init__(self, app: ASGIApp, *, names: Sequence[str] = LOCAL_NAMES) -> None:
        self.app, self.names = app, tuple(names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "http":
            request = Request(scope)
            if self.names and request.url.hostname not in self.names:
                await trouble.told(request, HTTPStatus.MISDIRECTED_REQUEST, OTHER_NAME)(scope, receive, send)
                return
            if request.method not in READING and not own(request):
                await trouble.told(request, HTTPStatus.FORBIDDEN, ELSEWHERE)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def own(request: Request) -> bool:
    """Whether a request was sent by a page of this server, or by a program that says who it is with a token.

    A browser says where a request comes from; one that does not say is taken for one from elsewhere.
    """
    if request.headers.get("authorization"):  # no browser sends it for another site's sake
        return True
    if (site := request.headers.get("sec-fetch-site")) is not None:
        return site == "same-origin"
    told = request.headers.get("origin") or request.headers.get("referer")
    return told is not None and urlsplit(told).netloc == request.headers.get("host")
