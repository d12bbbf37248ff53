"""Logging in and out. The only pages that somebody without an account is given."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from communique.web.accounts.accounts import SESSION_SECONDS, TooOften
from communique.web.accounts.entry import COOKIE
from communique.web.templating import environment
from communique.wording import words

router = APIRouter(include_in_schema=False)

WRONG = "This name and password do not belong together. Try again, or ask whoever looks after the accounts."


@router.get("/login")
def ask(request: Request, next: str = "/") -> Response:  # noqa: A002
    """The form to log in."""
    return _form(request, next)


@router.post("/login")
def log_in(
    request: Request,
    name: Annotated[str, Form(max_length=64)],
    password: Annotated[str, Form(max_length=1024)],
    next: Annotated[str, Form()] = "/",  # noqa: A002
) -> Response:
    """Begin a session, and go on to where somebody was going."""
    accounts = request.app.state.accounts
    if accounts is None:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    address = request.client.host if request.client else "unknown"
    begun = accounts.log_in(name, password, address=address)
    if isinstance(begun, TooOften):
        minutes = words.count(-(-begun.seconds // 60), "minute")
        said = f"That was wrong too often. Wait {minutes}, then try again."
        return _form(request, next, said, HTTPStatus.TOO_MANY_REQUESTS, headers={"Retry-After": str(begun.seconds)})
    if begun is None:
        return _form(request, next, WRONG, HTTPStatus.FORBIDDEN)
    answer = RedirectResponse(within(next), HTTPStatus.SEE_OTHER)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, begun, max_age=SESSION_SECONDS, httponly=True, secure=secure, samesite="lax")
    return answer


@router.post("/logout")
def log_out(request: Request) -> Response:
    """End the session."""
    session = request.cookies.get(COOKIE)
    if session and request.app.state.accounts is not None:
        request.app.state.accounts.log_out(session)
    answer = RedirectResponse("/login", HTTPStatus.SEE_OTHER)
    answer.delete_cookie(COOKIE)
    return answer


def within(path: str) -> str:
    """The path where it is one of this site; else the start page, for a link must not lead elsewhere by way of us."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if plain else "/"


def _form(request: Request, next: str, said: str = "", status: int = 200, *, headers: Any = None) -> Response:  # noqa: A002
    page = environment().get_template("login.html")
    shown = page.render(title="Log in", request=request, next=within(next), said=said, has_table=False)
    return HTMLResponse(shown, status, headers=headers)
