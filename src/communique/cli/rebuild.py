"""`communique rebuild`: all that is derived, made anew."""

import click

from communique.cli.options import record_option
from communique.wording.words import count


@click.command("rebuild")
@record_option
def command(record: str) -> None:
    """Make everything that follows from the reports, their readings and the decisions anew.

    Nothing is read again and nothing is lost; exports before and after are the same. It is done as one change:
    stopped anywhere, the record is as it was.

    For example: communique rebuild --record communique.db
    """
    rebuild(record)


def rebuild(path: str) -> None:
    """Make the derived part of the record at this path anew."""
    from communique.cli.printing.progress import at_work
    from communique.record import Record

    with Record(path, make=False) as record, at_work("Rebuilding") as say:
        reports = record.rebuild(tick=say)
    click.echo(f"{path}: made anew from {count(reports, 'report')}", err=True)
