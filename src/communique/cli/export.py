"""`communique export`: the record in forms that other programs take."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.files import STDOUT, written_whole
from communique.cli.options import record_option
from communique.wording import words

if TYPE_CHECKING:
    from communique.record import Record

LINES = ("readings", "engagements", "mentions")  # as JSON lines
CSV = "csv"


@click.command("export")
@click.argument("form", type=click.Choice((*LINES, CSV)))
@click.option("-o", "--output", default=STDOUT, metavar="FILE", help="Where to; `-` is stdout, the default.")
@click.option("--table", metavar="NAME", help="One table of csv, e.g. people; else all of them, into a folder.")
@record_option
def command(form: str, output: str, table: str | None, record: str) -> None:
    """Write the record in a FORM for other programs.

    readings, engagements and mentions are JSON lines. csv is a folder with one table a file. Each value comes with
    the report and the words it stands on; the same record gives the same bytes. A file is written whole or not at
    all.

    For example: communique export engagements -o engagements.jsonl

    For example: communique export csv -o tables/

    For example: communique export csv --table people | head
    """
    if form != CSV:
        if table:
            raise click.UsageError(f"--table goes with csv, not with {form}")
        export_lines(record, form, output)
    elif table:
        export_table(record, table, output)
    elif output == STDOUT:
        raise click.UsageError("csv is a folder of tables: name it with -o, or one table with --table")
    else:
        export_tables(record, Path(output))


def export_lines(path: str, form: str, output: str) -> None:
    """Write one of LINES to a file or to stdout."""
    from communique import export
    from communique.record import Record

    forms = {"readings": export.readings, "engagements": export.engagements, "mentions": export.mentions}
    with Record(_apart(path, output), read_only=True) as record:
        _write(export.json_lines(forms[form](record)), output)


def export_table(path: str, name: str, output: str) -> None:
    """Write one table as CSV to a file or to stdout."""
    from communique.export.tables import TABLES
    from communique.record import Record

    if name not in TABLES:
        raise click.BadParameter(f"{name!r} is not one of: {', '.join(TABLES)}", param_hint="--table")
    with Record(_apart(path, output), read_only=True) as record:
        _write_table(record, name, output)


def export_tables(path: str, folder: Path) -> None:
    """Write every table as CSV into a folder, which is made where it is not there."""
    from communique.export.tables import TABLES
    from communique.record import Record

    with Record(path, read_only=True) as record:
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            _write_table(record, name, str(folder / f"{name}.csv"))
    click.echo(f"{folder}: {words.listed([f'{name}.csv' for name in TABLES])}", err=True)


def _write_table(record: "Record", name: str, output: str) -> None:
    from communique.export import csv_lines
    from communique.export.tables import TABLES

    _write(csv_lines(TABLES[name](record)), output)


def _write(lines: Iterable[str], output: str) -> None:
    with written_whole(output) as stream:
        for line in lines:
            stream.write(line.encode("utf-8"))


def _apart(record: str, output: str) -> str:
    """The record's path; a usage error where the output would overwrite it."""
    if output != STDOUT and Path(output).resolve() == Path(record).resolve():
        raise click.UsageError(f"-o would overwrite the record {record}; name another file")
    return record
