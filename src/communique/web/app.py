"""The application: the pages, what keeps them safe, and the files that go with them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.staticfiles import StaticFiles

from communique import __version__
from communique.errors import AccountError
from communique.record import Record
from communique.web import login, navigation, trouble
from communique.web.accounts.accounts import Accounts
from communique.web.accounts.entry import Entry
from communique.web.accounts.tables import path_beside
from communique.web.keeping import Kept
from communique.web.pages import pages
from communique.web.safety.headers import Headers
from communique.web.safety.origin import Origin
from communique.web.settings import Settings
from communique.web.writing import Writer

# Pages made at a time. More only take turns at one interpreter: with AnyIO's 40, 20 readers at once waited up to three
# times as long (by hand, a record of 10,159 engagements, two cores).
THREADS = 2

STATIC = Path(__file__).parent / "static"


def make_app(settings: Settings, *, turn: Path | None = None) -> FastAPI:
    """The pages of a record as an ASGI application; the record is opened for asking as long as it runs.

    `turn` is the file by which several processes that serve it take turns at writing.

    Raises what `Record` does, and AccountError where it would be public and nobody could log in.
    """
    record = Record(settings.record, read_only=True)
    accounts, writer = accounts_of(settings), Writer(settings.record, turn=turn)

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        yield
        writer.close()
        record.close()
        if accounts:
            accounts.close()

    # docs_url: FastAPI's own page fetches scripts from elsewhere
    app = FastAPI(title="communique", version=__version__, lifespan=running, docs_url=None, redoc_url=None)
    app.state.record, app.state.settings, app.state.accounts, app.state.writer = record, settings, accounts, writer
    app.state.ways = navigation.ways({getattr(each, "path", "") for each in pages.router.routes})
    app.include_router(login.router)
    app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    # The last added is met first.
    app.add_middleware(
        Kept, settings=settings, changes=lambda: (record.changes(), accounts.changes() if accounts else None)
    )
    app.add_middleware(Entry, settings=settings, accounts=accounts)
    app.add_middleware(Origin, names=settings.names)
    app.add_middleware(Headers)
    trouble.handle(app)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    return app


def check(settings: Settings) -> None:
    """Whether the pages could be made; raises what `make_app` does."""
    Record(settings.record, read_only=True).close()
    if accounts := accounts_of(settings):
        accounts.close()


def accounts_of(settings: Settings) -> Accounts | None:
    """The accounts beside the record; None where there are none, which is refused where it would be public."""
    path = path_beside(settings.record)
    accounts = Accounts(path) if path.exists() else None
    if settings.public and (accounts is None or accounts.empty()):
        raise AccountError(
            f"{settings.record}: is not made public while nobody can log in; "
            "first make an account: communique user add NAME --role admin"
        )
    return accounts


def _described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, with the shapes of the entries that the JSON twins hold."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, routes=app.routes)
        made.setdefault("components", {}).setdefault("schemas", {}).update(pages.shapes.named)
        app.openapi_schema = made
    return app.openapi_schema
