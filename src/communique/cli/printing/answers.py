"""What all commands that answer a question do alike: the answer as JSON, or for people with what it rests on."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from communique.cli.printing.output import console, write_json
from communique.wording import words

if TYPE_CHECKING:
    from rich.console import Console

    from communique.record import Record
    from communique.record.entries import Coverage

SHOWN_OUTLETS = 4

Answer = TypeVar("Answer")


def answer(
    path: str,
    ask: "Callable[[Record], Answer]",
    show: "Callable[[Console, Answer], None]",
    *,
    as_json: bool,
    color: bool | None,
) -> None:
    """Ask the record and write what it answers; an answer says itself where it is empty."""
    from communique.record import Record
    from communique.record.entries import to_json

    with Record(path, read_only=True) as record:
        if not as_json and not record.counts().reports:
            click.echo(f"The record {path} has no reports yet. Fill it with: communique read FILE… --record {path}")
            return
        found = ask(record)
    if as_json:
        write_json(to_json(found))
    else:
        show(console(color), found)


def rests_on(coverage: "Coverage") -> str:
    """What an answer rests on, in a sentence."""
    if not coverage.reports:
        return "No report of the record bears on this."
    named = [(name, count) for name, count in coverage.outlets if name]
    outlets = [f"{name} ({count:,})" for name, count in named[:SHOWN_OUTLETS]]
    if len(named) > SHOWN_OUTLETS:
        outlets.append(words.count(len(named) - SHOWN_OUTLETS, "other outlet"))
    if unnamed := sum(count for name, count in coverage.outlets if not name):
        outlets.append(f"{unnamed:,} that name no outlet")
    days = f", {words.dates(coverage.first, coverage.last)}" if coverage.first else ""
    return f"Rests on {words.count(coverage.reports, 'report')}{days}: {words.listed(outlets)}."


def how_many(shown: int, total: int, *nouns: Any) -> str:
    """How many lines there are, and how many of them are shown."""
    told = words.count(total, *nouns)
    return told if shown == total else f"{shown:,} of {told}; --limit {total} shows all"
