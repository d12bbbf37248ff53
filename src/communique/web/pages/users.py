"""The users of the pages, for whoever looks after them."""

from http import HTTPStatus
from typing import Annotated

from fastapi import Form
from fastapi.responses import RedirectResponse, Response

from communique.errors import AccountError
from communique.web.accounts.user import ROLES, Role, User
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.view import Administering, View

NONE = "There are no accounts: whoever is at this machine may do all. `communique user add NAME` makes the first."


@pages.add("/users", "users.html", tuple[User, ...])
def users(view: Administering) -> Page:
    """Who has an account, and in which role."""
    accounts = view.request.app.state.accounts
    return Page(title="Users", data=tuple(accounts.all()) if accounts else (), shown={"roles": ROLES, "none": NONE})


@pages.act("/users/role")
def set_role(view: Administering, name: Annotated[str, Form()], role: Annotated[Role, Form()]) -> Response:
    """Give a user another role."""
    _not_oneself(view, name)
    view.request.app.state.accounts.set_role(name, role)
    return RedirectResponse("/users", HTTPStatus.SEE_OTHER)


@pages.act("/users/remove")
def remove(view: Administering, name: Annotated[str, Form()]) -> Response:
    """Take a user away; what they decided stays."""
    _not_oneself(view, name)
    view.request.app.state.accounts.remove(name)
    return RedirectResponse("/users", HTTPStatus.SEE_OTHER)


def _not_oneself(view: View, name: str) -> None:
    """Refuse an admin to lock themselves out, after which nobody might be left to let them in again."""
    if view.request.app.state.accounts is None:
        raise AccountError(NONE)
    if name == view.who.name:
        raise AccountError("this is your own account; another admin, or `communique user`, can change it")
