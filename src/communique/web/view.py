"""Who asks, and the record they ask: the first parameter of every page."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from communique.record import Record
from communique.web.settings import Settings


@dataclass(frozen=True, slots=True)
class View:
    """One request as a page sees it: the record opened for asking, and how it is served."""

    record: Record
    settings: Settings
    request: Request


def _view(request: Request) -> View:
    return View(record=request.app.state.record, settings=request.app.state.settings, request=request)


Viewing = Annotated[View, Depends(_view)]
