"""Who asks, and the record they ask: the first parameter of every page."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from communique.record import Record
from communique.web import links
from communique.web.accounts.user import Role, User
from communique.web.settings import Settings
from communique.web.writing import Writer


@dataclass(frozen=True, slots=True)
class View:
    """One request as a page sees it: the record opened for asking, and for deciding, how it is served, and who asks."""

    record: Record
    writer: Writer
    settings: Settings
    request: Request
    who: User

    def moved(self, address: str) -> HTTPException:
        """What to raise where an id asked for now leads to another entry: the browser goes on to it, or its twin."""
        path = self.request.url.path
        format = next((each for each in (".json", ".csv") if path.endswith(each)), None)  # noqa: A001
        query = self.request.url.query
        plainly = f"{address}?{query}" if query else address
        to = links.twin(address, query, format) if format else plainly
        return HTTPException(HTTPStatus.PERMANENT_REDIRECT, headers={"Location": to})


def _view(request: Request) -> View:
    state = request.app.state
    return View(
        record=state.record,
        writer=state.writer,
        settings=state.settings,
        request=request,
        who=request.state.user,
    )


Viewing = Annotated[View, Depends(_view)]


def _as(role: Role) -> object:
    def view(view: Viewing) -> View:
        if not view.who.may(role):
            raise HTTPException(
                HTTPStatus.FORBIDDEN, f"This is for a {role}, and {view.who.name} is a {view.who.role}."
            )
        return view

    return Depends(view)


Reviewing = Annotated[View, _as("reviewer")]
"""A view of somebody who may decide; others are refused."""

Administering = Annotated[View, _as("admin")]
"""A view of somebody who may look after users; others are refused."""
