"""`communique watch`: folders and feed files, looked at again and again for what is new."""

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from communique.cli.options import columns_option, record_option
from communique.errors import CommuniqueError
from communique.wording import words

if TYPE_CHECKING:
    from communique.cli.read import Tally
    from communique.reading import Reading
    from communique.record import Record
    from communique.sources import Input, Problem

SETTLED = 2.0  # seconds after its last change from which a file is held to be whole


@click.command("watch")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@record_option
@click.option("--once", is_flag=True, help="Look once, and end.")
@click.option(
    "--every",
    type=click.FloatRange(min=0, min_open=True),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="The time between two looks.",
)
@columns_option
def command(inputs: tuple[str, ...], record: str, every: float, columns: dict[str, str], *, once: bool) -> int:
    """Read what is new in folders and feed files, again and again, until Ctrl-C.

    Each new report is one line on standard output. What cannot be read is one line on standard error, and the watch
    goes on. What is in the record is all that is remembered from one run to the next. Nothing is fetched.

    For example: communique watch incoming/ feed.xml --every 600
    """
    if "-" in inputs:
        raise click.UsageError("standard input cannot be watched; name folders and files")
    return watch(inputs, record, every=every, once=once, columns=columns)


def watch(
    inputs: Sequence[str],
    record: str,
    *,
    every: float,
    once: bool = False,
    columns: Mapping[str, str] | None = None,
) -> int:
    """Look at `inputs` every so many seconds until Ctrl-C, or once; 1 where a single look could not read all, else 0.

    Raises what opening a record does; what goes wrong later is said, and tried again at the next look.
    """
    from communique.cli.read import Tally, summary
    from communique.record import Record

    began, tally = time.monotonic(), Tally()
    with Record(record) as kept:
        watching = Watch(inputs, record, kept, tally, columns=columns)
        try:
            watching.look(settled=not once)
            while not once:
                time.sleep(every)
                watching.look(settled=True)
        except KeyboardInterrupt:
            if once:
                raise
    click.echo(summary(tally, record, time.monotonic() - began), err=True)
    return 1 if once and tally.problems else 0


class State(NamedTuple):
    """What tells whether a file has changed."""

    size: int
    modified: int  # nanoseconds, as is `changed`
    changed: int  # also by permissions


class Watch:
    """What is watched, and how each file was when it was last taken in; `tally` counts what was done."""

    def __init__(
        self,
        inputs: Sequence[str],
        record: str,
        kept: "Record",
        tally: "Tally",
        *,
        columns: Mapping[str, str] | None = None,
    ) -> None:
        from communique.cli.read import own_files

        self._inputs = inputs
        self._kept = kept
        self._tally = tally
        self._columns = columns
        self._own = own_files(record, None)
        self._states: dict[Path, State] = {}
        self._said: set[str] = set()

    def look(self, *, settled: bool) -> None:
        """Read what has changed since the last look, only `settled` files or all; what goes wrong is said."""
        states: dict[Path, State] = {}
        found = list(self._found(states, settled=settled))
        if not found:
            return
        try:
            self._read(found)
        except (CommuniqueError, OSError) as error:
            self._tally.problems += 1
            click.echo(f"communique: {words.line(str(error))}", err=True)
        else:
            self._states.update(states)

    def _found(self, states: dict[Path, State], *, settled: bool) -> "Iterator[Input | Problem]":
        """The files that have changed, whose states go into `states`; what cannot be found is said once."""
        from communique.sources import Problem, find

        wrong: set[str] = set()
        for each in find(self._inputs, leave_out=self._own, may_be_empty=True):
            if isinstance(each, Problem):
                wrong.add(str(each))
                if str(each) not in self._said:
                    yield each
                continue
            state = _state(each.path)
            if each.path is None or state is None or state == self._states.get(each.path):
                continue
            if not settled or time.time() - state.modified / 1e9 >= SETTLED or state.modified > time.time_ns():
                states[each.path] = state
                yield each
        self._said = wrong

    def _read(self, found: "Sequence[Input | Problem]") -> None:
        from communique.cli.printing.progress import Progress
        from communique.cli.read import Desk
        from communique.reader.many import read_many
        from communique.sources import Meter, take_found

        meter = Meter()
        with Progress(None) as progress:
            desk = Desk(self._kept, None, progress, meter, tell=_tell)
            try:
                for report, result in read_many(desk.unread(take_found(found, meter=meter, columns=self._columns))):
                    desk.keep(report, result)
                desk.finish()
            finally:
                _add(self._tally, desk.tally)


def _state(path: Path | None) -> State | None:
    """How a file is now; None where it has gone since it was found."""
    try:
        stat = path.stat() if path else None
    except OSError:
        return None
    return State(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) if stat else None


def _add(tally: "Tally", more: "Tally") -> None:
    tally.new += more.new
    tally.known += more.known
    tally.engaged += more.engaged
    tally.problems += more.problems


def _tell(reading: "Reading") -> None:
    """The line of a new report."""
    kinds = [f"{each.kind.value} {each.status.value}" for each in reading.engagements]
    if reading.language:
        told = "is not English; nothing was read"
    else:
        told = f"{words.count(len(kinds), 'engagement')}: {', '.join(kinds)}" if kinds else "no engagement"
    click.echo(f"{words.line(reading.report.id)}: {told}")
