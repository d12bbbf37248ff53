"""`communique import`: what others keep by hand, taken into the record as accounts with their own provenance."""  # noqa: N999

from collections.abc import Sequence

import click

from communique.cli.files import STDOUT, same_file
from communique.cli.options import record_option


@click.command("import")
@click.argument("what", type=click.Choice(["history"]))
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@record_option
@click.option("--no-record", is_flag=True, help="Keep nothing; useful with --readings, or to check the input.")
@click.option("--readings", metavar="FILE", help="Write the readings there too, one JSON a line (`-` is stdout).")
def command(what: str, inputs: tuple[str, ...], record: str, no_record: bool, readings: str | None) -> int:
    """Take into the record what others keep by hand.

    `history` is the Office of the Historian's lists of trips and visits. A FILE is the lists' own XML (<visit> and
    <trip>) or JSON lines of the same rows, each also gzipped; or `-` for standard input. Each row becomes a report
    (history/visit-2138) with a visit, and a meeting for each person the remarks say was met. What is in the record
    already is not taken again. A row that cannot be taken is named in one line, the rest is taken, and the exit
    status is 1.

    For example: communique import history visits.xml travels.xml

    For example: communique import history history.jsonl --record my.db
    """
    del what  # there is one kind so far
    for name in (*inputs, *([] if no_record else [record])):
        if readings not in (None, STDOUT) and same_file(str(readings), name):
            raise click.UsageError(f"--readings would overwrite {name}; name another file")
    return import_history(inputs, None if no_record else record, readings=readings)


def import_history(inputs: Sequence[str], record: str | None, *, readings: str | None = None) -> int:
    """Take rows into the record at this path (None: into none); 0 when all could be taken, else 1."""
    from communique.cli.read import Desk, Taking, take_in
    from communique.sources import history

    def work(desk: Desk, taking: Taking) -> None:
        for report in desk.unread(taking(formats=history.FORMATS)):
            desk.keep(report, history.read(report))

    return take_in(inputs, record, readings, work)
