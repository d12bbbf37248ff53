"""What all listing commands do alike: write the answer as a table or as JSON, and say it when there is none."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from communique.cli.printing.output import console, write_json
from communique.wording import words

if TYPE_CHECKING:
    from rich.console import RenderableType

    from communique.record import Record

Entry = TypeVar("Entry", contravariant=True)


class MakesTable(Protocol[Entry]):
    """What makes a table of entries, with or without a header."""

    def __call__(self, entries: Sequence[Entry], /, *, header: bool = True) -> "RenderableType":
        """The table."""


CHUNK = 100  # rows shown at once, about 0.2 s of work: the first should not wait for the last


def write_list(
    entries: Sequence[Entry],
    table: "MakesTable[Entry]",
    *,
    nouns: tuple[str, str],
    as_json: bool,
    color: bool | None,
    limit: int | None = None,
) -> None:
    """Write at most `limit` entries; `nouns` is what one and several of them are called."""
    shown = entries[:limit]
    if as_json:
        from communique.record.entries import to_json

        write_json(to_json(list(shown)))
        return
    out = console(color)
    for first in range(0, len(shown), CHUNK):
        out.print(table(shown[first : first + CHUNK], header=first == 0))
    total = words.count(len(entries), *nouns)
    out.print(f"\n{total}" if len(shown) == len(entries) else f"\n{len(shown):,} of {total}", style="dim")


def write_nothing(record: "Record", path: str, what: str, *, as_json: bool, mend: str = "") -> None:
    """Say that nothing fits and what to try; in JSON an empty list says it."""
    if as_json:
        write_json([])
        return
    counts = record.counts()
    if not counts.reports:
        click.echo(f"The record {path} has no reports yet. Fill it with: communique read FILE… --record {path}")
        return
    click.echo(f"No {what}.")
    held = (
        words.count(counts.engagements, "engagement"),
        words.count(counts.people, "person", "people"),
        words.count(counts.bodies, "standing body", "standing bodies"),
        words.count(counts.statements, "statement"),
    )
    days = f", {words.dates(counts.first_day, counts.last_day)}" if counts.first_day else ""
    click.echo(
        f"The record has {words.listed(held)} from {words.count(counts.reports, 'report')}{days}. {mend}".rstrip()
    )
