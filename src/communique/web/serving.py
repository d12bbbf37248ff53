"""From a page's function to its addresses: the page as HTML, its `.json` twin, and `.csv` where it is a table."""

import inspect
import json
import re
from collections.abc import Callable, Iterable
from functools import partial, wraps
from typing import Any, TypeVar

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from communique.export.csv_lines import csv_lines
from communique.record.entries import to_json
from communique.web.keeping import to_be_kept
from communique.web.page import Page
from communique.web.shapes import Shapes
from communique.web.templating import environment

# A report may hold these: UTF-8 has no bytes for a lone surrogate, and HTML has no place for NUL. One for one.
_UNSHOWABLE = re.compile("[\x00\ud800-\udfff]")

REFUSED = {
    "type": "object",
    "properties": {"error": {"type": "string"}, "status": {"type": "integer"}},
    "required": ["error", "status"],
}
REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"description": told, "content": {"application/json": {"schema": REFUSED}}}
    for status, told in {
        400: "What was asked for makes no sense; the error says what to do.",
        401: "Nobody is logged in, and everybody has to be.",
        403: "Whoever is logged in may not do this.",
        404: "There is no such thing in the record.",
        422: "A parameter has a value that it cannot have.",
    }.items()
}

Making = Callable[..., Page]
Feeding = TypeVar("Feeding", bound=Callable[..., Iterable[bytes]])
Acting = TypeVar("Acting", bound=Callable[..., Response])


class Pages:
    """The pages of the record: each added with its address, its template and the type of its data."""

    def __init__(self) -> None:
        self.router = APIRouter()
        self.shapes = Shapes()

    def add(self, path: str, template: str, shape: Any, *, table: bool = False) -> Callable[[Making], Making]:
        """Make a function that gives a `Page` the page at this address.

        `path` is as FastAPI has it (`/people/{id:path}`); a page that is a `table` has a `.csv` twin. The first line of
        the function's docstring describes the page in the OpenAPI description. What it shows beside the record is to
        follow from what `keeping.py` knows: pages are kept.
        """

        def added(make: Making) -> Making:
            stem = path.rstrip("/") or "/index"
            route = partial(self._route, make=make)
            route(f"{stem}.json", answer=_as_json, content={"application/json": {"schema": self.shapes.of(shape)}})
            if table:
                route(f"{stem}.csv", answer=_as_csv, content={"text/csv": {"schema": {"type": "string"}}})
            as_html = _html(template, has_table=table)
            if "{" in path:
                route(f"{stem}.html", answer=as_html, content=None)
            route(path, answer=as_html, content=None)
            return make

        return added

    def feed(self, path: str, media_type: str) -> Callable[[Feeding], Feeding]:
        """Make a function that gives the pieces of a file the answer at this address, for programs to ask again."""

        def added(make: Feeding) -> Feeding:
            @wraps(make)
            def served(**asked: Any) -> Response:
                return StreamingResponse(make(**asked), media_type=media_type)

            self._answered(path, make, served, {media_type.partition(";")[0]: {"schema": {"type": "string"}}})
            return make

        return added

    def file(self, path: str) -> Callable[[Acting], Acting]:
        """Make a function what answers with a file at this address."""

        def added(answer: Acting) -> Acting:
            self.router.add_api_route(path, answer, response_class=Response, include_in_schema=False)
            return answer

        return added

    def act(self, path: str) -> Callable[[Acting], Acting]:
        """Make a function what a form is sent to at this address: it does what was asked, and leads on to a page."""

        def added(act: Acting) -> Acting:
            self.router.add_api_route(path, act, methods=["POST"], include_in_schema=False)
            return act

        return added

    def _route(
        self,
        path: str,
        *,
        make: Making,
        answer: Callable[[Page, Any], Response],
        content: dict[str, Any] | None,
    ) -> None:
        """Serve what `make` gives at `path`; only the twins stand in the OpenAPI description."""

        @wraps(make)
        def served(**asked: Any) -> Response:
            request = asked["view"].request
            to_be_kept(request)
            return answer(make(**asked), request)

        self._answered(path, make, served, content)

    def _answered(
        self, path: str, make: Callable[..., Any], served: Callable[..., Response], content: dict[str, Any] | None
    ) -> None:
        """Answer at `path` with what is `served`, asked for by the parameters of `make`."""
        # FastAPI reads the parameters of the page's own function; `wraps` has kept its names and annotations.
        served.__signature__ = inspect.signature(make)  # type: ignore[attr-defined]
        summary = (make.__doc__ or "").strip().split("\n")[0]
        self.router.add_api_route(
            path,
            served,
            name=f"{make.__module__.rsplit('.', 1)[-1]}.{make.__name__}{path[path.rfind('.') :] if content else ''}",
            summary=summary,
            response_class=Response,
            include_in_schema=content is not None,
            responses={200: {"description": summary, "content": content or {}}, **REFUSALS},
        )


def _html(template: str, *, has_table: bool) -> Callable[[Page, Any], Response]:
    def answer(page: Page, request: Any) -> Response:
        made = environment().get_template(template)
        shown = made.render(page.shown, data=page.data, title=page.title, request=request, has_table=has_table)
        return HTMLResponse(_UNSHOWABLE.sub("\ufffd", shown))

    return answer


def _as_json(page: Page, _: Any) -> Response:
    # ASCII: a report may hold lone surrogates, which UTF-8 has no bytes for
    return Response(json.dumps(to_json(page.data)), media_type="application/json")


def _as_csv(page: Page, _: Any) -> Response:
    assert page.table is not None, "a page with a CSV twin gives a table"
    return StreamingResponse(csv_lines((page.table.header, *page.table.rows)), media_type="text/csv; charset=utf-8")
