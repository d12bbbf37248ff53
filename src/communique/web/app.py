"""The application: the pages, what keeps them safe, and the files that go with them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.staticfiles import StaticFiles

from communique import __version__
from communique.record import Record
from communique.web import trouble
from communique.web.pages import pages
from communique.web.safety.headers import Headers
from communique.web.settings import Settings

STATIC = Path(__file__).parent / "static"


def make_app(settings: Settings) -> FastAPI:
    """The pages of a record as an ASGI application; the record is opened for asking as long as it runs.

    Raises what `Record` does.
    """
    record = Record(settings.record, read_only=True)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        yield
        record.close()

    # docs_url: FastAPI's own page fetches scripts from elsewhere
    app = FastAPI(title="communique", version=__version__, lifespan=running, docs_url=None, redoc_url=None)
    app.state.record, app.state.settings = record, settings
    app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Headers)
    trouble.handle(app)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, with the shapes of the entries that the JSON twins hold."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, routes=app.routes)
        made.setdefault("components", {}).setdefault("schemas", {}).update(pages.shapes.named)
        app.openapi_schema = made
    return app.openapi_schema
