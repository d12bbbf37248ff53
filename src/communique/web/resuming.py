"""Where somebody left off reviewing: kept with their account, or in their browser where there are no accounts."""

from urllib.parse import quote, unquote

from fastapi.responses import Response

from communique.web.login import within
from communique.web.view import View

COOKIE = "communique_left"
BEGINS = "/review/look?"
SECONDS = 90 * 24 * 60 * 60
LONGEST = 1000  # characters of an address


def leave(view: View, answer: Response, address: str) -> None:
    """Keep the address of the page somebody decided on last, where it is one of the queue."""
    if not address.startswith(BEGINS) or len(address) > LONGEST:
        return
    accounts = view.request.app.state.accounts
    if accounts is not None and not accounts.empty():
        accounts.leave(view.who.name, address)
        return
    answer.set_cookie(COOKIE, quote(address, safe=""), max_age=SECONDS, path="/review", httponly=True, samesite="lax")


def left(view: View) -> str | None:
    """The address of the page somebody left off at; None where they did not begin."""
    accounts = view.request.app.state.accounts
    if accounts is not None and not accounts.empty():
        found = accounts.left(view.who.name)
    else:
        found = unquote(view.request.cookies.get(COOKIE, ""))
    return found if found and found.startswith(BEGINS) and within(found) == found else None
