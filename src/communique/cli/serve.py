"""`communique serve`: the record in a browser."""

from pathlib import Path

import click

from communique.cli.options import record_option
from communique.errors import MissingExtra


@click.command("serve")
@record_option
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port to listen on.")
def command(record: str, port: int) -> None:
    """Open the record in a browser: pages to look at and to review it.

    They are served to this machine alone, until Ctrl-C.
    """
    try:
        import uvicorn

        from communique.web.app import make_app
        from communique.web.settings import Settings
    except ModuleNotFoundError as error:
        raise MissingExtra(f"the pages need {error.name}; install it with: pip install 'communique[web]'") from None
    click.echo(f"The record {record} is at http://127.0.0.1:{port}/ (Ctrl-C ends it)")
    uvicorn.run(make_app(Settings(record=Path(record))), host="127.0.0.1", port=port, log_level="warning")
