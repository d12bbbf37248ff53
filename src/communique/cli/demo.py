"""`communique demo`: the example reports read into a record of their own, and the record asked.

Each part runs a command as somebody would type it, and shows the line to type above what it answers.
"""

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from communique import examples
from communique.cli import group
from communique.cli.printing.output import console
from communique.errors import RecordError
from communique.record import Record

SHOWN_REPORT = "2020-02-12-tbilisi"
NOTHING = "The reader found none in the example reports."


@click.command("demo")
@click.option("--record", metavar="FILE", default="demo.db", show_default=True, help="The record to make afresh.")
@click.option("--serve/--no-serve", default=None, help="Open the record in the browser's pages, or not.")
def command(record: str, serve: bool | None) -> int:
    """Read the example reports into a fresh record, and show what can be asked of it.

    A FILE that an earlier demo made is made anew; one that holds anything else is left alone. On a terminal it ends by
    serving the record's pages to this machine, until Ctrl-C.
    """
    clear(record)
    status = part("The example reports are read.", record, "read", _near(examples.PATH))
    status |= part("Who met whom, when and where?", record, "engagements")
    status |= part("A standing body, its heads and its sessions.", record, "show", busiest_body(record))
    status |= part("A person, and the posts reports gave them.", record, "show", busiest_person(record))
    status |= part("A report, and the words each value stands on.", record, "show", SHOWN_REPORT)
    go_on(record)
    if sys.stdout.isatty() and not os.environ.get("CI") if serve is None else serve:
        pages(record)
    return status


def pages(record: str) -> None:
    """Serve the record's pages to this machine, on a free port, until Ctrl-C."""
    from communique.cli.serve import serve

    console().print("\nOr look at it in a browser.", style="bold")
    serve(record, host="127.0.0.1", port=0)


def clear(record: str) -> None:
    """Remove the record an earlier demo made at this path; raises RecordError where it holds other reports."""
    if not Path(record).exists():
        return
    with Record(record, read_only=True) as kept:
        ids = {each.id for each in kept.reports()}
    if not ids <= {each.id for each in examples.reports()}:
        raise RecordError(f"{record}: holds reports that are not the examples; name another file with --record")
    for file in (record, f"{record}-wal", f"{record}-shm"):
        Path(file).unlink(missing_ok=True)


def part(title: str, record: str, name: str, *subjects: str | None) -> int:
    """Run a command on the record under a title and the line to type for it; its exit status.

    A subject of None is one the record does not have, which is said instead.
    """
    console().print(f"\n{title}", style="bold")
    known = [each for each in subjects if each is not None]
    if len(known) < len(subjects):
        console().print(NOTHING)
        return 0
    arguments = [name, *known, "--record", record]
    _show_line(arguments)
    status = group.main(args=arguments, prog_name="communique", standalone_mode=False)
    return status if isinstance(status, int) else 0


def busiest_body(record: str) -> str | None:
    """The id of the body with the most sessions, if any."""
    with Record(record, read_only=True) as kept:
        bodies = sorted(kept.bodies(), key=lambda body: (-body.sessions, body.name))
    return bodies[0].id if bodies else None


def busiest_person(record: str) -> str | None:
    """The id of the person in the most reports, if any."""
    with Record(record, read_only=True) as kept:
        people = sorted(kept.people(), key=lambda person: (-person.reports, -person.engagements, person.name))
    return people[0].id if people else None


def go_on(record: str) -> None:
    """Name the commands to go on with."""
    console().print("\nGo on with", style="bold")
    _show_line(["engagements", "--between", "GE", "KZ", "--record", record])
    _show_line(["statements", "--record", record])
    _show_line(["read", "YOUR-REPORTS", "--record", "communique.db"])


def _show_line(arguments: Sequence[str]) -> None:
    console().print(f"$ communique {shlex.join(arguments)}", style="cyan", soft_wrap=True)


def _near(path: Path) -> str:
    """The path as somebody in this folder would type it."""
    near = os.path.relpath(path)
    return str(path) if near.startswith(os.pardir) else near
