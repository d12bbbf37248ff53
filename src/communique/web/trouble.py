"""When a page cannot be given: what was wrong and what to do, as HTML or JSON; nothing of the inside."""

import json
import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from communique.errors import CommuniqueError, NotInRecord
from communique.web.templating import environment

SOMETHING_BROKE = "Something went wrong here, and was written to the server's log. Go back, or try again in a moment."

log = logging.getLogger("communique.web")


def handle(app: FastAPI) -> None:
    """Make all errors end as pages that say what to do."""

    @app.exception_handler(NotInRecord)
    def not_in_record(request: Request, error: Exception) -> Response:
        return told(request, HTTPStatus.NOT_FOUND, str(error))

    @app.exception_handler(CommuniqueError)
    def known(request: Request, error: Exception) -> Response:
        return told(request, HTTPStatus.BAD_REQUEST, str(error))

    @app.exception_handler(RequestValidationError)
    def not_understood(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return told(request, HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(_said(each) for each in error.errors()))

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        status = HTTPStatus(error.status_code)
        found = error.detail if error.detail != status.phrase else _usual(status)
        return told(request, status, found, headers=error.headers)

    @app.exception_handler(Exception)
    def broke(request: Request, error: Exception) -> Response:
        log.error("%s %s", request.method, request.url.path, exc_info=error)
        return told(request, HTTPStatus.INTERNAL_SERVER_ERROR, SOMETHING_BROKE)


def told(request: Request, status: HTTPStatus, message: str, *, headers: Any = None) -> Response:
    """The page of an error, in the form that was asked for."""
    if request.url.path.endswith((".json", ".csv")) or "application/json" in request.headers.get("accept", ""):
        body = json.dumps({"error": message, "status": int(status)})
        return Response(body, status, media_type="application/json", headers=headers)
    page = environment().get_template("trouble.html")
    shown = page.render(title=status.phrase, status=int(status), message=message, request=request, has_table=False)
    return HTMLResponse(shown, status, headers=headers)


def _said(error: Any) -> str:
    """What was wrong with a parameter; pydantic's words are fit for users, its input may not be."""
    where = ".".join(str(each) for each in error["loc"][1:])
    return f"{where}: {error['msg']}"


def _usual(status: HTTPStatus) -> str:
    match status:
        case HTTPStatus.NOT_FOUND:
            return "There is no such page. Begin at the start page, or search."
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return "This address cannot be used in that way."
        case _:
            return status.phrase
