"""`communique brief`: what is reported of two parties, on three pages at most, every line with its source."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from communique.cli.files import STDOUT, same_file, written_whole
from communique.cli.options import json_option, on_option, record_option

if TYPE_CHECKING:
    from communique.export.brief import Form

FORMS = ("docx", "pdf", "html", "md")  # a test holds them equal to those of the brief


@click.command("brief")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@on_option("As of this day (else today): what was reported by then.")
@click.option(
    "--output", "-o", default=STDOUT, metavar="FILE", help="Where to write, .docx, .pdf, .html or .md; - is stdout."
)
@click.option("--as", "of", type=click.Choice(FORMS), help="The form; else as the name of the file says, or md.")
@record_option
@json_option
def command(one: str, other: str, on: str, output: str, of: str | None, record: str, as_json: bool) -> None:
    """Write a brief on two parties A and B, given by code or name.

    Last meetings and calls with who led, topics and what was agreed; what is announced; instruments; standing bodies;
    who holds which office; positions stated; and the sources of every line, with their words. The same record and day
    give the same bytes.

    For example: communique brief AZ IR --on 2018-01-01 -o brief.pdf

    For example: communique brief Georgia Kazakhstan --on 2024-01-01 | less
    """
    if as_json and of:
        raise click.UsageError("--as says the form of a file, and --json asks for none; give one of them")
    if output != STDOUT and same_file(output, record):
        raise click.UsageError(f"-o would overwrite the record {record}; name another file")
    if as_json:
        write_dossier(record, (one, other), on)
    else:
        write_brief(record, (one, other), on, cast("Form", of or _form(output)), output)


def write_brief(path: str, between: tuple[str, str], on: str, form: "Form", output: str) -> None:
    """Write a brief to a file, or to stdout."""
    from communique.export.brief import brief
    from communique.record import Record

    with Record(path, read_only=True) as record:
        made = brief(record, between, on=on, form=form)
    with written_whole(output) as stream:
        stream.write(made)


def write_dossier(path: str, between: tuple[str, str], on: str) -> None:
    """Write what a brief says as JSON on stdout."""
    from communique.cli.printing.output import write_json
    from communique.export.brief import dossier
    from communique.record import Record
    from communique.record.entries import to_json

    with Record(path, read_only=True) as record:
        write_json(to_json(dossier(record, between, on=on)))


def _form(output: str) -> str:
    """The form that the name of a file says."""
    form = "md" if output == STDOUT else Path(output).suffix.removeprefix(".").casefold()
    if form not in FORMS:
        endings = ", ".join(f".{each}" for each in FORMS)
        raise click.UsageError(f"{output}: what form is that? Let the name end in one of {endings}, or say --as")
    return form
