"""`communique export`: the record in forms that other programs take."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from communique.cli.files import STDOUT, written_whole
from communique.cli.options import record_option
from communique.wording import words

if TYPE_CHECKING:
    from communique.record import Record

FILES = (  # forms of one file: those of `export.forms`, which takes longer to load
    *("readings", "engagements", "mentions", "events", "followthemoney", "popolo", "json-ld"),
    *("graphml", "gexf", "calendar", "history-visits", "history-trips"),
)
CSV, TABLES = "csv", "tables"


@click.command("export")
@click.argument("form", type=click.Choice((*FILES, CSV, TABLES)))
@click.option("-o", "--output", default=STDOUT, metavar="FILE", help="Where to; `-` is stdout, the default.")
@click.option("--table", metavar="NAME", help="One table of csv, e.g. people; else all of them, into a folder.")
@click.option(
    "--as", "of", type=click.Choice(("csv", "parquet", "xlsx", "dta")), help="The files of tables; csv by default."
)
@click.option("--dyads", is_flag=True, help="Of events, one row from each party to each other.")
@record_option
def command(form: str, output: str, table: str | None, of: str | None, dyads: bool, record: str) -> None:
    """Write the record in a FORM for other programs.

    readings, engagements, mentions and followthemoney are JSON lines; events are event codes (CAMEO, PLOVER) as CSV;
    popolo and json-ld are JSON; graphml and gexf are graphs; calendar is iCalendar; history-visits and
    history-trips are the lists of the US Office of the Historian. tables and csv are a folder with
    one table a file; tables has a codebook and a README beside them. The same record gives the same bytes.

    For example: communique export engagements -o engagements.jsonl

    For example: communique export tables --as xlsx -o tables/

    For example: communique export csv --table people | head
    """
    for given, option, its in ((table, "--table", CSV), (of, "--as", TABLES), (dyads, "--dyads", "events")):
        if given and form != its:
            raise click.UsageError(f"{option} goes with {its}, not with {form}")
    if form in FILES:
        export_file(record, "event_dyads" if dyads else form, output)
    elif table:
        export_table(record, table, output)
    elif output == STDOUT:
        raise click.UsageError(f"{form} is a folder of tables: name it with -o")
    elif form == TABLES:
        export_folder(record, Path(output), of or "csv")
    else:
        export_tables(record, Path(output))


def export_file(path: str, form: str, output: str) -> None:
    """Write a form of one file to a file or to stdout."""
    from communique.export import forms
    from communique.record import Record

    with Record(_apart(path, output), read_only=True) as record:
        _write({**forms.FORMS, "event_dyads": forms.DYADS}[form](record), output)


def export_folder(path: str, folder: Path, of: str) -> None:
    """Write the tables with their codebook and page into a folder, each file when all of them are written."""
    from communique.export.tables.folder import write_tables
    from communique.record import Record

    with Record(path, read_only=True) as record:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".part-") as part:
            write_tables(record, Path(part), of=of)  # type: ignore[arg-type]
            made = sorted(Path(part).iterdir())
            for file in made:
                file.replace(folder / file.name)
    click.echo(f"{folder}: {words.listed([file.name for file in made])}", err=True)


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


def _write(pieces: Iterable[str | bytes], output: str) -> None:
    with written_whole(output) as stream:
        for piece in pieces:
            stream.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))


def _apart(record: str, output: str) -> str:
    """The record's path; a usage error where the output would overwrite it."""
    if output != STDOUT and Path(output).resolve() == Path(record).resolve():
        raise click.UsageError(f"-o would overwrite the record {record}; name another file")
    return record
