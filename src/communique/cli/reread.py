"""`communique reread`: reports of the record, read again by the reader at hand."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from communique.cli.options import jobs_option, record_option
from communique.wording.words import count

if TYPE_CHECKING:
    from communique.errors import ReaderError
    from communique.reading import Reading
    from communique.record import Record
    from communique.report import Report


@click.command("reread")
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--all", "every", is_flag=True, help="Also those this reader has read before.")
@jobs_option
@record_option
def command(reports: tuple[str, ...], every: bool, jobs: int | None, record: str) -> int:
    """Read reports of the record again: those named, or all that another version of the reader has read.

    The new reading becomes the current one; the older one is kept, and ids that followed from it lead to what took
    their place. Stopped anywhere, what was read again stays so, and the same command goes on.

    For example: communique reread

    For example: communique reread --all --jobs 4
    """
    return reread(record, reports, every=every, jobs=jobs)


def reread(path: str, reports: Sequence[str], *, every: bool, jobs: int | None) -> int:
    """Read the reports again; 0 when all could be read, else 1."""
    from communique.cli.printing.decided import sentence
    from communique.cli.printing.progress import Progress
    from communique.reading import Reading
    from communique.record import Record

    changed = failed = 0
    with Record(path, make=False) as record, Progress(None) as progress:
        ids = chosen(record, reports, every=every)
        fitted = {each.id for each in record.decisions()} - {each.id for each in record.unfit()}
        for done, (report, result) in enumerate(read_again(record, ids, jobs=jobs), 1):
            if isinstance(result, Reading):
                changed += record.reread(report.id, result)
            else:
                progress.say(str(result))
                failed += 1
            progress.done(done, read=done, taken=0)
        lost = [each for each in record.unfit() if each.id in fitted]
    told = f"{count(len(ids), 'report')} read again, {changed:,} with a new reading"
    click.echo(f"{told}; {count(failed, 'problem')}" if failed else told, err=True)
    for each in lost:
        click.echo(f"{each.id} no longer fits: {sentence(each)}")
    if lost:
        click.echo("Decisions that no longer fit wait for a reading that they fit; see communique history.", err=True)
    return 1 if failed else 0


def read_again(
    record: "Record", ids: Sequence[str], *, jobs: int | None
) -> "Iterator[tuple[Report, Reading | ReaderError]]":
    """The reports with new readings: rows of a hand-kept list by the reader of such rows, before all others."""
    from communique.reader.many import read_many
    from communique.sources import history

    rows = [each for each in ids if each.startswith(history.PREFIX) and history.is_row(record.text(each))]
    for report in map(record.text, rows):
        yield report, history.read(report)
    others = dict.fromkeys(ids)
    for each in rows:
        del others[each]
    yield from read_many(map(record.text, others), jobs=jobs)


def chosen(record: "Record", reports: Sequence[str], *, every: bool) -> list[str]:
    """The ids of the reports to read again; raises NotInRecord for one that is not there."""
    from communique.reader import Reader
    from communique.sources import history

    named = [record.text(each).id for each in reports]
    if every:
        return named or [each.id for each in record.reports()]
    by_neither = set(record.read_otherwise(history.READER))
    due = [each for each in record.read_otherwise(Reader.version) if each in by_neither]
    return [each for each in due if each in named] if named else due
