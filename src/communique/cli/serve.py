"""`communique serve`: the record in a browser."""

from collections.abc import Sequence
from pathlib import Path

import click

from communique.cli.options import record_option
from communique.errors import MissingExtra, ServingError

PORT = 8000


@click.command("serve")
@record_option
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port; 0: a free one.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that answer; else one a core, up to 4.")
@click.option("--public", is_flag=True, help="Serve others than this machine: everybody has to log in.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A name others know this server by.")
def command(record: str, host: str, port: int, names: tuple[str, ...], *, public: bool, workers: int | None) -> None:
    """Open the record in a browser: pages to look at it and to review it.

    They are served to this machine alone, until Ctrl-C. For others there are --public and accounts (`communique user`);
    put a server that speaks HTTPS before it, and name its host with --name.
    """
    serve(record, host=host, port=port, public=public, names=names, workers=workers)


def serve(
    record: str,
    *,
    host: str,
    port: int,
    public: bool = False,
    names: Sequence[str] = (),
    workers: int | None = None,
) -> None:
    """Serve the pages of a record until Ctrl-C. Raises ServingError, AccountError and what opening a record does."""
    try:
        from communique.web.running import is_local, run
        from communique.web.settings import LOCAL_NAMES, Settings
    except ModuleNotFoundError as error:
        raise MissingExtra(f"the pages need {error.name}; install it with: pip install 'communique[web]'") from None
    if not public and not is_local(host):
        raise ServingError(f"{host}: is open to others than this machine; say --public, and make accounts for them")
    known = (*names, *LOCAL_NAMES) if names or not public else ()
    settings = Settings(record=Path(record), public=public, names=known)
    run(settings, host=host, port=port, ready=lambda address: _told(record, address), workers=workers)


def _told(record: str, address: str) -> None:
    click.echo(f"The record {record} is at {address} (Ctrl-C ends it)")
